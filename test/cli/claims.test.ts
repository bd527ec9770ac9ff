import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAgents } from '../../src/api/agent-view.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { peopleFolder } from '../fixture/people-node.ts';
import { runInFolder, type Outcome } from './terminal.ts';

let folder: string;
let other: string;
let barnabas: string;
let bartholomew: string;

const run = (...arguments_: string[]): Promise<Outcome> => runInFolder(folder, arguments_);

/** What a command that must succeed answers, in JSON. */
async function answer(...arguments_: string[]): Promise<any> {
  const { code, stdout, stderr } = await run(...arguments_, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** The people of the published edition by their labels. */
async function people(text: string): Promise<ReadonlyMap<string, string>> {
  await using live = await LiveEngine.open(pathsOf(folder));
  const { agents } = await live.use((lease) => listAgents(lease, { text, limit: 10 }));
  return new Map(agents.map(({ label, key }) => [label, key]));
}

beforeAll(async () => {
  folder = await builtFolder(peopleFolder);
  other = peopleFolder();
  const smiths = await people('smith');
  [barnabas, bartholomew] = [smiths.get('Barnabas Smith')!, smiths.get('Bartholomew Smith')!];
});
afterAll(() => {
  for (const each of [folder, other]) rmSync(each, { recursive: true, force: true });
});

describe('claims by command', () => {
  test('are said back, listed, published by a build, and taken back by another', async () => {
    expect((await run('claim', 'list')).stdout).toBe('No claims.\n');
    const said = await run(
      'claim',
      'same',
      `https://people.example/person/${barnabas}`,
      bartholomew,
      '--note',
      'He signs both ways.',
      '--as',
      'Ada',
    );
    expect(said.stdout).toMatch(
      /^Claimed: “Barnabas Smith” is the same as “Bartholomew Smith”\.\nTo publish it: collectome build/u,
    );
    expect((await run('claim', 'list')).stdout).toMatch(
      /^\w{20} “Barnabas Smith” = “Bartholomew Smith” \(Ada, [\d-]{10}; not published yet\)\n {2}He signs both ways\.\n$/u,
    );
    expect((await run('status')).stdout).toContain('1 claim, 1 not published yet');
    expect((await run('build', '--quiet')).code).toBe(0);
    expect((await run('status')).stdout).toMatch(/1 claim\n/u);
    expect([...(await people('smith')).keys()]).toHaveLength(1);
    const [claim] = await answer('claim', 'list');
    expect(claim).toMatchObject({ maker: 'Ada', isPublished: true });
    expect(await answer('claim', 'undo', claim.key, '--as', 'Bea')).toMatchObject({ withdrawn: { by: 'Bea' } });
    await buildEdition(folder);
    expect([...(await people('smith')).keys()].toSorted()).toEqual(['Barnabas Smith', 'Bartholomew Smith']);
    expect(await answer('claim', 'list')).toEqual([]);
    expect((await run('claim', 'list', '--all')).stdout).toContain('undone by Bea');
    expect((await run('claim', 'log')).stdout).toMatch(
      /^[\d-]{10}T\S+ Bea: claim undone \w{20} “Barnabas Smith” = “Bartholomew Smith”\n\S+ Ada: claim made \w{20} “[^\n]+”\n$/u,
    );
    const log = await answer('claim', 'log', '--about', claim.key);
    expect(log.map(({ actor, action }: any) => [actor, action])).toEqual([
      ['Bea', 'claim undone'],
      ['Ada', 'claim made'],
    ]);
    expect(log[0].claim).toEqual({ kind: 'same', subject: 'Barnabas Smith', object: 'Bartholomew Smith' });
    expect(await answer('claim', 'log', '--about', 'nothing')).toEqual([]);
  });

  test('of one name of someone', async () => {
    const [wallace] = [...(await people('alfred wallace')).values()];
    const made = await answer('claim', 'different', `${wallace}:A. R. Wallace`, wallace!);
    expect(made).toMatchObject({ kind: 'different', subject: { name: 'A. R. Wallace', entityKey: wallace } });
    expect(await answer('claim', 'list', '--about', wallace!)).toHaveLength(1);
    await answer('claim', 'undo', made.key);
  });

  test('go to another node and back', async () => {
    await answer('claim', 'different', barnabas, bartholomew, '--as', 'Ada');
    const file = join(folder, 'claims.jsonl');
    expect((await run('claim', 'export', '--output', file)).stdout).toMatch(/^Wrote \d claims to /u);
    const lines = readFileSync(file, 'utf8');
    expect((await run('claim', 'export')).stdout).toBe(lines);
    const imported = await runInFolder(other, ['claim', 'import', file, '--json']);
    expect(JSON.parse(imported.stdout)).toMatchObject({ added: lines.trimEnd().split('\n').length, contradicting: [] });
    expect((await runInFolder(other, ['claim', 'export'])).stdout).toBe(lines);
    const again = await runInFolder(other, ['claim', 'import', '-'], { input: lines });
    expect(again.stdout).toMatch(/: 0 new, 0 undone, \d known already\.\n$/u);
    // What was taken back here stays so, though it holds there.
    const [claim] = await answer('claim', 'list');
    await answer('claim', 'undo', claim.key);
    expect((await runInFolder(folder, ['claim', 'import', '-'], { input: lines })).stdout).toContain(': 0 new');
    expect(await answer('claim', 'list')).toEqual([]);
    await answer('claim', 'same', barnabas, bartholomew);
    const own = (await run('claim', 'export')).stdout.trimEnd().split('\n').at(-1)!;
    const contradicting = await runInFolder(other, ['claim', 'import', '-'], { input: own });
    expect(contradicting.code).toBe(1);
    expect(contradicting.stderr).toContain('the opposite holds here');
  });

  test.each([
    [['claim', 'same', 'nobody', 'noone'], 1, /no person, group or record with the key “nobody”/u],
    [['claim', 'same', 'nobody'], 2, /needs KEY\[:NAME\] and KEY\[:NAME\]/u],
    [['claim', 'accept', 'none'], 1, /No rule of edition .* makes the claim “none”/u],
    [['claim', 'undo', 'none'], 1, /There is no claim none/u],
    [['claim', 'import', 'none.jsonl'], 1, /none\.jsonl does not exist/u],
    [['claim', 'refuse', 'x'], 2, /`claim` needs one more word: claim same/u],
    [['claim', 'list', '--about'], 2, /`--about` needs a value/u],
  ])('%j is refused', async (arguments_, code, message) => {
    const outcome = await run(...arguments_);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toMatch(message);
  });

  test('a line that is no claim is named, and nothing is imported', async () => {
    const file = join(other, 'bad.jsonl');
    writeFileSync(file, '\n{"key":1}\n');
    const before = (await runInFolder(other, ['claim', 'export'])).stdout;
    expect((await runInFolder(other, ['claim', 'import', file])).stderr).toMatch(/^Line 2 is not a claim/u);
    expect((await runInFolder(other, ['claim', 'export'])).stdout).toBe(before);
  });
});

describe('tokens by command', () => {
  test('are shown once, listed without their secret, and revoked', async () => {
    const { stdout, stderr } = await run('token', 'create', 'Reading room');
    expect(stdout).toMatch(/^collectome_[\w-]{43}\n$/u);
    expect(stderr).toContain('never shown again');
    expect((await run('token', 'list')).stdout).toMatch(/^Reading room: created [\d-]{10}, never used\n$/u);
    expect(JSON.stringify(await answer('token', 'list'))).not.toContain(stdout.trim().slice(20));
    expect((await run('token', 'create', 'Reading room')).code).toBe(1);
    expect((await run('token', 'revoke', 'Reading room')).stdout).toMatch(/^Revoked/u);
    expect((await run('token', 'list')).stdout).toContain('revoked');
    expect((await run('token', 'revoke', 'Reading room')).code).toBe(1);
  });

  test('without one nobody serves a desk to other machines', async () => {
    const { code, stderr } = await run('serve', '--desk', '--host', '0.0.0.0', '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain('only with a token');
  });
});
