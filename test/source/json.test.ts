import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodesAt, parseJson, parsePath, textsOf, visitLeaves, type JsonNode } from '../../src/source/json-path.ts';
import { JsonSplitter } from '../../src/source/json-splitter.ts';
import { prepareSource } from '../../src/source/prepare.ts';
import { readProfile } from '../../src/source/profile-file.ts';
import { cellsOf, fileOf, folderOf, newFolder, readClean } from './workspace.ts';

function split(
  content: string,
  at: string | undefined,
  chunkSize = 7,
): { readonly records: readonly string[]; readonly reasons: readonly string[] } {
  const records: string[] = [];
  const reasons: string[] = [];
  const splitter = new JsonSplitter(at === undefined ? undefined : parsePath(at, 'test'), {
    record: (text) => records.push(text),
    reject: (reason) => reasons.push(reason),
  });
  for (let start = 0; start < content.length; start += chunkSize)
    splitter.push(content.slice(start, start + chunkSize));
  splitter.end();
  return { records, reasons };
}

describe('records of a JSON stream', () => {
  test.each<readonly [name: string, content: string, at: string | undefined, records: readonly string[]]>([
    ['a list', '[{"a":1}, {"a":"}]"},\n3]', undefined, ['{"a":1}', '{"a":"}]"}', '3']],
    ['an empty list', '[]', undefined, []],
    ['one object', ' {"a":[1,2]} ', undefined, ['{"a":[1,2]}']],
    ['objects after each other', '{"a":1}\n{"a":2}{"a":3}', undefined, ['{"a":1}', '{"a":2}', '{"a":3}']],
    [
      'a list in an object',
      '{"n":[9],"s":"x","works":[{"a":1},{"a":2}],"z":{"works":[0]}}',
      'works[]',
      ['{"a":1}', '{"a":2}'],
    ],
    [
      'a list deep inside',
      '{"r":{"hits":{"total":2,"hits":[{"a":"\\\\\\""},{"b":[]}]}}}',
      'r.hits.hits[]',
      ['{"a":"\\\\\\""}', '{"b":[]}'],
    ],
    ['one object where a list may be', '{"works":{"a":1}}', 'works[]', ['{"a":1}']],
    ['an odd key', '{"a.b":{"@x":[1,2]}}', '["a.b"].@x[]', ['1', '2']],
    ['lists of lists', '[{"w":[1]},{"w":[2,3]}]', '[].w[]', ['1', '2', '3']],
  ])('%s', (_name, content, at, records) => {
    expect(split(content, at)).toEqual({ records, reasons: [] });
  });

  test.each<readonly [name: string, content: string, records: readonly string[], reason: string]>([
    ['text', '<html>no JSON</html>', [], 'the file is not JSON'],
    ['an end too soon', '[{"a":1},{"a":', ['{"a":1}'], 'the file ends in the middle of a record'],
    ['a stray bracket', '[{"a":1}]]', ['{"a":1}'], 'the file is not JSON'],
    ['a missing colon', '{"works" [{"a":1}]}', ['{"works" [{"a":1}]}'], ''],
  ])('%s costs no more than itself', (_name, content, records, reason) => {
    expect(split(content, undefined)).toEqual({ records, reasons: reason === '' ? [] : [reason] });
  });

  test('any list comes apart into its elements, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(undefined, 1),
        (values, chunkSize, space) => {
          expect(
            split(JSON.stringify(values, null, space), undefined, chunkSize).records.map(
              (text) => JSON.parse(text) as unknown,
            ),
          ).toEqual(JSON.parse(JSON.stringify(values)));
          expect(
            split(JSON.stringify({ x: [1], works: values }, null, space), 'works[]', chunkSize).records,
          ).toHaveLength(values.length);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});

const RECORD: JsonNode = {
  title: [
    { type: 'alternative', value: 'Phial' },
    { type: 'display title', value: 'Bottle' },
  ],
  contributors: [{ fc: 'Ada' }, { fc: 'Charles' }, {}],
  movements: [{ era: { name: 'Modern' } }],
  '@admin': { uid: 'co1' },
  'a.b': 1,
  empty: null,
  tags: ['x', 'y'],
  nested: { deep: true },
};

describe('paths', () => {
  test.each([
    ['contributors[0].fc', ['Ada']],
    ['contributors[].fc', ['Ada', 'Charles']],
    ['movements[].era.name', ['Modern']],
    ['["@admin"].uid', ['co1']],
    ['@admin.uid', ['co1']],
    ['["a.b"]', ['1']],
    ['title[type=display title].value', ['Bottle']],
    ['title[type=missing].value', []],
    ['tags', ['x', 'y']],
    ['tags[]', ['x', 'y']],
    ['nested[].deep', ['true']],
    ['nested', ['{"deep":true}']],
    ['empty', []],
    ['constructor.name', []],
    ['__proto__', []],
    ['contributors[9].fc', []],
  ])('%s', (path, texts) => {
    expect(textsOf(nodesAt(RECORD, parsePath(path, 'test')))).toEqual(texts);
  });

  test.each(['', 'a..b', 'a[', '.a', 'a]'])('%j is refused', (path) => {
    expect(() => parsePath(path, 'p.yaml')).toThrow(/p\.yaml: /u);
  });

  test('every leaf is found again by the path that it is listed under', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
        (value) => {
          const node = JSON.parse(JSON.stringify(value)) as JsonNode;
          visitLeaves(node, (path, text) => {
            expect(textsOf(nodesAt(node, parsePath(path, 'test')))).toContain(text);
          });
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  test('numbers are kept as they are written', () => {
    const node = parseJson('{"a":12345678901234567890,"b":1.10,"c":5,"d":-0.5,"e":1e3}');
    expect(textsOf(nodesAt(node, parsePath('a', '')))).toEqual(['12345678901234567890']);
    expect(['b', 'c', 'd', 'e'].map((path) => textsOf(nodesAt(node, parsePath(path, '')))[0])).toEqual([
      '1.10',
      '5',
      '-0.5',
      '1e3',
    ]);
  });
});

const PROFILE = readProfile(
  `
title: Works
records: {identifier: id, kind: artwork}
columns:
  title: name
  maker: {from: [artist.first, artist.last], join: " "}
  subject: "tags[]"
  objectType: {from: level, values: {p: photograph}, otherwise: other}
publish: [extent]
children:
  media: {each: "images[]", columns: {identifier: file, creator: by, type: {value: StillImage}}}
  relation: {each: "parts[]", columns: {relatedResourceID: ".", relationshipOfResource: {value: has part}}}
`,
  'works.yaml',
);
const WORK = {
  id: 'w1',
  name: 'A "quoted"\ttitle',
  artist: { first: 'Ada', last: 'L.' },
  tags: ['x', 'y'],
  level: 'p',
  extent: 3,
  images: [{ file: 'a.jpg', by: 'me' }, {}],
  parts: ['w2', 'w3'],
  secret: 'insured for 9',
};

describe('JSON through a profile', () => {
  test('records, nested rows, constants and what stays private', async () => {
    const path = fileOf('works.json', JSON.stringify([WORK, { id: 'w2', name: 'B', level: 'q' }]));
    const source = await prepareSource({ path, workFolder: newFolder(), profile: PROFILE });
    const [core, media, relation] = source.tables;
    expect(core?.columns.map(({ header, term }) => [header, term])).toEqual([
      ['name', 'title'],
      ['artist.first', undefined],
      ['artist.last', undefined],
      ['artist.first + artist.last → maker', 'maker'],
      ['tags[]', 'subject'],
      ['level', undefined],
      ['level → objectType', 'objectType'],
      ['extent', undefined],
    ]);
    expect(readClean(core)).toEqual([
      ['1', '0', '', 'w1', 'A "quoted"\ttitle', 'Ada', 'L.', 'Ada L.', 'x | y', 'p', 'photograph', '3'],
      ['2', '0', '', 'w2', 'B', '', '', '', '', 'q', 'other', ''],
    ]);
    expect(core).toMatchObject({
      recordType: 'object',
      constants: { kind: 'artwork' },
      rowsRead: 2,
      rowsImported: 2,
      rowsRejected: 0,
    });
    expect(readClean(media)).toEqual([['1', '0', '', 'w1', 'a.jpg', 'me']]);
    expect(media).toMatchObject({ child: 'media', constants: { type: 'StillImage' } });
    expect(cellsOf(relation)).toEqual([['w2'], ['w3']]);
    expect(source.privateColumns).toEqual([
      { header: 'secret', reason: 'neither mapped nor published by the profile' },
    ]);
    expect(source.metadata.title).toBe('Works');
  });

  test('what stands before each value; nothing before an empty one', async () => {
    const profile = readProfile(
      `records: {identifier: id}
columns:
  sameAs: {from: [{column: qid, prefix: "https://q.example/"}, url, {column: viaf, prefix: "https://v.example/"}], join: " | "}
  references: {from: {column: "tags[]", prefix: "https://t.example/"}}
`,
      'people.yaml',
    );
    const people = [{ id: '1', qid: 'Q7', viaf: '', tags: ['x', 'y'] }, { id: '2', url: 'u', viaf: '5' }, { id: '3' }];
    const path = fileOf('people.json', JSON.stringify(people));
    const { tables } = await prepareSource({ path, workFolder: newFolder(), profile });
    const headers = tables[0]?.columns.map(({ term }) => term);
    const rows = cellsOf(tables[0]);
    const valuesOf = (term: string) => rows.map((row) => row[headers?.indexOf(term) ?? -1]);
    expect(valuesOf('sameAs')).toEqual(['https://q.example/Q7', 'u | https://v.example/5', '']);
    expect(valuesOf('references')).toEqual(['https://t.example/x | https://t.example/y', '', '']);
  });

  test('a folder: broken files are rejected, the rest goes on', async () => {
    const path = folderOf({
      'a/1.json': JSON.stringify(WORK),
      'b/2.json': '{"id": "w2", name: }',
      'c/3.jsonl': `${JSON.stringify({ id: 'w3', name: 'C' })}\nnot json\n\n${JSON.stringify({ id: 'w4', name: 'D' })}\n`,
      'd/4.json': '',
      'readme.txt': 'x',
    });
    const source = await prepareSource({ path, workFolder: newFolder(), profile: PROFILE });
    const [core] = source.tables;
    expect(core?.files).toEqual(['a/1.json', 'b/2.json', 'c/3.jsonl', 'd/4.json']);
    expect(readClean(core).map((row) => row.slice(0, 4))).toEqual([
      ['1', '0', '', 'w1'],
      ['1', '2', '', 'w3'],
      ['4', '2', '', 'w4'],
    ]);
    expect(source.rejections.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'b/2.json:1',
      'c/3.jsonl:2',
      'd/4.json:1',
    ]);
    expect(core).toMatchObject({ rowsRead: 6, rowsImported: 3, rowsRejected: 3 });
  });

  test('records that are too long or too deep are rejected alone, and NUL is taken out', async () => {
    const deep = `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`;
    const long = JSON.stringify('x'.repeat(17 * 1024 * 1024));
    const lines = [
      `{"id":"a","name":${long}}`,
      `{"id":"b","name":${deep}}`,
      '{"id":"c","name":"N\\u0000UL","parts":["p\\u0000"]}',
    ];
    const source = await prepareSource({
      path: fileOf('w.jsonl', lines.join('\n')),
      workFolder: newFolder(),
      profile: PROFILE,
    });
    const [core, , relation] = source.tables;
    expect(source.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'the row has more than 16 MB'],
      [2, 'the record is nested too deeply'],
    ]);
    expect(readClean(core).map((row) => row.slice(2, 5))).toEqual([['ROW_NUL_REMOVED', 'c', 'NUL']]);
    expect(cellsOf(relation)).toEqual([['p']]);
    expect(core).toMatchObject({ rowsRead: 3, rowsImported: 1, rowsRejected: 2 });
  });

  test('JSON without a profile is refused', async () => {
    await expect(prepareSource({ path: fileOf('x.json', '[]'), workFolder: newFolder() })).rejects.toThrow(
      'needs a profile',
    );
  });
});
