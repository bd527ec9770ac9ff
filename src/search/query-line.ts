import { ALL, type Query, type Uncertain } from '../model/query.ts';
import { CHILD_NAMES } from '../vocabulary/children.ts';
import { parseHop } from './hop-line.ts';
import { LineScanner } from './line-scanner.ts';
import { QueryError } from './query-error.ts';
import { resolveChild, resolveField, type Scope } from './query-fields.ts';
import { MAX_BYTES, MAX_DEPTH } from './query-budget.ts';
import { normaliseQuery } from './query-normal.ts';

export { formatQueryLine } from './query-line-format.ts';

/** A field name with what may follow it before the colon: `!` certain, `@any` basis, `~` pattern. */
const NAME =
  /((?:verbatim|ext)?\["(?:[^"\\]|\\.)*"\](?:\.(?:\["(?:[^"\\]|\\.)*"\]|[\p{L}\p{N}_-]+))?|\p{L}[\p{L}\p{N}_.-]*)(!?)(?:@(recorded|inferred|any))?(~?):/uy;
const CALL = /(some|near|within|hop)\(/iuy;
const WORD = /[^\s()"]+/uy;
const BARE_END = /(?:(?!\.\.)[^\s,()"])*/uy;
const CHILD = /\s*(ext\["(?:[^"\\]|\\.)*"\]|[A-Za-z]+)\s*(?:,|(?=\)))/uy;
const NEAR = /\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*,\s*([\d.]+(?:e\+?\d+)?)\s*(m|km|mi)\s*\)/iuy;
const METERS: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: 1609.344 };
/** Prefixes of addresses and identifiers that people paste: words, not fields. */
const SCHEMES = new Set(['http', 'https', 'urn', 'doi', 'ark', 'hdl', 'info', 'mailto']);

/**
 * The query of a line that a person typed, canonical: `wallace country:MY year:1850..1860 -kind:archive`.
 * Words and conditions all hold unless `or` stands between them. Throws QueryError with the position.
 */
export function parseQueryLine(text: string): Query {
  if (Buffer.byteLength(text) > MAX_BYTES) throw new QueryError('The query is larger than 1 MB.');
  const parser = new LineParser(text);
  return normaliseQuery(parser.parse());
}

class LineParser {
  readonly #scanner: LineScanner;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new LineScanner(text);
  }

  parse(): Query {
    const query = this.#alternatives(undefined);
    if (!this.#scanner.atEnd()) {
      throw this.#scanner.error(
        'A closing parenthesis has no opening one.',
        'Remove it, or put it in quotation marks.',
      );
    }
    return query ?? ALL;
  }

  /** Parts between `or`. Undefined where there is nothing. */
  #alternatives(scope: Scope): Query | undefined {
    const alternatives: Query[] = [];
    for (;;) {
      const part = this.#conjunction(scope);
      if (part !== undefined) alternatives.push(part);
      if (!this.#scanner.keyword('or')) break;
      if (part === undefined) throw this.#scanner.error('Nothing stands before "or".', 'To find the word, write "or".');
      if (this.#scanner.atEnd() || this.#scanner.peek() === ')') {
        throw this.#scanner.error('Nothing follows "or".', 'To find the word itself, put it in quotation marks.');
      }
    }
    return alternatives.length > 1 ? { kind: 'or', of: alternatives } : alternatives[0];
  }

  #conjunction(scope: Scope): Query | undefined {
    const parts: Query[] = [];
    let words: string[] = [];
    const flush = () => {
      if (words.length > 0) parts.push({ kind: 'text', value: words.join(' ') });
      words = [];
    };
    for (;;) {
      const scanner = this.#scanner;
      scanner.skipSpace();
      if (scanner.atEnd() || scanner.peek() === ')' || scanner.atKeyword('or')) break;
      if (scanner.keyword('and')) {
        flush();
        continue;
      }
      const item = this.#unary(scope);
      if (typeof item === 'string') words.push(item);
      else {
        flush();
        parts.push(item);
      }
    }
    flush();
    return parts.length > 1 ? { kind: 'and', of: parts } : parts[0];
  }

  /** A condition, or a word or phrase of free text as it is written. */
  #unary(scope: Scope): Query | string {
    const scanner = this.#scanner;
    if (scanner.keyword('not') || scanner.minus()) {
      scanner.skipSpace();
      if (scanner.atEnd() || scanner.peek() === ')') throw scanner.error('Nothing follows the "not".');
      const of = this.#nest(() => this.#unary(scope));
      return { kind: 'not', of: typeof of === 'string' ? { kind: 'text', value: of } : of };
    }
    if (scanner.peek() === '(') return this.#group(scope);
    if (scanner.peek() === '"') return `"${scanner.quoted().replaceAll('"', ' ')}"`;
    return this.#call(scope) ?? this.#condition(scope) ?? this.#word();
  }

  #nest<T>(work: () => T): T {
    this.#depth += 1;
    if (this.#depth > 8 * MAX_DEPTH) throw this.#scanner.error('The query is nested too deep.');
    const result = work();
    this.#depth -= 1;
    return result;
  }

  #group(scope: Scope): Query {
    const scanner = this.#scanner;
    const start = scanner.position;
    scanner.position += 1;
    const query = this.#nest(() => this.#alternatives(scope));
    if (!scanner.take(')')) throw scanner.unclosed(start);
    if (query === undefined) throw scanner.error('The parentheses are empty.', undefined, start);
    return query;
  }

  #word(): Query | string {
    const [word] = this.#scanner.match(WORD)!;
    return word === '*' || word === '*:*' ? ALL : word;
  }

  #call(scope: Scope): Query | undefined {
    const scanner = this.#scanner;
    const start = scanner.position;
    const name = scanner.match(CALL)?.[1]?.toLowerCase();
    if (name === undefined) return undefined;
    if (name === 'within') {
      const geometry = scanner.balanced(start);
      return scanner.locate(start, () => normaliseQuery({ kind: 'within', geometry }));
    }
    if (name === 'near') {
      const match = scanner.match(NEAR);
      if (match === null) {
        throw scanner.error('This is not a distance.', 'Latitude, longitude, distance: near(1.55,110.34,50km).', start);
      }
      const radiusInMeters = Number(match[3]) * METERS[match[4]!.toLowerCase()]!;
      const [latitude, longitude] = [Number(match[1]), Number(match[2])];
      return scanner.locate(start, () => normaliseQuery({ kind: 'near', latitude, longitude, radiusInMeters }));
    }
    if (name === 'hop') return this.#hop(scope, start);
    const written = scanner.match(CHILD)?.[1];
    if (written === undefined) {
      throw scanner.error('"some" needs the name of nested rows.', `For instance some(media, type:Sound).`, start);
    }
    const child = scanner.locate(start, () => resolveChild(written));
    const query = this.#nest(() => this.#alternatives(child)) ?? ALL;
    if (!scanner.take(')')) throw scanner.unclosed(start);
    return { kind: 'some', child, query };
  }

  #hop(scope: Scope, start: number): Query {
    const parser = {
      scanner: this.#scanner,
      conditions: (inner: Scope) => this.#nest(() => this.#alternatives(inner)),
    };
    const hop = parseHop(parser, start);
    return this.#scanner.locate(start, () => normaliseQuery(hop, scope));
  }

  #condition(scope: Scope): Query | undefined {
    const scanner = this.#scanner;
    const start = scanner.position;
    const match = scanner.match(NAME);
    if (match === null) return undefined;
    const [, name, certain, basis, pattern] = match as unknown as [string, string, string, string | undefined, string];
    const lower = name.toLowerCase();
    if (SCHEMES.has(lower)) {
      scanner.position = start;
      return undefined;
    }
    if (lower === 'text') {
      const value = this.#end(`${name}:`).text;
      return { kind: 'text', value, ...(certain === '' ? {} : { whole: true }) };
    }
    if (lower === 'has' || lower === 'missing') {
      const query = this.#existence(scope, start);
      return lower === 'has' ? query : { kind: 'not', of: query };
    }
    return scanner.locate(start, () => {
      const { name: field, type } = resolveField(name, scope);
      if (pattern !== '') return { kind: 'like', field, value: this.#end(`${name}:`).text };
      const how: Uncertain = {
        ...(certain === '' ? {} : { match: 'certain' as const }),
        ...(basis === undefined ? {} : { basis: basis as NonNullable<Uncertain['basis']> }),
      };
      const values = this.#values({ field, how, patterns: type === 'keyword' || type === 'cell' });
      return normaliseQuery(values, scope);
    });
  }

  #existence(scope: Scope, start: number): Query {
    const scanner = this.#scanner;
    const name =
      scanner.peek() === '"' ? scanner.quoted() : (scanner.match(/[^\s()"]*(?:"[^"]*"\][^\s()]*)?/uy)?.[0] ?? '');
    return scanner.locate(start, () => {
      const child = scope === undefined && CHILD_NAMES.find((child) => child.toLowerCase() === name.toLowerCase());
      if (child) return { kind: 'some', child, query: ALL };
      return { kind: 'exists', field: resolveField(name, scope).name };
    });
  }

  #values({ field, how, patterns }: { field: string; how: Uncertain; patterns: boolean }): Query {
    const plain: string[] = [];
    const others: Query[] = [];
    do {
      const from = this.#end(`${field}:`, true);
      if (this.#scanner.take('..')) {
        const to = this.#end(`${field}:`, true);
        if (isOpen(from) && isOpen(to)) others.push({ kind: 'exists', field });
        else {
          others.push({
            kind: 'range',
            field,
            ...(isOpen(from) ? {} : { from: from.text }),
            ...(isOpen(to) ? {} : { to: to.text }),
            ...how,
          });
        }
      } else if (!from.quoted && from.text === '') {
        throw this.#scanner.error(`No value follows "${field}:".`, `To ask whether there is one, write has:${field}.`);
      } else if (!from.quoted && from.text === '*') others.push({ kind: 'exists', field });
      else if (!from.quoted && patterns && /[*?]/u.test(from.text))
        others.push({ kind: 'like', field, value: from.text });
      else plain.push(from.text);
    } while (this.#scanner.take(','));
    const conditions: Query[] = plain.length > 0 ? [{ kind: 'in', field, values: plain, ...how }, ...others] : others;
    return conditions.length === 1 ? conditions[0]! : { kind: 'or', of: conditions };
  }

  /** A value or one end of a range. */
  #end(after: string, mayBeEmpty = false): { readonly text: string; readonly quoted: boolean } {
    const scanner = this.#scanner;
    if (scanner.peek() === '"') return { text: scanner.quoted(), quoted: true };
    const text = scanner.match(BARE_END)?.[0] ?? '';
    if (text === '' && !mayBeEmpty) throw scanner.error(`No value follows "${after}".`);
    return { text, quoted: false };
  }
}

function isOpen(end: { readonly text: string; readonly quoted: boolean }): boolean {
  return !end.quoted && (end.text === '' || end.text === '*');
}
