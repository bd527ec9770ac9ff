import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueRecord } from '../../src/model/record.ts';
import { compareRecords } from '../../src/site/record-change.ts';
import { toSheet } from '../../src/site/record-sheet.ts';
import { ISSUES, type IssueCode } from '../../src/vocabulary/issues.ts';
import { TERMS } from '../../src/vocabulary/terms.ts';

const record: CatalogueRecord = {
  key: 'k',
  datasetKey: 'd',
  recordType: 'object',
  source: { file: 'occurrence.txt', line: 2 },
  stateHash: '00',
  verbatim: [
    { header: 'eventDate', term: 'eventDate', value: '1857-01/1857-07' },
    { header: 'verbatimEventDate', term: 'verbatimEventDate', value: 'Jany.–July 1857' },
    { header: 'Drawer', value: '7' },
  ],
  extensions: [],
  interpreted: { eventDate: '1857-01/1857-07', eventDateBasis: 'inferred', possibleCountryCodes: ['MY', 'SG'] },
  children: {},
  issues: [{ code: 'EVENT_DATE_FROM_VERBATIM', term: 'verbatimEventDate' }, { code: 'KIND_UNCERTAIN' }],
};

describe('the sheet of a record', () => {
  const sheet = toSheet(record);
  const rows = sheet.groups.flatMap((group) => group.rows);

  test('sets what was written beside what was read, with the issue that it raised', () => {
    const date = rows.find(({ field }) => field.name === 'eventDate');
    expect(date).toMatchObject({ values: ['1857-01/1857-07'], inferred: true });
    expect(date?.wrote.map(({ value }) => value)).toEqual(['1857-01/1857-07', 'Jany.–July 1857']);
    expect(date?.issues.map(({ code }) => code)).toEqual(['EVENT_DATE_FROM_VERBATIM']);
  });

  test('shows possible countries where none is certain, unmapped columns apart, and issues without a row', () => {
    expect(rows.find(({ field }) => field.name === 'country')?.values).toEqual(['MY', 'SG']);
    expect(sheet.unmapped.map(({ header }) => header)).toEqual(['Drawer']);
    expect(sheet.issues.map(({ code }) => code)).toEqual(['KIND_UNCERTAIN']);
  });

  test('has every cell and every issue exactly once, whatever the record', () => {
    const terms = fc.option(fc.constantFrom(...TERMS.map(({ name }) => name)), { nil: undefined });
    const cells = fc.array(
      fc.tuple(
        terms,
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      ),
      { maxLength: 40 },
    );
    const issues = fc.array(fc.tuple(fc.constantFrom(...(Object.keys(ISSUES) as IssueCode[])), terms), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(cells, issues, (cells, issues) => {
        const drawn: CatalogueRecord = {
          ...record,
          verbatim: cells.map(([term, value], index) => ({
            header: String(index),
            value,
            ...(term === undefined ? {} : { term }),
          })),
          issues: issues.map(([code, term]) => ({ code, ...(term === undefined ? {} : { term }) })),
        };
        const { groups, unmapped, issues: apart } = toSheet(drawn);
        const shown = groups.flatMap((group) => group.rows);
        const headers = [...shown.flatMap(({ wrote }) => wrote), ...unmapped].map(({ header }) => Number(header));
        expect(headers.toSorted((a, b) => a - b)).toEqual(cells.map((_, index) => index));
        expect(shown.flatMap((row) => row.issues).length + apart.length).toBe(issues.length);
      }),
      { seed: 11 },
    );
  });
});

describe('two states of a record', () => {
  const written = { ...record, verbatim: [{ header: 'Drawer', value: '8' }] };

  test('what the museum changed', () => {
    expect(compareRecords(record, written).written).toEqual([
      { name: 'eventDate', before: '1857-01/1857-07' },
      { name: 'verbatimEventDate', before: 'Jany.–July 1857' },
      { name: 'Drawer', before: '7', after: '8' },
    ]);
    expect(compareRecords(record, written).read).toEqual([]);
  });

  test('what is read differently though the museum wrote the same', () => {
    const reread = { ...record, interpreted: { ...record.interpreted, possibleCountryCodes: ['MY'] } };
    expect(compareRecords(record, reread)).toEqual({
      written: [],
      read: [{ name: 'possibleCountryCodes', before: 'MY; SG', after: 'MY' }],
    });
  });
});
