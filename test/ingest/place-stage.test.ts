import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { addWithdrawal } from '../../src/catalogue/withdrawn.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { readTextPlace } from '../../src/ingest/place-texts.ts';
import { placesFolder } from '../fixture/places-node.ts';

interface Built {
  readonly folder: string;
  /** Of each record: its places, each with all above it, and their role where it is another than gathering. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly rows: readonly Readonly<Record<string, any>>[];
  readonly keys: ReadonlyMap<string, string>;
}

async function build(folder: string): Promise<Built> {
  const { edition } = await buildEdition(folder, { force: true });
  const built = pathsOf(folder).edition(edition.name);
  await using opened = await Edition.open(built);
  const { database } = opened;
  const rows = await database.query<Record<string, any>>('select * from place order by key');
  const byKey = new Map(rows.map((row) => [row['key'], row]));
  const pathOf = (key: string | null): string[] => {
    const row = key === null ? undefined : byKey.get(key);
    return row === undefined ? [] : [...pathOf(row['parentKey']), row['label']];
  };
  const links = await database.query<{ identifier: string; placeKey: string; role: string }>(
    'select r.identifier, l.placeKey, l.role from place_link l join record r using (rid) order by l.rid, l.role, l.placeKey',
  );
  const records = await database.query<{ identifier: string; key: string }>('select identifier, key from record');
  const paths = Map.groupBy(links, ({ identifier }) => identifier);
  return {
    folder: built,
    rows,
    keys: new Map(records.map(({ identifier, key }) => [identifier, key])),
    places: new Map(
      [...paths].map(([identifier, of]) => [
        identifier,
        of
          .map(({ placeKey, role }) => `${role === 'gathering' ? '' : `${role}: `}${pathOf(placeKey).join(' › ')}`)
          .toSorted(),
      ]),
    ),
  };
}

let folder: string;
let first: Built;
const row = (label: string, kind?: string) =>
  first.rows.filter((place) => place['label'] === label && (kind === undefined || place['kind'] === kind));

beforeAll(async () => {
  folder = placesFolder();
  first = await build(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('places of all records', () => {
  test('are the narrowest that a record names, in a hierarchy down from the continent', () => {
    expect(Object.fromEntries(first.places)).toEqual({
      kuching: ['Asia › Malaysia › Sarawak › Borneo › Kuching'],
      'kuching 2': ['Asia › Malaysia › Sarawak › Borneo › Kuching'],
      river: ['Asia › Malaysia › Sarawak'],
      point: ['Asia › Malaysia'],
      malaya: ['Asia › Malaysia › Malaya'],
      straits: ['Straits Settlements'],
      'straits 2': ['Straits Settlements'],
      penang: ['Asia › Malaysia › Penang', 'Straits Settlements'],
      bayern: ['Europe › Germany › Bavaria › Neustadt'],
      bavaria: ['Europe › Germany › Bavaria › Neustadt'],
      thüringen: ['Europe › Germany › Thuringia › Neustadt'],
      empire: ['Germany (1867–1919)'],
      cornwall: ['Europe › United Kingdom › England › Cornwall'],
      adria: ['Atlantic Ocean › North Atlantic Ocean › Mediterranean Sea › Adriatic Sea'],
      ditch: ['Europe › Italy', 'Fosso Grande'],
      doubt: ['Asia'],
      letter: ['production: Asia › Malaysia › Sarawak › Matang', 'subject: Straits Settlements'],
      'letter 2': ['production: Asia › Malaysia › Sarawak › Matang'],
    });
  });

  test('count the records in them and below, each once', () => {
    expect(row('Malaysia')[0]).toMatchObject({ kind: 'country', records: 8, children: 3 });
    expect(row('Sarawak')[0]).toMatchObject({ kind: 'stateProvince', records: 5 });
    expect(row('Asia')[0]).toMatchObject({ kind: 'continent', records: 9 });
    expect(row('Straits Settlements')[0]).toMatchObject({ records: 4, parentKey: null });
  });

  test('of one name in different places stay apart, in any spelling in one place they are one', () => {
    expect(
      row('Neustadt')
        .map(({ records }) => records)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2]);
    const [bavaria] = row('Bavaria');
    expect(bavaria!['names'].map(({ name }: any) => name).toSorted()).toEqual(['Bavaria', 'Bayern']);
    expect(bavaria!['otherNames']).toContain('Freistaat Bayern');
  });

  test('of the past have their years, and the countries in which they lie', () => {
    expect(row('Straits Settlements')[0]).toMatchObject({
      kind: 'historic',
      begin: 1826,
      end: 1946,
      certainWithin: null,
      possibleWithin: ['MY', 'SG', 'CC', 'CX'],
    });
    expect(row('Malaya')[0]).toMatchObject({ kind: 'historic', certainWithin: 'MY', countryCode: 'MY' });
    expect(row('Germany (1867–1919)')[0]).toMatchObject({ begin: 1867, end: 1919, countryCode: null });
  });

  test('keep their keys when the same records are built again, and tell nothing of withdrawn records', async () => {
    const hidden = first.keys.get('cornwall')!;
    addWithdrawal(pathsOf(folder).withdrawn, { key: hidden, time: '2026-01-01T00:00:00Z', reason: 'test' });
    const again = await build(folder);
    const left = (built: Built) => built.rows.map(({ key, label }) => `${key} ${label}`);
    const gone = new Set(['Cornwall', 'England', 'United Kingdom']);
    expect(left(again)).toEqual(left(first).filter((line) => !gone.has(line.slice(line.indexOf(' ') + 1))));
    expect(JSON.stringify(again.rows)).not.toContain('Cornwall');
    expect(again.places.get('cornwall')).toBeUndefined();
    expect(existsSync(join(again.folder, '.places'))).toBe(false);
  });
});

describe('places in one text', () => {
  test.each([
    ['Sarawak', 'MY', 'Sarawak', null, null],
    ['Matang, Sarawak', 'MY', 'Sarawak', null, 'Matang'],
    ['Malaysia', 'MY', null, null, null],
    ['Dutch East Indies', 'ID', null, 'Dutch East Indies', null],
    ['Straits Settlements', null, null, 'Straits Settlements', null],
  ])('%s', (text, countryCode, stateProvince, historicPlace, locality) => {
    expect(readTextPlace(text)).toMatchObject({ names: { countryCode, stateProvince, historicPlace }, locality });
  });

  test.each(['', 'a drawer', 'x'.repeat(500)])('%s is none', (text) => expect(readTextPlace(text)).toBeUndefined());
});
