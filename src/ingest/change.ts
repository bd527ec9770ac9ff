import { join } from 'node:path';
import { Database, quoteLiteral, textsOf } from '../catalogue/database.ts';
import { datasetFolder, type Edition } from '../catalogue/edition.ts';
import type { EditionChange, EndedState } from '../catalogue/history.ts';
import type { DatasetManifest, EditionManifest } from '../catalogue/manifest.ts';

const BATCH = 2000;
/** Keys that are in memory together. */
const SLICE = 262_144;

/** What an edition changes in a dataset against another edition. */
export interface DatasetChange {
  readonly datasetKey: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly changed: number;
  /** Gone without a successor. */
  readonly removed: number;
  /** Known under another identifier now. */
  readonly renamed: number;
}

export interface Alias {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Two editions side by side: which records came, went, changed or were renamed. Dispose it after use. */
export class Comparison implements AsyncDisposable {
  readonly #database: Database;
  readonly datasets: readonly DatasetChange[];
  readonly aliases: readonly Alias[];

  private constructor(database: Database, datasets: readonly DatasetChange[], aliases: readonly Alias[]) {
    this.#database = database;
    this.datasets = datasets;
    this.aliases = aliases;
  }

  /** Compares by key and state. Datasets whose part is the same are the same and are not read. */
  static async of(
    previous: { readonly folder: string; readonly manifest: EditionManifest } | undefined,
    next: { readonly folder: string; readonly manifest: EditionManifest },
  ): Promise<Comparison> {
    const folders = [next.folder, ...(previous === undefined ? [] : [previous.folder])];
    const database = await Database.open({ folders });
    const same = new Set(
      next.manifest.datasets
        .filter((dataset) =>
          previous?.manifest.datasets.some(({ key, part }) => key === dataset.key && part === dataset.part),
        )
        .map(({ key }) => key),
    );
    const isOther = ({ key }: DatasetManifest) => !same.has(key);
    await createStates(database, 'after', next.folder, next.manifest.datasets.filter(isOther));
    await createStates(database, 'before', previous?.folder ?? '', previous?.manifest.datasets.filter(isOther) ?? []);
    await database.run('create table added as select a.* from after a anti join before b using (key)');
    await database.run('create table gone as select b.* from before b anti join after a using (key)');
    await database.run(
      'create table changed as select b.rid, b.key, b.datasetKey, b.stateHash, a.stateHash as nextHash from before b join after a using (key) where a.stateHash <> b.stateHash',
    );
    await database.run(ALIASES);
    const aliases = await database.query<Alias>('select "from", "to", reason from alias order by "from"');
    const counts = await database.query<{
      datasetKey: string;
      added: number;
      changed: number;
      gone: number;
      renamed: number;
    }>(
      `select datasetKey, count(*) filter (what = 'added') as added, count(*) filter (what = 'changed') as changed,
         count(*) filter (what = 'gone') as gone, count(*) filter (what = 'renamed') as renamed
       from (select datasetKey, 'added' as what from added union all select datasetKey, 'changed' from changed
         union all select datasetKey, 'gone' from gone union all select datasetKey, 'renamed' from alias) group by datasetKey`,
    );
    const keys = new Set([...next.manifest.datasets, ...(previous?.manifest.datasets ?? [])].map(({ key }) => key));
    const datasets = [...keys].map((key): DatasetChange => {
      const count = counts.find(({ datasetKey }) => datasetKey === key);
      const before = previous?.manifest.datasets.find((dataset) => dataset.key === key);
      const after = next.manifest.datasets.find((dataset) => dataset.key === key);
      const renamed = count?.renamed ?? 0;
      return {
        datasetKey: key,
        title: after?.title ?? before?.title ?? key,
        before: before?.records ?? 0,
        after: after?.records ?? 0,
        added: (count?.added ?? 0) - renamed,
        changed: count?.changed ?? 0,
        removed: (count?.gone ?? 0) - renamed,
        renamed,
      };
    });
    return new Comparison(database, datasets, aliases);
  }

  /** What history has to write: states that ended, whole, out of the previous edition, and states that began. */
  toHistory(previous: Edition | undefined): EditionChange {
    return { ended: this.#ended(previous), begun: this.#begun(), aliases: this.aliases };
  }

  /** In the order of their rows, since neighbours are stored together. */
  async *#ended(previous: Edition | undefined): AsyncGenerator<EndedState[]> {
    if (previous === undefined) return;
    await this.#database.run(
      `create table ended as select (row_number() over (order by rid) - 1)::integer as n, rid, key, stateHash
       from (select rid, key, stateHash from gone union all select rid, key, stateHash from changed) order by rid`,
    );
    for (let from = 0; ; from += BATCH) {
      const batch = await this.#database.query<{ rid: number; key: string; stateHash: string }>(
        `select rid, key, stateHash from ended where n >= ${from} and n < ${from + BATCH} order by n`,
      );
      if (batch.length === 0) return;
      yield batch.flatMap(({ rid, key, stateHash }) =>
        previous.records([rid]).map((record): EndedState => ({ key, stateHash, record })),
      );
    }
  }

  /** In the order of their keys, in which the history keeps them: an entry at the end is the cheapest. */
  async *#begun(): AsyncGenerator<(readonly [string, string])[]> {
    await this.#database.run(
      `create table begun as select (row_number() over (order by key) - 1)::integer as n, key, stateHash
       from (select key, stateHash from added union all select key, nextHash from changed) order by key`,
    );
    const [counted] = await this.#database.query<{ count: number }>('select count(*) as count from begun');
    for (let from = 0; from < (counted?.count ?? 0); from += SLICE) {
      const slice = `(select * from begun where n >= ${from} and n < ${from + SLICE})`;
      for (const pack of await this.#database.packs(slice, 'n', ['key', 'stateHash'])) {
        const [keys, hashes] = pack.columns.map((column) => textsOf(pack, column));
        yield keys!.map((key, index) => [key, hashes![index]!] as const);
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database.close();
  }
}

/**
 * An identifier that only changed its spelling (http and https, letter case, HTML entities, a slash at its end) is the
 * same record, where exactly one key vanished and exactly one appeared for it in its dataset.
 */
const NORMALISED = `regexp_replace(regexp_replace(lower(
    replace(replace(replace(replace(replace(identifier, '&amp;', '&'), '&#38;', '&'), '&quot;', '"'), '&lt;', '<'), '&gt;', '>')
  ), '^https://', 'http://'), '/+$', '')`;
const ALIASES = `create table alias as
  select g.key as "from", a.key as "to", g.datasetKey, 'identifier respelled: ' || g.identifier || ' → ' || a.identifier as reason
  from (select any_value(key) as key, any_value(identifier) as identifier, datasetKey, ${NORMALISED} as name from gone
        where identifier is not null group by datasetKey, name having count(*) = 1) g
  join (select any_value(key) as key, any_value(identifier) as identifier, datasetKey, ${NORMALISED} as name from added
        where identifier is not null group by datasetKey, name having count(*) = 1) a using (datasetKey, name)`;

async function createStates(
  database: Database,
  table: string,
  folder: string,
  datasets: readonly DatasetManifest[],
): Promise<void> {
  const selects = datasets.map(
    (dataset) =>
      `select (row + ${dataset.first})::integer as rid, key, ${quoteLiteral(dataset.key)} as datasetKey, identifier, stateHash
       from read_parquet(${quoteLiteral(join(datasetFolder(folder, dataset), 'record.parquet'))})`,
  );
  const none = `select 0 as rid, '' as key, '' as datasetKey, '' as identifier, '' as stateHash where false`;
  await database.run(`create view ${table} as ${selects.length === 0 ? none : selects.join(' union all ')}`);
}
