import type { Issue } from '../model/issue.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';

/** Metres in a unit, by what labels call it. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:k(?:ilo)?m(?:et(?:er|re)s?)?)$/u, 1000],
  [/^(?:m|mt|mts|mtr|mtrs|met(?:er|re)s?|metros?|mètres?|msnm|masl|m ?[üu] ?(?:nn|m)|m ?a ?s ?l)$/u, 1],
  [/^(?:f|ft|feet|foot|'|′|pies|fuss|fuß|pieds?)$/u, 0.3048],
  [/^(?:fm|fms|fath|faths|fathoms?|brasses?|faden)$/u, 1.8288],
  [/^(?:mi|miles?)$/u, 1609.344],
  [/^(?:yd|yds|yards?)$/u, 0.9144],
];
const APPROXIMATE =
  /^(?:c(?:a|irca)?\.?|ca|about|approx(?:imately)?\.?|~|±|alt(?:itude)?\.?|elev(?:ation)?\.?|depth|tiefe|höhe|profondeur|profundidad)[:\s]*/iu;
const RANGE =
  /^(?<low>-?[\d.,' ]*\d)(?:\s*(?<lowUnit>[^\d\s-][^\d-]*?)?\s*(?:-|–|—|to|bis|à|a|hasta)\s*(?<high>-?[\d.,' ]*\d))?\s*(?<unit>\D*?)\.?$/iu;

export interface Heights {
  /** Metres; low ≤ high. */
  readonly low: number;
  readonly high: number;
  /** Whether the unit was another than metres. */
  readonly isConverted: boolean;
}

function parseNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[\s']/gu, '');
  const grouped = /^-?\d{1,3}(?:,\d{3})+$/u.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
  const number = Number(grouped);
  return Number.isFinite(number) && grouped !== '' ? number : undefined;
}

/** Reads a height or depth, or a range of them, with its unit (metres where none is written). Undefined where it is none. */
export function parseHeights(text: string): Heights | undefined {
  const written = text.trim().toLowerCase().replace(APPROXIMATE, '').replace(APPROXIMATE, '').trim();
  const groups = RANGE.exec(written)?.groups;
  if (groups === undefined) return undefined;
  const low = parseNumber(groups['low'] ?? '');
  const high = groups['high'] === undefined ? low : parseNumber(groups['high']);
  const unit = (groups['unit'] === '' ? (groups['lowUnit'] ?? '') : (groups['unit'] ?? '')).trim().replaceAll('.', '');
  const factor = unit === '' ? 1 : UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  if (low === undefined || high === undefined || factor === undefined) return undefined;
  return { low: low * factor, high: high * factor, isConverted: factor !== 1 };
}

interface Vertical {
  readonly name: 'elevation' | 'depth';
  readonly inputs: readonly [minimum: string, maximum: string, verbatim: string];
  readonly output: string;
  readonly range: readonly [number, number];
  readonly issues: Readonly<Record<'notMetric' | 'unlikely' | 'swapped' | 'notNumeric', IssueCode>>;
}

function interpretVertical(
  { inputs, output, range, issues: codes }: Vertical,
  values: readonly (string | null)[],
): Interpreted<object> {
  const issues: Issue[] = [];
  const read = (index: 0 | 1 | 2): Heights | undefined => {
    const value = values[index] ?? null;
    if (value === null) return undefined;
    const heights = parseHeights(value);
    if (heights === undefined) issues.push({ code: codes.notNumeric, term: inputs[index], detail: value });
    else if (heights.isConverted) issues.push({ code: codes.notMetric, term: inputs[index], detail: value });
    return heights;
  };
  const minimum = read(0);
  const maximum = read(1);
  const stated = minimum ?? maximum ?? read(2);
  if (stated === undefined) return { output: {}, issues };
  const isSwapped = minimum !== undefined && maximum !== undefined && minimum.low > maximum.high;
  if (isSwapped) issues.push({ code: codes.swapped, term: inputs[0], detail: `${minimum.low} / ${maximum.high}` });
  const least = Math.round((isSwapped ? maximum.low : Math.min(stated.low, stated.high)) * 100) / 100;
  if (least < range[0] || least > range[1]) {
    issues.push({ code: codes.unlikely, term: inputs[0], detail: String(least) });
    return { output: {}, issues };
  }
  return { output: { [output]: least }, issues };
}

function vertical(options: Vertical): Interpreter {
  const { name, inputs, output } = options;
  return {
    name,
    version: 1,
    target: 'record',
    inputs,
    outputs: { [output]: 'DOUBLE' },
    interpret: (values) => interpretVertical(options, values),
  };
}

/** Metres above the sea: the least of a range. The lowest land and the highest mountain bound what is likely. */
export const elevation = vertical({
  name: 'elevation',
  inputs: ['minimumElevationInMeters', 'maximumElevationInMeters', 'verbatimElevation'],
  output: 'elevationInMeters',
  range: [-430, 8849],
  issues: {
    notMetric: 'ELEVATION_NOT_METRIC',
    unlikely: 'ELEVATION_UNLIKELY',
    swapped: 'ELEVATION_MIN_MAX_SWAPPED',
    notNumeric: 'ELEVATION_NON_NUMERIC',
  },
});

/** Metres below the surface of the water: the least of a range. GBIF's limit is 11,000. */
export const depth = vertical({
  name: 'depth',
  inputs: ['minimumDepthInMeters', 'maximumDepthInMeters', 'verbatimDepth'],
  output: 'depthInMeters',
  range: [0, 11_000],
  issues: {
    notMetric: 'DEPTH_NOT_METRIC',
    unlikely: 'DEPTH_UNLIKELY',
    swapped: 'DEPTH_MIN_MAX_SWAPPED',
    notNumeric: 'DEPTH_NON_NUMERIC',
  },
});
