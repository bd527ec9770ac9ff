import type { Issue } from '../model/issue.ts';
import { parentsOf, type GeologicalUnit } from '../vocabulary/geological-time.ts';
import { findGeologicalUnits } from './geological-time.ts';
import type { Interpreter } from './interpreter.ts';

interface GeologyColumns {
  readonly geologicalPeriod?: readonly string[];
}

const NOTHING =
  /^\W*(?:none|null|n\/?a|unknown|unrecorded|unplaced|not recorded|undetermined|lower|upper|middle|early|late|lower\/early|upper\/late)?\W*$/iu;

/** A unit and all in which it lies, the eon first. */
function lineageOf(unit: GeologicalUnit): readonly string[] {
  return [...parentsOf(unit), unit].map(({ name }) => name);
}

/**
 * Eons, eras, periods, epochs and ages, from any of the columns, each with those in which it lies. A local unit that is on no chart (Hemingfordian) is
 * kept as written where nothing else is known, and flagged GEOLOGICAL_PERIOD_INVALID.
 */
export const geology: Interpreter<GeologyColumns> = {
  name: 'geological-period',
  version: 3,
  target: 'record',
  inputs: [
    'earliestPeriodOrLowestSystem',
    'latestPeriodOrHighestSystem',
    'earliestEpochOrLowestSeries',
    'latestEpochOrHighestSeries',
    'earliestAgeOrLowestStage',
    'latestAgeOrHighestStage',
  ],
  outputs: { geologicalPeriod: 'VARCHAR[]' },
  interpret(values) {
    const stated = values.flatMap((value) => (value === null || NOTHING.test(value) ? [] : [value]));
    const [systems = '', series = ''] = [values.slice(0, 2), values.slice(2, 4)].map((pair) =>
      pair.filter(Boolean).join(' '),
    );
    // Columns of series say "Upper" alone where the system stands beside them.
    const joined =
      /^\W*\p{L}+(?:\/\p{L}+)?\W*$/u.test(series) && findGeologicalUnits(series).length === 0
        ? [`${series} ${systems}`]
        : [];
    const found = [...stated.flatMap(findGeologicalUnits), ...joined.flatMap(findGeologicalUnits)];
    const units = [...new Set(found.toSorted((left, right) => order(left) - order(right)).flatMap(lineageOf))];
    if (units.length > 0) return { output: { geologicalPeriod: units }, issues: [] };
    if (stated.length === 0) return { output: {}, issues: [] };
    const issue: Issue = {
      code: 'GEOLOGICAL_PERIOD_INVALID',
      term: 'earliestPeriodOrLowestSystem',
      detail: stated.join(' | ').slice(0, 200),
    };
    const written = [...new Set(stated.map((value) => value.charAt(0).toUpperCase() + value.slice(1)))];
    return { output: { geologicalPeriod: written }, issues: [issue] };
  },
};

/** Old units before young ones, and of the same age the longer first. */
function order({ begin, end }: GeologicalUnit): number {
  return -begin - end / 10_000;
}
