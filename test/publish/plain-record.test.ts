import { expect, test } from 'vitest';
import type { DatasetManifest } from '../../src/catalogue/manifest.ts';
import type { CatalogueRecord } from '../../src/model/record.ts';
import { toCitation } from '../../src/publish/citation.ts';
import { isDay, toPlainChildren, toPlainValues, toRecordHead } from '../../src/publish/plain-record.ts';
import { TABLE_COLUMNS } from '../../src/publish/table-columns.ts';
import { columnsOf, FIELDS, LINK_COLUMNS } from '../../src/vocabulary/fields.ts';

const dataset = { key: 'd', iri: 'urn:d', title: 'Dataset', license: 'CC-BY-4.0' } as DatasetManifest;
const context = { base: 'https://museum.example', dataset };

function recordOf(
  interpreted: CatalogueRecord['interpreted'],
  children: CatalogueRecord['children'] = {},
): CatalogueRecord {
  return {
    key: 'k',
    datasetKey: 'd',
    recordType: 'object',
    source: { file: 'x.csv', line: 2 },
    stateHash: '0',
    verbatim: [],
    extensions: [],
    interpreted,
    children,
    issues: [],
  };
}

test('a record whose own licence cannot be read does not get that of its dataset', () => {
  expect(toRecordHead(recordOf({}), context)).toEqual({
    key: 'k',
    iri: 'https://museum.example/object/k',
    datasetKey: 'd',
    datasetTitle: 'Dataset',
    recordType: 'object',
  });
  const stated = recordOf({ license: 'CC0-1.0', licenseBasis: 'item', rightsHolder: 'Museum' });
  expect(toRecordHead(stated, context)).toMatchObject({
    license: 'CC0-1.0',
    licenseBasis: 'item',
    rightsHolder: 'Museum',
  });
});

test('day numbers become dates, other numbers stay', () => {
  const values = toPlainValues(
    recordOf({ eventDate: '1858', eventDateBegin: -40_907, eventDateEnd: -40_543, year: 1858 }),
  );
  expect(values).toEqual({ eventDate: '1858', eventDateBegin: '1858-01-01', eventDateEnd: '1858-12-31', year: 1858 });
  const { activity } = toPlainChildren(
    recordOf({}, { activity: [{ type: 'gathering', dateBegin: 0, dateEnd: null }] }),
  );
  expect(activity).toEqual([{ type: 'gathering', dateBegin: '1970-01-01' }]);
  expect(['eventDateBegin', 'dateBegin', 'Begin', 'yearEnd', 'weekEnd'].filter((name) => isDay(name))).toEqual([
    'eventDateBegin',
    'dateBegin',
  ]);
});

/** People are linked by the edition; a record has their names as they were read. */
const LINKED = new Set(['agentInitial', 'agentRole', ...Object.keys(LINK_COLUMNS)]);

test('a table has every column of every field once', () => {
  const names = TABLE_COLUMNS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const field of FIELDS) {
    expect(names).toEqual(expect.arrayContaining(columnsOf(field).map(([name]) => name)));
    if (!LINKED.has(field.name)) expect(names).toContain(field.name);
  }
});

test('pictures and their licences keep their places in the cells', () => {
  const media = [{ identifier: 'a.jpg' }, { identifier: 'b.jpg', license: 'CC0-1.0' }];
  const cell = (name: string) =>
    TABLE_COLUMNS.find((column) => column.name === name)!.cell(
      recordOf({}, { media }),
      toRecordHead(recordOf({}), context),
    );
  expect(cell('mediaIdentifier')).toBe('a.jpg | b.jpg');
  expect(cell('mediaLicense')).toBe(' | CC0-1.0');
  expect(cell('mediaRightsHolder')).toBe('');
});

test('a citation names edition, query, and each dataset with its share', () => {
  const text = toCitation({
    node: { name: 'Node', base: 'https://museum.example' },
    edition: {
      name: '2026-11-21.1',
      datasets: [
        { ...dataset, title: 'Beetles', publisher: 'Museum', citation: 'Museum (2026). Beetles.' },
        { ...dataset, key: 'e', title: 'Letters', publisher: 'Letters', license: undefined },
        { ...dataset, key: 'f', title: 'Not in it' },
      ],
    } as any,
    query: 'kind:specimen',
    address: 'https://museum.example/search?kind=specimen',
    total: 1234,
    shares: new Map([
      ['d', 1233],
      ['e', 1],
    ]),
  });
  expect(text)
    .toBe(`Node. Edition 2026-11-21.1. 1,234 records selected by “kind:specimen”. https://museum.example/search?kind=specimen

Datasets

Museum (2026). Beetles. 1,233 records. https://museum.example/dataset/d (urn:d)
Licence of the dataset: CC-BY-4.0. What a record states for itself stands before it.

Letters. 1 record. https://museum.example/dataset/e (urn:d)
Licence of the dataset: not stated. What a record states for itself stands before it.
`);
});
