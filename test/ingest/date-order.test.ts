import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';

/** How the first record's date is read in a dataset of these dates. */
async function readFirst(
  dates: readonly string[],
): Promise<{ readonly date: unknown; readonly issues: readonly string[] }> {
  const folder = join(mkdtempSync(join(tmpdir(), 'collectome-order-')), 'node');
  const file = join(mkdtempSync(join(tmpdir(), 'collectome-order-')), 'occurrences.csv');
  writeFileSync(file, ['occurrenceID,eventDate', ...dates.map((date, index) => `id-${index},${date}`)].join('\n'));
  initNode(folder, { name: 'Dates', base: 'http://localhost:8080' });
  writeFileSync(
    join(folder, 'profiles', 'dates.yaml'),
    'format: csv\nrecords:\n  identifier: occurrenceID\ncolumns:\n  occurrenceID: occurrenceID\n  eventDate: eventDate\n',
  );
  addSource(folder, { path: file, profile: join(folder, 'profiles', 'dates.yaml'), key: 'dates' });
  const { edition } = await buildEdition(folder);
  await using opened = await Edition.open(pathsOf(folder).edition(edition.name));
  const [record] = opened.records([0]);
  return { date: record?.interpreted['eventDate'], issues: record?.issues.map(({ code }) => code) ?? [] };
}

const dayFirst = Array.from({ length: 12 }, (_, index) => `${index + 14}/05/1950`);

test('the dates of a dataset that can be read in one way only settle the others', async () => {
  const { date, issues } = await readFirst(['03/04/1950', ...dayFirst]);
  expect(date).toBe('1950-04-03');
  expect(issues).toContain('DATE_ORDER_INFERRED');
});

test('where they contradict each other, nothing is settled', async () => {
  const { date, issues } = await readFirst(['03/04/1950', ...dayFirst, '05/14/1950', '05/15/1950']);
  expect(date).not.toBe('1950-04-03');
  expect(issues).not.toContain('DATE_ORDER_INFERRED');
});

const inOneCentury = Array.from({ length: 60 }, (_, index) => `${(index % 28) + 1} May ${1900 + index}`);

test('dates within a hundred years settle the century of a year of two digits', async () => {
  const { date, issues } = await readFirst(['5.vi.23', ...inOneCentury]);
  expect(date).toBe('1923-06-05');
  expect(issues).toContain('DATE_CENTURY_INFERRED');
});
