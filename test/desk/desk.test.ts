import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatClaimLines, parseClaimLine } from '../../src/desk/claim-lines.ts';
import { Desk } from '../../src/desk/desk.ts';
import type { ClaimDraft, DeskClaim } from '../../src/desk/desk-claim.ts';

let folder: string;
let path: string;
let desk: Desk;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collectome-desk-'));
  path = join(folder, 'desk.sqlite');
  desk = Desk.open(path);
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const TIME = '2026-03-01T10:00:00.000Z';
const end = (key: string) => ({ key, entityKey: `agent of ${key}`, name: `name of ${key}` });
const draft = (parts: Partial<ClaimDraft> = {}): ClaimDraft => ({
  entity: 'agent',
  kind: 'same',
  subject: end('a'),
  object: end('b'),
  maker: 'Ada',
  time: TIME,
  ...parts,
});
const undoing = { by: 'Bea', time: '2026-03-02T10:00:00.000Z' };

describe('claims', () => {
  test('are kept as they were made, and found by either end and its entity', () => {
    const { claim, isNew } = desk.claims.make(draft({ note: 'The hand is the same.' }));
    expect(isNew).toBe(true);
    expect(desk.claims.find(claim.key)).toEqual({ ...draft({ note: 'The hand is the same.' }), key: claim.key });
    for (const about of ['a', 'b', 'agent of a', 'agent of b'])
      expect(desk.claims.list({ about: [about], limit: 10 })).toEqual([claim]);
    expect(desk.claims.list({ about: ['c'], limit: 10 })).toEqual([]);
    expect(desk.claims.list({ entity: 'gathering', limit: 10 })).toEqual([]);
  });

  test('said twice are one, in whatever order the two are named', () => {
    const { claim } = desk.claims.make(draft());
    const again = desk.claims.make(draft({ subject: end('b'), object: end('a'), maker: 'Bea' }));
    expect(again).toEqual({ claim, isNew: false });
    expect(desk.claims.holding()).toHaveLength(1);
  });

  test('that contradict what holds are refused, until that is undone', () => {
    const { claim } = desk.claims.make(draft());
    expect(() => desk.claims.make(draft({ kind: 'different' }))).toThrow(`claim undo ${claim.key}`);
    desk.claims.undo(claim.key, undoing);
    expect(desk.claims.make(draft({ kind: 'different' })).isNew).toBe(true);
  });

  test('of one unit with itself are refused', () => {
    expect(() => desk.claims.make(draft({ object: end('a') }))).toThrow('neither the same as nor different');
  });

  test('that were undone stay, with who did it and when, and can be made again', () => {
    const { claim } = desk.claims.make(draft());
    expect(desk.claims.undo(claim.key, undoing)).toEqual({ ...claim, withdrawn: undoing });
    expect(desk.claims.holding()).toEqual([]);
    expect(() => desk.claims.undo(claim.key, undoing)).toThrow(/was undone by Bea/u);
    expect(() => desk.claims.undo('none', undoing)).toThrow('There is no claim none');
    desk.claims.make(draft({ time: '2026-03-03T10:00:00.000Z' }));
    expect(desk.claims.list({ limit: 10 })).toHaveLength(2);
    expect(desk.claims.list({ limit: 10, holds: false })).toHaveLength(1);
  });

  test('come in pages, the newest first, without gaps', () => {
    const keys = Array.from(
      { length: 7 },
      (_, index) => desk.claims.make(draft({ object: end(`b${index}`) })).claim.key,
    );
    const pages: string[] = [];
    for (let before: string | undefined; ;) {
      const page = desk.claims.list({ limit: 3, ...(before === undefined ? {} : { before }) });
      if (page.length === 0) break;
      pages.push(...page.map(({ key }) => key));
      before = pages.at(-1);
    }
    expect(pages).toEqual(keys.toReversed());
  });
});

describe('claims of another node', () => {
  const lines = (from: Desk) =>
    [...formatClaimLines(from.claims.all())].map((line, index) => parseClaimLine(line, index + 1));
  const by = { actor: 'Cy', time: '2026-04-01T00:00:00.000Z' };

  test('are taken over with their makers and what was undone, once', () => {
    using other = Desk.open(join(folder, 'other.sqlite'));
    const first = other.claims.make(draft()).claim;
    const second = other.claims.make(draft({ object: end('c') })).claim;
    other.claims.undo(second.key, undoing);
    expect(desk.claims.import(lines(other), by)).toEqual(['added', 'added']);
    expect([...desk.claims.all()]).toEqual([...other.claims.all()]);
    expect(desk.claims.import(lines(other), by)).toEqual(['known', 'known']);
    other.claims.undo(first.key, undoing);
    expect(desk.claims.import(lines(other), by)).toEqual(['undone', 'known']);
    expect(desk.claims.holding()).toEqual([]);
  });

  test('that contradict what holds here are left out; what was undone here stays undone', () => {
    using other = Desk.open(join(folder, 'other.sqlite'));
    other.claims.make(draft({ kind: 'different' }));
    const own = desk.claims.make(draft()).claim;
    expect(desk.claims.import(lines(other), by)).toEqual(['contradicts']);
    expect(desk.claims.holding()).toEqual([own]);
    expect(desk.claims.import([own], by)).toEqual(['known']);
    desk.claims.undo(own.key, undoing);
    expect(desk.claims.import([own], by)).toEqual(['known']);
    expect(desk.claims.holding()).toEqual([]);
  });

  test('that were altered are refused, and nothing is taken over', () => {
    using other = Desk.open(join(folder, 'other.sqlite'));
    const { claim } = other.claims.make(draft());
    const altered: DeskClaim = { ...claim, kind: 'different' };
    expect(() => desk.claims.import([claim, altered], by)).toThrow('was altered');
    expect(desk.claims.holding()).toEqual([]);
  });

  test.each([
    ['{', /^Line 3 is not JSON/u],
    ['[]', /^Line 3 is not a claim/u],
    ['{"key":"x","entity":"mountain"}', /^Line 3 is not a claim: entity/u],
  ])('%s is said plainly', (line, message) => {
    expect(() => parseClaimLine(line, 3)).toThrow(message);
  });

  test('a line reads back as the claim that it was written from', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 }).map((value) => `x${value}x`);
    const anEnd = fc.record({ key: text, entityKey: text, name: text });
    const claims = fc.record({
      entity: fc.constantFrom('agent', 'gathering'),
      kind: fc.constantFrom('same', 'different'),
      subject: anEnd,
      object: anEnd,
      note: text,
      maker: text,
      time: fc.constant(TIME),
    });
    fc.assert(
      fc.property(claims, (claim) => {
        const whole: DeskClaim = { key: 'k', ...(claim as ClaimDraft) };
        const [line] = formatClaimLines([whole]);
        expect(line!.indexOf('\n')).toBe(line!.length - 1);
        expect(parseClaimLine(line!, 1)).toEqual(whole);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('tokens', () => {
  const create = (name: string) => desk.tokens.create({ name, rights: ['claim'], actor: 'Ada', time: TIME });

  test('are known by their secret, of which only a hash is kept', () => {
    const secret = create('Reading room');
    expect(desk.tokens.verify(secret, TIME)).toMatchObject({ name: 'Reading room', rights: ['claim'] });
    expect(desk.tokens.verify(`${secret}x`, TIME)).toBeUndefined();
    expect(desk.tokens.verify('', TIME)).toBeUndefined();
    const database = new DatabaseSync(path, { readOnly: true });
    expect(JSON.stringify(database.prepare('select name, hex(hash) from token').all())).not.toContain(secret.slice(20));
    database.close();
    expect(desk.tokens.list()).toEqual([
      { name: 'Reading room', rights: ['claim'], created: TIME, lastUsed: '2026-03-01' },
    ]);
  });

  test('have names that are free and can be shown', () => {
    create('Ada');
    expect(() => create('Ada')).toThrow(/Choose another name/u);
    for (const name of ['', ' x', 'a\nb', 'x'.repeat(81), '<b>'])
      expect(() => create(name)).toThrow(/A token has a name/u);
  });

  test('that are revoked are good for nothing, nor are the sessions begun with them', () => {
    const secret = create('Ada');
    desk.tokens.signIn('session', desk.tokens.verify(secret, TIME)!, TIME);
    expect(desk.tokens.ofSession('session', TIME)).toMatchObject({ name: 'Ada' });
    expect(desk.tokens.isAny).toBe(true);
    desk.tokens.revoke('Ada', { actor: 'Bea', time: TIME });
    expect(desk.tokens.isAny).toBe(false);
    expect(desk.tokens.verify(secret, TIME)).toBeUndefined();
    expect(desk.tokens.ofSession('session', TIME)).toBeUndefined();
    expect(() => desk.tokens.revoke('Ada', { actor: 'Bea', time: TIME })).toThrow('no token “Ada” in force');
  });

  test('a session ends after twelve hours, or when it is ended', () => {
    const token = desk.tokens.verify(create('Ada'), TIME)!;
    desk.tokens.signIn('session', token, TIME);
    expect(desk.tokens.ofSession('session', '2026-03-01T21:59:00.000Z')).toBeDefined();
    expect(desk.tokens.ofSession('session', '2026-03-01T22:00:00.000Z')).toBeUndefined();
    desk.tokens.signOut('session');
    expect(desk.tokens.ofSession('session', TIME)).toBeUndefined();
  });
});

describe('the file', () => {
  test('keeps a trail of what was done, and a revision that grows with it', () => {
    const before = desk.revision;
    const { claim } = desk.claims.make(draft());
    desk.claims.undo(claim.key, undoing);
    desk.tokens.create({ name: 'Ada', rights: ['claim'], actor: 'root', time: TIME });
    expect(desk.revision).toBe(before + 3);
    expect(desk.audit.latest(2)).toEqual([
      { time: TIME, actor: 'root', action: 'token created', target: 'Ada', detail: 'claim' },
      { time: undoing.time, actor: 'Bea', action: 'claim undone', target: claim.key },
    ]);
  });

  test('is read by its owner only, and by several at a time', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    using reading = Desk.read(path)!;
    desk.claims.make(draft());
    expect(reading.claims.holding()).toHaveLength(1);
    expect(() => reading.claims.make(draft({ object: end('c') }))).toThrow(/readonly/u);
    expect(Desk.read(join(folder, 'none.sqlite'))).toBeUndefined();
  });

  test('of newer software is not touched', () => {
    const newer = join(folder, 'newer.sqlite');
    const database = new DatabaseSync(newer);
    database.exec('pragma user_version = 999');
    database.close();
    chmodSync(newer, 0o600);
    expect(() => Desk.open(newer)).toThrow(/newer version of this software/u);
    expect(() => Desk.read(newer)).toThrow(/newer version of this software/u);
  });
});
