/** `unknown`: there is no such thing; `conflict`: it contradicts what is there; `invalid`: it cannot be read. */
export type DeskErrorKind = 'unknown' | 'conflict' | 'invalid';

/** What the desk refuses: says what, and how to mend it. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly kind: DeskErrorKind;
  constructor(kind: DeskErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
