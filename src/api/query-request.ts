import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { nearestName } from '../model/nearest-name.ts';
import type { Query } from '../model/query.ts';
import { FIELDS } from '../vocabulary/fields.ts';
import { parseQueryJson } from '../search/query-json.ts';
import { parseQueryLine } from '../search/query-line.ts';
import { parseQueryParameters } from '../search/query-url.ts';
import type { AppEnv } from './environment.ts';
import { ApiError } from './error.ts';

/** Parameters that are part of the query on every route that takes one, beside the fields themselves. */
export const QUERY_PARAMETERS = [
  'q',
  'query',
  'geometry',
  'geoDistance',
  'has',
  'missing',
  'hop',
  'taxon',
  'place',
] as const;

/** What a request asks: the query and the route's own options. */
export interface Ask<Options> {
  readonly query: Query;
  readonly options: Options;
}

/** Reads a query and options from an address, or from the JSON body of a POST. Throws ApiError and QueryError. */
export async function readAsk<Shape extends z.ZodRawShape>(
  c: Context<AppEnv>,
  schema: z.ZodObject<Shape>,
): Promise<Ask<z.output<z.ZodObject<Shape>>>> {
  if (c.req.method !== 'POST') {
    const { query, rest, raw } = splitParameters(new URL(c.req.url).searchParams);
    return { query, options: parseOptions({ ...rest, ...raw }, schema) };
  }
  const { query, ...rest } = readBody(c);
  return { query: parseBodyQuery(query), options: parseOptions(rest, schema) };
}

function splitParameters(parameters: URLSearchParams) {
  const { query, rest } = parseQueryParameters(withoutOptions(parameters));
  const raw: Record<string, string> = {};
  for (const name of ['sort', 'limit', 'cursor']) {
    const value = parameters.get(name);
    if (value !== null && value !== '') raw[name] = value;
  }
  return { query, rest: valuesOf(rest), raw };
}

/** Without what each route reads by its own rules. */
function withoutOptions(parameters: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(parameters);
  for (const name of ['sort', 'limit', 'cursor']) query.delete(name);
  return query;
}

/** Parameters as values: one as text, several of a name as a list. */
export function valuesOf(parameters: URLSearchParams): Record<string, string | string[]> {
  // Not by assignment, which would take "__proto__" for something else.
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name): [string, string | string[]] => {
      const all = parameters.getAll(name);
      return [name, all.length === 1 ? all[0]! : all];
    }),
  );
}

/** The JSON object that a POST brought. Throws ApiError. */
export function readBody(c: Context<AppEnv>): Record<string, unknown> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/iu.test(type)) {
    throw new ApiError(415, 'unsupported-media-type', 'The body must be JSON.', {
      hint: 'Send content-type: application/json.',
    });
  }
  let body: unknown;
  try {
    body = JSON.parse(c.get('body'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ApiError(400, 'bad-json', `The body is not JSON: ${error.message}.`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'bad-parameter', 'The body must be a JSON object.', { hint: '{"query": …, "limit": 20}' });
  }
  return body as Record<string, unknown>;
}

/** A query in a body: its JSON, or a line as a person types it; absent: everything. */
function parseBodyQuery(query: unknown): Query {
  if (query === undefined) return { kind: 'all' };
  return typeof query === 'string' ? parseQueryLine(query) : parseQueryJson(query);
}

/** The options of a route; an unknown one is refused with the nearest known name. */
export function parseOptions<Shape extends z.ZodRawShape>(
  values: Readonly<Record<string, unknown>>,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const known = Object.keys(schema.shape);
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys' && issue.path.length === 0)
    throw unknownParameter(issue.keys[0] ?? '', known);
  const where = issue?.path.join('.') ?? '';
  throw new ApiError(400, 'bad-parameter', `${where} ${issue?.message ?? 'is not valid'}.`.trim());
}

function unknownParameter(name: string, known: readonly string[]): ApiError {
  const shown = name.slice(0, 80);
  const plain = name.replace(/^(?:not\.|certain\.)+/u, '');
  const nearest = nearestName(plain, [
    ...known,
    ...QUERY_PARAMETERS,
    ...FIELDS.map((field) => field.name),
    ...FIELDS.flatMap(({ aliases }) => aliases),
  ]);
  return new ApiError(400, 'unknown-parameter', `There is no parameter "${shown}" here.`, {
    hint:
      nearest === undefined ? 'GET /api/fields lists the fields that a query may name.' : `Did you mean "${nearest}"?`,
  });
}

/** For routes that take no parameters at all. */
export function refuseParameters(c: Context<AppEnv>): void {
  const [name] = new URL(c.req.url).searchParams.keys();
  if (name !== undefined) throw unknownParameter(name, []);
}
