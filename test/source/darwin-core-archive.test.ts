import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../src/source/prepare.ts';
import { readProfile } from '../../src/source/profile-file.ts';
import type { PreparedSource, SourceTable } from '../../src/source/source.ts';
import { cellsOf, fileOf, folderOf, newFolder, readClean } from './workspace.ts';

const DWC = 'http://rs.tdwg.org/dwc/terms/';

function table(
  element: 'core' | 'extension',
  options: {
    readonly rowType: string;
    readonly file: string;
    readonly id?: string;
    readonly attributes?: string;
    readonly fields: string;
  },
): string {
  const { rowType, file, fields, attributes = 'fieldsTerminatedBy="," ignoreHeaderLines="1"' } = options;
  const id = options.id ?? (element === 'core' ? '<id index="0"/>' : '<coreid index="0"/>');
  const type = rowType.includes(':') ? rowType : DWC + rowType;
  return `<${element} rowType="${type}" ${attributes}><files><location>${file}</location></files>${id}${fields}</${element}>`;
}

function field(term: string, index?: number, value?: string): string {
  return `<field term="${term.includes(':') ? term : DWC + term}"${index === undefined ? '' : ` index="${index}"`}${value === undefined ? '' : ` default="${value}"`}/>`;
}

function meta(...tables: readonly string[]): string {
  return `<archive xmlns="http://rs.tdwg.org/dwc/text/">${tables.join('')}</archive>`;
}

async function prepare(
  files: Readonly<Record<string, string | Uint8Array>>,
  profile?: string,
): Promise<PreparedSource> {
  return prepareSource({
    path: folderOf(files),
    workFolder: newFolder(),
    ...(profile === undefined ? {} : { profile: readProfile(profile, 'p.yaml') }),
  });
}

function termsOf(table: SourceTable | undefined): readonly (string | undefined)[] | undefined {
  return table?.columns.map(({ term }) => term);
}

describe('a Darwin Core Archive', () => {
  test('columns, defaults, extensions known and unknown, and what is not declared', async () => {
    const { tables, privateColumns, format } = await prepare({
      'meta.xml': meta(
        table('core', {
          rowType: 'Occurrence',
          file: 'o.csv',
          fields:
            field('occurrenceID', 0) +
            field('country', 2, 'Belgium') +
            field('basisOfRecord', undefined, 'PreservedSpecimen') +
            field('http://example.org/own', 3) +
            field('http://example.org/fixed', undefined, 'x'),
        }),
        table('extension', { rowType: 'Identification', file: 'i.csv', fields: field('identifiedBy', 1) }),
        table('extension', {
          rowType: 'http://rs.gbif.org/terms/1.0/Multimedia',
          file: 'm.csv',
          fields: field('http://purl.org/dc/terms/identifier', 1) + field('http://purl.org/dc/elements/1.1/format', 2),
        }),
        table('extension', {
          rowType: 'http://example.org/Label',
          file: 'l.csv',
          id: '<coreid index="1"/>',
          fields: field('http://example.org/text', 0),
        }),
      ),
      'o.csv': 'id,insurance value,country,own\n a1 ,500,France,"x, ""y"""\na2,9,,\n',
      'i.csv': 'id,by\na1,Mayr\n,nobody\n',
      'm.csv': 'id,url,f\na1,https://a.example/1.jpg,image/jpeg\n',
      'l.csv': 'text,id\n"one\ntwo",a2\n',
    });
    const [core, identification, media, label] = tables;
    expect(format).toBe('dwca');
    expect(core).toMatchObject({
      recordType: 'object',
      constants: { country: 'Belgium', basisOfRecord: 'PreservedSpecimen', 'http://example.org/fixed': 'x' },
    });
    expect(termsOf(core)).toEqual(['occurrenceID', 'country', undefined]);
    expect(readClean(core)).toEqual([
      ['2', '0', '', 'a1', ' a1 ', 'France', 'x, "y"'],
      ['3', '0', '', 'a2', 'a2', '', ''],
    ]);
    expect(privateColumns).toEqual([{ header: 'insurance value', reason: 'not declared with a term' }]);
    expect(identification).toMatchObject({
      role: 'extension',
      child: 'identification',
      rowsRead: 2,
      rowsImported: 1,
      rowsRejected: 1,
    });
    expect(termsOf(media)).toEqual(['identifier', 'format']);
    expect(readClean(label)).toEqual([['2', '0', '', 'a2', 'one\ntwo']]);
    expect(label?.child).toBeUndefined();
  });

  test('several files of one core keep their own lines', async () => {
    const { tables } = await prepare({
      'meta.xml': meta(
        table('core', {
          rowType: 'Taxon',
          file: 'a.csv</location><location>b.csv',
          fields: field('scientificName', 1),
        }),
      ),
      'a.csv': 'id,n\n1,Aus\n',
      'b.csv': 'id,n\n\n2,Bus\n',
    });
    expect(tables[0]).toMatchObject({ recordType: 'taxon', files: ['a.csv', 'b.csv'] });
    expect(readClean(tables[0])).toEqual([
      ['2', '0', '', '1', 'Aus'],
      ['3', '1', '', '2', 'Bus'],
    ]);
  });

  test('occurrences of an event are objects that take over what they lack', async () => {
    const { tables } = await prepare({
      'meta.xml': meta(
        table('core', {
          rowType: 'Event',
          file: 'e.csv',
          fields: field('eventDate', 1) + field('locality', 2) + field('country', undefined, 'Kenya'),
        }),
        table('extension', {
          rowType: 'Occurrence',
          file: 'o.csv',
          fields: field('occurrenceID', 1) + field('locality', 2),
        }),
        table('extension', { rowType: 'MeasurementOrFact', file: 'm.csv', fields: field('measurementType', 1) }),
      ),
      'e.csv': 'id,date,locality\ne1,1905,Nairobi\n',
      'o.csv': 'e,id,locality\ne1,o1,the river\ne1,o2,\ne9,o3,\n',
      'm.csv': 'e,t\ne1,depth\n',
    });
    const [event, object, measurement] = tables;
    expect([event?.recordType, object?.recordType, measurement?.child]).toEqual(['event', 'object', 'measurement']);
    expect(object).toMatchObject({ role: 'core', constants: { country: 'Kenya' } });
    expect(termsOf(object)).toEqual(['occurrenceID', 'locality', 'eventID', 'eventDate']);
    expect(readClean(object).map((row) => row.slice(3))).toEqual([
      ['o1', 'o1', 'the river', 'e1', '1905'],
      ['o2', 'o2', '', 'e1', '1905'],
      ['o3', 'o3', '', 'e9', ''],
    ]);
  });

  test('a wrong delimiter in meta.xml is noticed and put right', async () => {
    const { tables, notices } = await prepare({
      'meta.xml': meta(table('core', { rowType: 'Taxon', file: 'a.txt', fields: field('scientificName', 1) })),
      'a.txt': 'id\tn\n1\tAus bus\n2\tCus dus\n',
    });
    expect(cellsOf(tables[0])).toEqual([['Aus bus'], ['Cus dus']]);
    expect(notices[0]?.message).toMatch(/separated by "\\t" and not by ","/u);
  });

  test('a row type that we do not know is kept as documents', async () => {
    const { tables, notices } = await prepare({
      'meta.xml': meta(
        table('core', { rowType: 'http://example.org/Letter', file: 'a.csv', fields: field('recordedBy', 1) }),
      ),
      'a.csv': 'id,n\n1,Ali\n',
    });
    expect(tables[0]?.recordType).toBe('document');
    expect(notices[0]?.message).toMatch(/kept as documents/u);
  });

  test('a profile adds a title, a kind and its own reading of a column', async () => {
    const { tables, metadata } = await prepare(
      {
        'meta.xml': meta(
          table('core', {
            rowType: 'Occurrence',
            file: 'o.csv',
            fields: field('recordedBy', 1) + field('occurrenceRemarks', 2),
          }),
        ),
        'o.csv': 'id,coll,rem,extra\n1,A;B,x,private\n',
      },
      'title: Mine\nrecords: {kind: fossil}\ncolumns:\n  recordedBy: {from: recordedBy, split: ";"}\n',
    );
    expect(metadata.title).toBe('Mine');
    expect(tables[0]?.constants).toEqual({ kind: 'fossil' });
    expect(tables[0]?.columns.map(({ header, term }) => `${header}=${term ?? ''}`)).toEqual([
      'coll=',
      'rem=occurrenceRemarks',
      'coll → recordedBy=recordedBy',
    ]);
    expect(cellsOf(tables[0])).toEqual([['A;B', 'x', 'A | B']]);
  });

  test.each([
    ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['utf-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['iso-8859-1', (text: string) => Buffer.from(text, 'latin1')],
  ])('data and descriptor in %s', async (name, encode) => {
    const encoding = name.split(' ')[0] ?? '';
    const descriptor = `<?xml version="1.0" encoding="${encoding}"?>${meta(
      table('core', {
        rowType: 'Taxon',
        file: 'a.csv',
        attributes: `encoding="${encoding}" fieldsTerminatedBy="," ignoreHeaderLines="1"`,
        fields: field('vernacularName', 1, 'Käfer'),
      }),
    )}`;
    const { tables, notices } = await prepare({
      'meta.xml': encode(descriptor),
      'a.csv': encode('id,n\n1,Weißstörche\n'),
    });
    expect(cellsOf(tables[0])).toEqual([['Weißstörche']]);
    expect(tables[0]?.constants).toEqual({ vernacularName: 'Käfer' });
    expect(notices).toEqual([]);
  });

  test('what EML says of the dataset', async () => {
    const eml = `<eml:eml xmlns:eml="eml://ecoinformatics.org/eml-2.1.1"><dataset>
      <title>Beetles  of
      Borneo</title><creator><organizationName>A Museum</organizationName></creator>
      <contact><individualName><givenName>Ada</givenName><surName>Byron</surName></individualName><electronicMailAddress>a@b.example</electronicMailAddress></contact>
      <pubDate>2020-01-02</pubDate><language>eng</language><abstract><para>About &lt;b&gt;them&lt;/b&gt;.</para></abstract>
      <intellectualRights><para>Under <ulink url="http://creativecommons.org/licenses/by/4.0/legalcode"><citetitle>CC BY</citetitle></ulink></para></intellectualRights>
      <distribution><online><url function="information">https://museum.example</url></online></distribution>
      <coverage><temporalCoverage><rangeOfDates><beginDate><calendarDate>1854</calendarDate></beginDate><endDate><calendarDate>1862</calendarDate></endDate></rangeOfDates></temporalCoverage></coverage>
      </dataset><additionalMetadata><metadata><gbif><citation>Byron, A. Beetles.</citation></gbif></metadata></additionalMetadata></eml:eml>`;
    const { metadata } = await prepare({
      'meta.xml': meta(table('core', { rowType: 'Taxon', file: 'a.csv', fields: field('scientificName', 1) })).replace(
        '<archive',
        '<archive metadata="about.xml"',
      ),
      'about.xml': eml,
      'a.csv': 'id,n\n1,Aus\n',
    });
    expect(metadata).toEqual({
      title: 'Beetles of Borneo',
      description: 'About <b>them</b>.',
      language: 'eng',
      publisher: 'A Museum',
      contacts: [
        { name: 'Ada Byron', email: 'a@b.example', role: 'contact' },
        { name: 'A Museum', role: 'creator' },
      ],
      license: 'http://creativecommons.org/licenses/by/4.0/legalcode',
      citation: 'Byron, A. Beetles.',
      homepage: 'https://museum.example',
      pubDate: '2020-01-02',
      temporalCoverage: '1854/1862',
    });
  });
});

describe('Darwin Core without a descriptor', () => {
  test('headers in any case and with prefixes are terms; others stay private', async () => {
    const path = fileOf(
      'o.csv',
      'dwc:OccurrenceID,CATALOGNUMBER,dcterms:license,http://rs.tdwg.org/dwc/terms/country,price,provenance\no1,7,CC0,Kenya,100,a thief\n',
    );
    const { tables, privateColumns } = await prepareSource({ path, workFolder: newFolder() });
    expect(termsOf(tables[0])).toEqual(['occurrenceID', 'catalogNumber', 'license', 'country']);
    expect(privateColumns.map(({ header }) => header)).toEqual(['price', 'provenance']);
    expect(readClean(tables[0])).toEqual([['2', '0', '', 'o1', 'o1', '7', 'CC0', 'Kenya']]);
  });

  test.each([
    ['too few terms', 'id,catalogNumber,a,b,c,d,e\n1,2,3,4,5,6,7\n', /only 1 of 7 headers/u],
    ['no identifier', 'country,locality\nKenya,Nairobi\n', /no header names an identifier/u],
    ['a term twice', 'catalogNumber,dwc:catalogNumber\n1,2\n', /stands twice/u],
  ])('%s is refused', async (_name, content, message) => {
    await expect(prepareSource({ path: fileOf('o.csv', content), workFolder: newFolder() })).rejects.toThrow(message);
  });
});
