import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { ALL } from '../../src/model/query.ts';
import type { CatalogueRecord } from '../../src/model/record.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { relatedFolder } from '../fixture/related-node.ts';

/** An archive that names specimens of a museum, which is another dataset of the node. */
const PAPERS = [
  'id,archiveLevel,title,maker,productionDate,isPartOf,description,relatedTo',
  'whole is there,,a,,,https://nhm.example/1,,',
  'whole is nowhere,,b,,,Z,,',
  'one of two is there,,c,,,,,depicts: EXNH 1855.1 | nowhere',
  'both are there,,d,,,https://nhm.example/4,,depicts: EXNH 1855.1 | http://nhm.example/3',
];

let folder: string;
let live: LiveEngine;
beforeAll(async () => {
  folder = relatedFolder();
  writeFileSync(join(folder, 'exports', 'papers.csv'), PAPERS.join('\n'));
  await buildEdition(folder);
  live = await LiveEngine.open(pathsOf(folder));
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read(): Promise<{ records: ReadonlyMap<string, CatalogueRecord>; counts: Record<string, number> }> {
  return live.use(async ({ engine }) => {
    await using selection = await engine.resolve(ALL);
    const { records } = await selection.page({ limit: 100 });
    const [facet] = await selection.facets([{ field: 'issue', limit: 100, contains: 'DANGLING' }]);
    return {
      records: new Map(records.map((record) => [String(record.interpreted['identifier']), record])),
      counts: Object.fromEntries(facet!.values.map(({ value, count }) => [value, count])),
    };
  });
}

function dangling({ issues }: CatalogueRecord): string[] {
  return issues.filter(({ code }) => code.endsWith('DANGLING')).map(({ code, detail }) => `${code} ${detail}`);
}

test('what another dataset has dangles nowhere: not on the record, and not in what is counted', async () => {
  const { records, counts } = await read();
  expect(dangling(records.get('whole is there')!)).toEqual([]);
  expect(dangling(records.get('both are there')!)).toEqual([]);
  expect(dangling(records.get('one of two is there')!)).toEqual(['RELATION_DANGLING related: nowhere']);
  expect(dangling(records.get('whole is nowhere')!)).toEqual(['PART_OF_DANGLING Z']);
  // The museum names a number that nobody has; the archive, one.
  expect(counts).toEqual({ PART_OF_DANGLING: 1, RELATION_DANGLING: 2 });
});

test('records, their values and counts say the same', async () => {
  const { records, counts } = await read();
  const tally: Record<string, number> = {};
  for (const { issues, interpreted } of records.values()) {
    const codes = [...new Set(issues.map(({ code }) => code))];
    expect([...((interpreted['issue'] as readonly string[] | undefined) ?? [])]).toEqual(codes.toSorted());
    for (const code of codes.filter((each) => each in counts)) tally[code] = (tally[code] ?? 0) + 1;
  }
  expect(tally).toEqual(counts);
  await live.use(async ({ engine }) => {
    for (const [value, count] of Object.entries(counts)) {
      await using selection = await engine.resolve({ kind: 'is', field: 'issue', value });
      expect(selection.total).toBe(count);
    }
  });
});

test('what was found dangles again when it is withdrawn', async () => {
  const { records } = await read();
  const whole = records.get('https://nhm.example/4')!.key;
  addWithdrawal(pathsOf(folder).withdrawn, { key: whole, reason: 'asked', time: '2026-01-01T00:00:00Z' });
  await buildEdition(folder, { force: true });
  await live.refresh();
  const after = await read();
  expect(dangling(after.records.get('both are there')!)).toEqual(['PART_OF_DANGLING https://nhm.example/4']);
  expect(after.counts).toEqual({ PART_OF_DANGLING: 2, RELATION_DANGLING: 2 });
});
