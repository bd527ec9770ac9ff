import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../../src/catalogue/database.ts';
import { childRowsType } from '../../src/interpret/child-rows.ts';
import { CHILD_PASSTHROUGH, FALLBACK, PASSTHROUGH } from '../../src/interpret/passthrough.ts';
import { INTERPRETERS } from '../../src/interpret/registry.ts';
import { CHILD_NAMES, columnsOfChild } from '../../src/vocabulary/children.ts';
import { columnsOf, FIELDS } from '../../src/vocabulary/fields.ts';
import { ISSUES } from '../../src/vocabulary/issues.ts';
import { findTerm } from '../../src/vocabulary/terms.ts';

/** Columns of the record table that ingest itself fills. */
const OF_INGEST = new Set([
  'key',
  'recordType',
  'datasetKey',
  'issue',
  'mediaCount',
  'mediaType',
  'identifier',
  'midsLevel',
  'informationWithheld',
  'dataGeneralizations',
]);
/** Columns of child tables that ingest or the pool fill: the other end's key, which identification is current. */
const CHILDREN_OF_INGEST = new Set(['relation.targetKey', 'identification.isCurrent']);

const ofRecord = INTERPRETERS.filter(({ target }) => target === 'record');

describe('columns', () => {
  test('of the record table are filled by one interpreter, or copied, or left to ingest', () => {
    const sources = FIELDS.flatMap(columnsOf)
      .map(([column]) => column)
      .filter((column) => !OF_INGEST.has(column))
      .map((column): [string, string[]] => [
        column,
        [
          ...ofRecord.filter(({ outputs }) => column in outputs).map(({ name }) => name),
          ...(column in PASSTHROUGH ? ['copied'] : []),
        ],
      ]);
    expect(sources.filter(([, from]) => from.length !== 1)).toEqual([]);
  });

  test.each(['identification', 'media', 'measurement', 'relation'] as const)(
    'of %s are filled by one interpreter or copied',
    (child) => {
      const sources = columnsOfChild(child)
        .filter(([column]) => !CHILDREN_OF_INGEST.has(`${child}.${column}`))
        .map(([column]): [string, string[]] => [
          column,
          [
            ...INTERPRETERS.filter(({ target, outputs }) => target === child && column in outputs).map(
              ({ name }) => name,
            ),
            ...(column in (CHILD_PASSTHROUGH[child] ?? {}) ? ['copied'] : []),
          ],
        ]);
      expect(sources.filter(([, from]) => from.length !== 1)).toEqual([]);
    },
  );

  test('have the types of the tables', () => {
    const types = new Map<string, string>(FIELDS.flatMap(columnsOf));
    for (const child of CHILD_NAMES) types.set(`${child}Rows`, childRowsType(child));
    for (const { name, outputs } of ofRecord) {
      for (const [column, type] of Object.entries(outputs))
        expect([name, column, type]).toEqual([name, column, types.get(column)]);
    }
    for (const { name, target, outputs } of INTERPRETERS) {
      if (target === 'record') continue;
      const ofChild = new Map(columnsOfChild(target));
      for (const [column, type] of Object.entries(outputs))
        expect([name, column, type]).toEqual([name, column, ofChild.get(column)]);
    }
  });

  test('come from terms that a profile can map', () => {
    const copied = [PASSTHROUGH, FALLBACK, ...Object.values(CHILD_PASSTHROUGH)].flatMap((map) =>
      Object.values(map).flat(),
    );
    const read = INTERPRETERS.flatMap(({ inputs }) => inputs);
    expect([...copied, ...read].filter((term) => findTerm(term)?.name !== term)).toEqual([]);
  });
});

test('no two interpreters of one target have one name', () => {
  const names = INTERPRETERS.map(({ target, name }) => `${target}/${name}`);
  expect(names).toHaveLength(new Set(names).size);
});

describe('types of child rows', () => {
  let database: Database;
  beforeAll(async () => {
    database = await Database.open({ folders: [] });
  });
  afterAll(async () => database.close());

  test.each(CHILD_NAMES)('%s is a type that DuckDB knows, with the columns in order', async (child) => {
    const [row] = await database.query<{ type: string }>(`select typeof(null::${childRowsType(child)}) as type`);
    expect(row?.type.replaceAll('"', '')).toBe(childRowsType(child).replaceAll('"', ''));
  });
});

describe('every interpreter', () => {
  const cell = fc.option(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        'Wallace, A. R.',
        'Aus bus L., 1758',
        '12 x 3 cm',
        'https://x.org/a.jpg',
        'Holotype',
        '1858-06-18',
        '0',
        '∞',
        '\u{0}',
        '|',
        ';;',
        'null',
        '<b>x</b>',
        '[',
        '((',
      ),
    ),
    { nil: null },
  );

  test.each(INTERPRETERS.map((interpreter) => [interpreter.name, interpreter] as const))(
    '%s never throws, fills only its columns and raises only listed issues',
    (_, interpreter) => {
      const tuple = fc.array(cell, { minLength: interpreter.inputs.length, maxLength: interpreter.inputs.length });
      fc.assert(
        fc.property(tuple, (values) => {
          const { output, issues } = interpreter.interpret(values, {});
          for (const column of Object.keys(output)) expect(Object.keys(interpreter.outputs)).toContain(column);
          for (const { code } of issues) expect(ISSUES).toHaveProperty(code);
        }),
        { seed: 20261121, numRuns: 200 },
      );
    },
  );

  test.each(INTERPRETERS.map((interpreter) => [interpreter.name, interpreter] as const))(
    '%s leaves nothing where nothing is',
    (_, interpreter) => {
      const empty = interpreter.interpret(
        interpreter.inputs.map(() => null),
        {},
      );
      const filled = Object.keys(empty.output).filter(
        (column) => !['kind', 'type', 'hasCoordinate', 'hasGeospatialIssue'].includes(column),
      );
      expect(filled).toEqual([]);
    },
  );
});
