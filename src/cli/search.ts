import { pathsOf } from '../catalogue/paths.ts';
import { toPlainValues, toRecordHead } from '../publish/plain-record.ts';
import { LiveEngine } from '../search/live.ts';
import { parseQueryLine } from '../search/query-line.ts';
import { parseSort } from '../search/query-url.ts';
import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const limit = invocation.number('limit', { min: 0, max: 1000 }) ?? 10;
  const sort = parseSort(invocation.text('sort') ?? null);
  const cursor = invocation.text('cursor');
  const query = parseQueryLine(invocation.operands.join(' '));
  await using live = await LiveEngine.open(pathsOf(invocation.node));
  await live.use(async ({ engine, edition }) => {
    await using selection = await engine.resolve(query, { signal: invocation.signal });
    const page = await selection.page({
      limit,
      ...(sort === undefined ? {} : { sort }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const facets = await selection.facets(invocation.texts('facet').map((field) => ({ field, limit: 10 })));
    const results = page.records.map((record) => {
      const dataset = edition.manifest.datasets.find(({ key }) => key === record.datasetKey)!;
      return {
        ...toRecordHead(record, { base: edition.manifest.node.base, dataset }),
        interpreted: toPlainValues(record),
      };
    });
    const { total, certain, notices } = selection;
    if (invocation.json) {
      const next = page.cursor === undefined ? {} : { cursor: page.cursor };
      return invocation.answer({ edition: edition.name, total, certain, notices, results, ...next, facets });
    }
    const more = total > certain ? `, ${(total - certain).toLocaleString('en')} more possible` : '';
    invocation.say(`${certain.toLocaleString('en')} certain${more}`);
    for (const notice of notices) invocation.say(notice);
    for (const { key, interpreted, datasetTitle } of results) {
      const title =
        interpreted['title'] ?? interpreted['scientificName'] ?? interpreted['catalogNumber'] ?? 'without title';
      invocation.say(`${key}  ${String(title)} (${datasetTitle})`);
    }
    for (const { field, values, distinct } of facets) {
      invocation.say(`\n${field} (${distinct.toLocaleString('en')} values)`);
      for (const { value, count } of values) invocation.say(`  ${count.toLocaleString('en').padStart(9)}  ${value}`);
    }
    if (page.cursor !== undefined) invocation.say(`More: --cursor ${page.cursor}`);
  });
}
