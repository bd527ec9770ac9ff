import { Edition } from '../src/catalogue/edition.ts';
import { Database, quoteLiteral } from '../src/catalogue/database.ts';
import { answerTask } from './child.ts';
import { percentile } from './measurement.ts';

/** What DuckDB alone needs for the same: reading the files into Parquet, or statements over an edition's tables. */
export type ReferenceTask =
  | { readonly kind: 'read'; readonly folder: string }
  | {
      readonly kind: 'statements';
      readonly edition: string;
      readonly cases: Readonly<Record<string, readonly string[]>>;
    };

const REPETITIONS = 5;

answerTask(async (task: ReferenceTask) => (task.kind === 'read' ? read(task.folder) : ask(task)));

async function read(folder: string): Promise<{ readonly seconds: number }> {
  await using database = await Database.open({ folders: [folder] });
  const started = performance.now();
  await database.run(
    `copy (select * from read_csv(${quoteLiteral(`${folder}/occurrence-*.txt`)}, delim = '\t', quote = '', escape = '', header = true, all_varchar = true))
     to ${quoteLiteral(`${folder}/plain.parquet`)} (format parquet, compression zstd)`,
  );
  return { seconds: (performance.now() - started) / 1000 };
}

async function ask({
  edition,
  cases,
}: Extract<ReferenceTask, { kind: 'statements' }>): Promise<Record<string, number>> {
  await using opened = await Edition.open(edition);
  const answer: Record<string, number> = {};
  for (const [name, statements] of Object.entries(cases)) {
    const times: number[] = [];
    for (let round = 0; round < REPETITIONS; round += 1) {
      const started = performance.now();
      for (const statement of statements) await opened.database.query(statement);
      if (round > 0) times.push(performance.now() - started);
    }
    answer[name] = percentile(times, 0.5);
  }
  return answer;
}
