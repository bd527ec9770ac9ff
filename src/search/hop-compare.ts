import type { HopComparison } from '../model/query.ts';
import type { Span } from '../model/span.ts';
import type { CodedColumn } from './coded-column.ts';
import type { SpanDictionary } from './dictionaries.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { distanceInMeters, EARTH_RADIUS } from './geo-filter.ts';
import { CERTAIN, POSSIBLE } from './hop-entities.ts';
import { NO_DAY, type HopIndex } from './hop-index.ts';
import type { EntityVia } from './hop-names.ts';
import { daysOf } from './hop-normal.ts';
import { POINT_COLUMN } from './index-columns.ts';

const MICRO = 1e6;

/** 0, POSSIBLE or CERTAIN. */
type State = number;

/** A comparison of this record with what it shares. */
export type EntityTest = (row: number, entity: number) => State;

/** What is fixed of one end of a comparison: equal signatures give equal answers. */
export type Signature = (row: number) => number | string;

/**
 * Where to look for rows there. On a line: each row there has extents, each row here windows. What may pass overlaps a window of
 * `overlaps`; what passes for certain lies within one of `contains`. By keys: what may pass shares one.
 */
export type Search =
  | {
      readonly kind: 'line';
      readonly extents: (there: number) => readonly Span[];
      readonly overlaps: (here: number) => readonly Span[];
      readonly contains: (here: number) => readonly Span[];
    }
  | { readonly kind: 'keys'; readonly keys: (row: number) => readonly number[] };

/** A comparison of two records. */
export interface RecordTest {
  readonly here: Signature;
  readonly there: Signature;
  /** Absent where rows that pass may be any. */
  readonly search?: Search;
  /** The lowest rank narrows best. */
  readonly rank: number;
  readonly test: (here: number, there: number) => State;
}

type Dated = Extract<HopComparison, { kind: 'before' | 'after' | 'within' }>;

/** How a span here, a to b, stands to a span there, c to d. */
type SpanTest = (a: number, b: number, c: number, d: number) => State;

function spanTest(comparison: Dated): SpanTest {
  switch (comparison.kind) {
    case 'before':
      return (a, b, c, d) => (b < c ? CERTAIN : a < d ? POSSIBLE : 0);
    case 'after':
      return (a, b, c, d) => (a > d ? CERTAIN : b > c ? POSSIBLE : 0);
    case 'within': {
      const days = daysOf(comparison);
      return (a, b, c, d) => {
        if (b - c <= days && d - a <= days) return CERTAIN;
        return a - d <= days && c - b <= days ? POSSIBLE : 0;
      };
    }
  }
}

/** The recorded spans of rows. */
class DateColumn {
  readonly #column: CodedColumn;
  readonly #spans: SpanDictionary;

  constructor(index: EmbeddedIndex, name: string) {
    this.#column = index.column(name);
    this.#spans = index.spans(name);
  }

  readonly signature: Signature = (row) => signatureOf(this.#column, row);

  of(row: number): Span[] {
    const spans: Span[] = [];
    this.each(row, (begin, end) => {
      spans.push({ begin, end });
      return 0;
    });
    return spans;
  }

  /** The best state that a span of the row has; not looked on once it is certain. */
  each(row: number, stateOf: (begin: number, end: number) => State): State {
    const { offsets, codes } = this.#column;
    const { begins, ends, bases } = this.#spans;
    const to = offsets === undefined ? row + 1 : offsets[row + 1]!;
    let state = 0;
    for (let at = offsets === undefined ? row : offsets[row]!; at < to && state !== CERTAIN; at++) {
      const code = codes[at]!;
      if (code > 0 && bases[code - 1] === 0) state |= stateOf(begins[code - 1]!, ends[code - 1]!);
    }
    return state;
  }
}

function codesOf({ offsets, codes }: CodedColumn, row: number): readonly number[] {
  if (offsets !== undefined) return Array.from(codes.subarray(offsets[row], offsets[row + 1]));
  const code = codes[row]!;
  return code === 0 ? [] : [code];
}

function signatureOf({ offsets, codes }: CodedColumn, row: number): number | string {
  if (offsets === undefined) return codes[row]!;
  const [from, to] = [offsets[row]!, offsets[row + 1]!];
  return to - from <= 1 ? (from === to ? 0 : codes[from]!) : codes.subarray(from, to).join(' ');
}

/** Compiles a comparison of two records. */
export function recordTest(index: EmbeddedIndex, comparison: HopComparison): RecordTest {
  switch (comparison.kind) {
    case 'before':
    case 'after':
    case 'within':
      return dateTest(index, comparison);
    case 'near':
      return distanceTest(index, comparison.radiusInMeters);
    case 'same':
    case 'different':
      return valueTest(index, comparison);
  }
}

function dateTest(index: EmbeddedIndex, comparison: Dated): RecordTest {
  const here = new DateColumn(index, comparison.here);
  const there = comparison.there === comparison.here ? here : new DateColumn(index, comparison.there);
  const test = spanTest(comparison);
  return {
    here: here.signature,
    there: there.signature,
    rank: comparison.kind === 'within' ? 0 : 3,
    test: (row, other) => here.each(row, (a, b) => there.each(other, (c, d) => test(a, b, c, d))),
    search: {
      kind: 'line',
      extents: (row) => there.of(row),
      overlaps: (row) => here.of(row).map((span) => windowsOf(comparison, span).overlaps),
      contains: (row) => here.of(row).map((span) => windowsOf(comparison, span).contains),
    },
  };
}

/** Where spans there can lie that pass, and where those do that pass for certain. */
function windowsOf(comparison: Dated, { begin, end }: Span): { readonly overlaps: Span; readonly contains: Span } {
  switch (comparison.kind) {
    case 'before':
      return { overlaps: { begin, end: Infinity }, contains: { begin: end + 1, end: Infinity } };
    case 'after':
      return { overlaps: { begin: -Infinity, end }, contains: { begin: -Infinity, end: begin - 1 } };
    case 'within': {
      const days = daysOf(comparison);
      return {
        overlaps: { begin: begin - days, end: end + days },
        contains: { begin: end - days, end: begin + days },
      };
    }
  }
}

function distanceTest(index: EmbeddedIndex, radiusInMeters: number): RecordTest {
  const { codes } = index.column(POINT_COLUMN);
  const { latitudes, longitudes } = index.points();
  const pointOf = (row: number) => {
    const at = codes[row]! - 1;
    return at < 0 ? undefined : { latitude: latitudes[at]! / MICRO, longitude: longitudes[at]! / MICRO };
  };
  const reach = ((radiusInMeters / EARTH_RADIUS) * 180) / Math.PI + 1e-6;
  const around = (row: number, margin: number) => {
    const latitude = pointOf(row)?.latitude;
    return latitude === undefined ? [] : [{ begin: latitude - margin, end: latitude + margin }];
  };
  const window = (row: number) => around(row, reach);
  const signature: Signature = (row) => codes[row]!;
  return {
    here: signature,
    there: signature,
    rank: 1,
    test(here, there) {
      const [a, b] = [pointOf(here), pointOf(there)];
      return a !== undefined && b !== undefined && distanceInMeters(a, b) <= radiusInMeters ? CERTAIN : 0;
    },
    search: { kind: 'line', extents: (row) => around(row, 0), overlaps: window, contains: window },
  };
}

/** Countries are the same for certain only where each record's is; all other values are as certain as they are. */
function valueTest(
  index: EmbeddedIndex,
  { kind, field }: Extract<HopComparison, { kind: 'same' | 'different' }>,
): RecordTest {
  const column = index.column(field);
  const certain = field === 'country' ? index.certainCountries() : undefined;
  const classOf = classes(index, field);
  const valuesOf = (row: number) => codesOf(column, row).map(classOf);
  const signature: Signature =
    certain === undefined ? (row) => signatureOf(column, row) : (row) => `${certain[row]} ${signatureOf(column, row)}`;
  return {
    here: signature,
    there: signature,
    rank: 2,
    test(here, there) {
      const [these, those] = [valuesOf(here), valuesOf(there)];
      if (these.length === 0 || those.length === 0) return 0;
      const shares = these.some((value) => those.includes(value));
      const isSame = certain === undefined ? shares : certain[here] !== 0 && certain[here] === certain[there];
      if (kind === 'same') return isSame ? CERTAIN : shares ? POSSIBLE : 0;
      return !shares ? CERTAIN : isSame ? 0 : POSSIBLE;
    },
    ...(kind === 'same' ? { search: { kind: 'keys', keys: valuesOf } } : {}),
  };
}

/** Values that are equal but for letter case and accents share a number: that of the first of them. */
function classes(index: EmbeddedIndex, field: string): (code: number) => number {
  if (index.dictionaryOf(field) !== 'text') return (code) => code;
  const texts = index.texts(field);
  const known = new Map<number, number>();
  return (code) => {
    let first = known.get(code);
    if (first === undefined) {
      first = Math.min(...texts.find(texts.get(code)));
      known.set(code, first);
    }
    return first;
  };
}

/** Compiles a comparison of a record with the entity that it leads over. */
export async function entityTest(
  index: EmbeddedIndex,
  { comparison, via, hops }: { readonly comparison: HopComparison; readonly via: EntityVia; readonly hops: HopIndex },
): Promise<EntityTest> {
  switch (comparison.kind) {
    case 'before':
    case 'after':
    case 'within': {
      const { begins, ends } = await hops.spans(via, comparison.there);
      const dates = new DateColumn(index, comparison.here);
      const test = spanTest(comparison);
      return (row, entity) => {
        const [c, d] = [begins[entity]!, ends[entity]!];
        return c === NO_DAY ? 0 : dates.each(row, (a, b) => test(a, b, c, d));
      };
    }
    case 'near': {
      const { latitudes, longitudes } = await hops.points(via);
      const { codes } = index.column(POINT_COLUMN);
      const points = index.points();
      return (row, entity) => {
        const at = codes[row]! - 1;
        const place = { latitude: latitudes[entity]!, longitude: longitudes[entity]! };
        if (at < 0 || Number.isNaN(place.latitude)) return 0;
        const here = { latitude: points.latitudes[at]! / MICRO, longitude: points.longitudes[at]! / MICRO };
        return distanceInMeters(here, place) <= comparison.radiusInMeters ? CERTAIN : 0;
      };
    }
    case 'same':
    case 'different':
      throw new Error(`${comparison.kind} compares two records`);
  }
}
