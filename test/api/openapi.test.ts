import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { Desk } from '../../src/desk/desk.ts';
import { FIELDS } from '../../src/vocabulary/fields.ts';
import { openClient, type Client } from './client.ts';
import { openGathered } from './gathered.ts';

let client: Client;
let document: any;
beforeAll(async () => {
  client = await openClient();
  document = await client.get('/api/openapi.json');
});
afterAll(() => client.small.close());

describe('the OpenAPI document', () => {
  test('is of version 3.1 and describes every operation', () => {
    expect(document.openapi).toMatch(/^3\.1\./u);
    for (const [path, item] of Object.entries<any>(document.paths)) {
      for (const [method, operation] of Object.entries<any>(item)) {
        expect(['get', 'post']).toContain(method);
        expect({ path, method, summary: operation.summary }).toMatchObject({ summary: expect.stringMatching(/./u) });
        expect(operation.responses['200'] ?? operation.responses['301']).toBeDefined();
        const names = (operation.parameters ?? [])
          .filter((parameter: any) => parameter.in === 'path')
          .map((parameter: any) => parameter.name);
        expect(names).toEqual([...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name));
      }
    }
  });

  test('refers only to what it has', () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/gu);
    for (const [, path] of references) {
      const target = path!.split('/').reduce((value, part) => value?.[part], document);
      expect({ path, isThere: target !== undefined }).toEqual({ path, isThere: true });
    }
  });

  test('lists every field as a parameter of a query', () => {
    for (const { name } of FIELDS) expect(document.components.parameters[name]).toMatchObject({ name, in: 'query' });
    const names = document.paths['/search'].get.parameters.map((parameter: any) => parameter.$ref ?? parameter.name);
    expect(names).toContain('#/components/parameters/country');
    expect(names).toContain('limit');
  });

  test('describes the answers as they are', async () => {
    const people = await client.get('/api/agents?q=banks');
    const places = await client.get('/api/places');
    const claimed = claimSomething(people.agents[0]);
    const gathered = await openGathered();
    const [gathering] = (await gathered.get('/api/facets?facet=gatheringKey')).facets[0].values;
    const expeditions = await gathered.get('/api/expeditions');
    const taxa = await client.get('/api/taxa?q=bellis');
    const answers = [
      ['/gatherings/{key}', await gathered.get(`/api/gatherings/${gathering.value}`)],
      ['/expeditions', expeditions],
      ['/expeditions/{key}', await gathered.get(`/api/expeditions/${expeditions.expeditions[0].key}`)],
      ['/taxa', taxa],
      ['/taxa/{key}', await client.get(`/api/taxa/${taxa.taxa[0].key}`)],
      ['/places', places],
      ['/places/{key}', await client.get(`/api/places/${places.places[0].key}`)],
      ['/agents', people],
      ['/agents/{key}', await client.get(`/api/agents/${people.agents[0].key}`)],
      ['/claims', await client.get('/api/claims')],
      ['/claims/{key}', await client.get(`/api/claims/${claimed}`)],
      ['/search', await client.get('/api/search?facet=kind')],
      ['/facets', await client.get('/api/facets?facet=kind')],
      ['/histogram', await client.get('/api/histogram?field=eventDate')],
      ['/grid', await client.get('/api/grid')],
      ['/random', await client.get('/api/random?seed=1')],
      ['/explain', await client.get('/api/explain?q=daisy')],
      ['/suggest', await client.get('/api/suggest?prefix=b')],
      ['/datasets', await client.get('/api/datasets')],
      ['/datasets/{key}', await client.get('/api/datasets/workshop')],
      ['/datasets/{key}/quality', await client.get('/api/datasets/workshop/quality')],
      ['/records/{key}', await client.get(`/api/records/${(await client.get('/api/search?limit=1')).results[0].key}`)],
      [
        '/records/{key}/relations',
        await client.get(`/api/records/${(await client.get('/api/search?limit=1')).results[0].key}/relations`),
      ],
      ['/fields', await client.get('/api/fields')],
      ['/issues', await client.get('/api/issues')],
      ['/health', await client.get('/api/health')],
    ] as const;
    await gathered.close();
    for (const [path, answer] of answers) {
      const { schema } = document.paths[path].get.responses['200'].content['application/json'];
      expect(mismatches(schema, answer, path)).toEqual([]);
    }
    const described = new Set<string>(answers.map(([path]) => path));
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/export') && !described.has(path))).toEqual(
      [],
    );
  });
});

/** Has someone say that a person is not another name of theirs; the claim's key. */
function claimSomething({ key, label }: { readonly key: string; readonly label: string }): string {
  using desk = Desk.open(pathsOf(client.small.folder).desk);
  const time = new Date().toISOString();
  const end = { entityKey: key, name: label };
  const { claim } = desk.claims.make({
    entity: 'agent',
    kind: 'different',
    subject: { key, ...end },
    object: { key: 'another', ...end },
    note: 'Born later.',
    maker: 'Ada',
    time,
  });
  desk.claims.undo(claim.key, { by: 'Ada', time });
  return claim.key;
}

test('the page lists every operation and needs nothing from elsewhere', async () => {
  const response = await client.request('/api');
  expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
  const page = await response.text();
  for (const path of Object.keys(document.paths)) expect(page).toContain(`/api${path}`);
  expect(page).not.toMatch(/<script|<style|style="|src=|https?:\/\//u);
});

/** Where a value is not as its schema says: as much of JSON Schema as the document uses. */
function mismatches(schema: any, value: any, path: string): string[] {
  if (schema.$ref !== undefined) {
    const target = schema.$ref
      .slice(2)
      .split('/')
      .reduce((node: any, part: string) => node[part], document);
    return mismatches(target, value, path);
  }
  if (schema.allOf !== undefined) return schema.allOf.flatMap((part: any) => mismatches(part, value, path));
  const types = [schema.type].flat().filter((type) => type !== undefined);
  if (types.length > 0 && !types.some((type) => isOfType(type, value)))
    return [`${path}: ${JSON.stringify(value)} is no ${types.join(' or ')}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => mismatches(schema.items ?? {}, item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? [])
    .filter((name: string) => !(name in value))
    .map((name: string) => `${path}.${name} is missing`);
  const undescribed =
    schema.properties === undefined || schema.additionalProperties !== undefined
      ? []
      : Object.keys(value)
          .filter((name) => !(name in schema.properties))
          .map((name) => `${path}.${name} is not described`);
  return [
    ...missing,
    ...undescribed,
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
      name in value ? mismatches(part, value[name], `${path}.${name}`) : [],
    ),
  ];
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}
