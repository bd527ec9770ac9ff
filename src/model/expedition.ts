/** Someone on an expedition, for the whole of it or from one date to another. */
export interface ExpeditionPerson {
  readonly name: string;
  /** An address of an authority: https://www.wikidata.org/entity/Q… */
  readonly identifier?: string | undefined;
  /** A day, month or year. */
  readonly begin?: string | undefined;
  readonly end?: string | undefined;
}

/** An expedition as somebody declares it: in collectome.yaml or in the profile of a source. */
export interface ExpeditionDeclaration {
  readonly name: string;
  /** Names under which records state it. */
  readonly otherNames: readonly string[];
  /** A day, month or year, inclusive. */
  readonly begin?: string | undefined;
  readonly end?: string | undefined;
  readonly people: readonly ExpeditionPerson[];
  readonly ships: readonly string[];
  readonly places: readonly string[];
  readonly description?: string | undefined;
  /** Where this is from: a book, an address. */
  readonly source?: string | undefined;
}

/** How a record belongs to an expedition: it names it, or one of its people did it in its time. */
export type ExpeditionRule = 'stated' | 'people';
