import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { linkGatherings, relinkGatherings } from '../../src/ingest/gathering-stage.ts';
import type { Claim } from '../../src/model/claim.ts';
import { gatheringFolder } from '../fixture/gathering-node.ts';

let folder: string;
let edition: string;
beforeAll(async () => {
  folder = gatheringFolder();
  edition = pathsOf(folder).edition((await buildEdition(folder)).edition.name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query<Row extends object>(sql: string): Promise<Row[]> {
  await using opened = await Edition.open(edition);
  return opened.database.query<Row>(sql);
}

async function gatherings(): Promise<readonly string[]> {
  const rows = await query<{ records: string }>(
    `select string_agg(r.identifier || ' ' || l.rule, ', ' order by r.identifier) as records
     from gathering_link l join record r using (rid) group by l.gatheringKey order by records`,
  );
  return rows.map(({ records }) => records);
}

const TRAP = 'n5 event, n6 event';

describe('gatherings of all datasets', () => {
  test('number, day and place, what a letter states, and an event of one dataset', async () => {
    const rows = await gatherings();
    expect(rows.map((row) => row.replaceAll(/ \w+(?=,|$)/gu, ''))).toEqual(['a1, n1, n2, s1, s2', 'n5, n6']);
    expect(rows[1]).toBe(TRAP);
  });

  test('what they agree on', async () => {
    const [row] = await query<{ label: string; datasets: number; facts: readonly { kind: string }[] }>(
      'select label, datasets, facts from gathering where records = 5',
    );
    expect(row).toMatchObject({ label: expect.stringContaining('1770-05-01'), datasets: 3 });
    expect(row!.facts.map(({ kind }) => kind)).toContain('date');
  });

  test('duplicates though re-identified and with the collectors the other way round; a taxon only proposes', async () => {
    const rows = await query<{
      kind: string;
      status: string;
      value: string;
      records: number;
      facts: { kind: string }[];
    }>('select kind, status, "value", records, facts from gathering_claim order by kind');
    expect(rows.map(({ kind, status, value, records }) => [kind, status, value, records])).toEqual([
      ['number', 'accepted', expect.stringContaining('12'), 2],
      ['taxon', 'proposed', 'Acacia longifolia', 2],
    ]);
    expect(rows[0]!.facts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['otherTaxon', 'otherSpelling']));
  });
});

describe('expeditions', () => {
  test('declared and named; by their own words, by a ship, by their people in their time', async () => {
    const rows = await query<{ label: string; records: string }>(
      `select e.label, string_agg(r.identifier || ' ' || l.rule, ', ' order by r.identifier) as records
       from expedition e left join expedition_link l on l.expeditionKey = e.key left join record r using (rid) group by e.label order by e.label`,
    );
    expect(rows).toEqual([
      { label: 'Lake expedition 1934', records: 'a5 stated, a6 stated' },
      {
        label: 'Voyage of the Endeavour',
        records: 'a1 people, a2 stated, a3 people, a7 stated, n1 people, n2 people, n3 people, s1 people, s2 people',
      },
    ]);
  });

  test('who was there is linked where it is known who that is', async () => {
    const [row] = await query<{ people: { name: string; agentKey: string | null }[]; stated: number; date: string }>(
      'select people, stated, date from expedition where isDeclared',
    );
    expect(row!.people.map(({ name, agentKey }) => `${name} ${agentKey !== null}`)).toEqual([
      'Joseph Banks true',
      'Daniel Solander true',
      'Sydney Parkinson true',
      'Nobody Known false',
    ]);
    expect(row).toMatchObject({ stated: 2, date: '1768-08-26/1771-07-12' });
  });
});

describe('made again', () => {
  const again = async (options: { readonly claims?: readonly Claim[]; readonly withdrawn?: readonly string[] }) => {
    await linkGatherings(edition, { withdrawn: [], memoryLimitInMb: 512, ...options });
    return gatherings();
  };
  const keyOf = async (identifier: string) =>
    (await query<{ key: string }>(`select key from record where identifier = '${identifier}'`))[0]!.key;

  test('a person keeps two records apart; when the claim goes, all is as it was', async () => {
    const before = await gatherings();
    const claim: Claim = {
      key: 'c',
      kind: 'different',
      subject: await keyOf('n2'),
      object: await keyOf('n1'),
      status: 'accepted',
      score: 1,
      rule: 'person',
      evidence: ['another day'],
      maker: 'curator',
    };
    const apart = await again({ claims: [claim] });
    expect(apart.find((row) => row.includes('n1'))).not.toContain('n2');
    expect(await again({ claims: [{ ...claim, status: 'rejected' }] })).toEqual(before);
    const same = { ...claim, kind: 'same' as const, object: await keyOf('n3') };
    expect((await again({ claims: [same] })).find((row) => row.includes('n2'))).toContain('n3 claim');
    expect(await again({})).toEqual(before);
  });

  test('what is withdrawn is in none', async () => {
    const rows = await again({ withdrawn: [await keyOf('n1')] });
    expect(rows.join()).not.toContain('n1');
    expect(rows.join()).toContain('s1');
    expect(await again({})).toContain(TRAP);
  });

  test('what one claim touches is made again as all would be, and nothing else is', async () => {
    await again({});
    const previous = join(folder, 'previous');
    mkdirSync(previous);
    for (const name of readdirSync(edition).filter((file) => file.endsWith('.parquet')))
      cpSync(join(edition, name), join(previous, name));
    const claim: Claim = {
      key: 'c',
      kind: 'different',
      subject: await keyOf('n2'),
      object: await keyOf('n1'),
      status: 'accepted',
      score: 1,
      rule: 'person',
      evidence: ['another day'],
      maker: 'curator',
    };
    const tables = async () => [
      await query('select * from gathering order by key'),
      await query('select * from gathering_claim order by key'),
      await gatherings(),
    ];
    const options = { withdrawn: [], memoryLimitInMb: 512, claims: [claim] };
    await linkGatherings(edition, options);
    const whole = await tables();
    await relinkGatherings(edition, options, { previous, rows: [], before: [] });
    expect(await tables()).toEqual(whole);
    await relinkGatherings(edition, { ...options, claims: [] }, { previous, rows: [0, 1, 2], before: [] });
    const untouched = await tables();
    await again({});
    expect(untouched).toEqual(await tables());
  });
});
