import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkedFile } from '../../src/catalogue/linked-tables.ts';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { nodeStatus } from '../../src/ingest/status.ts';
import { PEOPLE_ROWS, peopleFolder, writePeopleRows } from '../fixture/people-node.ts';

interface Built {
  readonly folder: string;
  /** Keys of the agents that stand on a record, by the record's identifier and the name. */
  readonly keys: Readonly<Record<string, string>>;
  readonly agents: readonly { readonly key: string; readonly kind: string; readonly born: number | null }[];
  readonly claims: readonly Readonly<Record<string, unknown>>[];
}

async function build(folder: string): Promise<Built> {
  const { edition } = await buildEdition(folder, { force: true });
  const built = pathsOf(folder).edition(edition.name);
  await using opened = await Edition.open(built);
  const { database } = opened;
  const links = await database.query<{ place: string; agentKey: string }>(
    `select r.identifier || ': ' || l.name as place, l.agentKey from agent_link l join record r using (rid)`,
  );
  return {
    folder: built,
    keys: Object.fromEntries(links.map(({ place, agentKey }) => [place, agentKey])),
    agents: await database.query('select key, kind, born from agent order by key'),
    claims: await database.query('select * from agent_claim order by key'),
  };
}

let folder: string;
let first: Built;
beforeAll(async () => {
  folder = peopleFolder();
  first = await build(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('people of all datasets', () => {
  test('initials on specimens, the name in letters and the entry of an authority are one, with its life', () => {
    const { keys, agents } = first;
    const wallace = keys['p1: Alfred Russel Wallace'];
    expect([
      keys['s1: A. R. Wallace'],
      keys['s3: A. R. Wallace'],
      keys['l1: Alfred Russel Wallace'],
      keys['l3: Alfred Russel Wallace'],
    ]).toEqual([wallace, wallace, wallace, wallace]);
    expect(agents.find(({ key }) => key === wallace)).toMatchObject({ kind: 'person', born: 1823 });
  });

  test('people of one family name stay apart', () => {
    const { keys } = first;
    expect(keys['s5: Barnabas Smith']).not.toBe(keys['s6: Bartholomew Smith']);
    expect(keys['s4: Marianne Wallace']).not.toBe(keys['s1: A. R. Wallace']);
    expect(keys['s7: native collector']).toBeDefined();
  });

  test('what was brought together has a claim with a score and reasons', () => {
    const wallace = first.keys['s1: A. R. Wallace'];
    const accepted = first.claims.filter(({ agentKey, status }) => agentKey === wallace && status === 'accepted');
    expect(accepted.map(({ subject }) => subject)).toContain('A. R. Wallace');
    for (const { score, evidence } of accepted) {
      expect(score).toBeGreaterThanOrEqual(0.92);
      expect((evidence as readonly string[]).length).toBeGreaterThan(0);
    }
  });

  test('every participation has an agent, and nothing is left behind in the edition', async () => {
    await using opened = await Edition.open(first.folder);
    const [row] = await opened.database.query<{ taking: number; linked: number }>(
      `select (select count(*) from participation) as taking, (select count(*) from agent_link where role <> 'entry') as linked`,
    );
    expect(row!.linked).toBe(row!.taking);
    expect(existsSync(join(first.folder, '.link'))).toBe(false);
  });
});

test('the same records give the same agents in whatever order they come', async () => {
  const turned = peopleFolder({
    specimens: PEOPLE_ROWS.specimens.toReversed(),
    letters: PEOPLE_ROWS.letters.toReversed(),
  });
  try {
    const again = await build(turned);
    expect(again.keys).toEqual(first.keys);
    expect(again.agents).toEqual(first.agents);
    expect(again.claims).toEqual(first.claims);
  } finally {
    rmSync(turned, { recursive: true, force: true });
  }
});

test('a dataset that changes leaves the keys of those whom it does not name', async () => {
  const changed = peopleFolder();
  try {
    await build(changed);
    writePeopleRows(changed, 'letters', [...PEOPLE_ROWS.letters, ['l4', 'Joseph Dalton Hooker', 'Asa Gray', '1860']]);
    const { keys } = await build(changed);
    expect(keys).toMatchObject(first.keys);
    expect(keys['l4: Asa Gray']).toBeDefined();
  } finally {
    rmSync(changed, { recursive: true, force: true });
  }
});

test('what is withdrawn is no evidence, and linking can be turned off', async () => {
  const other = peopleFolder();
  try {
    await using opened = await Edition.open((await build(other)).folder);
    const [letter] = await opened.database.query<{ key: string }>(`select key from record where identifier = 'l1'`);
    addWithdrawal(pathsOf(other).withdrawn, { key: letter!.key, reason: 'asked', time: '2026-01-01T00:00:00Z' });
    const { keys } = await build(other);
    expect(Object.keys(keys).filter((place) => place.startsWith('l1'))).toEqual([]);
    expect(keys['l2: Alfred Russel Wallace']).toBeDefined();

    appendFileSync(pathsOf(other).configuration, 'options:\n  link: false\n');
    const unlinked = await build(other);
    expect(unlinked.agents).toEqual([]);
    expect(existsSync(linkedFile(unlinked.folder, 'agent'))).toBe(false);
    expect(nodeStatus(other).editions.find(({ published }) => published)?.agents).toBe('turned off');
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test('names with control characters do not shift the names beside them', async () => {
  const hostile = peopleFolder({ specimens: [['s1', 'Rosa\u001ECrowd | Paul\u001FCrowdab', '1850', 'France']] });
  try {
    const { keys } = await build(hostile);
    const own = Object.keys(keys).filter((place) => place.startsWith('s1'));
    expect(own).toHaveLength(2);
    expect(new Set(own.map((place) => keys[place])).size).toBe(2);
  } finally {
    rmSync(hostile, { recursive: true, force: true });
  }
});
