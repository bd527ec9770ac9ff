import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/source/check.ts';
import { prepareSource } from '../../src/source/prepare.ts';
import { readProfile } from '../../src/source/profile-file.ts';
import type { PreparedSource } from '../../src/source/source.ts';
import { folderOf, newFolder, readClean } from './workspace.ts';

function table(rows: readonly string[]): string {
  return `${rows.map((row) => row.replaceAll(/ ?\| ?/gu, '\t')).join('\n')}\n`;
}

async function prepare(files: Readonly<Record<string, string>>, profile?: string): Promise<PreparedSource> {
  return prepareSource({
    path: folderOf(files),
    workFolder: newFolder(),
    ...(profile === undefined ? {} : { profile: readProfile(profile, 'p.yaml') }),
  });
}

/** The rows of a table by term, or by header where a column has none. */
function rowsOf({ tables }: PreparedSource, ordinal: number): readonly Readonly<Record<string, string>>[] {
  const found = tables[ordinal]!;
  return readClean(found).map(([, , , identifier, ...cells]) => ({
    id: identifier!,
    ...Object.fromEntries(
      cells.flatMap((cell, at) => {
        const { term, header } = found.columns[at]!;
        return cell === '' ? [] : [[term ?? header, cell]];
      }),
    ),
  }));
}

describe('a Catalogue of Life Data Package', () => {
  test('usages of names become taxa, under the terms of Darwin Core', async () => {
    const prepared = await prepare({
      'NameUsage.tsv': table([
        'col:ID | col:parentID | col:status | col:rank | col:scientificName | col:authorship | col:genericName | col:specificEpithet | col:extinct | secret',
        '1 |  | accepted | genus | Aus | L. |  |  |  | x',
        '2 | 1 | accepted | species |  | L. | Aus | bus | true | y',
        '3 | 2 | synonym | species | Cus bus | Mill. |  |  |  | z',
      ]),
    });
    expect(prepared.format).toBe('coldp');
    expect(prepared.tables[0]).toMatchObject({ role: 'core', recordType: 'taxon', rowsRead: 3, rowsImported: 3 });
    expect(rowsOf(prepared, 0)).toMatchObject([
      { id: '1', taxonID: '1', taxonomicStatus: 'accepted', taxonRank: 'genus', scientificName: 'Aus' },
      { id: '2', parentNameUsageID: '1', scientificName: 'Aus bus', 'col:extinct': 'true' },
      { id: '3', parentNameUsageID: '2', taxonomicStatus: 'synonym', scientificNameAuthorship: 'Mill.' },
    ]);
    expect(prepared.privateColumns.map(({ header }) => header)).toEqual(['secret']);
  });

  const PACKAGE = {
    'data/name.tsv': table([
      'ID | scientificName | authorship | rank | uninomial',
      'n1 |  | L. | genus | Aus',
      'n2 | Aus bus | L. | species |',
      'n3 | Cus bus | Mill. | species |',
      'n4 | Nemo | L. | genus |',
    ]),
    'data/taxon.tsv': table(['ID | parentID | nameID | remarks', 't1 |  | n1 | a genus', 't2 | t1 | n2 |']),
    'data/synonym.tsv': table(['taxonID | nameID | status', 't2 | n3 | heterotypic']),
    'data/vernacular-name.tsv': table(['taxonID | name | language', 't2 | Ausling | deu', 't9 | nobody | eng']),
    'data/media.tsv': table(['taxonID | url | type', 't2 | https://example.org/a.jpg | image']),
    'data/reference.tsv': table(['ID | citation', 'r1 | a book']),
    'metadata.yaml':
      'title: All the Aus\nlicense: CC0-1.0\nissued: 2024-02-01\ncontact: {given: Ann, family: Lee, email: a@example.org}\n',
  };

  test('taxa and synonyms have the columns of their names; names that none uses are kept and marked', async () => {
    const prepared = await prepare(PACKAGE);
    expect(
      prepared.tables.map(({ role, rowType, rowsImported }) => [role, /\w*$/u.exec(rowType)?.[0], rowsImported]),
    ).toEqual([
      ['core', 'Taxon', 2],
      ['core', 'Taxon', 1],
      ['core', 'Taxon', 1],
      ['extension', 'VernacularName', 2],
      ['extension', 'Media', 1],
    ]);
    expect(rowsOf(prepared, 0)).toMatchObject([
      { id: 't1', scientificName: 'Aus', taxonRank: 'genus', taxonRemarks: 'a genus' },
      { id: 't2', parentNameUsageID: 't1', scientificName: 'Aus bus', scientificNameAuthorship: 'L.' },
    ]);
    expect(rowsOf(prepared, 1)).toMatchObject([
      { acceptedNameUsageID: 't2', scientificName: 'Cus bus', taxonomicStatus: 'heterotypic' },
    ]);
    expect(rowsOf(prepared, 2)).toMatchObject([{ id: 'n4', scientificName: 'Nemo', taxonomicStatus: 'bare name' }]);
    expect(rowsOf(prepared, 3)[0]).toEqual({ id: 't2', taxonID: 't2', vernacularName: 'Ausling', language: 'deu' });
    expect(prepared.tables[4]).toMatchObject({ child: 'media' });
  });

  test('metadata is read; what is not read is said', async () => {
    const { metadata, notices } = await prepare(PACKAGE);
    expect(metadata).toMatchObject({
      title: 'All the Aus',
      license: 'CC0-1.0',
      pubDate: '2024-02-01',
      contacts: [{ name: 'Ann Lee', email: 'a@example.org', role: 'contact' }],
    });
    expect(notices.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'data/reference.tsv: no table of a checklist that is read; passed over',
      'data/name.tsv: names that are used by taxa or synonyms became part of these',
    ]);
  });

  test.each([
    ['not YAML', 'title: [unclosed'],
    ['many aliases', `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]`],
    ['a list', '- 1\n- 2'],
  ])('metadata that is %s costs a notice', async (_, yaml) => {
    const { metadata, notices } = await prepare({ ...PACKAGE, 'metadata.yaml': yaml });
    expect(metadata).toEqual({ contacts: [] });
    expect(notices.map(({ message }) => message)).toContainEqual(expect.stringContaining('not valid YAML'));
  });

  test('names of a Darwin Core table are none of a package', async () => {
    const prepared = await prepare({
      'names.txt': table(['taxonID | parentNameUsageID | scientificName', '1 |  | Aus', '2 | 1 | Aus bus']),
      'metadata.yaml': 'code: botanical\n',
    });
    expect(prepared.format).toBe('dwca');
    expect(rowsOf(prepared, 0)).toMatchObject([{ id: '1' }, { id: '2', parentNameUsageID: '1' }]);
  });

  test('taxa without names are refused', async () => {
    const { 'data/name.tsv': _, ...without } = PACKAGE;
    await expect(prepare(without)).rejects.toThrow(/taxa and no names; add the table Name/u);
  });
});

describe('several CSV files', () => {
  const PROFILE = `
format: csv
records: {type: taxon, identifier: no}
columns: {scientificName: name}
`;

  test('with the same columns are one table, each in its own encoding', async () => {
    const prepared = await prepareSource({
      path: folderOf({
        'a/ONE.csv': 'no,name\n1,Aus Müller\n',
        'a/TWO.csv': Buffer.from('no,name\n2,Bus Méhul\n', 'latin1'),
        'README.md': '# nothing\n',
      }),
      workFolder: newFolder(),
      profile: readProfile(PROFILE, 'p.yaml'),
    });
    expect(rowsOf(prepared, 0).map(({ scientificName }) => scientificName)).toEqual(['Aus Müller', 'Bus Méhul']);
    expect(prepared.tables[0]!.files).toEqual(['a/ONE.csv', 'a/TWO.csv']);
    expect(prepared.notices.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'README.md: not a CSV file, passed over',
      'a/TWO.csv: the file is not UTF-8; read as windows-1252',
    ]);
  });

  test('with other columns are refused', async () => {
    await expect(prepare({ 'one.csv': 'no,name\n1,Aus\n', 'two.csv': 'no,title\n2,Bus\n' }, PROFILE)).rejects.toThrow(
      /two\.csv: its columns are not those of one\.csv/u,
    );
  });
});

const FIXTURES = join(import.meta.dirname, '../../../shared/data/checklistbank-fixtures/coldp');

test.skipIf(!existsSync(FIXTURES))('the packages of ChecklistBank are read, row by row accounted for', async () => {
  for (const [name, rows] of [
    ['0', 31],
    ['7', 30],
    ['12', 14],
    ['18', 17],
    ['43', 14],
  ] as const) {
    const report = await checkSource({ path: join(FIXTURES, name) });
    expect({ name, kind: report.kind }).toEqual({ name, kind: 'accepted' });
    if (report.kind !== 'accepted') continue;
    const cores = report.tables.filter(({ role }) => role === 'core');
    expect({ name, rows: cores.reduce((sum, { rowsImported }) => sum + rowsImported, 0) }).toEqual({ name, rows });
    for (const { rowsRead, rowsImported, rowsRejected } of report.tables)
      expect(rowsRead).toBe(rowsImported + rowsRejected);
  }
});
