import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Lease } from '../search/live.ts';
import type { AppEnv, Services } from './environment.ts';
import { ApiError } from './error.ts';
import { shortText, wholeNumber } from './options.ts';
import { parseOptions, refuseParameters, valuesOf } from './query-request.ts';
import { errorResponses, notFoundResponse } from './schemas.ts';

/** The route that lists entities of a kind by words of their names. */
interface EntityList {
  readonly summary: string;
  /** In which order they come. */
  readonly order: string;
  /** What words stand for. */
  readonly words?: string;
  readonly limit: { readonly max: number; readonly default: number };
  /** What the answer holds beside the edition and the total. */
  readonly answer: z.ZodRawShape;
  readonly read: (
    lease: Lease,
    asked: { readonly text: string; readonly limit: number },
  ) => Promise<{ readonly total: number }>;
}

/** What the routes of one kind of entity have of their own. */
export interface EntityKind {
  /** Below /api, in the plural; the key of one follows it. */
  readonly path: string;
  readonly tag: string;
  /** In a sentence: `person or group`. */
  readonly name: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  /** All about one; undefined where the edition has none of this key, or nothing that told of it is public any more. */
  readonly read: (lease: Lease, key: string) => Promise<object | undefined>;
  /** Where keys are found. */
  readonly hint: string;
  readonly list?: EntityList;
}

/** Defines the routes of a kind of entity: the list by words, where there is one, and each by its key. */
export function defineEntity(api: OpenAPIHono<AppEnv>, { live }: Services, kind: EntityKind): void {
  const { path, tag, name, summary, schema, read, hint, list } = kind;
  if (list !== undefined) defineList(api, { live }, { path, tag, list });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: `${path}/{key}`,
    summary,
    tags: [tag],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: { description: `The ${name}`, content: { 'application/json': { schema } } },
      ...errorResponses,
      ...notFoundResponse,
    },
  });
  api.get(`${path}/:key`, async (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async (lease) => {
      const entity = await read(lease, key);
      if (entity === undefined)
        throw new ApiError(404, 'not-found', `There is no ${name} with the key "${key.slice(0, 80)}".`, { hint });
      return c.json({ edition: lease.edition.name, ...entity });
    });
  });
}

function defineList(
  api: OpenAPIHono<AppEnv>,
  { live }: Pick<Services, 'live'>,
  { path, tag, list }: { readonly path: string; readonly tag: string; readonly list: EntityList },
): void {
  const { summary, order, words = 'Words, or parts of words, of one of the names', answer, read } = list;
  const options = z.object({
    q: shortText().optional().openapi({ description: words }),
    limit: wholeNumber({ min: 1, max: list.limit.max })
      .optional()
      .openapi({ description: `At most so many; default ${list.limit.default}` }),
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary,
    tags: [tag],
    request: { query: options },
    responses: {
      200: {
        description: order,
        content: {
          'application/json': { schema: z.object({ edition: z.string(), total: z.int(), ...answer }) },
        },
      },
      ...errorResponses,
    },
  });
  api.get(path, async (c) => {
    const { q = '', limit = list.limit.default } = parseOptions(
      valuesOf(new URL(c.req.url).searchParams),
      options.strict(),
    );
    return live.use(async (lease) =>
      c.json({ edition: lease.edition.name, ...(await read(lease, { text: q, limit })) }),
    );
  });
}
