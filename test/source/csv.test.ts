import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../src/source/prepare.ts';
import { readProfile } from '../../src/source/profile-file.ts';
import { SourceError, type PreparedSource } from '../../src/source/source.ts';
import { cellsOf, fileOf, newFolder, readClean } from './workspace.ts';

async function prepare(content: string | Uint8Array, profile: string, name = 'works.csv'): Promise<PreparedSource> {
  return prepareSource({
    path: fileOf(name, content),
    workFolder: newFolder(),
    profile: readProfile(profile, 'p.yaml'),
  });
}

const PROFILE = `
records: {identifier: No, kind: photograph}
columns:
  title: Titel
  maker: {from: [Vorname, Name]}
  license: {value: CC0-1.0}
publish: [Umfang]
`;
const TABLE = 'No;Titel;Vorname;Name;Umfang;Wert\nF1;"Hafen; Abend";Ida;;2;100\nF2;Brücke;;Wolff;;\n';

describe('a CSV with a profile', () => {
  test('only what is mapped or published leaves the reader', async () => {
    const { tables, privateColumns, format } = await prepare(TABLE, PROFILE);
    const [core] = tables;
    expect(format).toBe('csv');
    expect(core?.columns).toEqual([
      { header: 'Titel', term: 'title' },
      { header: 'Vorname' },
      { header: 'Name' },
      { header: 'Vorname + Name → maker', term: 'maker' },
      { header: 'Umfang' },
    ]);
    expect(readClean(core)).toEqual([
      ['2', '0', '', 'F1', 'Hafen; Abend', 'Ida', '', 'Ida', '2'],
      ['3', '0', '', 'F2', 'Brücke', '', 'Wolff', 'Wolff', ''],
    ]);
    expect(core).toMatchObject({ recordType: 'object', constants: { license: 'CC0-1.0', kind: 'photograph' } });
    expect(privateColumns.map(({ header }) => header)).toEqual(['No', 'Wert']);
  });

  test.each([
    ['gzip', gzipSync(TABLE), 'w.csv.gz'],
    ['UTF-16', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), 'w.csv'],
    ['windows-1252', Buffer.from(TABLE, 'latin1'), 'w.csv'],
    ['tabs', TABLE.replaceAll('Hafen; Abend', 'Hafen, Abend').replaceAll(';', '\t'), 'w.txt'],
    ['commas and CR', TABLE.replaceAll('Hafen; Abend', 'Hafen').replaceAll(';', ',').replaceAll('\n', '\r'), 'w.csv'],
  ])('the dialect is found out: %s', async (_name, content, name) => {
    const { tables } = await prepare(content, PROFILE, name);
    expect(cellsOf(tables[0]).map((row) => row[2])).toEqual(['', 'Wolff']);
    expect(cellsOf(tables[0])[1]?.[0]).toBe('Brücke');
  });

  test('cells become nested rows', async () => {
    const { tables } = await prepare(
      'id,files,by,g\n1,a.jpg | b.jpg,Ida | Max,12\n2,c.jpg,Ida | Max,\n',
      `
records: {identifier: id}
columns: {catalogNumber: id}
children:
  media: {each: files, split: "|", columns: {identifier: ".", creator: by, type: {value: StillImage}}}
  measurement: {each: g, columns: {measurementValue: ".", measurementUnit: {value: g}}}
`,
    );
    const [, media, measurement] = tables;
    expect(readClean(media)).toEqual([
      ['2', '0', '', '1', 'a.jpg', 'Ida'],
      ['2', '0', '', '1', 'b.jpg', 'Max'],
      ['3', '0', '', '2', 'c.jpg', 'Ida | Max'],
    ]);
    expect(media).toMatchObject({
      role: 'extension',
      child: 'media',
      constants: { type: 'StillImage' },
      rowsRead: 3,
      rowsRejected: 0,
    });
    expect(cellsOf(measurement)).toEqual([['12']]);
  });

  test('a file without a header is mapped by number, and `*` publishes every column', async () => {
    const { tables } = await prepare(
      'F1,Hafen\nF2,Brücke\n',
      'csv: {headerLines: 0}\nrecords: {identifier: 1}\ncolumns: {title: 2}\npublish: ["*"]\n',
    );
    expect(readClean(tables[0]).map((row) => row.slice(3))).toEqual([
      ['F1', 'Hafen', 'F1'],
      ['F2', 'Brücke', 'F2'],
    ]);
  });

  test('a column that is not there is refused with the columns that are', async () => {
    await expect(prepare('No,Title\n1,a\n', 'columns: {title: Titel}\n')).rejects.toThrow(
      'works.csv: the profile names a column "Titel" that the file does not have; its columns are: No, Title',
    );
  });
});

test('under any corruption, rows read are rows imported and rejected, and the clean file has exactly the imported ones', async () => {
  const lines = ['id,catalogNumber,country', ...Array.from({ length: 12 }, (_, n) => `o${n},"N ""${n}""",K${n}é`)];
  const original = Buffer.from(`${lines.join('\r\n')}\r\n`);
  const mutation = fc.record({
    at: fc.nat(original.length - 1),
    byte: fc.oneof(fc.constantFrom(...Buffer.from('",\n\r\0\t')), fc.integer({ min: 0, max: 255 })),
    kind: fc.constantFrom('replace', 'insert', 'delete'),
  });
  const workFolder = newFolder();
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { maxLength: 6 }), async (mutations) => {
      const bytes = [...original];
      for (const { at, byte, kind } of mutations)
        bytes.splice(Math.min(at, bytes.length), kind === 'insert' ? 0 : 1, ...(kind === 'delete' ? [] : [byte]));
      try {
        const { tables, rejections } = await prepareSource({
          path: fileOf('o.csv', Uint8Array.from(bytes)),
          workFolder,
        });
        const [core] = tables;
        expect(core?.rowsRead).toBe((core?.rowsImported ?? 0) + (core?.rowsRejected ?? 0));
        expect(rejections).toHaveLength(core?.rowsRejected ?? -1);
        const rows = readClean(core);
        expect(rows).toHaveLength(core?.rowsImported ?? -1);
        expect(new Set(rows.map((row) => row.length))).toEqual(
          rows.length === 0 ? new Set() : new Set([4 + (core?.columns.length ?? 0)]),
        );
      } catch (error) {
        // The header may be what was hit.
        if (!(error instanceof SourceError)) throw error;
      }
    }),
    { seed: 13, numRuns: 150 },
  );
});
