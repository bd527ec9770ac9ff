import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Query } from '../../model/query.ts';
import { toCitation } from '../../publish/citation.ts';
import { writeCsv } from '../../publish/csv.ts';
import { writeJsonLines } from '../../publish/json-lines.ts';
import type { WriteOptions } from '../../publish/record-stream.ts';
import type { Selection } from '../../search/engine.ts';
import type { Lease } from '../../search/live.ts';
import { formatQueryLine } from '../../search/query-line.ts';
import { formatQueryParameters } from '../../search/query-url.ts';
import { STREAMED } from '../compression.ts';
import type { AppEnv, Services } from '../environment.ts';
import { flag, oneOf } from '../options.ts';
import { readAsk } from '../query-request.ts';
import { TAKES_QUERY } from '../query-route.ts';
import { errorResponses, querySchema } from '../schemas.ts';

const FORMATS = ['csv', 'tsv', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  tsv: 'text/tab-separated-values; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

const options = z.strictObject({
  format: oneOf(FORMATS).optional().openapi({ description: 'Default: csv' }),
  verbatim: flag().optional().openapi({ description: 'CSV and TSV: add a column with what the museum wrote, as JSON' }),
  bom: flag().optional().openapi({ description: 'CSV and TSV: begin with a byte order mark, for spreadsheets' }),
});

export function defineExport(api: OpenAPIHono<AppEnv>, services: Services): void {
  const { live, node } = services;
  const file = { schema: z.string() };
  const shared = {
    path: '/export',
    summary: 'Everything that a query selects, as one file',
    description:
      'Streamed in the order of the edition; each row states its licence. `Link` with rel="describedby" names how to cite it. Cells that a spreadsheet would run as a formula are preceded by an apostrophe.',
    tags: ['Export'],
    responses: {
      200: {
        description: 'The file',
        content: { 'text/csv': file, 'text/tab-separated-values': file, 'application/jsonl': file },
      },
      ...errorResponses,
    },
  };
  api.openAPIRegistry.registerPath({ method: 'get', ...shared, request: { query: options }, [TAKES_QUERY]: true });
  const body = z.object({ query: querySchema.optional(), ...options.shape });
  api.openAPIRegistry.registerPath({
    method: 'post',
    ...shared,
    request: { body: { content: { 'application/json': { schema: body } } } },
  });
  api.on(['GET', 'POST'], '/export', async (c) => {
    const { query, options: asked } = await readAsk(c, options);
    const { format = 'csv', verbatim = false, bom = false } = asked;
    const lease = live.lease();
    let selection: Selection | undefined;
    const release = async () => {
      await selection?.[Symbol.asyncDispose]();
      lease.release();
    };
    try {
      selection = await lease.engine.resolve(query, { signal: c.get('signal') });
      // Nobody would read what is made now, and so nobody would end it.
      c.get('signal').throwIfAborted();
      const headers = fileHeaders({ format, query, edition: lease.edition.name });
      if (c.req.method === 'HEAD') {
        await release();
        return c.body(null, 200, headers);
      }
      const write: WriteOptions = {
        selection,
        engine: lease.engine,
        edition: lease.edition,
        base: node.base,
        signal: c.get('signal'),
        onEnd: release,
      };
      const body =
        format === 'jsonl'
          ? writeJsonLines(write)
          : writeCsv({ ...write, verbatim, bom, delimiter: format === 'tsv' ? '\t' : ',' });
      return c.body(body, 200, { ...headers, [STREAMED]: '1' });
    } catch (error) {
      await release();
      throw error;
    }
  });
  defineCitation(api, services);
}

function fileHeaders({
  format,
  query,
  edition,
}: {
  readonly format: Format;
  readonly query: Query;
  readonly edition: string;
}) {
  return {
    'content-type': MEDIA_TYPES[format],
    'content-disposition': `attachment; filename="collectome-${edition}.${format}"`,
    link: `</api/export/citation?${formatQueryParameters(query).toString()}>; rel="describedby"; type="text/plain"`,
  };
}

function defineCitation(api: OpenAPIHono<AppEnv>, { live, node }: Services): void {
  const none = z.strictObject({});
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/export/citation',
    summary: 'How to cite what a query selects',
    tags: ['Export'],
    request: { query: none },
    responses: { 200: { description: 'A text', content: { 'text/plain': { schema: z.string() } } }, ...errorResponses },
    [TAKES_QUERY]: true,
  });
  api.get('/export/citation', async (c) => {
    const { query } = await readAsk(c, none);
    return live.use((lease) => cite(c, { query, lease, node }));
  });
}

async function cite(
  c: Context<AppEnv>,
  { query, lease, node }: { readonly query: Query; readonly lease: Lease; readonly node: Services['node'] },
): Promise<Response> {
  await using selection = await lease.engine.resolve(query, { signal: c.get('signal') });
  const [facet] = await selection.facets([{ field: 'datasetKey', limit: 1000 }]);
  const parameters = formatQueryParameters(query).toString();
  const text = toCitation({
    node,
    edition: lease.edition.manifest,
    query: query.kind === 'all' ? '' : formatQueryLine(query),
    address: `${node.base}/search${parameters === '' ? '' : `?${parameters}`}`,
    total: selection.total,
    shares: new Map((facet?.values ?? []).map(({ value, count }) => [value, count])),
  });
  return c.text(text);
}
