import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/source/check.ts';
import { prepareSource } from '../../src/source/prepare.ts';
import { readProfile } from '../../src/source/profile-file.ts';
import { proposeProfile } from '../../src/source/proposal.ts';
import { fileOf, folderOf, newFolder } from './workspace.ts';

async function termsFor(headers: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { columns } = await proposeProfile(fileOf('x.csv', `${headers.join('\t')}\n`));
  return Object.fromEntries(columns.map(({ header, term, reason }) => [header, term ?? reason]));
}

describe('a proposed profile', () => {
  test.each([
    ['CATALOGNUMBER', 'catalogNumber'],
    ['dwc:recordedBy', 'recordedBy'],
    ['Scientific Name', 'scientificName'],
    ['decimal_latitude', 'decimalLatitude'],
    ['Inventarnummer', 'catalogNumber'],
    ['Collector', 'recordedBy'],
    ['Date collected', 'eventDate'],
    ['lat', 'decimalLatitude'],
    ['Künstler', 'maker'],
    ['Medium', 'material'],
    ['Fundort', 'locality'],
    ['Accession No.', 'catalogNumber'],
  ])('%s is %s', async (header, term) => {
    expect(await termsFor([header, 'x1'])).toMatchObject({ [header]: term });
  });

  test.each([
    ['Insurance value', /valuation/u],
    ['Versicherungswert', /valuation/u],
    ['Storage location', /store/u],
    ['Donor address', /address/u],
    ['E-Mail', /e-mail/u],
    ['Phone', /telephone/u],
    ['Internal notes', /internal note/u],
    ['Catalogued by', /member of staff/u],
    ['Purchase price', /price/u],
    ['xyzzy', /not recognised/u],
  ])('%s stays private', async (header, reason) => {
    const { columns } = await proposeProfile(fileOf('x.csv', `${header}\tid\n`));
    expect(columns[0]).toMatchObject({ public: false, reason: expect.stringMatching(reason) as string });
  });

  test('values betray what headers hide', async () => {
    const { columns } = await proposeProfile(fileOf('x.csv', 'id,c,d\n1,a@b.example,£100\n2,c@d.example,£2.50\n'));
    expect(columns.slice(1).map(({ reason }) => reason)).toEqual([
      'its values are e-mail addresses',
      'its values are amounts of money',
    ]);
  });

  test('can be used as it is, for CSV and for JSON', async () => {
    const csv = fileOf('x.csv', 'Inventarnummer;Titel;Versicherungswert\nF1;Hafen;9\n');
    const json = fileOf(
      'x.json',
      JSON.stringify({
        works: [
          { id: 1, title: 'Hafen', artist: { name: 'Ida' }, price: 9 },
          { id: 2, title: 'B' },
        ],
      }),
    );
    for (const path of [csv, json]) {
      const { yaml } = await proposeProfile(path);
      const source = await prepareSource({
        path,
        workFolder: newFolder(),
        profile: readProfile(yaml, 'proposed.yaml'),
      });
      const [core] = source.tables;
      expect(core?.columns.map(({ term }) => term)).toContain('title');
      expect(source.privateColumns.map(({ header }) => header)).toContain(path === csv ? 'Versicherungswert' : 'price');
      expect(core?.rowsImported).toBe(path === csv ? 1 : 2);
    }
  });

  test('an archive with a descriptor needs none', async () => {
    await expect(proposeProfile(folderOf({ 'meta.xml': '<archive/>', 'o.csv': 'id\n' }))).rejects.toThrow(
      'needs no profile',
    );
  });
});

describe('a check', () => {
  test('reports tables, terms and problems', async () => {
    const report = await checkSource({ path: fileOf('o.csv', 'id,catalogNumber,country,price\n1,A,Kenya,9\nx\n') });
    expect(report).toMatchObject({
      kind: 'accepted',
      format: 'csv',
      tables: [
        {
          recordType: 'object',
          rowsRead: 2,
          rowsImported: 1,
          rowsRejected: 1,
          fileCount: 1,
          firstFile: 'o.csv',
          terms: ['catalogNumber', 'country'],
          otherColumns: [],
        },
      ],
      rejections: [{ file: 'o.csv', line: 3, reason: 'the row has 1 cell, not 4', excerpt: 'x' }],
      privateColumns: [{ header: 'price' }],
    });
  });

  test('reports a refusal', async () => {
    expect(await checkSource({ path: fileOf('o.csv', 'a,b\n1,2\n') })).toMatchObject({
      kind: 'refused',
      file: 'o.csv',
    });
  });
});
