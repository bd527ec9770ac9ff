import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT_TABLES } from '../../src/catalogue/agent-tables.ts';
import { Database } from '../../src/catalogue/database.ts';
import { Edition } from '../../src/catalogue/edition.ts';
import { CHANGED_BY, changedFile, linkedFile, type ChangeableTable } from '../../src/catalogue/linked-tables.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { relinkAgents } from '../../src/ingest/agent-relink.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { writeChangedLines, writeEntityLines } from '../../src/ingest/entity-lines.ts';
import { linkAgents } from '../../src/ingest/link-stage.ts';
import type { Claim } from '../../src/model/claim.ts';
import { PEOPLE_ROWS, peopleFolder } from '../fixture/people-node.ts';

const OPTIONS = { withdrawn: [], memoryLimitInMb: 256 };
type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

let node: string;
let base: string;
let before: Tables;

beforeAll(async () => {
  node = peopleFolder({
    ...PEOPLE_ROWS,
    letters: [
      ...PEOPLE_ROWS.letters,
      ['l8', 'Fanny Hermine Zwicky', 'Alfred Russel Wallace', '1859'],
      ['l9', 'F. H. Okafor', 'Alfred Russel Wallace', '1861'],
    ],
  });
  const { edition } = await buildEdition(node, { force: true });
  base = pathsOf(node).edition(edition.name);
  before = await tablesOf(base);
});
afterAll(() => rmSync(node, { recursive: true, force: true }));

/** An edition of the same parts, not linked yet. */
function unlinked(name: string): string {
  const folder = join(node, 'catalogue', name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(base))
    if (!file.startsWith('agent') && file !== 'index')
      cpSync(join(base, file), join(folder, file), { recursive: true });
  return folder;
}

async function tablesOf(folder: string): Promise<Tables> {
  await using edition = await Edition.open(folder, { threads: 1, keepsOrder: true });
  const entries = Object.keys(AGENT_TABLES).map(
    async (table) =>
      [table, await edition.database.query<Record<string, unknown>>(`select * from ${table} order by all`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

let count = 0;
/** The tables that a whole linking gives, and those that linking what claims touch gives, both after the edition `previous`. */
async function linkBoth(previous: string, claims: readonly Claim[]) {
  count += 1;
  const [whole, part] = [unlinked(`whole-${count}`), unlinked(`part-${count}`)];
  await linkAgents(whole, { ...OPTIONS, claims, previous });
  const relinked = await relinkAgents(previous, part, { ...OPTIONS, claims, previous });
  return { whole: await tablesOf(whole), part: await tablesOf(part), folder: part, wholeFolder: whole, relinked };
}

function claim(kind: Claim['kind'], subject: string, object: string): Claim {
  return {
    key: `${kind} ${subject} ${object}`,
    kind,
    subject,
    object,
    status: 'accepted',
    score: 1,
    rule: 'person',
    evidence: ['a letter of 1858'],
    maker: 'curator',
  };
}

function agentOf(tables: Tables, name: string): string {
  return String(tables['agent_link']!.find((row) => row['name'] === name)!['agentKey']);
}

function nameKeyOf(tables: Tables, name: string): string {
  return String(tables['agent_unit']!.find((row) => row['name'] === name)!['nameKey']);
}

/** Rows of one that are not in the other. */
function differences(left: Tables, right: Tables, table: string): readonly unknown[] {
  const known = new Set(right[table]!.map((row) => JSON.stringify(row)));
  return left[table]!.filter((row) => !known.has(JSON.stringify(row)));
}

describe('a changed claim', () => {
  test('gives the rows that linking everything gives, and undoing it gives what was', async () => {
    const claims = [claim('different', nameKeyOf(before, 'A. R. Wallace'), agentOf(before, 'Alfred Russel Wallace'))];
    const apart = await linkBoth(base, claims);
    expect(apart.part).toEqual(apart.whole);
    expect(agentOf(apart.part, 'A. R. Wallace')).not.toBe(agentOf(apart.part, 'Alfred Russel Wallace'));
    expect(apart.relinked!.rows.length).toBeGreaterThan(0);
    expect(apart.part['agent_claim']!.filter(({ status }) => status === 'rejected')).toHaveLength(2);

    const undone = await linkBoth(apart.folder, []);
    expect(undone.part).toEqual(undone.whole);
    expect({ ...undone.part, agent_alias: [] }).toEqual({ ...before, agent_alias: [] });
    expect(undone.part['agent_alias']).toEqual([
      { key: agentOf(apart.part, 'A. R. Wallace'), agentKey: agentOf(before, 'A. R. Wallace') },
    ]);
  });

  test('leaves the rows of every file in the order of its table', async () => {
    const claims = [claim('different', nameKeyOf(before, 'A. R. Wallace'), agentOf(before, 'Alfred Russel Wallace'))];
    const { folder, wholeFolder } = await linkBoth(base, claims);
    await using database = await Database.open({ folders: [folder, wholeFolder], threads: 1, keepsOrder: true });
    for (const [table, by] of Object.entries(CHANGED_BY) as [ChangeableTable, string][])
      for (const file of [linkedFile(wholeFolder, table), changedFile(folder, table)]) {
        const rows = await database.query<{ value: string | number }>(
          `select "${by}" as value from read_parquet('${file}')`,
        );
        const values = rows.map(({ value }) => value);
        expect(values.length).toBeGreaterThan(0);
        expect(values).toEqual(values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }
  });

  test('is in the entity store, beside the lines of before, and so is undoing it', async () => {
    const claims = [claim('different', nameKeyOf(before, 'A. R. Wallace'), agentOf(before, 'Alfred Russel Wallace'))];
    let previous = base;
    for (const those of [claims, []]) {
      const { folder, wholeFolder, part } = await linkBoth(previous, those);
      await writeChangedLines(folder, previous);
      await writeEntityLines(wholeFolder, OPTIONS);
      await using edition = await Edition.open(folder);
      await using whole = await Edition.open(wholeFolder);
      const keys = [
        ...part['agent']!.map(({ key }) => String(key)),
        ...part['agent_alias']!.map(({ key }) => String(key)),
      ];
      expect(edition.entities.read('agent', keys)).toHaveLength(part['agent']!.length);
      expect(edition.entities.read('agent', keys)).toEqual(whole.entities.read('agent', keys));
      previous = folder;
    }
  });

  test('changes exactly what rested on it', async () => {
    const claims = [claim('different', nameKeyOf(before, 'A. R. Wallace'), agentOf(before, 'Alfred Russel Wallace'))];
    const { part, relinked } = await linkBoth(base, claims);
    const changed = differences(part, before, 'agent_link') as readonly {
      readonly rid: number;
      readonly name: string;
    }[];
    expect(new Set(changed.map(({ name }) => name))).toEqual(new Set(['A. R. Wallace']));
    expect(relinked!.rows).toEqual([...new Set(changed.map(({ rid }) => rid))].toSorted((a, b) => a - b));
    const touched = new Set(
      [...differences(part, before, 'agent'), ...differences(before, part, 'agent')].map(
        (row) => (row as { readonly family: string }).family,
      ),
    );
    expect(touched).toEqual(new Set(['Wallace']));
  });

  test('unites people of different family names, and the old key leads to them', async () => {
    const [maiden, married] = ['Fanny Hermine Zwicky', 'F. H. Okafor'].map((name) => agentOf(before, name));
    const united = await linkBoth(base, [claim('same', married!, maiden!)]);
    expect(united.part).toEqual(united.whole);
    const key = agentOf(united.part, 'F. H. Okafor');
    expect(agentOf(united.part, 'Fanny Hermine Zwicky')).toBe(key);
    expect(united.part['agent_alias']).toEqual([{ key: key === maiden ? married : maiden, agentKey: key }]);
    expect(united.part['agent']!.find((row) => row['key'] === key)).toMatchObject({ records: 2 });

    // Someone who is changed in one block stays united with the other.
    const wallace = claim('different', nameKeyOf(before, 'A. R. Wallace'), agentOf(before, 'Alfred Russel Wallace'));
    const both = await linkBoth(united.folder, [claim('same', married!, maiden!), wallace]);
    expect(both.part).toEqual(both.whole);
    expect((await linkBoth(both.folder, [wallace])).part['agent_alias']).toEqual([]);
  });

  test('that speaks of nothing known, or other withdrawals, ask for linking everything', async () => {
    const target = unlinked('asks');
    const unknown = claim('same', agentOf(before, 'Fanny Hermine Zwicky'), 'nobody');
    expect(await relinkAgents(base, target, { ...OPTIONS, claims: [unknown] })).toBeUndefined();
    expect(await relinkAgents(base, target, { ...OPTIONS, withdrawn: ['gone'] })).toBeUndefined();
    expect(readdirSync(target).filter((file) => file.includes('agent') || file === '.link')).toEqual([]);
  });
});
