import { ALL, type Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { FacetValue, Grid, SearchEngine } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import type { KindTime } from './components/kind-times.tsx';
import { readableGrid } from './readable-grid.ts';
import { readKindTimes } from './kind-times-data.ts';
import { yearOfEdition } from './time-bins.ts';

/** The collection as a picture of itself. */
export interface HomeView {
  readonly objects: number;
  readonly museums: number;
  readonly times: readonly KindTime[];
  readonly undated: number;
  readonly grid: Grid;
  readonly people: readonly FacetValue[];
  readonly newest: readonly CatalogueRecord[];
}

const NEWEST = 8;
const PEOPLE = 12;

export async function readHomeView({ engine, edition }: Lease): Promise<HomeView> {
  const lastYear = yearOfEdition(edition.manifest.created);
  await using all = await engine.resolve(ALL);
  await using dated = await engine.resolve({ kind: 'exists', field: 'date' });
  const [times, grid, facets, newest] = await Promise.all([
    readKindTimes(engine, ALL, lastYear),
    readableGrid(all, { cells: 96, most: 450 }),
    all.facets([{ field: 'agent', limit: PEOPLE }]),
    readNewest(engine, edition),
  ]);
  return {
    objects: all.total,
    museums: edition.manifest.datasets.length,
    times,
    undated: all.total - dated.total,
    grid,
    people: facets[0]?.values ?? [],
    newest,
  };
}

/** What the museums changed last, by their own words; a few more are read than shown, in case some were withdrawn. */
async function readNewest(engine: SearchEngine, edition: Lease['edition']): Promise<CatalogueRecord[]> {
  const rows = await edition.database.query<{ key: string }>(
    `select key from record where recordType = 'object' and modified is not null order by modified desc, rid limit ${NEWEST * 2}`,
  );
  const records = await Promise.all(rows.map(({ key }) => engine.record(key)));
  return records.filter((record) => record !== undefined).slice(0, NEWEST);
}

const WITH_PICTURE: Query = { kind: 'some', child: 'media', query: ALL };

/** One object, drawn by a seed; one with a picture where there is any. */
export async function drawObject(engine: SearchEngine, seed: string): Promise<CatalogueRecord | undefined> {
  for (const query of [WITH_PICTURE, ALL]) {
    await using selection = await engine.resolve(query);
    if (selection.total > 0) return (await selection.sample({ count: 1, seed }))[0];
  }
  return undefined;
}
