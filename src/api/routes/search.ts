import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { FacetRequest, Selection } from '../../search/engine.ts';
import { formatQueryParameters, formatSort, parseSort } from '../../search/query-url.ts';
import { noticesOfText } from '../../search/typed-text.ts';
import type { Sort } from '../../model/query.ts';
import type { AppEnv, Services } from '../environment.ts';
import { names, oneOf, shortText, wholeNumber } from '../options.ts';
import { defineQueryRoute } from '../query-route.ts';
import { toSummary } from '../record-answer.ts';
import { searchSchema } from '../schemas.ts';

const DEFAULT_LIMIT = 20;
const DEFAULT_FACET_LIMIT = 10;

/** The options with which facets are asked for, in an address or a body. */
export const FACET_OPTIONS = {
  facet: names().optional().openapi({ description: 'Fields whose values are counted' }),
  facetLimit: wholeNumber({ min: 1, max: 1000 })
    .optional()
    .openapi({ description: `Values of each; default ${DEFAULT_FACET_LIMIT}` }),
  facetContains: shortText()
    .optional()
    .openapi({ description: 'Only values that contain this; letter case and accents do not matter' }),
  facetSort: oneOf(['count', 'value']).optional(),
  facets: z
    .array(
      z.strictObject({
        field: shortText(),
        limit: wholeNumber({ min: 1, max: 1000 }).optional(),
        contains: shortText().optional(),
        sort: oneOf(['count', 'value']).optional(),
      }),
      { error: 'must be a list of {field, limit, contains, sort}, in a JSON body' },
    )
    .max(50)
    .optional()
    .openapi({ description: 'In a JSON body: facets with options of their own' }),
};

type FacetOptions = z.output<z.ZodObject<typeof FACET_OPTIONS>>;

export function toFacetRequests(options: FacetOptions): FacetRequest[] {
  const {
    facet = [],
    facetLimit = DEFAULT_FACET_LIMIT,
    facetContains: contains,
    facetSort: sort,
    facets = [],
  } = options;
  return [
    ...facet.map((field) => toRequest({ field, limit: facetLimit, contains, sort })),
    ...facets.map((own) => toRequest({ ...own, limit: own.limit ?? facetLimit })),
  ];
}

function toRequest(options: {
  readonly field: string;
  readonly limit: number;
  readonly contains?: string | undefined;
  readonly sort?: 'count' | 'value' | undefined;
}): FacetRequest {
  const { field, limit, contains, sort } = options;
  return {
    field,
    limit,
    ...(contains === undefined ? {} : { contains }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** What every answer to a query begins with. */
export function toAnswerHead(edition: string, { query, total, certain, notices }: Selection) {
  return { edition, total, certain, notices: [...noticesOfText(query), ...notices] };
}

const sortOption = z
  .union(
    [
      shortText().transform((text) => parseSort(text)),
      z.strictObject({ field: shortText(), order: oneOf(['asc', 'desc']) }).transform((sort): Sort | undefined => sort),
    ],
    { error: 'must be a field, -field, or {"field": …, "order": "asc" | "desc"}' },
  )
  .openapi({ type: 'string' });

export function defineSearch(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineQueryRoute(api, services, {
    path: '/search',
    summary: 'Records that a query selects, a page at a time',
    description:
      'Without a sort: by relevance where the query has text, else as the museums listed them. With `cursor` the last record can be reached.',
    options: {
      limit: wholeNumber({ min: 0, max: 1000 })
        .optional()
        .openapi({ description: `Records a page; default ${DEFAULT_LIMIT}` }),
      sort: sortOption.optional().openapi({ description: 'A field, or -field from its end; -relevance' }),
      cursor: shortText().optional().openapi({ description: 'The `cursor` of the page before' }),
      ...FACET_OPTIONS,
    },
    response: searchSchema,
    async answer({ query, options, lease, signal, context }) {
      const { limit = DEFAULT_LIMIT, sort, cursor } = options;
      await using selection = await lease.engine.resolve(query, { signal });
      const page = await selection.page({
        limit,
        ...(sort === undefined ? {} : { sort }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      const requests = toFacetRequests(options);
      if (page.cursor !== undefined && context.req.method === 'GET') {
        const next = formatQueryParameters(query);
        next.set('limit', String(limit));
        if (sort !== undefined) next.set('sort', formatSort(sort));
        next.set('cursor', page.cursor);
        context.header('link', `</api/search?${next.toString()}>; rel="next"`);
      }
      return {
        ...toAnswerHead(lease.engine.edition, selection),
        results: page.records.map((record) => toSummary(record, lease.edition, services)),
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
        ...(requests.length === 0 ? {} : { facets: await selection.facets(requests) }),
      };
    },
  });
}
