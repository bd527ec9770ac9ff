import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { DeskGate } from '../../src/api/desk-gate.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { Desk } from '../../src/desk/desk.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { builtFolder } from '../fixture/built-folder.ts';
import { peopleFolder } from '../fixture/people-node.ts';
import { jsonPost } from './client.ts';

const LOCAL = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const ELSEWHERE = { incoming: { socket: { remoteAddress: '192.0.2.7' } } };
const HERE = 'http://localhost';

let folder: string;
let live: LiveEngine;
let desk: Desk;
let app: ReturnType<typeof createApp>;
/** Milliseconds since the gate was made, for the rates. */
let now = 0;
let wallace: any;
let barnabas: string;
let bartholomew: string;

function createOpenApp(): ReturnType<typeof createApp> {
  const node = readConfiguration(folder);
  const gate = new DeskGate(desk, { base: node.base, trustProxy: false, now: () => now });
  const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
  return createApp({ live, node, gate, assets, site: createSite({ live, node, assets, gate }) });
}

const ask = async (path: string, init?: RequestInit, environment: object = LOCAL) =>
  app.request(HERE + path, init, environment);

async function get(path: string): Promise<any> {
  const response = await ask(path);
  expect({ path, status: response.status }).toEqual({ path, status: 200 });
  return response.json();
}

const claim = (body: unknown, headers: Readonly<Record<string, string>> = {}, environment: object = LOCAL) => {
  const sent = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return ask('/api/claims', sent, environment);
};
const undo = (key: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(`/api/claims/${key}`, { method: 'DELETE', headers });
const same = () => ({ kind: 'same', subject: { key: barnabas }, object: { key: bartholomew } });

async function keyOf(words: string): Promise<string> {
  return (await get(`/api/agents?q=${encodeURIComponent(words)}`)).agents[0].key;
}

beforeAll(async () => {
  folder = await builtFolder(peopleFolder);
  live = await LiveEngine.open(pathsOf(folder));
});
beforeEach(async () => {
  desk?.close();
  rmSync(pathsOf(folder).desk, { force: true });
  desk = Desk.open(pathsOf(folder).desk);
  app = createOpenApp();
  now = 0;
  wallace = await get(`/api/agents/${await keyOf('alfred wallace')}`);
  [barnabas, bartholomew] = [await keyOf('barnabas smith'), await keyOf('bartholomew smith')];
});
afterAll(async () => {
  desk.close();
  await live.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('claims', () => {
  test('are made, read by anyone, and undone', async () => {
    const response = await claim({ ...same(), note: ' One hand. ' });
    expect(response.status).toBe(201);
    const made = (await response.json()).claim;
    expect(response.headers.get('location')).toBe(`/api/claims/${made.key}`);
    expect(made).toMatchObject({
      entity: 'agent',
      kind: 'same',
      subject: { key: barnabas, entityKey: barnabas, name: 'Barnabas Smith' },
      object: { name: 'Bartholomew Smith' },
      note: 'One hand.',
      isPublished: false,
    });
    expect((await claim(same())).status).toBe(200);
    expect((await get(`/api/claims/${made.key}`)).claim).toEqual(made);
    for (const about of [barnabas, bartholomew])
      expect((await get(`/api/claims?about=${about}`)).claims).toEqual([made]);
    expect((await get(`/api/claims?about=${wallace.key}`)).claims).toEqual([]);
    expect((await claim({ ...same(), kind: 'different' })).status).toBe(409);
    expect((await undo(made.key)).status).toBe(200);
    expect((await get('/api/claims?holds=true')).claims).toEqual([]);
    expect((await get('/api/claims')).claims).toMatchObject([{ key: made.key, withdrawn: { by: made.maker } }]);
    expect((await undo(made.key)).status).toBe(409);
  });

  test('accept or reject what a rule claims, and name a name of someone', async () => {
    const [reason] = wallace.reasons;
    const rejected = await claim({ kind: 'reject', claim: reason.claim });
    expect((await rejected.json()).claim).toMatchObject({
      kind: 'different',
      subject: { name: reason.subject },
    });
    const named = await claim({
      kind: 'different',
      subject: { key: wallace.key, name: 'A. R. Wallace' },
      object: { key: wallace.key },
    });
    expect((await named.json()).claim.subject).toMatchObject({
      entityKey: wallace.key,
      name: 'A. R. Wallace',
    });
  });

  test('of two records are about their gathering', async () => {
    const { results } = await get('/api/search?datasetKey=specimens&limit=2');
    const [one, other] = results.map(({ key }: any) => ({ key }));
    const made = await claim({ kind: 'different', subject: one, object: other });
    expect((await made.json()).claim).toMatchObject({ entity: 'gathering', subject: one, object: other });
    expect((await claim({ kind: 'same', subject: one, object: { key: barnabas } })).status).toBe(400);
  });

  test('come in pages', async () => {
    const people = (await get('/api/agents?q=crowd&limit=6')).agents as readonly { readonly key: string }[];
    for (const { key } of people) await claim({ kind: 'different', subject: { key: barnabas }, object: { key } });
    const first = await get('/api/claims?limit=4');
    const second = await get(`/api/claims?limit=4&before=${first.next}`);
    expect(first.claims).toHaveLength(4);
    expect(second).not.toHaveProperty('next');
    expect(new Set([...first.claims, ...second.claims].map(({ key }: any) => key)).size).toBe(people.length);
  });

  test.each([
    [{}, 400, 'bad-parameter'],
    [{ kind: 'same' }, 400, 'bad-parameter'],
    [{ kind: 'same', subject: { key: 'nobody' }, object: { key: 'noone' } }, 404, 'not-found'],
    [{ kind: 'accept', claim: 'none' }, 404, 'not-found'],
    [{ kind: 'accept', claim: "' or 1=1 --" }, 404, 'not-found'],
    [{ kind: 'same', subject: { key: 'x' }, object: { key: 'y' }, maker: 'Someone else' }, 400, 'unknown-parameter'],
  ])('%j is refused', async (body, status, code) => {
    const response = await claim(body);
    expect(response.status).toBe(status);
    expect((await response.json()).error.code).toBe(code);
    expect(desk.claims.holding()).toEqual([]);
  });
});

describe('who may write', () => {
  const tokenOf = (name: string) =>
    desk.tokens.create({ name, rights: ['claim'], actor: 'test', time: '2026-01-01T00:00:00.000Z' });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test('nobody, where no desk is open', async () => {
    const closed = createApp({ live, node: readConfiguration(folder) });
    const response = await closed.request('/api/claims', jsonPost(same()), LOCAL);
    expect(response.status).toBe(405);
    expect((await closed.request('/api/claims/x', { method: 'DELETE' }, LOCAL)).status).toBe(405);
    expect((await closed.request('/api/claims')).status).toBe(200);
  });

  test('without a token in force, whoever sits at the machine, and nobody through a proxy or under another name', async () => {
    expect((await claim(same(), {}, ELSEWHERE)).status).toBe(403);
    expect((await claim(same(), {}, {})).status).toBe(403);
    expect((await claim(same(), { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
    expect((await claim(same(), { host: 'evil.example' })).status).toBe(403);
    expect((await claim(same())).status).toBe(201);
  });

  test('with a token in force, whoever shows it, from anywhere; and nobody else', async () => {
    const token = tokenOf('Ada');
    const none = await claim(same());
    expect(none.status).toBe(401);
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    expect((await claim(same(), bearer('collectome_wrong'))).status).toBe(401);
    const made = await claim(same(), bearer(token), ELSEWHERE);
    expect((await made.json()).claim.maker).toBe('Ada');
    desk.tokens.revoke('Ada', { actor: 'test', time: '2026-01-02T00:00:00.000Z' });
    expect((await claim(same(), bearer(token), ELSEWHERE)).status).toBe(401);
  });

  test('no other site: neither by asking first nor by a form', async () => {
    const preflight = await ask('/api/claims', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    expect((await claim(same(), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await claim(same(), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const text = await ask('/api/claims', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(same()),
    });
    expect(text.status).toBe(415);
    const made = await claim(same(), { origin: HERE });
    expect(made.status).toBe(201);
    expect(made.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('not too often', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 125; index++) statuses.push((await undo('none')).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(120);
    const refused = await undo('none');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    now += 60_000;
    expect((await undo('none')).status).toBe(404);
  });

  test('a client that guesses tokens is slowed down, and noted', async () => {
    tokenOf('Ada');
    const statuses: number[] = [];
    for (let index = 0; index < 12; index++)
      statuses.push((await claim(same(), bearer(`collectome_${index}`), ELSEWHERE)).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect(
      desk.audit.latest(20).filter(({ action, target }) => action === 'refused' && target === '192.0.2.7'),
    ).toHaveLength(10);
  });
});

describe('on the page', () => {
  interface Visit {
    readonly html: string;
    readonly cookie: string;
    readonly formKey: string;
  }

  async function visit(path: string, environment: object = LOCAL, cookie = ''): Promise<Visit> {
    const response = await ask(path, { headers: { 'accept-language': 'en', cookie } }, environment);
    const html = await response.text();
    const [, own] = /desk=([^;]+)/u.exec(response.headers.get('set-cookie') ?? '') ?? [];
    return {
      html,
      cookie: own === undefined ? cookie : `desk=${own}`,
      formKey: /name="form" value="([^"]+)"/u.exec(html)?.[1] ?? '',
    };
  }

  const send = (
    path: string,
    fields: Readonly<Record<string, string>>,
    options: {
      readonly cookie: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly environment?: object;
    },
  ) =>
    ask(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: options.cookie, ...options.headers },
        body: new URLSearchParams(fields).toString(),
      },
      options.environment ?? LOCAL,
    );

  test('someone is said to be another, which the page then says, and it is taken back', async () => {
    const path = `/person/${barnabas}`;
    const { cookie, formKey } = await visit(path);
    const fields = {
      kind: 'same',
      subject: barnabas,
      object: `https://people.example/person/${bartholomew}`,
      form: formKey,
      back: path,
    };
    const made = await send('/desk/claims', fields, { cookie });
    expect(made.status).toBe(303);
    expect(made.headers.get('location')).toBe(`${path}#claims`);
    const { html } = await visit(path, LOCAL, cookie);
    expect(html).toContain('not published yet');
    const [standing] = desk.claims.holding();
    await send('/desk/claims', { kind: 'undo', claim: standing!.key, form: formKey, back: path }, { cookie });
    expect(desk.claims.holding()).toEqual([]);
    expect((await visit(path, LOCAL, cookie)).html).toContain('taken back by');
  });

  test('what was said of a reason or a name stands in place of its button, and can be taken back there', async () => {
    const path = `/person/${wallace.key}`;
    const [reason] = wallace.reasons;
    const before = await visit(path);
    const { cookie, formKey: form } = before;
    expect(before.html).toContain(`name="claim" value="${reason.claim}"`);
    expect(before.html).toContain('name="subjectName" value="A. R. Wallace"');
    const rejected = { kind: 'reject', claim: reason.claim, form, back: path };
    const renamed = { kind: 'different', subject: wallace.key, subjectName: 'A. R. Wallace', object: wallace.key };
    for (const fields of [rejected, { ...renamed, form, back: path }])
      expect((await send('/desk/claims', fields, { cookie })).status).toBe(303);
    const said = await visit(path, LOCAL, cookie);
    expect(said.html).not.toContain(`name="claim" value="${reason.claim}"`);
    expect(said.html).not.toContain('name="subjectName" value="A. R. Wallace"');
    const evidence = said.html.slice(said.html.indexOf('id="evidence"'), said.html.indexOf('id="claims"'));
    expect(evidence).toContain('said not to be the same');
    for (const { key } of desk.claims.holding())
      await send('/desk/claims', { kind: 'undo', claim: key, form, back: path }, { cookie });
    expect((await visit(path, LOCAL, cookie)).html).toContain(`name="claim" value="${reason.claim}"`);
  });

  test('a form of another browser, of another site, or without its cookie is refused', async () => {
    const path = `/person/${barnabas}`;
    const { cookie, formKey } = await visit(path);
    const fields = { kind: 'same', subject: barnabas, object: bartholomew, form: formKey, back: path };
    const other = await visit(path);
    const refused = [
      await send('/desk/claims', fields, { cookie: other.cookie }),
      await send('/desk/claims', fields, { cookie: '' }),
      await send('/desk/claims', { ...fields, form: '' }, { cookie }),
      await send('/desk/claims', fields, { cookie, headers: { 'sec-fetch-site': 'cross-site' } }),
      await send('/desk/claims', fields, { cookie, headers: { origin: 'null' } }),
      await send('/desk/claims', fields, { cookie, environment: ELSEWHERE }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(await refused[0]!.text()).toContain('Nothing was changed');
    expect(desk.claims.holding()).toEqual([]);
  });

  test('a form leads nowhere but to our own pages', async () => {
    const { cookie, formKey } = await visit(`/person/${barnabas}`);
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const response = await send('/desk/sign-out', { form: formKey, back }, { cookie });
      expect(response.headers.get('location')).toBe('/');
    }
  });

  test('whoever has a token signs in, and out', async () => {
    const token = desk.tokens.create({ name: 'Ada', rights: ['claim'], actor: 'x', time: new Date().toISOString() });
    const before = await visit(`/person/${barnabas}`, ELSEWHERE);
    expect(before.html).toContain('Sign in to correct this');
    expect(before.html).not.toContain('action="/desk/claims"');
    const page = await visit(`/desk?back=/person/${barnabas}`, ELSEWHERE);
    const signIn = (secret: string) =>
      send(
        '/desk/sign-in',
        { form: page.formKey, back: `/person/${barnabas}`, token: secret },
        { cookie: page.cookie, environment: ELSEWHERE },
      );
    expect((await signIn('collectome_wrong')).status).toBe(401);
    const entered = await signIn(token);
    expect(entered.status).toBe(303);
    const [setCookie = ''] = entered.headers.getSetCookie();
    expect(setCookie).toMatch(/HttpOnly/u);
    expect(setCookie).toMatch(/SameSite=Strict/u);
    const cookie = setCookie.split(';')[0]!;
    expect(cookie).not.toBe(page.cookie);
    const inside = await visit(`/person/${barnabas}`, ELSEWHERE, cookie);
    expect(inside.html).toContain('Sign out Ada');
    const fields = { kind: 'same', subject: barnabas, object: bartholomew, form: inside.formKey, back: '/' };
    expect((await send('/desk/claims', fields, { cookie, environment: ELSEWHERE })).status).toBe(303);
    expect(desk.claims.holding()).toMatchObject([{ maker: 'Ada' }]);
    await send('/desk/sign-out', { form: inside.formKey, back: '/' }, { cookie, environment: ELSEWHERE });
    expect((await visit(`/person/${barnabas}`, ELSEWHERE, cookie)).html).toContain('Sign in to correct this');
  });

  test('no forms where no desk is open', async () => {
    const node = readConfiguration(folder);
    const assets = createAssets(join(import.meta.dirname, '../../dist/web'));
    const closed = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
    const response = await closed.request(`${HERE}/person/${barnabas}`, {}, LOCAL);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).not.toContain('/desk');
    expect((await closed.request(`${HERE}/desk`, {}, LOCAL)).status).toBe(404);
    expect((await closed.request(`${HERE}/desk/claims`, { method: 'POST' }, LOCAL)).status).toBe(404);
  });
});

test('a claim about what was withdrawn since is told to nobody', async () => {
  await claim({ kind: 'different', subject: { key: barnabas }, object: { key: wallace.key } });
  const kept = (await (await claim(same())).json()).claim;
  const { results } = await get('/api/search?agent=Bartholomew%20Smith');
  for (const { key } of results)
    addWithdrawal(pathsOf(folder).withdrawn, { key, reason: 'asked', time: '2026-01-01T00:00:00Z' });
  await live.refresh();
  expect((await get('/api/claims')).claims).toMatchObject([{ object: { key: wallace.key } }]);
  expect((await ask(`/api/claims/${kept.key}`)).status).toBe(404);
  expect((await claim(same())).status).toBe(404);
});
