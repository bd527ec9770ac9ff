import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, quoteIdentifier, quoteLiteral } from '../../src/catalogue/database.ts';
import { datasetFolder, Edition, EDITION_FORMAT } from '../../src/catalogue/edition.ts';
import type { EditionManifest, SourceManifest } from '../../src/catalogue/manifest.ts';
import { RecordStoreWriter } from '../../src/catalogue/record-store.ts';
import { openEngine, type SearchEngine } from '../../src/search/engine.ts';
import { writeIndex } from '../../src/search/index-writer.ts';
import { CHILD_NAMES, columnsOfChild, type ChildName } from '../../src/vocabulary/children.ts';
import { columnsOf, FIELDS } from '../../src/vocabulary/fields.ts';

export type Value = string | number | boolean | readonly string[] | null | undefined;
export type Row = Readonly<Record<string, Value>>;

export interface FixtureRecord {
  readonly key: string;
  readonly values?: Row;
  readonly children?: Partial<Record<ChildName, readonly Row[]>>;
  /** Cells by header; headers are those of the fixture. */
  readonly verbatim?: Readonly<Record<string, string>>;
  /** Rows of the extension. */
  readonly extension?: readonly Readonly<Record<string, string>>[];
}

export interface Fixture {
  readonly name?: string;
  readonly records: readonly FixtureRecord[];
  readonly headers?: readonly { readonly header: string; readonly term?: string }[];
  readonly extension?: { readonly rowType: string; readonly headers: readonly string[] };
  /** A folder whose files become those of linked tables. */
  readonly linked?: string;
}

export interface OpenFixture extends AsyncDisposable {
  readonly edition: Edition;
  readonly engine: SearchEngine;
}

function literal(value: Value): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quoteLiteral(value);
  if (Array.isArray(value)) return `[${(value as readonly string[]).map(quoteLiteral).join(', ')}]::varchar[]`;
  return String(value);
}

/** A small edition on disk, with its index, as building would leave it. */
export async function openFixture(fixture: Fixture): Promise<OpenFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-search-'));
  const dataset = datasetFolder(folder, { key: 'museum' });
  mkdirSync(dataset, { recursive: true });
  mkdirSync(join(folder, 'index'));
  const manifest = manifestOf(fixture);
  writeFileSync(join(folder, 'edition.json'), JSON.stringify(manifest));
  await writeTables(fixture, folder, dataset);
  writeStore(fixture, dataset);
  if (fixture.linked !== undefined) cpSync(fixture.linked, folder, { recursive: true });
  const edition = await Edition.open(folder, { threads: 1 });
  await writeIndex({ edition: folder, records: manifest.records });
  const engine = await openEngine(edition);
  return {
    edition,
    engine,
    async [Symbol.asyncDispose]() {
      engine.close();
      await edition.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function sourcesOf({ headers = [], extension }: Fixture): SourceManifest[] {
  const about = { datasetKey: 'museum', files: ['records.csv'], rowsRead: 0, rowsImported: 0, rowsRejected: 0 };
  const core = {
    ...about,
    source: 0,
    role: 'core',
    rowType: 'http://rs.tdwg.org/dwc/terms/Occurrence',
    columns: headers,
  } as const;
  if (extension === undefined) return [core];
  const columns = extension.headers.map((header) => ({ header }));
  return [core, { ...about, source: 1, role: 'extension', rowType: extension.rowType, columns }];
}

function manifestOf(fixture: Fixture): EditionManifest {
  const records = fixture.records.length;
  return {
    name: fixture.name ?? '2026-01-01.1',
    created: '2026-01-01T00:00:00Z',
    software: 'test',
    format: EDITION_FORMAT,
    node: { name: 'Test', base: 'https://example.org' },
    datasets: [
      {
        key: 'museum',
        iri: 'https://example.org/dataset/museum',
        title: 'Museum',
        contacts: [],
        part: 'part',
        source: { path: 'museum.zip', sha256: '', bytes: 0, format: 'csv' },
        first: 0,
        records,
        recordsByType: {},
        rejected: [],
        notices: [],
        protectedRecords: 0,
        protection: '',
      },
    ],
    sources: sourcesOf(fixture),
    records,
    objects: records,
    seconds: {},
  };
}

async function writeTables(fixture: Fixture, folder: string, dataset: string): Promise<void> {
  const database = await Database.open({ folders: [folder], threads: 1 });
  const write = async (
    file: string,
    columns: readonly (readonly [string, string])[],
    rows: readonly (readonly Value[])[],
  ) => {
    const names = columns.map(([name]) => quoteIdentifier(name)).join(', ');
    await database.run(
      `create or replace table t (${columns.map(([name, type]) => `${quoteIdentifier(name)} ${type}`).join(', ')})`,
    );
    for (let from = 0; from < rows.length; from += 200) {
      const values = rows.slice(from, from + 200).map((row) => `(${row.map(literal).join(', ')})`);
      await database.run(`insert into t (${names}) values ${values.join(', ')}`);
    }
    await database.run(`copy t to ${quoteLiteral(join(dataset, file))} (format parquet)`);
  };
  const recordColumns = [
    ...new Map([
      ['row', 'INTEGER'] as const,
      ...FIELDS.flatMap((field) => columnsOf(field)),
      ['stateHash', 'VARCHAR'] as const,
      ['issues', 'STRUCT(code VARCHAR)[]'] as const,
    ]),
  ];
  await write(
    'record.parquet',
    recordColumns,
    fixture.records.map(({ key, values = {} }, row) => {
      const all: Row = { recordType: 'object', ...values, row, key, datasetKey: 'museum', stateHash: 'x' };
      return recordColumns.map(([name]) => all[name]);
    }),
  );
  for (const child of CHILD_NAMES) {
    const columns = [['row', 'INTEGER'] as const, ...columnsOfChild(child)];
    const rows = fixture.records.flatMap(({ children = {} }, row) =>
      (children[child] ?? []).map((values) => columns.map(([name]) => (name === 'row' ? row : values[name]))),
    );
    await write(`${child}.parquet`, columns, rows);
  }
  const verbatim = async (ordinal: number, headers: readonly string[], rows: readonly (readonly [number, Row])[]) => {
    const columns = [
      ['row', 'INTEGER'] as const,
      ['line', 'INTEGER'] as const,
      ...headers.map((_, at) => [`c${at}`, 'VARCHAR'] as const),
    ];
    await write(
      `verbatim-${ordinal}.parquet`,
      columns,
      rows.map(([row, cells]) => [row, row + 2, ...headers.map((header) => cells[header])]),
    );
  };
  const headers = (fixture.headers ?? []).map(({ header }) => header);
  await verbatim(
    0,
    headers,
    fixture.records.map(({ verbatim: cells = {} }, row) => [row, cells] as const),
  );
  if (fixture.extension !== undefined) {
    const rows = fixture.records.flatMap(({ extension = [] }, row) => extension.map((cells) => [row, cells] as const));
    await verbatim(1, fixture.extension.headers, rows);
  }
  await database.close();
}

function writeStore(fixture: Fixture, dataset: string): void {
  using store = new RecordStoreWriter(join(dataset, 'records.sqlite'));
  fixture.records.forEach(({ key, values = {}, verbatim = {} }, row) => {
    const line = JSON.stringify({
      key,
      recordType: values['recordType'] ?? 'object',
      source: 0,
      file: 0,
      line: row + 2,
      stateHash: 'x',
      values: (fixture.headers ?? []).map(({ header }) => verbatim[header] ?? null),
      extensions: null,
      record: values,
      issues: null,
      children: {},
    });
    store.line.append(Buffer.from(line));
    store.endLine();
  });
  store.close();
}
