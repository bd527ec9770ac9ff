import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Query } from '../model/query.ts';
import type { Lease } from '../search/live.ts';
import type { AppEnv, Services } from './environment.ts';
import { readAsk } from './query-request.ts';
import { errorResponses, querySchema } from './schemas.ts';

/** What a route that answers a query gets. */
export interface Asked<Options> {
  readonly query: Query;
  readonly options: Options;
  readonly lease: Lease;
  readonly signal: AbortSignal;
  readonly context: Context<AppEnv>;
}

export interface QueryRoute<Shape extends z.ZodRawShape> {
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly options: Shape;
  readonly response: z.ZodType;
  readonly answer: (asked: Asked<z.output<z.ZodObject<Shape>>>) => Promise<object | Response>;
}

/** Marks an operation whose parameters include those of a query; the document lists them by reference. */
export const TAKES_QUERY = 'x-takes-query';

/**
 * A route that answers a query: GET with the query in the address, POST with it in a JSON body; the same options, the
 * same answer. Its entry in the OpenAPI document comes from the same description.
 */
export function defineQueryRoute<Shape extends z.ZodRawShape>(
  api: OpenAPIHono<AppEnv>,
  { live }: Services,
  route: QueryRoute<Shape>,
): void {
  const schema = z.strictObject(route.options) as unknown as z.ZodObject<Shape>;
  const shared = {
    path: route.path,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: ['Search'],
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: route.response } } },
      ...errorResponses,
    },
  };
  api.openAPIRegistry.registerPath({
    method: 'get',
    ...shared,
    request: { query: schema },
    [TAKES_QUERY]: true,
  });
  const body = z.object({ query: querySchema.optional(), ...route.options });
  api.openAPIRegistry.registerPath({
    method: 'post',
    ...shared,
    request: { body: { content: { 'application/json': { schema: body } } } },
  });
  api.on(['GET', 'POST'], route.path, async (context) => {
    const { query, options } = await readAsk(context, schema);
    const answer = await live.use((lease) =>
      route.answer({ query, options, lease, signal: context.get('signal'), context }),
    );
    return answer instanceof Response ? answer : context.json(answer);
  });
}
