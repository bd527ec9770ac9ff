import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CleanFile } from '../../src/source/clean-file.ts';
import { RowScanner, type Dialect } from '../../src/source/row-scanner.ts';
import { newFolder, parseClean } from './workspace.ts';

const COMMA: Dialect = {
  delimiter: ',',
  quote: '"',
  lineEnd: 'lf',
  headerLines: 0,
  width: 3,
  leastWidth: 2,
  joinsLines: false,
};

interface Scanned {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly repairs: readonly string[];
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  readonly blankLines: number;
}

function scan(content: string | Uint8Array, dialect: Dialect, chunkSize = 1_000_000): Scanned {
  const rows: string[][] = [];
  const lines: number[] = [];
  const repairs: string[] = [];
  const rejected: { line: number; reason: string }[] = [];
  const scanner = new RowScanner(dialect, {
    row: (row) => {
      rows.push(row.texts());
      lines.push(row.line);
      repairs.push(row.repairs.join(' '));
    },
    reject: (line, reason) => rejected.push({ line, reason }),
  });
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += chunkSize) scanner.push(bytes.subarray(start, start + chunkSize));
  scanner.end();
  return { rows, lines, repairs, rejected, blankLines: scanner.blankLines };
}

describe('rows of delimited text', () => {
  test.each<readonly [name: string, content: string, dialect: Partial<Dialect>, rows: readonly (readonly string[])[]]>([
    [
      'plain',
      '1,a,b\n2,c,d\n',
      {},
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    [
      'without a last line end',
      '1,a,b\n2,c,d',
      {},
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    [
      'CRLF',
      '1,a,b\r\n2,c,d\r\n',
      {},
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    [
      'CR alone',
      '1,a,b\r2,c,d\r',
      { lineEnd: 'cr' },
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    [
      'LF within quotes, rows by CR',
      '1,"a\nb",c\r2,d,e',
      { lineEnd: 'cr' },
      [
        ['1', 'a\nb', 'c'],
        ['2', 'd', 'e'],
      ],
    ],
    ['quoted delimiter, quote and line break', '1,"a, ""b""\nc",d\n', {}, [['1', 'a, "b"\nc', 'd']]],
    ['quotes within a cell', '10,10\'12",22\'33"\n', {}, [['10', '10\'12"', '22\'33"']]],
    ['another enclosure', "1,'it''s, so',b\n", { quote: "'" }, [['1', "it's, so", 'b']]],
    ['no enclosure', '1,"a",b"\n', { quote: '' }, [['1', '"a"', 'b"']]],
    ['a delimiter of several characters', '1||a|b||c\n', { delimiter: '||' }, [['1', 'a|b', 'c']]],
    ['a delimiter beyond ASCII', '1¦a§¦c\n', { delimiter: '¦' }, [['1', 'a§', 'c']]],
    ['header lines', '# note "\n#\nid,a,b\n1,c,d\n', { headerLines: 3 }, [['1', 'c', 'd']]],
    [
      'blank lines',
      '1,a,b\n\n  \n2,c,d\n\n',
      {},
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    ['next line and line separator are no line ends', '1,a\u0085b,c\u2028d\n', {}, [['1', 'a\u0085b', 'c\u2028d']]],
    ['a lone CR is part of a cell', '1,a\rb,c\n', {}, [['1', 'a\rb', 'c']]],
  ])('%s', (_name, content, dialect, rows) => {
    expect(scan(content, { ...COMMA, ...dialect })).toMatchObject({ rows, rejected: [] });
  });

  test.each<
    readonly [
      name: string,
      content: string | Uint8Array,
      rows: readonly (readonly string[])[],
      repairs: readonly string[],
    ]
  >([
    ['a short row', '1,a\n', [['1', 'a', '']], ['ROW_PADDED']],
    ['empty cells beyond the table', '1,a,b,, \n', [['1', 'a', 'b']], ['ROW_TRUNCATED']],
    [
      'a quote that never closes',
      '1,"a,b\n2,c,d\n',
      [
        ['1', '"a', 'b'],
        ['2', 'c', 'd'],
      ],
      ['ROW_QUOTES_REPAIRED', ''],
    ],
    [
      'a quote that the next quote closes',
      '1,"a,b\n2,"c",d\n',
      [
        ['1', '"a', 'b'],
        ['2', 'c', 'd'],
      ],
      ['ROW_QUOTES_REPAIRED', ''],
    ],
    [
      'quotes within quotes',
      '1,"the "great, auk" egg",b\n',
      [['1', 'the "great, auk" egg', 'b']],
      ['ROW_QUOTES_REPAIRED'],
    ],
    ['NUL', '1,a\0b,c\n', [['1', 'ab', 'c']], ['ROW_NUL_REMOVED']],
    [
      'windows-1252 among UTF-8',
      Buffer.concat([Buffer.from('1,Müller,'), Buffer.from('Lund\xe9n', 'latin1'), Buffer.from('\n')]),
      [['1', 'Müller', 'Lundén']],
      ['ROW_ENCODING_REPAIRED'],
    ],
    [
      'a cut sequence of UTF-8',
      Buffer.concat([Buffer.from('1,Müll'), Buffer.of(0xc3), Buffer.from(',b\n')]),
      [['1', 'Müll\uFFFD', 'b']],
      ['ROW_ENCODING_REPLACED'],
    ],
  ])('repairs %s', (_name, content, rows, repairs) => {
    expect(scan(content, COMMA)).toMatchObject({ rows, repairs, rejected: [] });
  });

  test.each<readonly [name: string, content: string, rows: readonly (readonly string[])[], repairs: readonly string[]]>(
    [
      [
        'once',
        '7,a,b,c\n8,on the\nriver bank,b,c\n9,a,b,c\n',
        [
          ['7', 'a', 'b', 'c'],
          ['8', 'on the\nriver bank', 'b', 'c'],
          ['9', 'a', 'b', 'c'],
        ],
        ['', 'ROW_JOINED', ''],
      ],
      ['twice', '8,on\n\nthe,b\r\nanks,c\n', [['8', 'on\n\nthe', 'b\r\nanks', 'c']], ['ROW_JOINED']],
      [
        'not at all, but two short rows',
        '8,a,b\n9,a\n',
        [
          ['8', 'a', 'b', ''],
          ['9', 'a', '', ''],
        ],
        ['ROW_PADDED', 'ROW_PADDED'],
      ],
      [
        'at the end of the file',
        '8,a\nlast,words',
        [
          ['8', 'a', '', ''],
          ['last', 'words', '', ''],
        ],
        ['ROW_PADDED', 'ROW_PADDED'],
      ],
    ],
  )('a row broken by a line break is joined: %s', (_name, content, rows, repairs) => {
    for (const chunkSize of [3, 1000]) {
      expect(scan(content, { ...COMMA, width: 4, joinsLines: true }, chunkSize)).toMatchObject({
        rows,
        repairs,
        rejected: [],
      });
    }
  });

  test('rejects what it cannot repair, by line, and reads on', () => {
    const { rows, rejected } = scan('1,a,b\n2,c,d,e\nx\n,,\n"3,"f"g\n4,h,i\n', COMMA);
    expect(rows).toEqual([
      ['1', 'a', 'b'],
      ['4', 'h', 'i'],
    ]);
    expect(rejected).toEqual([
      { line: 2, reason: 'the row has 4 cells, not 3' },
      { line: 3, reason: 'the row has 1 cell, not 3' },
      { line: 4, reason: 'every cell of the row is empty' },
      { line: 5, reason: 'quotation marks do not pair up, and without them the row has not 3 cells but 2' },
    ]);
  });

  test('rejects a line of more than 16 MB without holding it, and reads on', () => {
    const { rows, rejected } = scan(`1,a,b\n2,${'x'.repeat(17 * 1024 * 1024)},c\n3,d,e\n`, COMMA);
    expect(rows.map(([id]) => id)).toEqual(['1', '3']);
    expect(rejected).toEqual([{ line: 2, reason: 'the row has more than 16 MB' }]);
  });

  test('gives a row the line on which it starts', () => {
    expect(scan('h,h,h\n1,"a\nb",c\n\n2,d,e\n', { ...COMMA, headerLines: 1 }).lines).toEqual([2, 5]);
  });
});

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', "'", ',', ';', '\t', '|', '\n', '\r', ' ', 'a', 'é', '你'), maxLength: 10 }),
);
const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '||', '\u0001', '¦'),
  quote: fc.constantFrom('"', "'"),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  mustQuote: fc.boolean(),
});
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

function writeTable(
  rows: readonly (readonly string[])[],
  {
    delimiter,
    quote,
    eol,
    mustQuote,
  }: { readonly delimiter: string; readonly quote: string; readonly eol: string; readonly mustQuote: boolean },
): string {
  const line = (row: readonly string[]): string =>
    row
      .map((text) => {
        const needs = mustQuote || text.includes(delimiter.slice(0, 1)) || /[\r\n]/u.test(text) || text.includes(quote);
        return needs ? quote + text.replaceAll(quote, quote + quote) + quote : text;
      })
      .join(delimiter);
  return rows.map((row) => line(row) + eol).join('');
}

/** What the scan is to give back: text without NUL, in rows that are not blank. */
function expected(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.filter((row) => row.some((text) => text.trim() !== ''));
}

describe('laws', () => {
  test('a written table reads back as it was, through the clean file too, however its bytes are cut', () => {
    const folder = newFolder();
    fc.assert(
      fc.property(tables, dialects, fc.integer({ min: 1, max: 40 }), (table, style, chunkSize) => {
        // Lone surrogates have no UTF-8; NUL is taken out.
        const rows = table.map((row) => row.map((text) => text.toWellFormed().replaceAll('\0', '')));
        const wanted = expected(rows);
        const width = rows[0]?.length ?? 0;
        const dialect: Dialect = {
          ...style,
          lineEnd: style.eol === '\r' ? 'cr' : 'lf',
          headerLines: 0,
          width,
          leastWidth: width,
          joinsLines: true,
        };
        const content = Buffer.from(writeTable(wanted, style));
        const path = join(folder, 'clean.tsv');
        const clean = new CleanFile(path);
        const read: string[][] = [];
        const columns = Array.from({ length: width }, (_, index) => ({ index, read: () => '' }));
        const scanner = new RowScanner(dialect, {
          row: (row) => {
            read.push(row.texts());
            clean.writeRow(row, { file: 0, identifier: -1, columns });
          },
          reject: (line, reason) => {
            throw new Error(`${line}: ${reason}`);
          },
        });
        for (let start = 0; start < content.length; start += chunkSize)
          scanner.push(content.subarray(start, start + chunkSize));
        scanner.end();
        clean.close();
        expect(read).toEqual(wanted);
        const written = parseClean(readFileSync(path, 'utf8')).map((row) => row.slice(4));
        expect(written).toEqual(wanted.map((row) => row.map((text) => (text.trim() === '' ? '' : text))));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('whatever the bytes, every row has the width of its table and the outcome does not hang on how bytes are cut', () => {
    const noise = fc.array(
      fc.oneof(fc.constantFrom(...Buffer.from('",\n\r\t\0a1')), fc.integer({ min: 0, max: 255 })),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 4 }), (bytes, chunkSize, width) => {
        const dialect = { ...COMMA, width, joinsLines: true };
        const whole = scan(Uint8Array.from(bytes), dialect);
        expect(whole.rows.every((row) => row.length === width)).toBe(true);
        expect(scan(Uint8Array.from(bytes), dialect, chunkSize)).toEqual(whole);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
