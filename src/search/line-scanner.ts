import { QueryError } from './query-error.ts';

/** A typed line and how far it is read. */
export class LineScanner {
  readonly #text: string;
  position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  peek(): string {
    return this.#text.charAt(this.position);
  }

  skipSpace(): void {
    this.match(/\s*/uy);
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.position >= this.#text.length;
  }

  /** Matches a sticky expression here and passes over it. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.position;
    const match = expression.exec(this.#text);
    if (match !== null) this.position += match[0].length;
    return match;
  }

  take(text: string): boolean {
    if (!this.#text.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  atKeyword(word: 'and' | 'or' | 'not'): boolean {
    const end = this.position + word.length;
    return (
      this.#text.slice(this.position, end).toLowerCase() === word &&
      (end >= this.#text.length || /[\s()]/u.test(this.#text.charAt(end)))
    );
  }

  /** Passes over a word that joins conditions, if it stands here by itself. */
  keyword(word: 'and' | 'or' | 'not'): boolean {
    this.skipSpace();
    if (!this.atKeyword(word)) return false;
    this.position += word.length;
    return true;
  }

  /** Passes over a minus that something follows. */
  minus(): boolean {
    return this.match(/-(?=[^\s-])/uy) !== null;
  }

  /** The text between quotation marks; a backslash takes the next character as it is. */
  quoted(): string {
    const start = this.position;
    const match = this.match(/"((?:[^"\\]|\\.)*)"/suy);
    if (match === null) throw this.error('The quotation mark is not closed.', 'Close it, or remove it.', start);
    return match[1]!.replace(/\\(.)/gsu, '$1');
  }

  /** The text up to the parenthesis that closes the one before this position, which is passed over. */
  balanced(start: number): string {
    const from = this.position;
    let open = 1;
    for (let at = from; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '(') open += 1;
      else if (character === ')') open -= 1;
      if (open > 0) continue;
      this.position = at + 1;
      return this.#text.slice(from, at);
    }
    throw this.unclosed(start);
  }

  /** For a parenthesis at a position that nothing closes. */
  unclosed(position: number): QueryError {
    return this.error('The parenthesis is not closed.', 'Close it, or put it in quotation marks.', position);
  }

  error(message: string, hint?: string, position = this.position): QueryError {
    return new QueryError(message, { position, ...(hint === undefined ? {} : { hint }) });
  }

  /** Gives errors that have no position the one at which the condition began. */
  locate<T>(position: number, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof QueryError) || error.position !== undefined) throw error;
      throw this.error(error.message, error.hint, position);
    }
  }
}
