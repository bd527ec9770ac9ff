import { isReached, type Measurement } from './measurement.ts';

/** bench/work/result-<records>-<datasets>.json */
export interface Result {
  readonly records: number;
  readonly datasets: number;
  readonly machine: string;
  /** By part, in the order of the table. */
  readonly parts: Readonly<Record<string, readonly Measurement[]>>;
  /** By part: when it was measured, since parts may be measured in different runs. */
  readonly runs: Readonly<Record<string, Run>>;
}

export interface Run {
  readonly date: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** What sets it apart from the others. */
  readonly remark?: string;
}

const HEADER = ['what', 'measured', 'plain reference', 'goal', 'reached', 'remarks'];

function amount(value: number, unit: string): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  const text = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '1/s' ? `${text} a second` : `${text} ${unit}`.trim();
}

function cellsOf(measurement: Measurement): string[] {
  const { name, value, unit, reference, goal, note } = measurement;
  const reached = isReached(measurement);
  return [
    name,
    amount(value, unit),
    reference === undefined ? '' : amount(reference, unit),
    goal === undefined ? '' : `${goal.better === 'less' ? '≤' : '≥'} ${amount(goal.limit, unit)}`,
    reached === undefined ? '' : reached ? 'yes' : '**no**',
    note ?? '',
  ];
}

/** One line for people, while it is measured. */
export function formatLine(measurement: Measurement): string {
  const [name = '', measured = '', reference = '', goal = '', reached = '', note = ''] = cellsOf(measurement);
  const outcome = reached === '' ? '' : `${goal} ${reached === 'yes' ? 'reached' : 'NOT REACHED'}`;
  return [
    name.padEnd(44),
    measured.padStart(16),
    (reference === '' ? '' : `plain ${reference}`).padStart(22),
    outcome.padEnd(30),
    note,
  ]
    .join('  ')
    .trimEnd();
}

/** The table as Markdown. */
export function formatTable(measurements: readonly Measurement[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(HEADER), `|${HEADER.map(() => '---').join('|')}|`, ...measurements.map((m) => line(cellsOf(m)))].join(
    '\n',
  );
}

/** docs/benchmarks.md */
export function formatDocument({ records, datasets, machine, parts, runs }: Result): string {
  const when = Object.entries(runs).map(([part, { date, loadBefore, loadAfter, remark }]) => {
    const load = `load average before ${loadBefore.toFixed(1)} and after ${loadAfter.toFixed(1)}`;
    return `  - ${part}: ${date}, ${load}${remark === undefined ? '' : `; ${remark}`}`;
  });
  return `# Benchmarks

Written by \`npm run bench -- --write-docs\` from its own figures; \`npm run bench -- --full\` measures with 4,100,000 records. The goals are for two cores and 4,100,000 records; marks beside fewer records say only how it stands with those.

- Records: ${records.toLocaleString('en')}, in ${datasets} datasets, made by \`collectome generate\`.
- Machine: ${machine}.
- Measured part by part. Where the load average is well over zero before, other programs used the same cores, and the times are longer than they would be:
${when.join('\n')}
- The plain reference is DuckDB on the same machine: for the build \`read_csv\` (all text) of the unzipped core tables into zstd Parquet; for searches SQL over the edition's tables, in a process of its own, without HTTP.
- Everything else is measured through HTTP from another process against the real server. Stages of the build overlap: the time of one is that until the next began.
- What the time goes into, what was tried and what stands in the way of goals that are not reached: [performance.md](performance.md).

${formatTable(Object.values(parts).flat())}
`;
}
