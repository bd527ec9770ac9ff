import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../src/source/prepare.ts';
import { readProfile } from '../../src/source/profile-file.ts';
import { SourceError } from '../../src/source/source.ts';
import { tarOf, zipOf } from './packed.ts';
import { fileOf, folderOf, newFolder } from './workspace.ts';

const META = `<archive xmlns="http://rs.tdwg.org/dwc/text/">
  <core rowType="http://rs.tdwg.org/dwc/terms/Occurrence" fieldsTerminatedBy="," ignoreHeaderLines="1">
    <files><location>o.csv</location></files><id index="0"/>
    <field index="1" term="http://rs.tdwg.org/dwc/terms/catalogNumber"/>
  </core></archive>`;
const DATA = 'id,catalogNumber\n1,A\n';
const GOOD = [
  { name: 'meta.xml', content: META },
  { name: 'o.csv', content: DATA },
];

async function refusal(path: string, workFolder = newFolder()): Promise<string> {
  try {
    await prepareSource({ path, workFolder });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.message;
  }
  return 'accepted';
}

test('the archive that the others are made from is accepted, and leaves nothing unpacked behind', async () => {
  const workFolder = newFolder();
  expect(await refusal(fileOf('good.zip', zipOf(GOOD)), workFolder)).toBe('accepted');
  expect(readdirSync(workFolder).toSorted()).toEqual(['core.tsv', 'rejected.tsv']);
  expect(await refusal(fileOf('good.tgz', await tarOf(GOOD)))).toBe('accepted');
});

describe('refused in a sentence:', () => {
  test.each(['../evil.csv', '/etc/evil.csv', 'a/../../evil.csv', 'C:/evil.csv', 'a\\..\\evil.csv'])(
    'a zip with the path %s',
    async (name) => {
      const workFolder = newFolder();
      expect(await refusal(fileOf('a.zip', zipOf([...GOOD, { name, content: 'x' }])), workFolder)).toMatch(
        /leads out of it/u,
      );
      expect(readdirSync(workFolder)).toEqual(['rejected.tsv']);
    },
  );

  test.each(['../evil.csv', '/etc/evil.csv'])('a tar with the path %s', async (name) => {
    expect(await refusal(fileOf('a.tar.gz', await tarOf([...GOOD, { name, content: 'x' }])))).toMatch(
      /leads out of it/u,
    );
  });

  test.each([
    [
      '<?xml version="1.0"?>\n<lido:lidoWrap xmlns:lido="http://www.lido-schema.org"/>',
      /an XML file.*export Darwin Core/u,
    ],
    ['\uFEFF<lido:lido/>', /an XML file/u],
    [Buffer.from('\uFEFF<?xml version="1.0"?><a/>', 'utf16le'), /an XML file/u],
    ['%PDF-1.7\n', /a PDF/u],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), /an old Office file.*CSV/u],
    ['SQLite format 3\0', /an SQLite database/u],
    [gzipSync('<?xml version="1.0"?><a/>'), /an XML file/u],
  ])('what is no table: %j', async (content, message) => {
    expect(await refusal(fileOf('export.csv', content))).toMatch(message);
  });

  test('links', async () => {
    expect(
      await refusal(fileOf('a.zip', zipOf([...GOOD, { name: 'l.csv', content: '/etc/passwd', mode: 0o120777 }]))),
    ).toMatch(/holds a link/u);
    expect(
      await refusal(
        fileOf('a.tgz', await tarOf([...GOOD, { name: 'l.csv', type: 'symlink', linkname: '/etc/passwd' }])),
      ),
    ).toMatch(/holds a link/u);
  });

  test('an encrypted zip', async () => {
    expect(await refusal(fileOf('a.zip', zipOf([{ name: 'o.csv', content: DATA, isEncrypted: true }])))).toMatch(
      /encrypted/u,
    );
  });

  test('a zip bomb that owns up to its size, one that does not, and one in a tar', async () => {
    const zeros = Buffer.alloc(101 * 1024 * 1024);
    expect(await refusal(fileOf('a.zip', zipOf([...GOOD, { name: 'z.csv', content: zeros }])))).toMatch(/zip bomb/u);
    expect(
      await refusal(fileOf('b.zip', zipOf([...GOOD, { name: 'z.csv', content: zeros, claimedSize: 10 }]))),
    ).toMatch(/damaged|zip bomb/u);
    expect(await refusal(fileOf('c.csv.gz', gzipSync(Buffer.concat([Buffer.from(DATA), zeros]))))).toMatch(/zip bomb/u);
    expect(await refusal(fileOf('d.tgz', await tarOf([...GOOD, { name: 'z.csv', content: zeros }])))).toMatch(
      /zip bomb/u,
    );
  });

  test('damaged archives', async () => {
    const zip = zipOf(GOOD);
    expect(await refusal(fileOf('a.zip', zip.subarray(0, zip.length - 30)))).toMatch(/the zip file is damaged/u);
    const tar = await tarOf([
      ...GOOD,
      { name: 'big.txt', content: Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 251)) },
    ]);
    expect(await refusal(fileOf('a.tgz', tar.subarray(0, tar.length - 200)))).toMatch(/the tar file is damaged/u);
    const gzip = gzipSync(DATA.repeat(1000));
    expect(await refusal(fileOf('a.csv.gz', gzip.subarray(0, gzip.length - 12)))).toMatch(/not a whole gzip file/u);
  });

  test('a document type with entities that multiply, and one that points outside', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${META.replace('o.csv', '&b;')}`;
    const outside = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${META.replace('o.csv', '&x;')}`;
    for (const meta of [bomb, outside]) {
      expect(await refusal(folderOf({ 'meta.xml': meta, 'o.csv': DATA }))).toMatch(
        /^meta\.xml:1: the XML file has a document type declaration; /u,
      );
    }
  });

  test('the same in the metadata costs the metadata', async () => {
    const eml =
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><eml><dataset><title>&x;</title></dataset></eml>';
    const source = await prepareSource({
      path: folderOf({ 'meta.xml': META, 'o.csv': DATA, 'eml.xml': eml }),
      workFolder: newFolder(),
    });
    expect(source.metadata).toEqual({ contacts: [] });
    expect(source.notices[0]?.message).toMatch(/the metadata is not read: eml\.xml:1: .*document type/u);
  });

  test('2,001 columns', async () => {
    const header = Array.from({ length: 2001 }, (_, index) => `c${index}`);
    const path = fileOf('wide.csv', `${header.join(',')}\n${header.map(() => '1').join(',')}\n`);
    expect(await refusal(path)).toMatch(/2001 columns, more than 2000/u);
    const fields = header
      .map((name, index) => `<field index="${index % 2000}" term="http://example.org/${name}"/>`)
      .join('');
    expect(await refusal(folderOf({ 'meta.xml': META.replace('<field', `${fields}<field`), 'o.csv': DATA }))).toMatch(
      /fields, more than 2000/u,
    );
    expect(await refusal(folderOf({ 'meta.xml': META.replace('index="1"', 'index="2000"'), 'o.csv': DATA }))).toMatch(
      /column number from 0 to 1999/u,
    );
  });

  test('a file name in meta.xml that leads out of the archive is no file of it', async () => {
    expect(await refusal(folderOf({ 'meta.xml': META.replace('o.csv', '../../o.csv'), 'o.csv': DATA }))).toMatch(
      /is missing from the archive/u,
    );
  });

  test('nothing at all', async () => {
    expect(await refusal(join(newFolder(), 'absent.zip'))).toMatch(/there is no such file/u);
    expect(await refusal(fileOf('empty.csv', ''))).toMatch(/the file is empty/u);
    expect(await refusal(newFolder())).toMatch(/there is no file in it/u);
    expect(await refusal(fileOf('a.zip', zipOf([])))).toMatch(/there is no file in it/u);
  });
});

test('links in a folder are not followed', async () => {
  const folder = newFolder();
  const secret = fileOf('secret.json', '{"id":"secret"}');
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'x.json'), '{"id":"x"}');
  symlinkSync(secret, join(folder, 'a', 'y.json'));
  const profile = readProfile('records: {identifier: id}\ncolumns: {catalogNumber: id}\n', 'p.yaml');
  const { tables } = await prepareSource({ path: folder, workFolder: newFolder(), profile });
  expect(tables[0]?.files).toEqual(['a/x.json']);
});

test('an import that is called off stops', async () => {
  const controller = new AbortController();
  const path = fileOf('o.csv', `id,catalogNumber\n${'1,A\n'.repeat(1_000_000)}`);
  const importing = prepareSource({
    path,
    workFolder: newFolder(),
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(importing).rejects.toThrow(/abort/iu);
});
