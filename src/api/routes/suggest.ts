import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from '../environment.ts';
import { names, shortText, wholeNumber } from '../options.ts';
import { parseOptions, valuesOf } from '../query-request.ts';
import { errorResponses, suggestSchema } from '../schemas.ts';

const options = z.object({
  prefix: shortText('must be what was typed so far, at most 1,000 characters').openapi({
    description: 'What was typed so far',
  }),
  field: names().optional().openapi({ description: 'Only values of these fields' }),
  limit: wholeNumber({ min: 1, max: 100 }).optional().openapi({ description: 'At most so many; default 10' }),
});

export function defineSuggest(api: OpenAPIHono<AppEnv>, { live }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/suggest',
    summary: 'Values that begin with, or have a word that begins with, what was typed so far',
    tags: ['Search'],
    request: { query: options },
    responses: {
      200: { description: 'The most frequent first', content: { 'application/json': { schema: suggestSchema } } },
      ...errorResponses,
    },
  });
  api.get('/suggest', async (c) => {
    const { prefix, field, limit } = parseOptions(valuesOf(new URL(c.req.url).searchParams), options.strict());
    return live.use(async ({ engine }) => {
      const suggestions = await engine.suggest({
        prefix,
        ...(field === undefined ? {} : { fields: field }),
        ...(limit === undefined ? {} : { limit }),
      });
      return c.json({ edition: engine.edition, suggestions });
    });
  });
}
