import { describe, expect, test } from 'vitest';
import { findKindOfType, kind } from '../../src/interpret/kind.ts';

/** kind, type, basisOfRecord, objectType, archiveLevel, preparations, kingdom */
type Values = Partial<
  Record<'kind' | 'type' | 'basisOfRecord' | 'objectType' | 'archiveLevel' | 'preparations' | 'kingdom', string>
>;
function interpret(values: Values, constant?: string) {
  const tuple = kind.inputs.map((term) => values[term as keyof Values] ?? null);
  return kind.interpret(tuple, constant === undefined ? {} : { kind: constant });
}

describe('findKindOfType', () => {
  test.each([
    ['oil painting', 'artwork'],
    ['Ölgemälde', 'artwork'],
    ['on paper, print', 'artwork'],
    ['drawing of a microscope', 'artwork'],
    ['microscope', 'instrument'],
    ['Mikroskop', 'instrument'],
    ['camera lens', 'instrument'],
    ['model of a steam locomotive', 'instrument'],
    ['phial', 'instrument'],
    ['letter', 'archive'],
    ['lettre', 'archive'],
    ['Brief', 'archive'],
    ['field notebook', 'archive'],
    ['photograph album', 'archive'],
    ['glass negative', 'photograph'],
    ['carte de visite', 'photograph'],
    ['Lantern slide', 'photograph'],
    ['albumen print', 'photograph'],
    ['microscope slide', 'specimen'],
    ['printing plate', 'instrument'],
    ['herbarium sheet', 'specimen'],
    ['tissue sample', 'sample'],
    ['ammonite', 'fossil'],
    ['thin section', 'mineral'],
    ['gewgaw', undefined],
  ])('%s is %s', (text, expected) => {
    expect(findKindOfType(text)).toBe(expected);
  });
});

describe('kind', () => {
  test.each<[Values, string[], string | undefined]>([
    [{ basisOfRecord: 'PreservedSpecimen' }, ['specimen'], 'PRESERVED_SPECIMEN'],
    [
      { basisOfRecord: 'preservedspecimen', preparations: 'skin; frozen tissue' },
      ['specimen', 'sample'],
      'PRESERVED_SPECIMEN',
    ],
    [{ basisOfRecord: 'dwc:FossilSpecimen' }, ['fossil'], 'FOSSIL_SPECIMEN'],
    [{ basisOfRecord: 'Preserved Specimen', kingdom: 'Minerals' }, ['mineral'], 'PRESERVED_SPECIMEN'],
    [{ basisOfRecord: 'MATERIAL_SAMPLE' }, ['sample'], 'MATERIAL_SAMPLE'],
    [{ basisOfRecord: 'HumanObservation' }, ['other'], 'HUMAN_OBSERVATION'],
    [{ type: 'PhysicalObject', objectType: 'microscope' }, ['instrument'], undefined],
    [{ type: 'Text', objectType: 'photograph' }, ['archive', 'photograph'], undefined],
    [{ type: 'StillImage' }, ['photograph'], undefined],
    [{ type: 'http://purl.org/dc/dcmitype/StillImage', objectType: 'etching' }, ['artwork'], undefined],
    [{ objectType: 'letter | photograph' }, ['archive', 'photograph'], undefined],
    [{ archiveLevel: 'series' }, ['archive'], undefined],
    [{ kingdom: 'Fungi' }, ['specimen'], undefined],
    [
      { kind: 'Instrument | Archive', basisOfRecord: 'PreservedSpecimen' },
      ['instrument', 'archive'],
      'PRESERVED_SPECIMEN',
    ],
  ])('%j', (values, kinds, basis) => {
    const { output } = interpret(values);
    expect([output.kind, output.basisOfRecord]).toEqual([kinds, basis]);
  });

  test("the profile's kind goes before all but the record's own", () => {
    expect(interpret({ objectType: 'letter' }, 'artwork').output.kind).toEqual(['artwork']);
    expect(interpret({ kind: 'archive' }, 'artwork').output.kind).toEqual(['archive']);
  });

  test('says when nothing told it, and what it could not read', () => {
    expect(interpret({})).toEqual({ output: { kind: ['other'] }, issues: [{ code: 'KIND_UNCERTAIN', term: 'kind' }] });
    expect(interpret({ kind: 'gewgaw', objectType: 'letter' }).issues).toEqual([
      { code: 'KIND_UNCERTAIN', term: 'kind', detail: 'gewgaw' },
    ]);
    expect(interpret({ basisOfRecord: 'gewgaw' }).issues.map(({ code }) => code)).toContain('BASIS_OF_RECORD_INVALID');
  });
});
