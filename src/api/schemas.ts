import { z } from '@hono/zod-openapi';
import { ERROR_CODES, type ErrorCode } from './error.ts';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

export const errorSchema = z
  .object({
    error: z.object({
      status: z.int(),
      code: z.enum(codes),
      message: z.string(),
      hint: z.string().optional(),
      position: z.int().optional().openapi({ description: 'Offset in the typed line, in UTF-16 code units from 0' }),
      requestId: z.string(),
    }),
  })
  .openapi('Error');

export const errorContent = { 'application/json': { schema: errorSchema } };

/** The error answers that every route may give. */
export const errorResponses = {
  400: { description: 'The request cannot be understood', content: errorContent },
  503: {
    description: 'The answer took too long, or there is too much to do; `Retry-After` says when to ask again',
    content: errorContent,
  },
} as const;

export const notFoundResponse = { 404: { description: 'There is no such thing', content: errorContent } } as const;
export const withdrawnResponse = { 410: { description: 'The record was withdrawn', content: errorContent } } as const;

export const querySchema = z.union([z.string(), z.looseObject({ kind: z.string() })]).openapi('Query', {
  description: 'A query as a typed line, or as JSON; docs/reference/query-language.md describes both',
});

const values = z.record(z.string(), z.unknown());
const head = {
  key: z.string(),
  iri: z.string().openapi({ description: 'The address of the record, for citing' }),
  datasetKey: z.string(),
  datasetTitle: z.string(),
  recordType: z.string(),
  license: z.string().optional().openapi({ description: 'Absent: the museum stated none that could be read' }),
  licenseBasis: z.string().optional().openapi({ description: 'item: of the record itself; dataset: of its dataset' }),
  rightsHolder: z.string().optional(),
  creditLine: z.string().optional(),
};

export const mediumSchema = z
  .looseObject({
    identifier: z.string().optional(),
    type: z.string().optional(),
    license: z.string().optional(),
    thumbnails: z
      .object({ '300': z.string(), '1000': z.string(), width: z.int(), height: z.int() })
      .optional()
      .openapi({
        description: 'Addresses of local copies, 300 and 1000 pixels wide; width and height are those of the original',
      }),
  })
  .openapi('Medium');

export const recordSummarySchema = z
  .object({ ...head, interpreted: values, media: z.array(mediumSchema), issues: z.array(z.string()) })
  .openapi('RecordSummary');

const cell = z.object({ header: z.string(), term: z.string().optional(), value: z.string() });

const wholeRecord = {
  ...head,
  source: z.object({ file: z.string(), line: z.int() }),
  stateHash: z.string(),
  interpreted: values.openapi({ description: 'What was read, by field; days are ISO dates' }),
  children: z
    .record(z.string(), z.array(values))
    .openapi({ description: 'Nested rows: identifications, media, measurements, …' }),
  issues: z.array(
    z.object({
      code: z.string(),
      term: z.string().optional(),
      detail: z.string().optional(),
      severity: z.string().optional(),
      sentence: z.string().optional(),
    }),
  ),
  verbatim: z.array(cell).openapi({ description: 'What the museum wrote, column by column' }),
  extensions: z.array(z.object({ rowType: z.string(), file: z.string(), rows: z.array(z.array(cell)) })),
};

export const recordSchema = z
  .object({
    edition: z.string(),
    ...wholeRecord,
    history: z.array(
      z.object({
        stateHash: z.string(),
        fromEdition: z.string(),
        toEdition: z.string().optional(),
        record: z.looseObject(head).optional(),
      }),
    ),
    earlierKeys: z.array(z.string()),
  })
  .openapi('Record');

/** What every answer to a query begins with. */
export const answerHead = {
  edition: z.string(),
  total: z.int().openapi({ description: 'Records that match certainly or possibly' }),
  certain: z.int().openapi({ description: 'Those of total that match certainly' }),
  notices: z.array(z.string()).openapi({
    description: 'What was approximated, or read as words though it looks like a query; empty as a rule',
  }),
};

export const facetSchema = z
  .object({
    field: z.string(),
    values: z.array(z.object({ value: z.string(), count: z.int(), certain: z.int() })),
    distinct: z.int(),
    missing: z.int(),
    sumExceedsTotal: z.boolean(),
  })
  .openapi('Facet');

export const searchSchema = z
  .object({
    ...answerHead,
    results: z.array(recordSummarySchema),
    cursor: z.string().optional().openapi({ description: 'Where the next page begins; absent after the last record' }),
    facets: z.array(facetSchema).optional(),
  })
  .openapi('SearchAnswer');

export const histogramSchema = z
  .object({
    ...answerHead,
    field: z.string(),
    bins: z.array(
      z.object({ from: z.string(), to: z.string(), certain: z.int(), possible: z.int(), spread: z.number() }),
    ),
    missing: z.int(),
  })
  .openapi('Histogram');

const degrees = z.number();
export const gridSchema = z
  .object({
    ...answerHead,
    cells: z.array(
      z.object({
        longitude: degrees,
        latitude: degrees,
        west: degrees,
        south: degrees,
        east: degrees,
        north: degrees,
        count: z.int(),
      }),
    ),
    located: z.int(),
  })
  .openapi('Grid');

export const suggestSchema = z
  .object({
    edition: z.string(),
    suggestions: z.array(z.object({ field: z.string(), value: z.string(), label: z.string(), count: z.int() })),
  })
  .openapi('Suggestions');

export const datasetSchema = z
  .looseObject({
    key: z.string(),
    iri: z.string(),
    title: z.string(),
    license: z.string().optional(),
    records: z.int(),
    recordsByType: z.record(z.string(), z.int()),
    rowsRead: z.int(),
    rowsImported: z.int(),
    rowsRejected: z.int(),
  })
  .openapi('Dataset');

export const explainSchema = z
  .object({
    query: z.looseObject({ kind: z.string() }).openapi({ description: 'As JSON' }),
    parameters: z.string().openapi({ description: 'As the parameters of an address' }),
    line: z.string().openapi({ description: 'As a person types it' }),
    words: z.array(
      z.object({
        label: z.string(),
        value: z.string(),
        negated: z.boolean(),
        certain: z.boolean(),
        without: z.string(),
      }),
    ),
    notices: z.array(z.string()).openapi({
      description: 'What is read as words though it looks like a query, and how to mend it; empty as a rule',
    }),
    hops: z.array(
      z.object({
        line: z.string().openapi({ description: 'The hop, as a person types it' }),
        entities: z.int().openapi({
          description: 'People, gatherings, taxa … that lead to another record or fulfil the conditions; or relations',
        }),
        there: z.int().optional().openapi({
          description: 'Records at the other end that stand in such an entity and fulfil their conditions',
        }),
        thereLine: z.string().optional().openapi({ description: 'The query that selects them' }),
        here: z.int().openapi({ description: 'Records that the hop finds by itself' }),
        certain: z.int().openapi({ description: 'Those of them that it finds certainly' }),
      }),
    ),
  })
  .openapi('Explanation');
