import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { CHILDREN } from '../../vocabulary/children.ts';
import { FIELDS } from '../../vocabulary/fields.ts';
import { ISSUES } from '../../vocabulary/issues.ts';
import { KINDS, RECORD_TYPES } from '../../vocabulary/kinds.ts';
import type { AppEnv } from '../environment.ts';
import { refuseParameters } from '../query-request.ts';

const fieldSchema = z.object({
  name: z.string(),
  type: z.string(),
  group: z.string(),
  many: z.boolean(),
  indexed: z.boolean(),
  weight: z.number(),
  inferred: z
    .boolean()
    .optional()
    .openapi({ description: 'Whether its values are always inferred, and never what a museum wrote' }),
  aliases: z.array(z.string()),
  tree: z
    .enum(['taxon', 'place'])
    .optional()
    .openapi({ description: 'Of what its keys are a hierarchy: each stands for all below it' }),
});

export function defineVocabulary(api: OpenAPIHono<AppEnv>): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/fields',
    summary: 'The fields, nested rows, kinds and record types that a query may name',
    tags: ['Vocabulary'],
    responses: {
      200: {
        description: 'The closed lists of this software',
        content: {
          'application/json': {
            schema: z.object({
              fields: z.array(fieldSchema),
              children: z.record(z.string(), z.record(z.string(), z.string())),
              kinds: z.array(z.string()),
              recordTypes: z.array(z.string()),
            }),
          },
        },
      },
    },
  });
  api.get('/fields', (c) => {
    refuseParameters(c);
    return c.json({ fields: FIELDS, children: CHILDREN, kinds: KINDS, recordTypes: RECORD_TYPES });
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/issues',
    summary: 'Every problem that reading a record may raise, with what was done about it',
    tags: ['Vocabulary'],
    responses: {
      200: {
        description: 'By code',
        content: {
          'application/json': {
            schema: z.object({
              issues: z.array(
                z.object({ code: z.string(), severity: z.string(), about: z.string(), sentence: z.string() }),
              ),
            }),
          },
        },
      },
    },
  });
  api.get('/issues', (c) => {
    refuseParameters(c);
    return c.json({
      issues: Object.entries(ISSUES).map(([code, { severity, about, sentence }]) => ({
        code,
        severity,
        about,
        sentence,
      })),
    });
  });
}
