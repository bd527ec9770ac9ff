import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';

const DWC = 'http://rs.tdwg.org/dwc/terms/';

const FILES = {
  'coldp/name.tsv': [
    'ID\tscientificName\tauthorship\trank\tspecificEpithet\tgenus',
    'n1\tAus\tL.\tgenus\t\t',
    'n2\t\tMill.\tspecies\tbus\tAus',
    'n3\tAus cus\tL.\tspecies\t\t',
    'n4\tNemo\t\tgenus\t\t',
  ],
  'coldp/taxon.tsv': ['ID\tparentID\tnameID\tsubfamily\tfamily', 't1\t\tn1\tAinae\tAidae', 't2\tt1\tn2\tAinae\tAidae'],
  'coldp/synonym.tsv': ['taxonID\tnameID\tstatus', 't2\tn3\tmisapplied'],
  'coldp/vernacularname.tsv': ['taxonID\tname\tlanguage', 't2\tAusling\tdeu', 't2\tlittle aus\teng'],
  'coldp/metadata.yaml': ['title: All the Aus'],
  'dwca/taxon.txt': [
    'taxonID\tname\taccepted\tpage',
    '1\tBUSIDAE Lee, 1900\t1\thttps://example.org/1',
    '2\tCusidae\t1\t',
  ],
  'dwca/vernacular.txt': ['taxonID\tvernacularName', '2\tthe buses'],
  'dwca/meta.xml': [
    `<archive xmlns="http://rs.tdwg.org/dwc/text/">`,
    `<core rowType="${DWC}Taxon" fieldsTerminatedBy="\\t" ignoreHeaderLines="1"><files><location>taxon.txt</location></files>`,
    `<id index="0"/><field index="1" term="${DWC}scientificName"/>`,
    // The name that the term had until 2009.
    `<field index="2" term="${DWC}acceptedTaxonID"/><field index="3" term="http://purl.org/dc/terms/references"/></core>`,
    `<extension rowType="http://rs.gbif.org/terms/1.0/VernacularName" fieldsTerminatedBy="\\t" ignoreHeaderLines="1">`,
    `<files><location>vernacular.txt</location></files><coreid index="0"/><field index="1" term="${DWC}vernacularName"/></extension>`,
    `</archive>`,
  ],
};

let folder: string;
let edition: Edition;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'collectome-entries-'));
  initNode(folder, { name: 'Checklists', base: 'https://checklists.example' });
  for (const [name, lines] of Object.entries(FILES)) {
    const path = join(folder, 'exports', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
  for (const key of ['coldp', 'dwca']) addSource(folder, { path: join(folder, 'exports', key), key });
  const built = await buildEdition(folder, { force: true });
  edition = await Edition.open(pathsOf(folder).edition(built.edition.name));
});
afterAll(async () => {
  await edition.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a package of tables becomes a tree with synonyms, bare names and names of people', async () => {
  const taxa = await edition.database.query<{ label: string }>(
    `select t.label, p.label as above, t.kind, t.authorship from taxon t left join taxon p on p.key = t.parentKey
     where t.datasetKey = 'coldp' order by t.label`,
  );
  expect(taxa).toEqual([
    { label: 'Aidae', above: 'All the Aus', kind: 'implied', authorship: null },
    { label: 'Ainae', above: 'Aidae', kind: 'implied', authorship: null },
    { label: 'All the Aus', above: null, kind: 'classification', authorship: null },
    { label: 'Aus', above: 'Ainae', kind: 'taxon', authorship: 'L.' },
    { label: 'Aus bus', above: 'Aus', kind: 'taxon', authorship: 'Mill.' },
  ]);
  const [species] = await edition.database.query(
    `select list_transform(vernacularNames, lambda n: n.name || ' ' || n."language") as names from taxon where label = 'Aus bus'`,
  );
  expect(species).toEqual({ names: ['Ausling deu', 'little aus eng'] });
  expect(
    await edition.database.query(
      `select s.scientificName as name, s.status, t.label from taxon_synonym s left join taxon t on t.key = s.taxonKey
       where s.datasetKey = 'coldp' order by name`,
    ),
  ).toEqual([
    { name: 'Aus cus', status: 'misapplied', label: 'Aus bus' },
    { name: 'Nemo', status: 'bare name', label: null },
  ]);
});

test('an archive of taxa: names in capitals, older terms, an extension with names of people, addresses', async () => {
  expect(
    await edition.database.query(
      `select label, authorship, identifiers, vernacularNames[1].name as common from taxon where datasetKey = 'dwca' and kind = 'taxon'`,
    ),
  ).toEqual([
    { label: 'Busidae', authorship: 'Lee, 1900', identifiers: ['1', 'https://example.org/1'], common: 'the buses' },
  ]);
  expect(
    await edition.database.query(
      `select s.scientificName as name, t.label from taxon_synonym s join taxon t on t.key = s.taxonKey where s.datasetKey = 'dwca'`,
    ),
  ).toEqual([{ name: 'Cusidae', label: 'Busidae' }]);
});

test('every entry of a checklist is a record, and none is an object', () => {
  expect(edition.manifest.datasets.map(({ recordsByType }) => recordsByType)).toEqual([{ taxon: 4 }, { taxon: 2 }]);
  expect(edition.manifest.objects).toBe(0);
});
