import type { OpenAPIHono } from '@hono/zod-openapi';
import { toQueryJson } from '../../search/query-json.ts';
import { formatQueryLine } from '../../search/query-line.ts';
import { formatQueryParameters } from '../../search/query-url.ts';
import { describeQuery } from '../../search/query-words.ts';
import { noticesOfText } from '../../search/typed-text.ts';
import type { AppEnv, Services } from '../environment.ts';
import { defineQueryRoute } from '../query-route.ts';
import { explainSchema } from '../schemas.ts';

export function defineExplain(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineQueryRoute(api, services, {
    path: '/explain',
    summary: 'A query in its three spellings and in words, and what each of its hops finds by itself',
    options: {},
    response: explainSchema,
    async answer({ query, lease, signal }) {
      const hops = await lease.engine.countHops(query, { signal });
      return {
        query: toQueryJson(query),
        parameters: formatQueryParameters(query).toString(),
        line: formatQueryLine(query),
        words: describeQuery(query).map(({ label, value, negated, certain, without }) => ({
          label,
          value,
          negated,
          certain,
          without: formatQueryLine(without),
        })),
        notices: noticesOfText(query),
        hops: hops.map(({ query: _query, thereQuery, ...counts }) => ({
          ...counts,
          ...(thereQuery === undefined ? {} : { thereLine: formatQueryLine(thereQuery) }),
        })),
      };
    },
  });
}
