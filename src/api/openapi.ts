import type { OpenAPIHono } from '@hono/zod-openapi';
import type { NodeDescription } from '../model/node.ts';
import { SOFTWARE } from '../model/software.ts';
import { FIELDS, type Field } from '../vocabulary/fields.ts';
import type { AppEnv } from './environment.ts';
import { QUERY_PARAMETERS } from './query-request.ts';
import { TAKES_QUERY } from './query-route.ts';

export type ApiDocument = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

const ABOUT_QUERY: Readonly<Record<(typeof QUERY_PARAMETERS)[number], string>> = {
  q: 'Free text: every word must occur; "quoted words" must follow each other; the last word may be a beginning',
  query: 'A query as a typed line: wallace country:MY year:1850..1860 -kind:archive',
  geometry: 'Inside a shape: WKT or GeoJSON, Polygon or MultiPolygon, longitude before latitude',
  geoDistance: 'Near a point: latitude,longitude,distance with m, km or mi: 1.55,110.34,50km',
  has: 'Records that have a value of this field, or rows of this name: media',
  missing: 'Records that have none',
  hop: 'Over what records share to other records: maker, born:..1800; collector > maker, kind:archive; each one given must hold',
  taxon: 'The name of a taxon: it and all below; repeated: either',
  place: 'The name of a place: it and all below; repeated: either',
};

/** The OpenAPI 3.1 document of the routes. The parameters of a query, one for each field, are described once and referred to. */
export function createDocument(api: OpenAPIHono<AppEnv>, node: NodeDescription): ApiDocument {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `${node.name}: API`,
      version: SOFTWARE.version,
      description:
        'Reading needs no account. Answers hold until the next edition: send the ETag back and get 304. Every failure has the one shape `Error`. Text is UTF-8.',
      license: { name: 'Each record and medium states its own licence' },
    },
    servers: [{ url: '/api' }],
    tags: ['Search', 'Records', 'People', 'Claims', 'Datasets', 'Export', 'Vocabulary', 'Service'].map((name) => ({
      name,
    })),
  });
  const parameters = queryParameters();
  document.components = { ...document.components, parameters };
  const references = Object.keys(parameters).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  for (const item of Object.values(document.paths ?? {})) {
    const { get } = item;
    if (get === undefined || !(TAKES_QUERY in get)) continue;
    delete get[TAKES_QUERY];
    get.parameters = [...references, ...(get.parameters ?? [])];
  }
  return document;
}

type Parameters = NonNullable<NonNullable<ApiDocument['components']>['parameters']>;

function queryParameters(): Parameters {
  const plain = QUERY_PARAMETERS.map((name): [string, Parameters[string]] => [
    name,
    { name, in: 'query', description: ABOUT_QUERY[name], schema: { type: 'string' } },
  ]);
  const fields = FIELDS.map((field): [string, Parameters[string]] => [
    field.name,
    {
      name: field.name,
      in: 'query',
      description: describeField(field),
      schema: { type: 'array', items: { type: 'string' } },
      style: 'form',
      explode: true,
    },
  ]);
  return Object.fromEntries([...plain, ...fields]);
}

function describeField({ name, type, aliases }: Field): string {
  const how =
    type === 'number' || type === 'span'
      ? `A value, or a range from,to with * for an open end`
      : 'A value; letter case and accents do not matter';
  const also = aliases.length === 0 ? '' : ` Also: ${aliases.join(', ')}.`;
  return `${how}; repeated: any of them; * for any value. not.${name} excludes${type === 'span' || type === 'country' ? `, certain.${name} asks for certain matches only` : ''}.${also}`;
}
