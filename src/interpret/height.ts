import { parseNumber } from './number.ts';

/** Metres in a unit, by what labels call it, without points. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:k(?:ilo)?m(?:et(?:er|re)s?)?)$/u, 1000],
  [/^(?:m|ms|masl|msnm|msm|mamsl|mt|mts|mtr|mtrs|met(?:er|re)s?|metern?|metros?|metri|mètres?|м)$/u, 1],
  [/^(?:cm|centimet(?:er|re)s?)$/u, 0.01],
  [/^(?:mm|millimet(?:er|re)s?)$/u, 0.001],
  [/^(?:f|ft|fts|feet|foot|'|′|’|pies|fuss|fuß|pieds?|fot|piedi)$/u, 0.3048],
  [/^(?:fm|fms|fath|faths|fths?|fathoms?|brasses?|brazas?|faden|fadens|fadens?|favn)$/u, 1.8288],
  [/^(?:mi|miles?)$/u, 1609.344],
  [/^(?:yd|yds|yards?)$/u, 0.9144],
];
const BEFORE =
  /^(?:c(?:a|irca)?\b\.?|about|around|approx(?:imately|\b)\.?|environ|env\.|etwa|ungefähr|ungef\.|aprox(?:imadamente|\b)\.?|um\b|~|≈|±|at\b|an?\b|auf\b|alt(?:itude|itud|\b)\.?|el(?:ev(?:ation|ación|\b)|\.)\.?|(?:see)?höhe|höhenlage|depth|deep|tiefe|profondeur|prof\.|profundidad|profundidade|djup|dybde|between\b|entre\b|zwischen\b|from\b|von\b|de\b)[:=\s]*/u;
/** Level of the sea as what heights are counted from. */
const ABOVE =
  /\s*(?:\b(?:above|over) (?:mean )?(?:sea|s)[ -]?level|\ba\.? ?s\.? ?l\b\.?|\ba\.? ?m\.? ?s\.? ?l\b\.?|\bs\.? ?n\.? ?m\b\.?|(?:sobre|sur|sopra) (?:el |le |il )?(?:nivel|niveau|livello) (?:del|de la|del? )? ?(?:mar|mer|mare)|(?<!\p{L})üb?\.? ?(?:d\. ?)?(?:n\.? ?n|m|meer(?:esspiegel)?)\b\.?|\bo\.? ?h\b\.?|\bn\.? ?p\.? ?m\b\.?|\bs\.? ?m\b\.?|\belev(?:ation)?\b\.?|\balt(?:itude)?\b\.?|\bhigh\b|\bdeep\b|\bdepth\b|\btief\b|\bde profundidad\b|\bde profondeur\b)$/u;
const BELOW = /\s*(?:\bbelow (?:mean )?sea[ -]?level|\bb\.? ?s\.? ?l\b\.?|\bunter (?:dem )?meeresspiegel)$/u;
const NUMBER = String.raw`[-+\u2212]?\d(?:[\d.,'’ ]{0,14}\d)?`;
const RANGE = new RegExp(
  String.raw`^(?<low>${NUMBER})(?:\s?(?<lowUnit>[^\d\s-][^\d-]{0,20}?)?\s?(?:-|–|—|/|\b(?:to|bis|à|a|and|und|hasta|et|y|e)\b)\s?(?:ca?\.? ?)?(?<high>${NUMBER}))?\s?(?<unit>\D{0,30}?)\.?$`,
  'u',
);
const LONGEST = 120;
/** Feet and metres of the same height differ by rounding. */
const AGREED = 0.06;

export interface Heights {
  /** Metres; low ≤ high unless they are written the other way round. */
  readonly low: number;
  readonly high: number;
  /** Whether the unit was another than metres. */
  readonly isConverted: boolean;
}

function without(text: string, pattern: RegExp): string {
  let rest = text;
  for (let turn = 0; turn < 4; turn++) {
    const next = rest.replace(pattern, '').trim();
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

/** With a point before three digits and no more, a label may mean thousands as well: it is not read. */
const EITHER = /^[-+]?[1-9]\d{0,2}\.\d{3}$/u;

function numberOf(text: string): number | undefined {
  const plain = text.replaceAll(/['’]/gu, '').replaceAll(/(?<=^[-+]?\d{1,3}(?: \d{3}){0,2}) (?=\d{3}(?: |$))/gu, '');
  return EITHER.test(plain) ? undefined : parseNumber(plain.replace(/^\+/u, ''));
}

function factorOf(unit: string): number | undefined {
  const plain = unit.replaceAll(/[.\s]/gu, '');
  return plain === '' ? 1 : UNITS.find(([pattern]) => pattern.test(plain))?.[1];
}

function parseOne(text: string): Heights | undefined {
  const start = without(text.trim(), BEFORE);
  const above = without(start, ABOVE);
  const plain = without(above, BELOW);
  const groups = RANGE.exec(plain)?.groups;
  if (groups === undefined) return undefined;
  const low = numberOf(groups['low'] ?? '');
  const high = groups['high'] === undefined ? low : numberOf(groups['high']);
  const unit = groups['unit'] === undefined || groups['unit'] === '' ? groups['lowUnit'] : groups['unit'];
  const factor = factorOf(unit ?? '');
  const lowFactor = groups['lowUnit'] === undefined ? factor : factorOf(groups['lowUnit']);
  if (low === undefined || high === undefined || factor === undefined || lowFactor === undefined) return undefined;
  const sign = plain === above ? 1 : -1;
  return { low: sign * low * lowFactor, high: sign * high * factor, isConverted: factor !== 1 };
}

function isSame(a: Heights, b: Heights): boolean {
  return [
    [a.low, b.low],
    [a.high, b.high],
  ].every(([left = 0, right = 0]) => Math.abs(left - right) <= Math.max(1, AGREED * Math.abs(left)));
}

/**
 * Reads a height or depth, or a range of them, with its unit (metres where none is written), in the words of several
 * languages: "ca. 1,200 ft", "100–200 m s.n.m.", "1000 ft (305 m)". Undefined where it is none, or where two statements of
 * it do not agree.
 */
export function parseHeights(text: string): Heights | undefined {
  const written = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  if (written.length > LONGEST) return undefined;
  const twin =
    /^(?<first>[^()[\]=]*?)\s?(?:[([]\s?=?\s?(?<inner>[^()[\]]*)[)\]]\.?|=\s?(?<equal>[^()[\]=]*)|\/\s?(?<slash>\d[^()[\]=/]*[a-zäöü'′][^()[\]=/]*))$/u.exec(
      written,
    )?.groups;
  const other = twin?.['inner'] ?? twin?.['equal'] ?? twin?.['slash'];
  if (twin === undefined || other === undefined) return parseOne(written);
  const [first, second] = [parseOne(twin['first'] ?? ''), parseOne(other)];
  if (first !== undefined && second !== undefined && first.isConverted !== second.isConverted)
    return isSame(first, second) ? (first.isConverted ? second : first) : undefined;
  return (
    parseOne(written) ?? (second === undefined && twin['inner'] !== undefined && !/\d/u.test(other) ? first : undefined)
  );
}
