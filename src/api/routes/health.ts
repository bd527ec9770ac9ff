import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from '../environment.ts';
import { NOT_KEPT } from '../freshness.ts';
import { refuseParameters } from '../query-request.ts';

const admissionSchema = z
  .object({
    running: z.int().openapi({ description: 'Requests that are worked on now' }),
    waiting: z.int().openapi({ description: 'Requests that wait for that' }),
    longestWaitInMs: z.int().openapi({ description: 'How long the first of them has waited' }),
    admitted: z.int().openapi({ description: 'Requests that were let in since the start' }),
    refused: z.int().openapi({ description: 'Requests that were answered 503 since the start' }),
  })
  .openapi('Admission');

const healthSchema = z
  .object({
    status: z.enum(['ok', 'busy']).openapi({ description: 'busy: requests are waiting' }),
    edition: z.string(),
    uptimeInSeconds: z.int(),
    memoryInMb: z.int(),
    searches: admissionSchema.openapi({ description: 'Searches, counts, pages with results' }),
    exports: admissionSchema.openapi({ description: 'Downloads' }),
  })
  .openapi('Health');

const BYTES_PER_MB = 1_000_000;

/** Answered at once, whatever else is going on. */
export function defineHealth(api: OpenAPIHono<AppEnv>, { live, load }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/health',
    summary: 'That the server answers, which edition it serves, and how busy it is',
    tags: ['Service'],
    responses: { 200: { description: 'It answers', content: { 'application/json': { schema: healthSchema } } } },
  });
  api.get('/health', (c) => {
    refuseParameters(c);
    const [searches, exports] = [load.searches.state, load.exports.state];
    return live.use(({ edition }) =>
      c.json(
        {
          status: searches.waiting + exports.waiting > 0 ? 'busy' : 'ok',
          edition: edition.name,
          uptimeInSeconds: Math.floor(process.uptime()),
          memoryInMb: Math.round(process.memoryUsage.rss() / BYTES_PER_MB),
          searches,
          exports,
        },
        200,
        NOT_KEPT,
      ),
    );
  });
}
