import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { readEditionClaims } from '../../src/catalogue/edition-claims.ts';
import type { EditionManifest } from '../../src/catalogue/manifest.ts';
import { pathsOf, type NodePaths } from '../../src/catalogue/paths.ts';
import { Desk } from '../../src/desk/desk.ts';
import type { ClaimEnd, DeskClaim } from '../../src/desk/desk-claim.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { openEngine } from '../../src/search/engine.ts';
import { parseQueryLine } from '../../src/search/query-line.ts';
import { peopleFolder } from '../fixture/people-node.ts';

interface Built {
  readonly manifest: EditionManifest;
  /** Name and content of every file, and which file it is on the disk. */
  readonly files: ReadonlyMap<string, { readonly hash: string; readonly inode: number }>;
  /** What the edition says of people, row by row. */
  readonly people: Readonly<Record<string, readonly object[]>>;
  /** Objects by the agents in them, and by their roles, as the index has them. */
  readonly facets: readonly object[];
  /** How many records are of somebody born in 1823. */
  readonly hop: number;
}

let folder: string;
let paths: NodePaths;
let desk: Desk;
let first: Built;
let claimed: DeskClaim;
let second: Built;
let third: Built;

async function build(): Promise<Built> {
  const { edition: manifest } = await buildEdition(folder);
  await using edition = await Edition.open(paths.edition(manifest.name));
  const people: Record<string, readonly object[]> = {};
  for (const table of ['agent', 'agent_link', 'agent_claim'])
    people[table] = await edition.database.query(`select * from ${table} order by all`);
  const engine = await openEngine(edition);
  await using selection = await engine.resolve({ kind: 'all' });
  const facets = await selection.facets([
    { field: 'agentKey', limit: 500 },
    { field: 'agentRole', limit: 500 },
    { field: 'country', limit: 500 },
  ]);
  await using lived = await engine.resolve(parseQueryLine('hop(agent, born:1823)'));
  const { total: hop } = lived;
  engine.close();
  return { manifest, files: filesOf(paths.edition(manifest.name)), people, facets, hop };
}

function filesOf(edition: string): Built['files'] {
  const names = readdirSync(edition, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => statSync(join(edition, name)).isFile())
      .map((name) => {
        const path = join(edition, name);
        const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [name, { hash, inode: statSync(path).ino }];
      }),
  );
}

const wallace = ({ people }: Built) =>
  people['agent']!.filter((row: any) => row.family === 'Wallace' && row.label.startsWith('A')) as any[];

beforeAll(async () => {
  folder = peopleFolder();
  paths = pathsOf(folder);
  desk = Desk.open(paths.desk);
  first = await build();
  const reason: any = first.people['agent_claim']!.find(
    (row: any) => row.status === 'accepted' && [row.subject, row.object].includes('A. R. Wallace'),
  );
  const end = (side: 'subject' | 'object'): ClaimEnd => ({
    key: reason[`${side}Key`],
    entityKey: reason.agentKey,
    name: reason[side],
  });
  const time = '2026-03-01T10:00:00.000Z';
  claimed = desk.claims.make({
    entity: 'agent',
    kind: 'different',
    subject: end('subject'),
    object: end('object'),
    maker: 'Ada',
    time,
  }).claim;
  second = await build();
  desk.claims.undo(claimed.key, { by: 'Ada', time });
  third = await build();
});
afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a claim that two names are not one person', () => {
  test('makes two people of one with the next build', () => {
    expect(wallace(first).map(({ label }) => label)).toEqual(['Alfred Russel Wallace']);
    expect(wallace(second).map(({ label }) => label)).toEqual(['A. R. Wallace', 'Alfred Russel Wallace']);
  });

  test('is told by the edition that rests on it, and by no other', () => {
    expect(first.manifest.claims).toMatchObject({ count: 0 });
    expect(second.manifest.claims).toMatchObject({ count: 1 });
    expect(readEditionClaims(paths.edition(second.manifest.name))).toMatchObject([{ key: claimed.key, maker: 'Ada' }]);
    expect(third.manifest.claims).toEqual(first.manifest.claims);
  });

  test('changes no row but those that rest on it', () => {
    const keys = new Set([...wallace(first), ...wallace(second)].map(({ key }) => key));
    const others = ({ people }: Built) =>
      Object.values(people).map((rows) =>
        rows.filter((row: any) => !keys.has(row.key) && !keys.has(row.agentKey) && !keys.has(row.otherKey)),
      );
    expect(others(second)).toEqual(others(first));
  });

  test('leaves every other file as it is: the same file, not a copy', () => {
    const own =
      /^(?:edition\.json|claims\.jsonl|agent-(?:alias\.parquet|basis\.json)|(?:gathering|expedition)[^/]*|index\/index\.json)$/u;
    const kept = [...first.files].filter(([name]) => !own.test(name));
    expect(kept.length).toBeGreaterThan(20);
    expect([...second.files].filter(([name]) => kept.some(([other]) => other === name))).toEqual(kept);
    const added = [...second.files.keys()].filter((name) => !first.files.has(name));
    // Millions of rows of agents stay; what differs of them stands beside.
    const beside = /^(?:index\/.*-again1(?:-(?:patch)?\d+)?\.bin|agent.*-(?:changed|replaced)\.(?:parquet|sqlite))$/u;
    expect(added.filter((name) => !beside.test(name))).toEqual([]);
    expect(added.length).toBeGreaterThan(8);
  });

  test('does not write into the files of the edition before', () => {
    expect(filesOf(paths.edition(first.manifest.name))).toEqual(first.files);
  });

  test('undone, leaves everything as it was at first', () => {
    expect(third.people).toEqual(first.people);
    expect(third.facets).toEqual(first.facets);
    expect(second.facets).not.toEqual(first.facets);
    expect(third.hop).toBe(first.hop);
  });

  test('is followed by hops: what is another person’s has not this life any more', () => {
    const { key } = wallace(second).find(({ born }) => born === 1823);
    // The entry is about the person, and no object.
    const theirs = second.people['agent_link']!.filter((row: any) => row.agentKey === key && row.role !== 'entry');
    expect(second.hop).toBe(new Set(theirs.map((row: any) => row.rid)).size);
    expect(second.hop).toBeLessThan(first.hop);
  });
});

test('what is built by and by is what is built at once', async () => {
  desk.claims.make({ ...claimed, time: '2026-03-02T10:00:00.000Z' });
  const byAndBy = await build();
  // Nothing is taken over where nothing is there.
  rmSync(paths.catalogue, { recursive: true });
  const atOnce = await build();
  expect(byAndBy.people).toEqual(atOnce.people);
  expect(byAndBy.facets).toEqual(atOnce.facets);
  expect(byAndBy.hop).toBe(atOnce.hop);
});
