import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Edition } from '../../src/catalogue/edition.ts';
import type { EditionManifest } from '../../src/catalogue/manifest.ts';
import { History } from '../../src/catalogue/history.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition, GuardError } from '../../src/ingest/build.ts';
import { keyOf } from '../../src/ingest/key-sql.ts';
import { publishEdition } from '../../src/ingest/publish-edition.ts';
import { currentName } from '../../src/search/live.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { HERBARIUM_IRI, smallFolder } from '../fixture/small-node.ts';

let folder: string;
beforeEach(async () => {
  folder = await builtFolder(smallFolder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (identifier: string) => keyOf(HERBARIUM_IRI, identifier);
const occurrences = () => join(folder, 'exports/herbarium/occurrence.txt');

function edit(change: (lines: string[]) => string[]): void {
  const lines = readFileSync(occurrences(), 'utf8').trimEnd().split('\n');
  writeFileSync(occurrences(), `${change(lines).join('\n')}\n`);
}

function currentManifest(): EditionManifest {
  const paths = pathsOf(folder);
  return JSON.parse(
    readFileSync(join(paths.edition(currentName(paths) ?? ''), 'edition.json'), 'utf8'),
  ) as EditionManifest;
}

async function columnsOfRecords(columns: string): Promise<Record<string, unknown>[]> {
  const paths = pathsOf(folder);
  await using edition = await Edition.open(paths.edition(currentName(paths) ?? ''));
  return await edition.database.query(`select ${columns} from record order by rid`);
}

describe('the first build', () => {
  test('names the source that it cannot read', async () => {
    writeFileSync(join(folder, 'exports/herbarium/meta.xml'), '<meta/>');
    await expect(buildEdition(folder)).rejects.toThrow(/source “herbarium”: meta\.xml: the root element is <meta>/u);
  });

  test('publishes an edition in which the counts add up', async () => {
    const edition = currentManifest();
    expect(edition.objects).toBe(45);
    for (const source of edition.sources) expect(source.rowsRead).toBe(source.rowsImported + source.rowsRejected);
    const identification = edition.sources.find(({ rowType }) => rowType.endsWith('/Identification'));
    expect(identification).toMatchObject({ rowsRead: 3, rowsImported: 2, rowsRejected: 1 });
    expect(edition.datasets[0]?.rejected).toContainEqual({
      file: 'identification.txt',
      line: 4,
      reason: 'no record has the identifier “urn:test:99”',
    });
  });

  test('keeps what the museum wrote beside how it was read', async () => {
    const paths = pathsOf(folder);
    await using edition = await Edition.open(paths.edition(currentName(paths) ?? ''));
    const [{ rid }] = (await edition.database.query<{ rid: number }>('select rid from record where key = $key', {
      key: key('urn:test:2'),
    })) as [{ rid: number }];
    const [record] = edition.records([rid]);
    expect(record).toMatchObject({
      key: key('urn:test:2'),
      recordType: 'object',
      source: { file: 'occurrence.txt', line: 3 },
      interpreted: { recordedBy: ['J. Banks', 'D. Solander'], kind: ['specimen'], license: 'CC-BY-4.0' },
    });
    expect(record?.verbatim).toContainEqual({
      header: 'recordedBy',
      term: 'recordedBy',
      value: 'J. Banks; D. Solander',
    });
    expect(record?.children.identification?.map(({ scientificName }) => scientificName)).toEqual([
      'Bellis perennis L.',
      'Bellis sylvestris Cirillo',
      'Bellis perennis L.',
    ]);
    expect(record?.extensions[0]?.rows).toHaveLength(2);
  });

  test('finds wholes and parts within a dataset', async () => {
    const paths = pathsOf(folder);
    await using edition = await Edition.open(paths.edition(currentName(paths) ?? ''));
    const found = await edition.database.query(
      `select part.catalogNumber as part, whole.catalogNumber as whole from relation join record part using (rid)
       join record whole on whole.key = relation.targetKey where relation.type = 'part of'`,
    );
    expect(found).toEqual([{ part: 'W1/1', whole: 'W1' }]);
  });
});

describe('building again', () => {
  test('without any change makes no part anew', async () => {
    const { reused, changes } = await buildEdition(folder);
    expect(reused).toEqual(['herbarium', 'workshop']);
    expect(changes.every(({ added, changed, removed }) => added + changed + removed === 0)).toBe(true);
  });

  test('with one record changed, one gone, one respelled and one new keeps states and identity', async () => {
    const first = currentManifest();
    edit((lines) =>
      lines.flatMap((line) => {
        if (line.startsWith('urn:test:11\t')) return [line.replace('Locality 11', 'Valparaíso')];
        if (line.startsWith('urn:test:12\t')) return [];
        if (line.startsWith('urn:test:13\t')) return [line.replace('urn:test:13', 'URN:TEST:13')];
        return [line];
      }),
    );
    edit((lines) => [...lines, (lines[1] ?? '').replace('urn:test:1\t', 'urn:test:new\t')]);
    const second = await buildEdition(folder);
    expect(second.reused).toEqual(['workshop']);
    expect(second.changes.find(({ datasetKey }) => datasetKey === 'herbarium')).toMatchObject({
      added: 1,
      changed: 1,
      removed: 1,
      renamed: 1,
    });

    using history = new History(pathsOf(folder).history, { readOnly: true });
    const states = history.states(key('urn:test:11'));
    expect(states.map(({ fromEdition, toEdition }) => ({ fromEdition, toEdition }))).toEqual([
      { fromEdition: second.edition.name, toEdition: undefined },
      { fromEdition: first.name, toEdition: second.edition.name },
    ]);
    expect(states[1]?.record?.verbatim).toContainEqual({ header: 'locality', term: 'locality', value: 'Locality 11' });
    expect(history.states(key('urn:test:12'))).toMatchObject([{ toEdition: second.edition.name }]);
    expect(history.resolveAlias(key('urn:test:13'))).toBe(key('URN:TEST:13'));
    expect(history.states(key('urn:test:14'))).toHaveLength(1);
  });

  test('the order of rows and of columns is no change', async () => {
    edit((lines) => [lines[0] ?? '', ...lines.slice(1).toReversed()]);
    const { changes } = await buildEdition(folder);
    expect(changes.find(({ datasetKey }) => datasetKey === 'herbarium')).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      renamed: 0,
    });
  });

  test('an old edition can be published again', async () => {
    const first = currentManifest();
    edit((lines) => lines.slice(0, -1));
    await buildEdition(folder);
    await publishEdition(folder, first.name);
    expect(await columnsOfRecords('key')).toHaveLength(45);
    await expect(publishEdition(folder, '1999-01-01.1')).rejects.toThrow(/There is no edition/u);
  });

  test('duplicate and missing identifiers keep their rows', async () => {
    edit((lines) => [...lines, (lines[1] ?? '').replace('1.42', '1.43'), (lines[2] ?? '').replace('urn:test:2', '')]);
    await buildEdition(folder);
    const rows = await columnsOfRecords('key, identifier, issue');
    expect(new Set(rows.map((row) => row['key'])).size).toBe(47);
    expect(rows.filter(({ issue }) => (issue as string[]).includes('IDENTIFIER_DUPLICATE'))).toHaveLength(2);
    expect(rows.filter(({ issue }) => (issue as string[]).includes('IDENTIFIER_MISSING'))).toHaveLength(1);
  });
});

describe('the guard', () => {
  test('stops an edition that lost more than a tenth, and leaves the published one', async () => {
    const first = currentManifest();
    edit((lines) => lines.slice(0, -5));
    const stopped = await buildEdition(folder).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(GuardError);
    expect((stopped as GuardError).message).toMatch(/5 of 40 records \(12\.5 %\) would vanish/u);
    expect(currentName(pathsOf(folder))).toBe(first.name);
    await publishEdition(folder, (stopped as GuardError).edition);
    expect(await columnsOfRecords('key')).toHaveLength(40);
  });

  test('stops identifiers that churn, and yields to --force', async () => {
    edit((lines) => lines.map((line) => line.replace(/^urn:test:/u, 'urn:other:')));
    await expect(buildEdition(folder)).rejects.toThrow(/identifiers seem to have changed/u);
    const { published } = await buildEdition(folder, { force: true });
    expect(published).toBe(true);
  });

  test('a preview is built and not published', async () => {
    const first = currentManifest();
    edit((lines) => lines.slice(0, -1));
    const { published, edition } = await buildEdition(folder, { preview: true });
    expect(published).toBe(false);
    expect(currentName(pathsOf(folder))).toBe(first.name);
    expect(existsSync(pathsOf(folder).edition(edition.name))).toBe(true);
  });
});

test('a relation finds its other end in another dataset', async () => {
  const objects = join(folder, 'exports/workshop/objects.csv');
  writeFileSync(
    objects,
    readFileSync(objects, 'utf8')
      .replace('"1 leaf",', '1 leaf,')
      .replace('paper,1 leaf,,', 'paper,1 leaf,urn:test:10,'),
  );
  await buildEdition(folder);
  const paths = pathsOf(folder);
  await using edition = await Edition.open(paths.edition(currentName(paths) ?? ''));
  const found = await edition.database.query<{ rid: number; targetKey: string }>(
    `select rid, targetKey from relation where target = 'urn:test:10'`,
  );
  expect(found.map(({ targetKey }) => targetKey)).toEqual([key('urn:test:10')]);
  expect(edition.records([found[0]?.rid ?? 0])[0]?.children.relation?.[0]).toMatchObject({
    targetKey: key('urn:test:10'),
  });
});

test('a rule of protection that is new applies to earlier states and editions too', async () => {
  const first = currentManifest();
  edit((lines) => lines.map((line) => line.replace('Locality 15', 'Port Famine')));
  const second = await buildEdition(folder);
  const profile = join(folder, 'profiles/herbarium.yaml');
  const rule = `  - reason: asked for\n    when: {term: catalogNumber, is: H 1858.15}\n    withhold: [location]\n`;
  writeFileSync(profile, readFileSync(profile, 'utf8') + rule);
  await buildEdition(folder);
  for (const edition of [first, second.edition]) expect(existsSync(pathsOf(folder).edition(edition.name))).toBe(false);
  using history = new History(pathsOf(folder).history, { readOnly: true });
  const states = history.states(key('urn:test:15'));
  expect(states).toHaveLength(3);
  expect(JSON.stringify(states)).not.toMatch(/Locality 15|Port Famine/u);
});
