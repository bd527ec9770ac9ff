import type { HopComparison } from '../model/query.ts';
import type { Span } from '../model/span.ts';
import type { CodedColumn } from './coded-column.ts';
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

/** Where rows that may pass lie on a line: each row there has an extent, each row here a window in which those must overlap. */
export interface Line {
  extent(row: number): Span | undefined;
  window(row: number): Span | undefined;
}

/** A comparison of two records. */
export interface RecordTest {
  readonly here: Signature;
  readonly there: Signature;
  /** Absent where rows that pass may lie anywhere. */
  readonly line?: Line;
  readonly test: (here: number, there: number) => State;
}

type Dated = Extract<HopComparison, { kind: 'before' | 'after' | 'within' }>;

/** How this span stands to that one. */
function spanTest(comparison: Dated): (a: Span, b: Span) => State {
  switch (comparison.kind) {
    case 'before':
      return (a, b) => (a.end < b.begin ? CERTAIN : a.begin < b.end ? POSSIBLE : 0);
    case 'after':
      return (a, b) => (a.begin > b.end ? CERTAIN : a.end > b.begin ? POSSIBLE : 0);
    case 'within': {
      const days = daysOf(comparison);
      return (a, b) => {
        if (Math.max(a.end - b.begin, b.end - a.begin) <= days) return CERTAIN;
        return Math.max(a.begin - b.end, b.begin - a.end) <= days ? POSSIBLE : 0;
      };
    }
  }
}

/** The recorded spans of a row. */
class DateColumn {
  readonly #column: CodedColumn;
  readonly #spans: readonly (Span | undefined)[];

  constructor(index: EmbeddedIndex, name: string) {
    this.#column = index.column(name);
    const { begins, ends, bases } = index.spans(name);
    this.#spans = Array.from(begins, (begin, at) => (bases[at] === 0 ? { begin, end: ends[at]! } : undefined));
  }

  of(row: number): readonly Span[] {
    return codesOf(this.#column, row).flatMap((code) => this.#spans[code - 1] ?? []);
  }

  readonly signature: Signature = (row) => signatureOf(this.#column, row);

  extent(row: number): Span | undefined {
    const spans = this.of(row);
    if (spans.length === 0) return undefined;
    return { begin: Math.min(...spans.map(({ begin }) => begin)), end: Math.max(...spans.map(({ end }) => end)) };
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

/** The best that any of these has with any of those. */
function best<A, B>(these: readonly A[], those: readonly B[], test: (a: A, b: B) => State): State {
  let state = 0;
  for (const a of these) for (const b of those) if ((state |= test(a, b)) === CERTAIN) return state;
  return state;
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
  const days = comparison.kind === 'within' ? daysOf(comparison) : 0;
  return {
    here: here.signature,
    there: there.signature,
    test: (a, b) => best(here.of(a), there.of(b), test),
    line: {
      extent: (row) => there.extent(row),
      window(row) {
        const span = here.extent(row);
        if (span === undefined) return undefined;
        if (comparison.kind === 'before') return { begin: span.begin, end: Infinity };
        if (comparison.kind === 'after') return { begin: -Infinity, end: span.end };
        return { begin: span.begin - days, end: span.end + days };
      },
    },
  };
}

function distanceTest(index: EmbeddedIndex, radiusInMeters: number): RecordTest {
  const { codes } = index.column(POINT_COLUMN);
  const { latitudes, longitudes } = index.points();
  const pointOf = (row: number) => {
    const at = codes[row]! - 1;
    return at < 0 ? undefined : { latitude: latitudes[at]! / MICRO, longitude: longitudes[at]! / MICRO };
  };
  const signature: Signature = (row) => codes[row]!;
  const reach = ((radiusInMeters / EARTH_RADIUS) * 180) / Math.PI + 1e-6;
  return {
    here: signature,
    there: signature,
    test(here, there) {
      const [a, b] = [pointOf(here), pointOf(there)];
      return a !== undefined && b !== undefined && distanceInMeters(a, b) <= radiusInMeters ? CERTAIN : 0;
    },
    line: {
      extent(row) {
        const latitude = pointOf(row)?.latitude;
        return latitude === undefined ? undefined : { begin: latitude, end: latitude };
      },
      window(row) {
        const latitude = pointOf(row)?.latitude;
        return latitude === undefined ? undefined : { begin: latitude - reach, end: latitude + reach };
      },
    },
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
    test(here, there) {
      const [these, those] = [valuesOf(here), valuesOf(there)];
      if (these.length === 0 || those.length === 0) return 0;
      const shares = these.some((value) => those.includes(value));
      const isSame = certain === undefined ? shares : certain[here] !== 0 && certain[here] === certain[there];
      if (kind === 'same') return isSame ? CERTAIN : shares ? POSSIBLE : 0;
      return !shares ? CERTAIN : isSame ? 0 : POSSIBLE;
    },
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
        const begin = begins[entity]!;
        return begin === NO_DAY ? 0 : best(dates.of(row), [{ begin, end: ends[entity]! }], test);
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
