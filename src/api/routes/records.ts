import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { toAnswer } from '../record-answer.ts';
import { errorResponses, notFoundResponse, recordSchema, withdrawnResponse } from '../schemas.ts';
import { refuseParameters } from '../query-request.ts';

export function defineRecords(api: OpenAPIHono<AppEnv>, services: Services): void {
  const { live } = services;
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/records/{key}',
    summary: 'A whole record: what the museum wrote, how it was read, issues and history',
    tags: ['Records'],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: { description: 'The record', content: { 'application/json': { schema: recordSchema } } },
      301: { description: 'The record has another key now; `Location` names it' },
      ...errorResponses,
      ...notFoundResponse,
      ...withdrawnResponse,
    },
  });
  api.get('/records/:key', async (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    const withdrawal = live.withdrawal(key);
    if (withdrawal !== undefined) {
      throw new ApiError(
        410,
        'withdrawn',
        `The record ${key} was withdrawn on ${withdrawal.time.slice(0, 10)}: ${withdrawal.reason}`,
      );
    }
    return live.use(async ({ engine, edition }) => {
      const record = await engine.record(key);
      if (record === undefined) {
        const today = live.resolveAlias(key);
        if (today !== undefined) return c.redirect(`/api/records/${encodeURIComponent(today)}`, 301);
        throw new ApiError(404, 'not-found', `There is no record with the key "${key.slice(0, 80)}".`, {
          hint: "The key is the last part of a record's address.",
        });
      }
      const states = live.history?.states(key) ?? [];
      return c.json({
        edition: engine.edition,
        ...toAnswer(record, edition, services),
        history: states.map(({ record: earlier, ...state }) =>
          earlier === undefined
            ? state
            : Object.assign(state, {
                // A dataset may have had another name then.
                record: toAnswer({ ...earlier, datasetKey: record.datasetKey }, edition, services),
              }),
        ),
        earlierKeys: live.history?.earlierKeys(key) ?? [],
      });
    });
  });
}
