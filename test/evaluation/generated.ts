/*
 * The first 4,000 records of a generated collection (seed 29), whose truth is known: what a spoiled date, country or list of
 * collectors should have said. Clean and spoiled records are scored together.
 */
import { COLUMNS, Records, type GeneratedRecord } from '../../src/generate/record.ts';
import { INTERPRETERS } from '../../src/interpret/registry.ts';
import { mostFrequent, type Score } from './score.ts';

const SEED = 29;
const RECORDS = 4000;

const ofRecord = INTERPRETERS.filter(({ target }) => target === 'record');

interface Read {
  readonly record: GeneratedRecord;
  readonly output: Readonly<Record<string, unknown>>;
  /** Family names of those who gathered it. */
  readonly families: readonly string[];
  readonly issues: ReadonlySet<string>;
}

interface Participation {
  readonly activity: string;
  readonly family?: string;
}

function read(record: GeneratedRecord): Read {
  const values = new Map<string, string | null>(COLUMNS.map((column, index) => [column, record.cells[index] || null]));
  const answers = ofRecord.map((interpreter) =>
    interpreter.interpret(
      interpreter.inputs.map((term) => values.get(term) ?? null),
      {},
    ),
  );
  return {
    record,
    output: Object.assign({}, ...answers.map(({ output }) => output)) as Record<string, unknown>,
    families: answers.flatMap(({ output }) => {
      const { participationRows = [] } = output as { readonly participationRows?: readonly Participation[] };
      return participationRows.flatMap(({ activity, family }) => (activity === 'gathering' && family ? [family] : []));
    }),
    issues: new Set<string>(answers.flatMap(({ issues }) => issues.map(({ code }) => code))),
  };
}

interface Measure {
  readonly measure: string;
  /** What should have come out; undefined where the truth says nothing. */
  readonly expected: (read: Read) => string | undefined;
  readonly actual: (read: Read) => string | undefined;
  /** The column whose value is shown where it went wrong. */
  readonly column: (typeof COLUMNS)[number];
}

const MEASURES: readonly Measure[] = [
  {
    measure: 'first and last day',
    column: 'eventDate',
    expected: ({ record: { truth } }) =>
      truth.span === undefined ? undefined : `${truth.span.begin} ${truth.span.end}`,
    actual: ({ output: { eventDateBegin: begin, eventDateEnd: end } }) =>
      typeof begin === 'number' && typeof end === 'number' ? `${begin} ${end}` : undefined,
  },
  {
    measure: 'country code',
    column: 'country',
    expected: ({ record: { truth } }) => truth.place.countryCode,
    actual: ({ output: { countryCode } }) => (typeof countryCode === 'string' ? countryCode : undefined),
  },
  {
    measure: 'family names of the collectors',
    column: 'recordedBy',
    expected: ({ record: { truth } }) => truth.collectors.map(({ family }) => family).join('; ') || undefined,
    actual: ({ families }) => families.join('; ') || undefined,
  },
];

export function evaluate(): Promise<Score[]> {
  const source = new Records(SEED);
  const reads = Array.from({ length: RECORDS }, (_, number) => read(source.record(number)));
  const scores = MEASURES.map(({ measure, expected, actual, column }): Score => {
    const labelled = reads.filter((one) => expected(one) !== undefined);
    const missed = labelled.filter((one) => actual(one) !== expected(one));
    return {
      set: 'generated collection',
      measure,
      right: labelled.length - missed.length,
      total: labelled.length,
      wrong: missed.filter((one) => actual(one) !== undefined).length,
      missed: mostFrequent(missed.map(({ record }) => record.cells[COLUMNS.indexOf(column)] ?? '')),
    };
  });
  const spoiled = reads.flatMap((one) =>
    one.record.truth.issues.map((issue) => ({ issue, isFound: one.issues.has(issue) })),
  );
  const lost = spoiled.filter(({ isFound }) => !isFound).map(({ issue }) => issue);
  const found: Score = {
    set: 'generated collection',
    measure: 'issues found where they were put',
    right: spoiled.length - lost.length,
    total: spoiled.length,
    wrong: 0,
    missed: mostFrequent(lost),
  };
  return Promise.resolve([...scores, found]);
}
