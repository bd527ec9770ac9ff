import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchEngine } from '../../src/search/engine.ts';
import { parseQueryLine } from '../../src/search/query-line.ts';
import { openFixture, type OpenFixture } from './edition-fixture.ts';

let open: OpenFixture;
let engine: SearchEngine;

beforeAll(async () => {
  open = await openFixture({
    headers: [{ header: 'Donor' }, { header: 'Label', term: 'verbatimLabel' }],
    extension: { rowType: 'http://example.org/terms/Loan', headers: ['borrower', 'to be back'] },
    records: [
      {
        key: 'moth',
        values: {
          kind: ['specimen'],
          title: 'Atlas moth',
          catalogNumber: 'BM 1858.12.3',
          scientificName: 'Attacus atlas (Linnaeus, 1758)',
          recordedBy: ['Alfred Russel Wallace', 'Ali'],
          countryCode: 'MY',
          possibleCountryCodes: ['MY'],
          locality: 'Santubong, river bay',
          eventDate: '1855-03/1855-05',
          eventDateBegin: -41944,
          eventDateEnd: -41853,
          year: 1855,
          decimalLatitude: 1.72,
          decimalLongitude: 110.33,
        },
        verbatim: { Donor: 'Sir William Wilson Saunders', Label: 'Sarawak, Mr. Wallace' },
        extension: [{ borrower: 'Leiden', 'to be back': '1999' }],
        children: {
          measurement: [
            { measurementType: 'length', measurementNumber: 24 },
            { measurementType: 'width', measurementNumber: 8 },
          ],
        },
      },
      {
        key: 'letter',
        values: {
          kind: ['archive'],
          title: 'Brief an Łukasz Müller über Straße und Käfer',
          catalogNumber: 'A 12',
          possibleCountryCodes: ['MY', 'SG'],
          eventDate: '185X',
          eventDateBegin: -43829,
          eventDateEnd: -40178,
        },
        children: {
          measurement: [
            { measurementType: 'length', measurementNumber: 8 },
            { measurementType: 'width', measurementNumber: 24 },
          ],
        },
      },
      { key: 'print', values: { kind: ['artwork', 'photograph'], title: '東京国立博物館の蝶', catalogNumber: 'A 2' } },
      { key: 'arabic', values: { kind: ['archive'], title: 'كِتَاب الحيوان', catalogNumber: 'A 100' } },
      { key: 'person', values: { recordType: 'agent', title: 'Alfred Russel Wallace' } },
    ],
  });
  engine = open.engine;
});

afterAll(async () => {
  await open[Symbol.asyncDispose]();
});

async function keys(line: string): Promise<string[]> {
  const selection = await engine.resolve(parseQueryLine(line));
  const { records } = await selection.page({ limit: 100, sort: { field: 'catalogNumber', order: 'asc' } });
  expect(records).toHaveLength(selection.total);
  return records.map(({ key }) => key);
}

describe('what a line finds', () => {
  test.each([
    ['', ['print', 'letter', 'arabic', 'moth']],
    ['recordType:agent', ['person']],
    ['recordType:agent or kind:specimen', ['moth', 'person']],
    ['wallace', ['moth']],
    ['walla', ['moth']],
    ['text!:walla', []],
    ['"russel wallace"', ['moth']],
    ['"wallace russel"', []],
    ['"moth bm"', []],
    ['BM 1858.12.3', ['moth']],
    ['1858.12', ['moth']],
    ['bm1858.12.3', []],
    ['lukasz', ['letter']],
    ['Muller STRASSE', ['letter']],
    ['"über strasse"', ['letter']],
    ['国立博物館', ['print']],
    ['蝶', ['print']],
    ['كتاب', ['arabic']],
    ['"atlas moth" -wallace', []],
    ['country:MY', ['letter', 'moth']],
    ['country!:MY', ['moth']],
    ['country!:MY,SG', ['letter', 'moth']],
    ['-country:MY', ['print', 'letter', 'arabic']],
    ['-country:MY,SG', ['print', 'arabic']],
    ['eventDate:1855', ['letter', 'moth']],
    ['eventDate!:1855', ['moth']],
    ['eventDate!:1850..1860', ['letter', 'moth']],
    ['-eventDate!:1855', ['print', 'letter', 'arabic']],
    ['year:1850..1860', ['moth']],
    ['catalogNumber:"bm 1858.12.3"', ['moth']],
    ['catalogNumber:"A 2".."A 12"', ['print', 'letter']],
    ['locality:*BAY', ['moth']],
    ['title~:"*m?ller*"', ['letter']],
    ['has:media', []],
    ['some(measurement, measurementType:length measurementNumber:10..)', ['moth']],
    ['some(measurement, measurementType:width measurementNumber:10..)', ['letter']],
    ['has:measurement', ['letter', 'moth']],
    ['near(1.55,110.34,50km)', ['moth']],
    ['near(1.55,110.34,5km)', []],
    ['within(POLYGON((110 1, 111 1, 111 2, 110 2, 110 1)))', ['moth']],
    ['verbatim["Donor"]:*saunders', ['moth']],
    ['verbatim["donor"]:*', ['moth']],
    ['ext["Loan"].borrower:leiden', ['moth']],
    ['ext["Loan"].["to be back"]:1990..2000', ['moth']],
    ['some(ext["Loan"], borrower:leiden ["to be back"]:1990)', []],
    ['sarawak', ['moth']],
    ['key:moth,person', ['moth']],
    ['agent:* or kind:photograph', ['print']],
  ])('%s', async (line, expected) => {
    expect(await keys(line)).toEqual(expected);
  });
});

test('suggestions begin a word of a value', async () => {
  expect(await engine.suggest({ prefix: 'mot' })).toEqual([
    { field: 'title', value: 'Atlas moth', label: 'Atlas moth', count: 1 },
  ]);
  expect(await engine.suggest({ prefix: 'mala', fields: ['country'] })).toEqual([
    { field: 'country', value: 'MY', label: 'Malaysia', count: 2 },
  ]);
  expect(await engine.suggest({ prefix: 'oth' })).toEqual([]);
});

test('a record is found by its key', async () => {
  expect((await engine.record('person'))?.recordType).toBe('agent');
  expect(await engine.record('nobody')).toBeUndefined();
});
