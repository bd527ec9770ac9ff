/** The parts of the API's answers that are used for measuring. */
export interface SearchAnswer {
  readonly total: number;
  readonly cursor?: string;
  readonly results: readonly { readonly key: string }[];
}
