import { closeSync, openSync, writeSync } from 'node:fs';
import { quoteLiteral } from '../catalogue/database.ts';

const BUFFER = 1 << 20;

/** A file of JSON Lines that DuckDB reads as a table. */
export class LinkLines implements Disposable {
  readonly #path: string;
  readonly #columns: Readonly<Record<string, string>>;
  #descriptor: number | undefined;
  #pending: string[] = [];
  #length = 0;

  constructor(path: string, columns: Readonly<Record<string, string>>) {
    this.#path = path;
    this.#columns = columns;
    this.#descriptor = openSync(path, 'wx');
  }

  add(row: object): void {
    const line = `${JSON.stringify(row)}\n`;
    this.#pending.push(line);
    this.#length += line.length;
    if (this.#length >= BUFFER) this.#flush();
  }

  /** Ends the file; a table expression with its rows. */
  end(): string {
    this[Symbol.dispose]();
    const columns = Object.entries(this.#columns).map(([name, type]) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`);
    return `read_json(${quoteLiteral(this.#path)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`;
  }

  #flush(): void {
    if (this.#descriptor !== undefined) writeSync(this.#descriptor, this.#pending.join(''));
    this.#pending = [];
    this.#length = 0;
  }

  [Symbol.dispose](): void {
    if (this.#descriptor === undefined) return;
    this.#flush();
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
