import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acquisitionDate,
  identificationDate,
  identificationHistoryDate,
  productionDate,
} from '../../src/interpret/date-terms.ts';
import { eventDate } from '../../src/interpret/event-date.ts';
import { dayNumber } from '../../src/model/day.ts';

type Output = Readonly<Record<string, unknown>>;

function read(values: Readonly<Record<string, string>>) {
  const { output, issues } = eventDate.interpret(
    eventDate.inputs.map((term) => values[term] ?? null),
    {},
  );
  const { eventDate: edtf, year, month, day } = output as Output;
  return { edtf, fields: [year, month, day], issues: issues.map(({ code }) => code) };
}

describe('the date of gathering', () => {
  test.each<[Readonly<Record<string, string>>, string | undefined, readonly string[]]>([
    [{ eventDate: '1901-08-19' }, '1901-08-19', []],
    [{ year: '1901', month: '8', day: '19' }, '1901-08-19', []],
    [{ year: '1901', month: 'August', day: '0' }, '1901-08', []],
    [{ year: '1901', month: '0', day: '0' }, '1901', []],
    [{ year: '0' }, undefined, []],
    [{ eventDate: '1901', year: '1901', month: '8', day: '19' }, '1901-08-19', []],
    [{ eventDate: '3/4/1902', year: '1902', month: '4', day: '3' }, '1902-04-03', []],
    [{ eventDate: '3/4/1902', verbatimEventDate: '3 April 1902' }, '1902-04-03', []],
    [{ eventDate: '3/4/1902' }, '[1902-03-04,1902-04-03]', ['EVENT_DATE_AMBIGUOUS']],
    [{ eventDate: '1901-08-19', year: '1911', month: '8', day: '19' }, '1901-08-19', ['RECORDED_DATE_MISMATCH']],
    [{ eventDate: '1901-08-19', verbatimEventDate: 'Sept. 1901' }, '1901-08-19', ['RECORDED_DATE_MISMATCH']],
    [{ eventDate: '1901-08-10/1901-08-20', year: '1901', month: '8', day: '10' }, '1901-08-10/1901-08-20', []],
    [{ eventDate: '31 Feb 1901', year: '1901', month: '2' }, '1901-02', ['RECORDED_DATE_INVALID']],
    [{ year: '1901', month: '13', day: '2' }, '1901', ['RECORDED_DATE_INVALID']],
    [{ year: '1901', month: '2', day: '30' }, '1901-02', ['RECORDED_DATE_INVALID']],
    [{ year: '1901', startDayOfYear: '32', endDayOfYear: '59' }, '1901-02-01/1901-02-28', []],
    [{ year: '1901', month: '3', startDayOfYear: '32' }, '1901-03', ['RECORDED_DATE_MISMATCH']],
    [{ eventDate: '1901-03-01', year: '1901', startDayOfYear: '32' }, '1901-03-01', ['RECORDED_DATE_MISMATCH']],
    [{ year: '1898', verbatimEventDate: '19-jun-98' }, '1898', []],
    [{ eventDate: '19-jun-98' }, undefined, ['DATE_YEAR_SHORT']],
    [{ eventDate: '19-jun-98', year: '1898' }, '1898-06-19', []],
    [{ verbatimEventDate: '5/6/34' }, undefined, ['DATE_YEAR_SHORT']],
    [{ eventDate: 'summer 1902' }, '1902-22', ['DATE_SEASON_NORTHERN']],
    [{ eventDate: '1901', year: '1901', startDayOfYear: '32' }, '1901-02-01', []],
    [{ verbatimEventDate: '18.vii.1997' }, '1997-07-18', ['EVENT_DATE_FROM_VERBATIM']],
    [{ verbatimEventDate: 'wet season' }, undefined, ['RECORDED_DATE_INVALID']],
    [{ eventDate: 's.d.' }, undefined, []],
    [{ eventDate: '1950-1940' }, undefined, ['EVENT_DATE_REVERSED']],
    [{ eventDate: '1066' }, '1066', ['RECORDED_DATE_UNLIKELY']],
    [{ eventDate: '2919-01-01' }, '2919-01-01', ['RECORDED_DATE_UNLIKELY']],
    [{ eventDate: 'before 1850' }, '../1849', []],
  ])('%o', (values, edtf, issues) => {
    const result = read(values);
    expect([result.edtf, result.issues]).toEqual([edtf, issues]);
  });

  test.each([
    ['1901-08-19', [1901, 8, 19]],
    ['1901-08-10/1901-08-20', [1901, 8, undefined]],
    ['1901-08-10/1901-09-01', [1901, undefined, undefined]],
    ['1901/1902', [undefined, undefined, undefined]],
  ])('year, month and day of %s only where both ends agree', (text, fields) =>
    expect(read({ eventDate: text }).fields).toEqual(fields),
  );

  test('the span and its basis stand beside it', () => {
    const { output } = eventDate.interpret(['1901', null, null, null, null, null, null], {});
    expect(output).toEqual({
      eventDate: '1901',
      eventDateBegin: dayNumber(1901, 1, 1),
      eventDateEnd: dayNumber(1901, 12, 31),
      eventDateBasis: 'recorded',
      year: 1901,
    });
  });

  test('never throws, and fills only its own columns', () => {
    const text = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 ./-]{0,10}$/u)), {
      nil: null,
    });
    fc.assert(
      fc.property(fc.tuple(text, text, text, text, text, text, text), (values) => {
        const { output } = eventDate.interpret(values, {});
        for (const column of Object.keys(output)) expect(Object.keys(eventDate.outputs)).toContain(column);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('other dates', () => {
  test.each([
    [productionDate, 'c.1823', { productionDate: '1823~', productionDateBasis: 'recorded' }, []],
    [productionDate, 'not yet', {}, ['PRODUCTION_DATE_INVALID']],
    [productionDate, '1880-1870', {}, ['PRODUCTION_DATE_REVERSED']],
    [productionDate, '3rd century BC', { productionDate: '-0299/-0200' }, []],
    [productionDate, 'patented 1885', { productionDate: '1885' }, ['PRODUCTION_DATE_OF_PATENT']],
    [productionDate, 'born 1885', { productionDate: '1885' }, ['PRODUCTION_DATE_OF_LIFE']],
    [productionDate, '1852–1911', { productionDate: '1852/1911' }, []],
    [productionDate, 'Kangxi period (1662–1722)', { productionDate: '1662/1722' }, []],
    [acquisitionDate, 'Purchased 1922', { acquisitionDate: '1922' }, []],
    [identificationDate, '3/4/1902', { dateIdentified: '[1902-03-04,1902-04-03]' }, ['IDENTIFIED_DATE_AMBIGUOUS']],
    [identificationHistoryDate, '1650', { dateIdentified: '1650' }, ['IDENTIFIED_DATE_UNLIKELY']],
  ])('%o of %s', (interpreter, text, expected, codes) => {
    const { output, issues } = interpreter.interpret([text, null], {});
    expect(output).toMatchObject(expected);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  test('a row of the history has no basis', () =>
    expect(Object.keys(identificationHistoryDate.outputs)).toEqual([
      'dateIdentified',
      'dateIdentifiedBegin',
      'dateIdentifiedEnd',
    ]));
});
