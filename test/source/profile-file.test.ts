import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../src/source/profile-file.ts';
import { SourceError } from '../../src/source/source.ts';

const WHOLE = `
title: Works on paper
license: CC0-1.0
contacts: [a@b.example, {name: Ada, role: curator}]
dayMonthOrder: dmy
hemisphere: south
csv: {delimiter: ";", quote: "", encoding: latin1, headerLines: 2}
records: {type: object, kind: artwork, identifier: RefNo}
columns:
  Title: Titel
  maker: {from: [Forename, Surname], join: ", "}
  subjectAgent: {from: People, split: ";"}
  kind: {from: Level, values: {Photograph: photograph, 7: archive}, otherwise: archive}
  license: {value: CC0-1.0}
  sameAs: {from: [{column: QID, prefix: "https://www.wikidata.org/entity/"}, VIAF], join: " | "}
publish: Extent
children:
  media: {each: Images, split: ";", columns: {identifier: "."}}
  measurement:
    - {each: Weight, columns: {measurementValue: ".", measurementUnit: {value: g}}}
    - {each: Height, columns: {measurementValue: ".", measurementUnit: {value: mm}}}
protect:
  - reason: nesting site
    when: {term: scientificname, in: [Falco peregrinus]}
    until: 2030-01-01
    withhold: [location, 'verbatim["Notes"]']
  - reason: all coordinates
    generalise: {grid: 0.1}
  - reason: owners
    when: {header: Owner, matches: "Smith*"}
    withhold: rightsHolder
`;

describe('a profile', () => {
  test('is read with all of its parts', () => {
    expect(readProfile(WHOLE, 'works.yaml')).toEqual({
      fileName: 'works.yaml',
      metadata: {
        title: 'Works on paper',
        license: 'CC0-1.0',
        contacts: [{ email: 'a@b.example' }, { name: 'Ada', role: 'curator' }],
      },
      dayMonthOrder: 'dmy',
      hemisphere: 'south',
      csv: { delimiter: ';', quote: '', encoding: 'latin1', headerLines: 2 },
      records: { type: 'object', kind: 'artwork', identifier: 'RefNo' },
      columns: {
        title: { kind: 'from', from: ['Titel'], join: ' ' },
        maker: { kind: 'from', from: ['Forename', 'Surname'], join: ', ' },
        subjectAgent: { kind: 'from', from: ['People'], join: ' ', split: ';' },
        kind: {
          kind: 'from',
          from: ['Level'],
          join: ' ',
          values: { Photograph: 'photograph', '7': 'archive' },
          otherwise: 'archive',
        },
        license: { kind: 'constant', value: 'CC0-1.0' },
        sameAs: {
          kind: 'from',
          from: ['QID', 'VIAF'],
          prefixes: ['https://www.wikidata.org/entity/', ''],
          join: ' | ',
        },
      },
      publish: ['Extent'],
      expeditions: [],
      children: [
        {
          child: 'media',
          each: 'Images',
          split: ';',
          columns: { identifier: { kind: 'from', from: ['.'], join: ' ' } },
        },
        {
          child: 'measurement',
          each: 'Weight',
          columns: {
            measurementValue: { kind: 'from', from: ['.'], join: ' ' },
            measurementUnit: { kind: 'constant', value: 'g' },
          },
        },
        {
          child: 'measurement',
          each: 'Height',
          columns: {
            measurementValue: { kind: 'from', from: ['.'], join: ' ' },
            measurementUnit: { kind: 'constant', value: 'mm' },
          },
        },
      ],
      protect: [
        {
          reason: 'nesting site',
          when: { kind: 'in', field: { term: 'scientificName' }, values: ['Falco peregrinus'] },
          until: '2030-01-01',
          withhold: ['location', 'verbatim["Notes"]'],
        },
        { reason: 'all coordinates', withhold: [], generalise: { grid: 0.1 } },
        {
          reason: 'owners',
          when: { kind: 'matches', field: { header: 'Owner' }, pattern: 'Smith*' },
          withhold: ['rightsHolder'],
        },
      ],
    });
  });

  test('may be empty', () => {
    expect(readProfile('', 'p.yaml')).toMatchObject({ columns: {}, publish: [], children: [], protect: [] });
  });

  test.each<readonly [name: string, yaml: string, line: number | undefined, message: RegExp]>([
    ['an unknown key', 'title: x\ncolums:\n  title: y\n', 2, /"colums" is not known here/u],
    [
      'an unknown term',
      'title: x\ncolumns:\n  title: y\n  makers: z\n',
      4,
      /there is no term "makers"; did you mean maker\?/u,
    ],
    ['an unknown kind', 'records:\n  kind: painting\n', 2, /allowed are specimen, fossil/u],
    ['a column without a source', 'columns:\n  title:\n    join: ","\n', 2, /either `from`/u],
    ['`otherwise` without `values`', 'columns:\n  title: {from: a, otherwise: b}\n', 2, /needs `values`/u],
    ['a wrong date', 'protect:\n  - reason: a\n    withhold: location\n    until: 2030\n', 4, /./u],
    ['an unknown term to withhold', 'protect:\n  - reason: a\n    withhold: [locality, plaec]\n', 3, /"plaec"/u],
    ['a rule without effect', 'protect:\n  - reason: a\n', 2, /needs `withhold` or `generalise`/u],
    [
      'a condition without a test',
      'protect:\n  - reason: a\n    withhold: location\n    when: {term: genus}\n',
      4,
      /one of `is`, `in` and `matches`/u,
    ],
    ['a child that does not exist', 'children:\n  medium: {each: a, columns: {}}\n', undefined, /medium|allowed/u],
    ['broken YAML', 'title: x\n\tpublish: a\n', 2, /not valid YAML/u],
    ['a list', '- a\n', undefined, /./u],
    [
      'aliases that multiply',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, n) => `${String.fromCharCode(98 + n)}: &${String.fromCharCode(98 + n)} [${Array.from({ length: 10 }, () => `*${String.fromCharCode(97 + n)}`).join(',')}]`).join('\n')}\n`,
      undefined,
      /alias|not known/u,
    ],
  ])('%s is refused by name and line', (_name, yaml, line, message) => {
    const error = refusalOf(yaml);
    expect(error).toBeInstanceOf(SourceError);
    expect(error.message).toMatch(message);
    expect(error.file).toBe('p.yaml');
    expect(line ?? error.line).toBe(error.line);
  });
});

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/profiles.md'), 'utf8');

test.each(Array.from(guide.matchAll(/^```yaml\n([\s\S]*?)^```/gmu), ([, yaml]) => [yaml?.split('\n')[0], yaml]))(
  'the guide shows a profile that is one: %s',
  (_first, yaml) => {
    expect(() => readProfile(yaml ?? '', 'profiles.md')).not.toThrow();
  },
);

function refusalOf(yaml: string): SourceError {
  try {
    readProfile(yaml, 'p.yaml');
  } catch (error) {
    return error as SourceError;
  }
  throw new Error('the profile was accepted');
}
