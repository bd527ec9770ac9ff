/** What a node says of itself. */
export interface NodeDescription {
  readonly name: string;
  /** The IRI under which its pages and records have their addresses, without a slash at the end. */
  readonly base: string;
  readonly description?: string;
  /** The licence of what the node itself adds, as an identifier from LICENCES; a dataset's own stands before it. */
  readonly license?: string;
  readonly contact?: string;
  /** BCP 47 tag of the language in which pages are shown to those who ask for none that there is. */
  readonly language?: string;
}
