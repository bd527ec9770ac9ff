import { randomUUID } from 'node:crypto';
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from '../environment.ts';
import { NOT_KEPT } from '../freshness.ts';
import { shortText, wholeNumber } from '../options.ts';
import { defineQueryRoute } from '../query-route.ts';
import { toSummary } from '../record-answer.ts';
import { answerHead, recordSummarySchema } from '../schemas.ts';
import { toAnswerHead } from './search.ts';

export function defineRandom(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineQueryRoute(api, services, {
    path: '/random',
    summary: 'Records drawn at random from what a query selects',
    description: 'The same seed draws the same records of an edition. Without one, each call draws others.',
    options: {
      count: wholeNumber({ min: 1, max: 1000 }).optional().openapi({ description: 'How many; default 1' }),
      seed: shortText().optional().openapi({ description: 'Any text' }),
    },
    response: z.object({ ...answerHead, seed: z.string(), results: z.array(recordSummarySchema) }),
    async answer({ query, options, lease, signal, context }) {
      if (options.seed === undefined) context.header('cache-control', NOT_KEPT['cache-control']);
      const { count = 1, seed = randomUUID() } = options;
      await using selection = await lease.engine.resolve(query, { signal });
      const records = await selection.sample({ count, seed });
      return {
        ...toAnswerHead(lease.engine.edition, selection),
        seed,
        results: records.map((record) => toSummary(record, lease.edition, services)),
      };
    },
  });
}
