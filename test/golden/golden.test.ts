import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';
import type { CatalogueRecord } from '../../src/model/record.ts';

/**
 * Each folder is a trap that exports set, with a README that names it, the export in `input/`, a profile where one is
 * needed, and `expected.txt`: a card for each record that a curator can check. Where a card differs, the new cards are
 * left beside it as `expected-changed.txt`.
 */
const cases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let node: string;
let cards: ReadonlyMap<string, string>;

beforeAll(async () => {
  node = mkdtempSync(join(tmpdir(), 'collectome-golden-'));
  initNode(node, { name: 'Golden cases', base: 'https://museum.example' });
  cases.forEach((name, index) => {
    const folder = join(import.meta.dirname, name);
    const files = readdirSync(join(folder, 'input'));
    const path = files.length === 1 ? join(folder, 'input', files[0] ?? '') : join(folder, 'input');
    const profile = join(folder, 'profile.yaml');
    const iri = `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    addSource(node, { path, key: name, iri, ...(existsSync(profile) ? { profile } : {}) });
  });
  await buildEdition(node);
  const paths = pathsOf(node);
  await using edition = await Edition.open(paths.edition(readFileSync(paths.current, 'utf8').trim()));
  cards = new Map(
    edition.manifest.datasets.map((dataset) => {
      const records = edition.records(Array.from({ length: dataset.records }, (_, row) => dataset.first + row));
      const sources = edition.manifest.sources.filter(({ datasetKey }) => datasetKey === dataset.key);
      const counts = sources.map(
        ({ files, rowsRead, rowsImported, rowsRejected }) =>
          `${files.join(' + ')}: ${rowsRead} rows read, ${rowsImported} imported, ${rowsRejected} rejected`,
      );
      const rejected = dataset.rejected.map(({ file, line, reason }) => `rejected: ${file}, line ${line}: ${reason}`);
      return [dataset.key, [...counts, ...rejected, '', ...records.map(toCard)].join('\n')];
    }),
  );
}, 300_000);
afterAll(() => rmSync(node, { recursive: true, force: true }));

/** A record as a card: what the museum wrote, then how it was read. */
function toCard(record: CatalogueRecord): string {
  const { interpreted, children, verbatim, issues, source } = record;
  const value = (item: unknown): string =>
    Array.isArray(item) ? item.map(value).join(' | ') : typeof item === 'string' ? item : JSON.stringify(item);
  const read = Object.entries(interpreted).filter(([name]) => !/Basis$|^issue$|^hasGeospatialIssue$/u.test(name));
  const rows = Object.entries(children).flatMap(([child, list]) =>
    list.map(
      (row) =>
        `  ${child}: ${Object.entries(row)
          .map(([name, item]) => `${name} ${value(item)}`)
          .join('; ')}`,
    ),
  );
  return [
    `${record.recordType} ${value(interpreted['title'])} (${source.file}, line ${source.line})`,
    ...verbatim.map(({ header, value: written }) => `  wrote ${header}: ${written.replaceAll('\n', ' ⏎ ')}`),
    ...read.map(([name, item]) => `  read ${name}: ${value(item).replaceAll('\n', ' ⏎ ')}`),
    ...rows,
    ...issues.map(
      ({ code, term, detail }) =>
        `  issue ${code}${term === undefined ? '' : ` (${term})`}${detail === undefined ? '' : `: ${detail}`}`,
    ),
    '',
  ].join('\n');
}

describe('golden cases', () => {
  test.each(cases)('%s', (name) => {
    const folder = join(import.meta.dirname, name);
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
    const actual = cards.get(name) ?? '';
    const expected = existsSync(join(folder, 'expected.txt')) ? readFileSync(join(folder, 'expected.txt'), 'utf8') : '';
    const changed = join(folder, 'expected-changed.txt');
    if (actual === expected) rmSync(changed, { force: true });
    else writeFileSync(changed, actual);
    expect(actual).toBe(expected);
  });
});
