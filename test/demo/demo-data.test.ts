import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../demo/draw/forms.ts';
import { readPlates, toSvg } from '../../demo/draw/draw-pictures.ts';
import { checkSource } from '../../src/source/check.ts';
import { readProfile } from '../../src/source/profile-file.ts';

const demo = fileURLToPath(new URL('../../demo/', import.meta.url));
const read = (path: string): string => readFileSync(demo + path, 'utf8');
const STATEMENT = 'Illustrative record made for a demonstration; not the holding of a real museum';

type Row = Readonly<Record<string, string>>;

function rowsOf(cells: readonly (readonly string[])[]): Row[] {
  const [header = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

const readTsv = (path: string): Row[] =>
  rowsOf(
    read(path)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')),
  );

/** Cells of a CSV without line breaks in cells. */
function readCsv(path: string): Row[] {
  const cells = read(path)
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/gu)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return rowsOf(cells);
}

interface Instrument {
  readonly id: string;
  readonly accession: string;
  readonly statement: string;
  readonly partOf?: string;
  readonly parts?: readonly string[];
  readonly related?: readonly { readonly id: string }[];
  readonly images?: readonly { readonly file: string }[];
}

const occurrences = readTsv('museums/natural-history/occurrence.txt');
const media = readTsv('museums/natural-history/multimedia.txt');
const relationships = readTsv('museums/natural-history/resourcerelationship.txt');
const archive = readCsv('museums/archive/archive.csv');
const people = readCsv('museums/archive/people.csv');
const instruments = readdirSync(`${demo}museums/science-industry`).flatMap(
  (file) => JSON.parse(read(`museums/science-industry/${file}`)) as Instrument[],
);
const identifiers = [
  ...occurrences.map(({ occurrenceID = '' }) => occurrenceID),
  ...instruments.map(({ id }) => id),
  ...archive.map((row) => row['Identifier'] ?? ''),
];

test.each([
  ['natural-history', 'natural-history', occurrences.length, []],
  ['science-industry', 'science-industry', instruments.length, ['location_store', 'valuation.amount']],
  ['archive', 'archive/archive.csv', archive.length, ['Donor', 'Donor address', 'Internal note']],
  ['people', 'archive/people.csv', people.length, []],
])('%s is read without a rejection, and what is private stays so', async (key, path, count, hidden) => {
  const profile = readProfile(read(`profiles/${key}.yaml`), `${key}.yaml`);
  const report = await checkSource({ path: `${demo}museums/${path}`, profile });
  if (report.kind === 'refused') throw new Error(report.reason);
  expect(report.rejections).toEqual([]);
  expect(report.tables[0]?.rowsImported).toBe(count);
  const hiddenColumns = report.privateColumns.map(({ header }) => header);
  expect(hiddenColumns).toEqual(expect.arrayContaining(hidden));
});

test('the three museums have 200 to 300 records, each with its own identifier, marked as a demonstration', () => {
  expect(identifiers.length).toBeGreaterThanOrEqual(200);
  expect(identifiers.length).toBeLessThanOrEqual(300);
  expect(new Set(identifiers).size).toBe(identifiers.length);
  expect(identifiers.filter((name) => !name.startsWith('urn:collectome:demo:'))).toEqual([]);
  const numbers = [
    ...occurrences.map(({ catalogNumber = '' }) => catalogNumber),
    ...instruments.map(({ accession }) => accession),
    ...archive.map((row) => row['RefNo'] ?? ''),
  ];
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => !number.startsWith('DEMO-'))).toEqual([]);
});

test('the people of the list lived when they say, and are marked as a demonstration', () => {
  for (const { Identifier = '', Name = '', Born, Died } of people) {
    expect(Identifier).toMatch(/^urn:collectome:demo:ar:p\d{3}$/u);
    expect(Number(Died) - Number(Born), Name).toBeGreaterThan(25);
    expect(Number(Died) - Number(Born), Name).toBeLessThan(100);
  }
  expect(new Set(people.map(({ Identifier }) => Identifier)).size).toBe(people.length);
});

test('every record says that it is illustrative', () => {
  const statements = [
    ...occurrences.map(({ datasetName }) => datasetName),
    ...instruments.map(({ statement }) => statement),
    ...archive.map((row) => row['Statement']),
  ];
  expect(statements.filter((statement) => statement !== STATEMENT)).toEqual([]);
});

test('what records name exists', () => {
  const known = new Set([...identifiers, ...archive.map((row) => row['RefNo'] ?? '')]);
  const named = [
    ...relationships.map(({ relatedResourceID = '' }) => relatedResourceID),
    ...instruments.flatMap(({ partOf, parts = [], related = [] }) => [
      ...(partOf === undefined ? [] : [partOf]),
      ...parts,
      ...related.map(({ id }) => id),
    ]),
    ...archive.flatMap((row) => [row['Parent'] ?? '', ...(row['Related records'] ?? '').split('; ')]),
  ].filter((name) => name !== '');
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

/** Ids of gradients and clips are counted through the process. */
const plain = (svg: string): string => svg.replaceAll(/\bi\d+\b/gu, 'i');

describe('pictures', () => {
  const referred = [
    ...media.map(({ identifier = '' }) => identifier),
    ...instruments.flatMap(({ images = [] }) => images.map(({ file }) => file)),
    ...archive.map((row) => row['Image file'] ?? '').filter((file) => file !== ''),
  ];

  test('are those of plates.tsv, and the other way round', async () => {
    const plates = await readPlates();
    expect(new Set(referred).size).toBe(referred.length);
    expect(referred.toSorted()).toEqual(plates.map(({ file }) => `pictures/${file}`).toSorted());
    expect(plates.filter(({ form }) => FORMS[form] === undefined)).toEqual([]);
  });

  test('are the same each time and no two alike', async () => {
    const plates = await readPlates();
    const drawn = plates.map((plate) => plain(toSvg(plate)));
    expect(new Set(drawn).size).toBe(plates.length);
    expect(plates.slice(0, 20).map((plate) => plain(toSvg(plate)))).toEqual(drawn.slice(0, 20));
  });
});

/** Years of birth and death; Ali's, Allen's and others' are not known well enough. */
const LIVES: readonly (readonly [family: RegExp, birth: number, death: number])[] = [
  [/Wallace(?!'s)/u, 1823, 1913],
  [/Darwin/u, 1809, 1882],
  [/Covington/u, 1816, 1861],
  [/Banks/u, 1743, 1820],
  [/Solander/u, 1733, 1782],
  [/Parkinson/u, 1745, 1771],
  [/(?:Mary|M\.|Miss) Anning/u, 1799, 1847],
  [/Joseph Anning/u, 1796, 1849],
  [/North/u, 1830, 1890],
  [/Martens/u, 1801, 1878],
  [/Bates/u, 1825, 1892],
  [/Low\b/u, 1824, 1905],
  [/Raffles/u, 1781, 1826],
];
/** Records whose dates are wrong on purpose: demo/README.md. */
const CONTRADICTIONS = ['DEMO-NH-0077', 'DEMO-NH-0101'];

test('gatherings lie within the lives of their collectors, but for the deliberate contradictions', () => {
  const outside = occurrences
    .filter(({ recordedBy = '', eventDate = '' }) => {
      const years = eventDate.split('/').flatMap((part) => /^\d{4}/u.exec(part)?.[0] ?? []);
      return years.some((year) =>
        LIVES.some(([name, birth, death]) => name.test(recordedBy) && (Number(year) < birth || Number(year) > death)),
      );
    })
    .map(({ catalogNumber }) => catalogNumber);
  expect(outside).toEqual(CONTRADICTIONS);
});

test('every contradiction stands in the README', () => {
  const text = read('README.md');
  for (const number of [...CONTRADICTIONS, 'DEMO-NH-0051', 'DEMO-NH-0132', 'DEMO-NH-0133'])
    expect(text).toContain(number.slice(-4));
});
