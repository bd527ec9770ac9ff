import { findGeologicalUnits } from '../vocabulary/geological-time.ts';
import type { Interpreter } from './interpreter.ts';

interface GeologyColumns {
  readonly geologicalPeriod?: readonly string[];
}

const NOTHING =
  /^\W*(?:none|null|n\/?a|unknown|unrecorded|unplaced|not recorded|undetermined|lower|upper|middle|early|late|lower\/early|upper\/late)?\W*$/iu;

/** Periods and epochs, from any of the columns. A local unit that is no period (Hemingfordian) is kept as written where nothing else is known. */
export const geology: Interpreter<GeologyColumns> = {
  name: 'geological-period',
  version: 1,
  target: 'record',
  inputs: [
    'earliestPeriodOrLowestSystem',
    'latestPeriodOrHighestSystem',
    'earliestEpochOrLowestSeries',
    'latestEpochOrHighestSeries',
  ],
  outputs: { geologicalPeriod: 'VARCHAR[]' },
  interpret(values) {
    const stated = values.flatMap((value) => (value === null || NOTHING.test(value) ? [] : [value]));
    const units = [...new Set(stated.flatMap(findGeologicalUnits))];
    const shown =
      units.length > 0 ? units : [...new Set(stated.map((value) => value.charAt(0).toUpperCase() + value.slice(1)))];
    return { output: shown.length === 0 ? {} : { geologicalPeriod: shown }, issues: [] };
  },
};
