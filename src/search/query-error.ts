/** A query that cannot be answered as asked: what is wrong, where, and how to mend it. The API answers it with 400. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** Offset in the typed line, in UTF-16 code units from 0, where there is a line. */
  readonly position?: number;
  /** How to mend it, one sentence. */
  readonly hint?: string;

  constructor(message: string, options: { readonly position?: number; readonly hint?: string } = {}) {
    super(message);
    if (options.position !== undefined) this.position = options.position;
    if (options.hint !== undefined) this.hint = options.hint;
  }
}
