import type { RecordHandler } from './json-splitter.ts';

const LINE_LIMIT = 64 * 1024 * 1024;
const EXCERPT_LENGTH = 200;

/** Divides JSON Lines into records by their lines, so that a broken line costs itself alone. */
export class LineSplitter {
  readonly #handler: RecordHandler;
  #rest = '';
  #line = 0;
  #isSkipping = false;

  constructor(handler: RecordHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#add(line);
    if (this.#rest.length > LINE_LIMIT) {
      if (!this.#isSkipping)
        this.#handler.reject('the line has more than 64 MB', this.#rest.slice(0, EXCERPT_LENGTH), this.#line + 1);
      this.#isSkipping = true;
      this.#rest = '';
    }
  }

  end(): void {
    if (this.#rest !== '') this.#add(this.#rest);
    this.#rest = '';
  }

  #add(line: string): void {
    this.#line++;
    if (this.#isSkipping) this.#isSkipping = false;
    else if (line.trim() !== '') this.#handler.record(line, this.#line);
  }
}
