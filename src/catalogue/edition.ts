import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHILD_NAMES } from '../vocabulary/children.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { Database, quoteLiteral, type DatabaseOptions } from './database.ts';
import { EntityStore } from './entity-store.ts';
import { withFoundEnds } from './found-ends.ts';
import { LINKED_TABLES, linkedFile, linkedViews } from './linked-tables.ts';
import type { DatasetManifest, EditionManifest, SourceManifest } from './manifest.ts';
import { decodeRecord } from './record-line.ts';
import { RecordStoreReader } from './record-store.ts';

/** In an edition's folder: identifiers quoted in relations that records of other datasets have, and those records' keys. */
export const LINKS_FILE = 'links.parquet';

/** The issues of each record as they hold in the edition, where the table `record` has those of its dataset by itself: rid, issue (codes). */
export const ISSUE_TABLE = 'record_issue';

/** The version of the files that an edition consists of. */
export const EDITION_FORMAT = 2;

/** A dataset's folder in an edition: hard links to its part. */
export function datasetFolder(editionFolder: string, dataset: { readonly key: string }): string {
  return join(editionFolder, 'datasets', dataset.key);
}

/** Rows `from` (inclusive) to `to` (exclusive) of a dataset, counted within it. */
export interface EditionSlice {
  readonly dataset: DatasetManifest;
  readonly from: number;
  readonly to: number;
}

/**
 * An edition, opened for reading. Its tables, as DuckDB sees them:
 * `record` (rid, row, dataset number, columnsOf(FIELDS), stateHash), a view for each child table (rid and columnsOfChild),
 * `verbatim_<source>` (rid, line, c0 … cn; several rows a record for extensions), and LINKED_TABLES.
 * `rid` runs from 0 without holes, datasets in the manifest's order, rows as the museum listed them; it never leaves the engine.
 */
export class Edition implements AsyncDisposable {
  readonly folder: string;
  readonly manifest: EditionManifest;
  readonly database: Database;
  /** What its entities are called, for look-ups of a few. */
  readonly entities: EntityStore;
  readonly #stores: readonly RecordStoreReader[];
  readonly #sources: readonly (readonly SourceManifest[])[];
  readonly #links: ReadonlyMap<string, string>;
  /** Editions of before say of what was found elsewhere that it is not there, in their counts too. */
  readonly #settles: boolean;

  private constructor(
    folder: string,
    manifest: EditionManifest,
    database: Database,
    links: ReadonlyMap<string, string>,
  ) {
    this.#links = links;
    this.#settles = existsSync(linkedFile(folder, 'settled_issue'));
    this.folder = folder;
    this.manifest = manifest;
    this.database = database;
    this.entities = new EntityStore(folder);
    this.#stores = manifest.datasets.map(
      (dataset) => new RecordStoreReader(join(datasetFolder(folder, dataset), 'records.sqlite')),
    );
    this.#sources = manifest.datasets.map(({ key }) => manifest.sources.filter(({ datasetKey }) => datasetKey === key));
  }

  static async open(
    folder: string,
    options: Pick<DatabaseOptions, 'memoryLimitInMb' | 'threads' | 'keepsOrder' | 'temporaryFolder'> = {},
  ): Promise<Edition> {
    const manifest = JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8')) as EditionManifest;
    const database = await Database.open({ ...options, folders: [folder] });
    for (const statement of viewStatements(folder, manifest)) await database.run(statement);
    const links = existsSync(join(folder, LINKS_FILE))
      ? await database.query<{ target: string; key: string }>('select target, key from link')
      : [];
    return new Edition(folder, manifest, database, new Map(links.map(({ target, key }) => [target, key])));
  }

  /** The rows of all datasets in slices of at most `size`; none of them reaches over two datasets. */
  slices(size: number): EditionSlice[] {
    return this.manifest.datasets.flatMap((dataset) =>
      Array.from({ length: Math.ceil(dataset.records / size) }, (_, index): EditionSlice => {
        const from = index * size;
        return { dataset, from, to: Math.min(from + size, dataset.records) };
      }),
    );
  }

  /** A table expression with the rows of a slice of `record`, a child table, a linked table or ISSUE_TABLE, numbered through as `rid`. */
  sliceSql(table: string, slice: EditionSlice): string {
    if (table === ISSUE_TABLE)
      return `(select r.rid, case when codes is null then issue else list_filter(issue, lambda code: not list_contains(codes, code)) end as issue
        from ${this.sliceSql('record', slice)} r
        left join (select rid, list(code) as codes from ${this.sliceSql('settled_issue', slice)} group by rid) using (rid))`;
    if (table in LINKED_TABLES) {
      const { first } = slice.dataset;
      return `(select * from ${table} where rid >= ${first + slice.from} and rid < ${first + slice.to})`;
    }
    return this.#sliceOfFile(`${table}.parquet`, slice);
  }

  /** The same of a source's verbatim table; undefined where the source is another dataset's. */
  verbatimSliceSql(source: SourceManifest, slice: EditionSlice): string | undefined {
    const own = this.#sources[this.manifest.datasets.indexOf(slice.dataset)] ?? [];
    const ordinal = own.indexOf(source);
    return ordinal < 0 ? undefined : this.#sliceOfFile(`verbatim-${ordinal}.parquet`, slice);
  }

  #sliceOfFile(file: string, { dataset, from, to }: EditionSlice): string {
    const path = quoteLiteral(join(datasetFolder(this.folder, dataset), file));
    return `(select (row + ${dataset.first})::integer as rid, * from read_parquet(${path}) where row >= ${from} and row < ${to})`;
  }

  get name(): string {
    return this.manifest.name;
  }

  get indexFolder(): string {
    return join(this.folder, 'index');
  }

  /** The dataset to which a row number of the edition belongs. */
  datasetOf(rid: number): DatasetManifest {
    return this.manifest.datasets[this.#datasetIndex(rid)]!;
  }

  #datasetIndex(rid: number): number {
    const { datasets } = this.manifest;
    let low = 0;
    let high = datasets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (datasets[middle]!.first <= rid) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whole records by row number, in the order asked for. */
  records(rids: readonly number[]): CatalogueRecord[] {
    return rids.map((rid) => {
      const index = this.#datasetIndex(rid);
      const dataset = this.manifest.datasets[index]!;
      const text = this.#stores[index]!.get(rid - dataset.first);
      return withFoundEnds(decodeRecord(text, dataset.key, this.#sources[index]!), {
        links: this.#links,
        settles: this.#settles,
      });
    });
  }

  async close(): Promise<void> {
    for (const store of this.#stores) store.close();
    this.entities.close();
    await this.database.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** The views over an edition's Parquet files: one table for all datasets, with the edition's row numbers. */
function viewStatements(folder: string, manifest: EditionManifest): string[] {
  const statements: string[] = [];
  const union = (view: string, file: string, datasets: readonly DatasetManifest[]) => {
    // Editions of the first format have the issues elsewhere.
    const columns = view === 'record' && manifest.format > 1 ? '* exclude (issues)' : '*';
    const selects = datasets.map(
      (dataset) =>
        `select (row + ${dataset.first})::integer as rid, ${columns} from read_parquet(${quoteLiteral(join(datasetFolder(folder, dataset), file))})`,
    );
    if (selects.length > 0) statements.push(`create view ${view} as ${selects.join(' union all by name ')}`);
  };
  union('record', 'record.parquet', manifest.datasets);
  const links = join(folder, LINKS_FILE);
  const hasLinks = existsSync(links);
  for (const child of CHILD_NAMES) {
    union(child === 'relation' && hasLinks ? 'relation_within' : child, `${child}.parquet`, manifest.datasets);
  }
  if (hasLinks) {
    statements.push(
      `create view link as select * from read_parquet(${quoteLiteral(links)})`,
      `create view relation as select r.* replace (coalesce(r.targetKey, l.key) as targetKey) from relation_within r left join link l using (target)`,
    );
  }
  statements.push(...linkedViews(folder));
  for (const dataset of manifest.datasets) {
    manifest.sources
      .filter(({ datasetKey }) => datasetKey === dataset.key)
      .forEach(({ source }, ordinal) => union(`verbatim_${source}`, `verbatim-${ordinal}.parquet`, [dataset]));
  }
  return statements;
}
