import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { toAnswer } from '../record-answer.ts';
import { outsideRelations, ownWords, readRelations } from '../relation-view.ts';
import { errorResponses, notFoundResponse, recordSchema, withdrawnResponse } from '../schemas.ts';
import { refuseParameters } from '../query-request.ts';
import { formatQueryParameters } from '../../search/query-url.ts';

/** Records that are named of each relation; the query of each finds them all. */
const MOST_RELATED = 100;

const relationsSchema = z
  .object({
    edition: z.string(),
    key: z.string(),
    relations: z.array(
      z.object({
        type: z
          .string()
          .openapi({ description: 'What the record is to the others: `part of`, `has part`, `mentioned in` …' }),
        total: z.int(),
        search: z.string().openapi({ description: 'Parameters of `/api/search` that find all of them' }),
        records: z.array(
          z.object({
            key: z.string(),
            title: z.string().optional(),
            note: z.string().optional().openapi({ description: 'What the record says of it in its own words' }),
          }),
        ),
      }),
    ),
    outside: z
      .array(
        z.object({
          type: z.string(),
          target: z.string(),
          targetKind: z.string().optional(),
          remarks: z.string().optional(),
        }),
      )
      .openapi({
        description: 'What the record names that is no record here: taxa, sequences, literature, and ends that dangle',
      }),
  })
  .openapi('Relations');

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
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/records/{key}/relations',
    summary: 'The relations of a record, from both ends and across datasets',
    tags: ['Records'],
    request: { params: z.object({ key: z.string() }) },
    responses: {
      200: { description: 'Kind by kind', content: { 'application/json': { schema: relationsSchema } } },
      ...errorResponses,
      ...notFoundResponse,
    },
  });
  api.get('/records/:key/relations', async (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async (lease) => {
      const record = await lease.engine.record(key);
      if (record === undefined)
        throw new ApiError(404, 'not-found', `There is no record with the key "${key.slice(0, 80)}".`);
      const relations = await readRelations(lease, record, { limit: MOST_RELATED });
      return c.json({
        edition: lease.engine.edition,
        key,
        relations: relations.map(({ type, total, query, records }) => ({
          type,
          total,
          search: formatQueryParameters(query).toString(),
          records: records.map((other) => {
            const title = other.interpreted['title'];
            const note = ownWords(record, other.key);
            return {
              key: other.key,
              ...(typeof title === 'string' ? { title } : {}),
              ...(note === undefined ? {} : { note }),
            };
          }),
        })),
        outside: outsideRelations(lease, record),
      });
    });
  });
}
