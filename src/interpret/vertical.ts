import type { Issue } from '../model/issue.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { parseHeights, type Heights } from './height.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';

/** A plain number in a field of metres: its point is a decimal point. */
const PLAIN = /^[-+]?\d+(?:\.\d+)?$/u;
/** Words for zero. */
const ZERO = /^(?:(?:at )?sea[ -]?level|s\. ?l\.|surface|at surface|oberfläche|superficie|surf\.?|meereshöhe)$/u;

function readHeights(text: string): Heights | undefined {
  if (PLAIN.test(text)) return { low: Number(text), high: Number(text), isConverted: false };
  return ZERO.test(text.toLowerCase()) ? { low: 0, high: 0, isConverted: false } : parseHeights(text);
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
    const heights = readHeights(value);
    if (heights === undefined) issues.push({ code: codes.notNumeric, term: inputs[index], detail: value });
    else if (heights.isConverted) issues.push({ code: codes.notMetric, term: inputs[index], detail: value });
    return heights;
  };
  const minimum = read(0);
  const maximum = read(1);
  const ends = minimum === undefined && maximum === undefined ? [read(2)] : [minimum, maximum];
  const heights = ends.filter((end) => end !== undefined).flatMap(({ low, high }) => [low, high]);
  if (heights.length === 0) return { output: {}, issues };
  if (minimum !== undefined && maximum !== undefined && minimum.low > maximum.high)
    issues.push({ code: codes.swapped, term: inputs[0], detail: `${minimum.low} / ${maximum.high}` });
  const [least, greatest] = [Math.min(...heights), Math.max(...heights)].map(
    (metres) => Math.round(metres * 100) / 100,
  );
  const unlikely = [least, greatest].find((metres = 0) => metres < range[0] || metres > range[1]);
  if (unlikely !== undefined) {
    issues.push({ code: codes.unlikely, term: inputs[0], detail: String(unlikely) });
    return { output: {}, issues };
  }
  return { output: { [output]: least }, issues };
}

function vertical(options: Vertical): Interpreter {
  const { name, inputs, output } = options;
  return {
    name,
    version: 3,
    target: 'record',
    inputs,
    outputs: { [output]: 'DOUBLE' },
    interpret: (values) => interpretVertical(options, values),
  };
}

/** Metres above the sea: the least of a range. The deepest sea floor and the highest summit bound what is likely. */
export const elevation = vertical({
  name: 'elevation',
  inputs: ['minimumElevationInMeters', 'maximumElevationInMeters', 'verbatimElevation'],
  output: 'elevationInMeters',
  range: [-11_000, 8849],
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
