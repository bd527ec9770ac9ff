import { describe, expect, test } from 'vitest';
import { relations } from '../../src/interpret/relation-columns.ts';
import { relation } from '../../src/interpret/relation.ts';

test.each<[text: string | null, type: string, codes: readonly string[]]>([
  ['http://purl.org/dc/terms/isPartOf', 'part of', []],
  ['Subsample of', 'derived from', []],
  ['tissue of', 'derived from', []],
  ['has tissue sample', 'source of', []],
  ['is cast of', 'copy of', []],
  ['facsimile of', 'copy of', []],
  ['Holotype of', 'type of', []],
  ['depicted in', 'depicted in', []],
  ['is referenced by', 'mentioned in', []],
  ['parasitized by', 'host of', []],
  ['related', 'related', []],
  [null, 'related', []],
  ['Fed upon by', 'fed upon by', ['RELATION_TYPE_UNKNOWN']],
])('the relation %j', (text, type, codes) => {
  const { output, issues } = relation.interpret([text, null], {});
  expect(output.type).toBe(type);
  expect(issues.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['https://www.ncbi.nlm.nih.gov/nuccore/U34853.1', 'sequence'],
  ['https://doi.org/10.5962/bhl.title.1', 'reference'],
  ['urn:catalog:MVZ:Mamm:1', undefined],
  [null, undefined],
])('the other end %j is %j', (target, kind) => {
  expect(relation.interpret(['cites', target], {}).output.targetKind).toBe(kind);
});

describe('the column', () => {
  test.each<[term: string, text: string, rows: readonly (readonly [type: string, target: string])[]]>([
    [
      'associatedOccurrences',
      '"parasite of":"https://x.example/1?seid=9" | MVZ:Mamm:2',
      [
        ['parasite of', 'https://x.example/1?seid=9'],
        ['related', 'MVZ:Mamm:2'],
      ],
    ],
    [
      'associatedOccurrences',
      '(sibling of) MVZ:Mamm:1; occurrenceID: NPS 6778',
      [
        ['sibling of', 'MVZ:Mamm:1'],
        ['related', 'NPS 6778'],
      ],
    ],
    ['associatedOccurrences', 'urn:uuid:1', [['related', 'urn:uuid:1']]],
    [
      'associatedTaxa',
      'parasitoid of:Cyclocephala signaticollis | "host":"Quercus alba" | Apis mellifera',
      [
        ['parasitoid of', 'Cyclocephala signaticollis'],
        ['host', 'Quercus alba'],
        ['related', 'Apis mellifera'],
      ],
    ],
    [
      'associatedSequences',
      'GenBank: U34853.1, COI; https://www.ncbi.nlm.nih.gov/nuccore/GU328060',
      [
        ['source of', 'U34853.1'],
        ['source of', 'https://www.ncbi.nlm.nih.gov/nuccore/GU328060'],
      ],
    ],
    [
      'associatedReferences',
      'Sharp, D.; Fry, A. (1870) | https://doi.org/10.1/x',
      [
        ['mentioned in', 'Sharp, D.; Fry, A. (1870)'],
        ['mentioned in', 'https://doi.org/10.1/x'],
      ],
    ],
    [
      'derivedFrom',
      'B 10; B 11',
      [
        ['derived from', 'B 10'],
        ['derived from', 'B 11'],
      ],
    ],
    ['relatedTo', 'null', []],
  ])('%s %j', (term, text, rows) => {
    const { output } = relations.interpret(
      relations.inputs.map((input) => (input === term ? text : null)),
      {},
    );
    const found = (output as { relationRows?: readonly { type: string; target: string }[] }).relationRows ?? [];
    expect(found.map(({ type, target }) => [type, target])).toEqual(rows);
  });

  test('isPartOf names the whole', () => {
    const { output } = relations.interpret(
      relations.inputs.map((input) => (input === 'isPartOf' ? 'W/1' : null)),
      {},
    );
    expect(output).toMatchObject({ isPartOf: 'W/1', relationRows: [{ type: 'part of', target: 'W/1' }] });
  });
});
