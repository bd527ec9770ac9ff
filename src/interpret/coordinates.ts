import { plainDirections } from './coordinate-words.ts';

/** An angle as read; `isAmbiguous` where its letter is O, which is east in German and west in French, Spanish, Portuguese and Italian. */
export interface Angle {
  /** Degrees; south and west negative. With an ambiguous letter: as if east. */
  readonly degrees: number;
  readonly isAmbiguous: boolean;
  readonly axis?: 'latitude' | 'longitude';
  /** Degrees: one unit of the last digit that is written. */
  readonly precision: number;
}

const NORTH = 'N';
const SOUTH = 'SZ';
const EAST = 'EÖ';
const WEST = 'W';
// Letters that may be a unit or a hemisphere count as units only where more follows.
const DEGREE = String.raw`[°º˚]|deg(?:rees?)?\.?|grad|[do](?=\s*\d)`;
const MINUTE = `['’′´‘]|min(?:utes?)?\\.?|m`;
const SECOND = String.raw`["”″“]|''|’’|′′|sec(?:onds?)?\.?|s(?=\s*[NSEW])`;
const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const LETTER = '[NSEWOZÖ](?:orth|outh|ast|est|ord|üd|st|ud)?';
const SECONDS = String.raw`(?:\s*(?:${MINUTE}|:)\s*|\s+)(?<s>${NUMBER})\s*(?:${SECOND})?`;
const MINUTES = String.raw`(?:\s*(?:${DEGREE}|:)\s*|\s+)(?<m>${NUMBER})(?:${SECONDS}|\s*(?:${MINUTE})?)`;
const FORM = new RegExp(
  String.raw`^(?<before>${LETTER})?\.?\s*(?<sign>[+\-−–])?\s*(?<d>${NUMBER})(?:${MINUTES}|\s*(?:${DEGREE})?)\s*(?<after>${LETTER})?\.?$`,
  'iu',
);

function number(part: string | undefined): number {
  return part === undefined ? 0 : Number(part.replace(',', '.'));
}

function lastDigit(part: string): number {
  const point = part.search(/[.,]/u);
  return point === -1 ? 1 : 10 ** (point + 1 - part.length);
}

/**
 * Reads one latitude or longitude in decimal degrees or degrees, minutes and seconds, with signs, or with the letters and
 * words of many languages. Undefined where it is none.
 */
export function parseAngle(text: string): Angle | undefined {
  if (text.length > LONGEST_PAIR) return undefined;
  return angleOf(plainDirections(text));
}

function angleOf(text: string): Angle | undefined {
  const groups = FORM.exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { before, after, sign, d, m, s } = groups;
  if (before !== undefined && after !== undefined) return undefined;
  const minutes = number(m);
  const seconds = number(s);
  if (minutes >= 60 || seconds >= 60 || (m !== undefined && /[.,]/u.test(d ?? ''))) return undefined;
  const size = number(d) + minutes / 60 + seconds / 3600;
  const precision = s === undefined ? (m === undefined ? lastDigit(d ?? '') : lastDigit(m) / 60) : lastDigit(s) / 3600;
  const letter = (before ?? after)?.[0]?.toUpperCase();
  if (letter === undefined)
    return { degrees: sign === undefined || sign === '+' ? size : -size, isAmbiguous: false, precision };
  if (sign !== undefined && sign !== '+') return undefined;
  const axis = NORTH.includes(letter) || SOUTH.includes(letter) ? 'latitude' : 'longitude';
  const isNegative = SOUTH.includes(letter) || WEST.includes(letter);
  return {
    degrees: isNegative ? -size : size,
    isAmbiguous: !isNegative && !NORTH.includes(letter) && !EAST.includes(letter),
    axis,
    precision,
  };
}

/** In letters; no pair is longer. */
const LONGEST_PAIR = 300;

export interface AnglePair {
  readonly latitude: Angle;
  readonly longitude: Angle;
}

/** Reads a pair such as "51°30'N 0°7'W", "N51.5 W0.12" or "51.5, -0.12": latitude first, unless the letters say otherwise. */
export function parsePair(text: string): AnglePair | undefined {
  if (text.length > LONGEST_PAIR) return undefined;
  const written = plainDirections(text);
  const splits = Array.from(
    written.matchAll(
      /[NSEWOZÖ]\.?\s*[,;/|]?\s*(?=[\d+-])|\s*[;|/]\s*|\s*,\s+|,(?=\s*-?\d+\.)|\s+(?=[NSEWO]\s*\d)|\s+(?=-?\d)/giu,
    ),
  );
  for (const split of splits) {
    const end = /^[NSEWOZÖ]/iu.test(split[0]) ? split.index + 1 : split.index;
    const [first, second] = [angleOf(written.slice(0, end)), angleOf(written.slice(split.index + split[0].length))];
    if (first === undefined || second === undefined) continue;
    if (
      (first.axis === undefined) !== (second.axis === undefined) ||
      (first.axis !== undefined && first.axis === second.axis)
    )
      continue;
    return first.axis === 'longitude' ? { latitude: second, longitude: first } : { latitude: first, longitude: second };
  }
  return undefined;
}

// A number with its hemisphere: with signs for degrees or minutes, with three decimals, or as two or three numbers.
const MARKED = String.raw`\d{1,3}(?:\.\d{3,}\s?°?|(?:\.\d+)?\s?(?:[°º˚]|deg\b|d(?=\d))\s?(?:\d{1,2}(?:\.\d+)?\s?(?:['’′]|min\b)?\s?(?:\d{1,2}(?:\.\d+)?\s?(?:"|”|″|''|’’)?)?)?|\s\d{1,2}(?:\.\d+)?['’]?(?:\s\d{1,2}(?:\.\d+)?(?:"|'')?)?)`;
const WORD = String.raw`\s?(?:north|south|east|west|[nsew])\b\.?(?:\s?(?:latitude|longitude|lat|long)\b\.?)?`;
const PAIR = new RegExp(
  String.raw`(?<![\d.])(?<latitude>${MARKED}${WORD})[\s,;/|]{0,4}(?<longitude>${MARKED}${WORD})`,
  'iu',
);
const LONGEST_PASSAGE = 2000;

/** Finds a pair with degrees and letters in a longer text: "Orlando, 28°36'31"N 81°11'58"W, 70 ft". Undefined where there is none. */
export function findPair(text: string): AnglePair | undefined {
  const groups = PAIR.exec(text.slice(0, LONGEST_PASSAGE).replaceAll(/\s+/gu, ' '))?.groups;
  if (groups === undefined) return undefined;
  const [latitude, longitude] = [groups['latitude'], groups['longitude']].map((part = '') =>
    parseAngle(
      part
        .replace(/\s?(?:latitude|longitude|lat|long)\b\.?$/iu, '')
        .replace(/(?<=[nsew])(?:orth|outh|ast|est)\b/iu, ''),
    ),
  );
  return latitude?.axis === 'latitude' && longitude?.axis === 'longitude' ? { latitude, longitude } : undefined;
}

/** An angle as degrees, minutes, seconds and letter, to a thousandth of a second. */
export function formatAngle(degrees: number, axis: 'latitude' | 'longitude'): string {
  const thousandths = Math.round(Math.abs(degrees) * 3_600_000);
  const letter = axis === 'latitude' ? (degrees < 0 ? 'S' : 'N') : degrees < 0 ? 'W' : 'E';
  const seconds = (thousandths % 60_000) / 1000;
  return `${Math.floor(thousandths / 3_600_000)}°${Math.floor(thousandths / 60_000) % 60}'${seconds}"${letter}`;
}
