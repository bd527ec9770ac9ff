import type { Interpreter } from './interpreter.ts';

const TOKEN = /\s*(?:([a-z]+)|([(),])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))/iuy;
const SRID = /^SRID=\d+;\s*/iu;
const DIMENSIONS = new Set(['Z', 'M', 'ZM']);
/** Parentheses within parentheses around positions; anything else is a collection. */
const DEPTHS: Readonly<Record<string, number>> = {
  POINT: 1,
  LINESTRING: 1,
  MULTIPOINT: 1,
  POLYGON: 2,
  MULTILINESTRING: 2,
  MULTIPOLYGON: 3,
};
const COLLECTION = 'GEOMETRYCOLLECTION';
const DEEPEST = 8;

/** Reads well-known text from its beginning to its end, once. */
class WktScanner {
  readonly #text: string;
  #at = 0;
  #token: string | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#next();
  }

  #next(): void {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    this.#at = match === null ? this.#at : TOKEN.lastIndex;
    this.#token = match === null ? undefined : match[0].trim().toUpperCase();
  }

  #takes(token: string): boolean {
    if (this.#token !== token) return false;
    this.#next();
    return true;
  }

  get isAtEnd(): boolean {
    return this.#token === undefined && this.#text.slice(this.#at).trim() === '';
  }

  isGeometry(depth = 0): boolean {
    const type = this.#token ?? '';
    if (!(type in DEPTHS) && type !== COLLECTION) return false;
    this.#next();
    if (DIMENSIONS.has(this.#token ?? '')) this.#next();
    if (this.#takes('EMPTY')) return true;
    if (type === COLLECTION) return depth < DEEPEST && this.#isList(() => this.isGeometry(depth + 1));
    return this.#isNested(type, DEPTHS[type] ?? 1);
  }

  #isNested(type: string, depth: number): boolean {
    if (depth > 1) return this.#isList(() => this.#isNested(type, depth - 1));
    const positions: string[] = [];
    const isPosition = () => {
      const hasOwnParentheses = type === 'MULTIPOINT' && this.#takes('(');
      const numbers: string[] = [];
      for (; this.#token !== undefined && /^[-+.\d]/u.test(this.#token); this.#next()) numbers.push(this.#token);
      positions.push(numbers.slice(0, 2).map(Number).join(' '));
      return numbers.length >= 2 && numbers.length <= 4 && (!hasOwnParentheses || this.#takes(')'));
    };
    if (!this.#isList(isPosition)) return false;
    if (type === 'POINT') return positions.length === 1;
    // Rings are closed.
    return !type.endsWith('POLYGON') || (positions.length >= 4 && positions[0] === positions.at(-1));
  }

  #isList(isItem: () => boolean): boolean {
    if (!this.#takes('(')) return false;
    do if (!isItem()) return false;
    while (this.#takes(','));
    return this.#takes(')');
  }
}

/** Whether a text is well-known text of a geometry, whatever its reference system. `POINT (110.3 1.5)` is. */
export function isWkt(text: string): boolean {
  const scanner = new WktScanner(text.replace(SRID, ''));
  return scanner.isGeometry() && scanner.isAtEnd;
}

/** The footprint stays text. Issue: FOOTPRINT_WKT_INVALID. */
export const footprint: Interpreter = {
  name: 'footprint',
  version: 1,
  target: 'record',
  inputs: ['footprintWKT'],
  outputs: {},
  interpret([text = null]) {
    return {
      output: {},
      issues: text === null || isWkt(text) ? [] : [{ code: 'FOOTPRINT_WKT_INVALID', term: 'footprintWKT' }],
    };
  },
};
