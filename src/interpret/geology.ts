import type { Issue } from '../model/issue.ts';
import { parentsOf, type GeologicalUnit } from '../vocabulary/geological-time.ts';
import { findGeologicalUnits } from './geological-time.ts';
import type { Interpreter } from './interpreter.ts';

interface GeologyColumns {
  readonly geologicalPeriod?: readonly string[];
}

const NOTHING =
  /^\W*(?:none|null|n\/?a|unknown|unrecorded|unplaced|not recorded|undetermined|lower|upper|middle|early|late|lower\/early|upper\/late)?\W*$/iu;

/** The periods and epochs of a unit: those in which it lies, and itself. A unit above the period stands for itself. */
function shownUnits(unit: GeologicalUnit): readonly string[] {
  const shown = [...parentsOf(unit), unit].filter(
    ({ rank }) => rank === 'period' || rank === 'epoch' || rank === 'informal',
  );
  return shown.length > 0 ? shown.map(({ name }) => name) : [unit.name];
}

/**
 * Periods and epochs, from any of the columns; of an age those in which it lies. A local unit that is on no chart (Hemingfordian) is
 * kept as written where nothing else is known, and flagged GEOLOGICAL_PERIOD_INVALID.
 */
export const geology: Interpreter<GeologyColumns> = {
  name: 'geological-period',
  version: 2,
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
    const units = [...new Set(found.toSorted((left, right) => order(left) - order(right)).flatMap(shownUnits))];
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
