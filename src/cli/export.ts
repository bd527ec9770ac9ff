import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { pathsOf } from '../catalogue/paths.ts';
import { toCitation } from '../publish/citation.ts';
import { writeCsv } from '../publish/csv.ts';
import { writeJsonLines } from '../publish/json-lines.ts';
import type { Selection } from '../search/engine.ts';
import { LiveEngine, type Lease } from '../search/live.ts';
import { formatQueryLine, parseQueryLine } from '../search/query-line.ts';
import { formatQueryParameters } from '../search/query-url.ts';
import { badUse, type Invocation } from './command.ts';

const FORMATS = ['csv', 'tsv', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

export async function run(invocation: Invocation): Promise<void> {
  const path = invocation.outputFile('output');
  const format = readFormat(invocation, path);
  const query = parseQueryLine(invocation.operands.join(' '));
  await using live = await LiveEngine.open(pathsOf(invocation.node));
  await live.use(async (lease) => {
    await using selection = await lease.engine.resolve(query, { signal: invocation.signal });
    const options = {
      selection,
      engine: lease.engine,
      edition: lease.edition,
      base: lease.edition.manifest.node.base,
      signal: invocation.signal,
    };
    const body =
      format === 'jsonl'
        ? writeJsonLines(options)
        : writeCsv({
            ...options,
            verbatim: invocation.flag('verbatim'),
            bom: invocation.flag('bom'),
            delimiter: format === 'tsv' ? '\t' : ',',
          });
    if (path === undefined) {
      await pipeline(body, invocation.terminal.stdout, { end: false });
      return;
    }
    try {
      await pipeline(body, createWriteStream(`${path}.part`));
      await rename(`${path}.part`, path);
    } finally {
      await rm(`${path}.part`, { force: true });
    }
    await writeFile(`${path}.citation.txt`, await cite(selection, lease));
    invocation.say(
      `Wrote ${selection.total.toLocaleString('en')} records to ${path}; ${path}.citation.txt says how to cite them.`,
    );
  });
}

function readFormat(invocation: Invocation, path: string | undefined): Format {
  const asked = invocation.text('format') ?? FORMATS.find((name) => path?.toLowerCase().endsWith(`.${name}`)) ?? 'csv';
  const format = FORMATS.find((name) => name === asked);
  if (format === undefined) throw badUse(`--format must be one of ${FORMATS.join(', ')}, not "${asked}"`, 'export');
  return format;
}

async function cite(selection: Selection, { edition: { manifest } }: Lease): Promise<string> {
  const [facet] = await selection.facets([{ field: 'datasetKey', limit: 1000 }]);
  const { query, total } = selection;
  return toCitation({
    node: manifest.node,
    edition: manifest,
    query: query.kind === 'all' ? '' : formatQueryLine(query),
    address: `${manifest.node.base}/search?${formatQueryParameters(query).toString()}`,
    total,
    shares: new Map((facet?.values ?? []).map(({ value, count }) => [value, count])),
  });
}
