import { closeSync, openSync, writeSync } from 'node:fs';
import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';

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
    return linesSql([this.#path], this.#columns);
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

/** A table expression with the rows of several files of JSON Lines of the same columns; none where there is no file. */
export function linesSql(paths: readonly string[], columns: Readonly<Record<string, string>>): string {
  if (paths.length === 0) {
    const empty = Object.entries(columns).map(([name, type]) => `null::${type} as ${quoteIdentifier(name)}`);
    return `(select ${empty.join(', ')} where false)`;
  }
  const types = Object.entries(columns).map(([name, type]) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`);
  return `read_json([${paths.map(quoteLiteral).join(', ')}], format = 'newline_delimited', columns = {${types.join(', ')}})`;
}
