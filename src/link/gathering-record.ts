import type { Span } from '../model/span.ts';
import { distanceInKilometres, type Point } from './distance.ts';
import { foldName } from './name-fold.ts';

/** A record as far as it tells from which gathering it comes. */
export interface GatheringRecord {
  /** Its number among all records that are linked, from 0. */
  readonly id: number;
  readonly key: string;
  readonly recordNumber?: string | undefined;
  /** The number of the event in the field. */
  readonly fieldNumber?: string | undefined;
  /** Day numbers, both inclusive. */
  readonly span?: Span | undefined;
  readonly countryCode?: string | undefined;
  readonly locality?: string | undefined;
  readonly point?: Point | undefined;
  readonly uncertaintyInMeters?: number | undefined;
}

/** The same, with what is compared made comparable once. */
export interface FoldedRecord {
  readonly id: number;
  readonly key: string;
  readonly number: string | undefined;
  readonly field: string | undefined;
  readonly span: Span | undefined;
  readonly place: Place;
}

export interface Place {
  readonly countryCode: string | undefined;
  /** Folded; empty where there is none. */
  readonly name: string;
  readonly point: Point | undefined;
  readonly uncertaintyInKilometres: number;
}

/** A span longer than this says when, not at which gathering: "May 1910". */
const LONGEST_SPAN = 3;
/** Places farther apart than this, and than both are uncertain, were not gathered at in one go. */
const MOST_KILOMETRES = 2;
/** What is less certain says nothing of the place any more. */
const MOST_UNCERTAIN_KILOMETRES = 10;
/** Shorter names ("N", "bay") are found in too many others; two signs of scripts that write words or syllables tell as much. */
const TELLING = /^.{4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u;
/** Coordinates that were rounded to this many parts of a degree are one place. */
const PARTS_OF_DEGREE = 1000;

export function foldRecord(record: GatheringRecord): FoldedRecord {
  const { id, key, recordNumber, fieldNumber, span, countryCode, locality = '', point, uncertaintyInMeters } = record;
  return {
    id,
    key,
    number: foldNumber(recordNumber),
    field: foldNumber(fieldNumber),
    span,
    place: {
      countryCode,
      name: foldName(locality),
      point,
      uncertaintyInKilometres: Math.min((uncertaintyInMeters ?? 0) / 1000, MOST_UNCERTAIN_KILOMETRES),
    },
  };
}

/** A collector's number without spaces, dots and leading zeros; undefined for what numbers nothing ("s.n."). */
export function foldNumber(text: string | undefined): string | undefined {
  const plain = (text ?? '')
    .toLowerCase()
    .replace(/[\s.,:#-]+/gu, '')
    .replace(/^(?:no|nr)?0*/u, '');
  return /\d/u.test(plain) ? plain : undefined;
}

/** Whether the days are few enough to be those of one gathering. */
export function isShort({ begin, end }: Span): boolean {
  return end - begin < LONGEST_SPAN;
}

/** Days between two spans; 0 where they share one. */
export function daysBetween(a: Span, b: Span): number {
  return Math.max(b.begin - a.end, a.begin - b.end, 0);
}

export function hasPlace({ name, point }: Place): boolean {
  return TELLING.test(name) || point !== undefined;
}

/** What makes places that are written alike one. */
export function placeKey({ countryCode = '', name, point }: Place): string {
  const cell =
    point === undefined
      ? ''
      : `${Math.round(point.latitude * PARTS_OF_DEGREE)} ${Math.round(point.longitude * PARTS_OF_DEGREE)}`;
  return `${countryCode}/${name}/${cell}`;
}

/** Something about the two places contradicts; what is not stated does not. */
export function contradict(a: Place, b: Place): boolean {
  if (a.countryCode !== undefined && b.countryCode !== undefined && a.countryCode !== b.countryCode) return true;
  if (a.point !== undefined && b.point !== undefined) {
    const most = MOST_KILOMETRES + a.uncertaintyInKilometres + b.uncertaintyInKilometres;
    return distanceInKilometres(a.point, b.point) > most;
  }
  return a.name !== '' && b.name !== '' && !isWithin(a.name, b.name) && !isWithin(b.name, a.name);
}

/** The places are stated to be one: equal names, one in the other's words, or near where one has no name; nothing contradicts. */
export function agree(a: Place, b: Place): boolean {
  if (contradict(a, b)) return false;
  const [short, long] = a.name.length <= b.name.length ? [a.name, b.name] : [b.name, a.name];
  if (TELLING.test(short)) return isWithin(short, long);
  return a.point !== undefined && b.point !== undefined && distanceInKilometres(a.point, b.point) <= MOST_KILOMETRES;
}

function isWithin(short: string, long: string): boolean {
  return short === long || ` ${long} `.includes(` ${short} `);
}
