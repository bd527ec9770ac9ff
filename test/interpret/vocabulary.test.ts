import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classification } from '../../src/interpret/classification.ts';
import { geology } from '../../src/interpret/geology.ts';
import { readRelationType } from '../../src/interpret/relation.ts';
import { counts } from '../../src/interpret/vocabulary-counts.ts';
import { language, VOCABULARY_INTERPRETERS } from '../../src/interpret/vocabulary-terms.ts';
import { interpretTypeStatus, typeStatus } from '../../src/interpret/vocabulary-type-status.ts';
import {
  interpretBasisOfRecord,
  interpretEstablishmentMeans,
  interpretLicence,
  interpretLifeStage,
  interpretMediaType,
  interpretObjectType,
  interpretOccurrenceStatus,
  interpretPreparations,
  interpretRank,
  interpretSex,
} from '../../src/interpret/vocabulary-values.ts';
import { findArchiveLevel } from '../../src/vocabulary/archive-levels.ts';
import { findBasisOfRecord } from '../../src/vocabulary/basis-of-record.ts';
import { findLanguage } from '../../src/vocabulary/languages.ts';
import { findLifeStages } from '../../src/vocabulary/life-stage.ts';
import { findMediaType, findMimeType } from '../../src/vocabulary/media-types.ts';
import { findRank, RANKS } from '../../src/vocabulary/ranks.ts';
import { findSex } from '../../src/vocabulary/sex.ts';

describe('type-status', () => {
  test.each<[string, string[] | undefined, string | undefined]>([
    ['Holotype', ['holotype'], undefined],
    ['HOLOTYPUS', ['holotype'], undefined],
    ['isótipo', ['isotype'], undefined],
    ['paratype(s)', ['paratype'], undefined],
    ['Type of Aus bus Smith, 1900', ['type'], undefined],
    ['holotype, basionym: salvia suffruticosa var. ballsiana rech. f.', ['holotype'], undefined],
    ['syntype of tipula valida| paralectotype of tipula valida', ['syntype', 'paralectotype'], undefined],
    ['lectotype and paralectotypes', ['lectotype', 'paralectotype'], undefined],
    ['holotype: monothrix polylepis ogilby, 1897 : bythitidae;holotype: monothrix polylepis', ['holotype'], undefined],
    ['possible isosyntype', ['isosyntype'], 'SUSPECTED_TYPE'],
    ['type ?', ['type'], 'SUSPECTED_TYPE'],
    ['not a type', undefined, undefined],
    ['no aplica', undefined, undefined],
    [
      'voucher of <a href="http://x.org/name/y">bombus jonellus</a> in <a href="http://x.org/p/1">pampell et al. 2015</a>',
      undefined,
      undefined,
    ],
    ['workers, male', undefined, 'TYPE_STATUS_INVALID'],
  ])('%s', (text, statuses, issue) => {
    const { output, issues } = typeStatus.interpret([text], {});
    expect([output.typeStatus, issues[0]?.code]).toEqual([statuses, issue]);
  });
});

test.each([
  ['Holotype of Aus bus L.', 'holotype', 'Aus bus L.'],
  ['isotype: Salvia suffruticosa var. ballsiana Rech. f.', 'isotype', 'Salvia suffruticosa var. ballsiana Rech. f.'],
  ['Aus bus L. [paratype]', 'paratype', 'Aus bus L.'],
  ['Lectotype for Quercus alba L., designated by Fernald', 'lectotype', 'Quercus alba L.'],
  ['Isotipo de Quercus rugosa Née', 'isotype', 'Quercus rugosa Née'],
  ['holotype of the museum', 'holotype', null],
  ['type species', 'type species', null],
  ['HOLOTYPEPROPARTE', 'holotype', null],
])('%s: %s, %s', (text, status, name) => {
  expect(interpretTypeStatus(text).designations).toEqual([{ typeStatus: status, typifiedName: name }]);
});

test('each vocabulary reads its values, flags what it lacks and is silent where nothing is said', () => {
  expect([
    interpretSex('Weibchen').value,
    interpretLifeStage('2 ad., 1 juv.').value,
    interpretBasisOfRecord('dwc:FossilSpecimen').value,
    interpretOccurrenceStatus('not seen').value,
    interpretEstablishmentMeans('cultivé').value,
    interpretRank('Varietas').value,
    interpretLicence('CC BY-NC 3.0').value,
    interpretMediaType('image/tiff').value,
    interpretObjectType('Ölgemälde').value,
  ]).toEqual([
    'female',
    'mixed',
    'FOSSIL_SPECIMEN',
    'ABSENT',
    'managed',
    'variety',
    'CC-BY-NC-3.0',
    'StillImage',
    'artwork',
  ]);
  expect(interpretSex('gewgaw').issues.map(({ code }) => code)).toEqual(['SEX_INVALID']);
  expect(interpretRank('not recorded')).toEqual({ value: null, issues: [] });
});

test.each([
  ['skin; skull', ['skeletonized', 'dried']],
  ['1 ex. in 70% EtOH', ['fluidPreserved']],
  ['herbarium sheet', ['pressed']],
  ['tissue in liquid nitrogen', ['cryopreserved', 'tissue']],
  ['gewgaw', []],
])('%s is kept as %j', (text, preservations) => {
  expect(interpretPreparations(text).values).toEqual(preservations);
});

describe('counts', () => {
  test.each<[(string | null)[], object, string[]]>([
    [['12', null], { individualCount: 12 }, []],
    [
      ['0', null],
      { individualCount: 0, occurrenceStatus: 'ABSENT' },
      ['OCCURRENCE_STATUS_INFERRED_FROM_INDIVIDUAL_COUNT'],
    ],
    [
      ['0', 'present'],
      { individualCount: 0, occurrenceStatus: 'PRESENT' },
      ['INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS'],
    ],
    [['many', 'fairly common'], { occurrenceStatus: 'PRESENT' }, ['INDIVIDUAL_COUNT_INVALID']],
    [['2.5', null], {}, ['INDIVIDUAL_COUNT_INVALID']],
    [['-1', null], {}, ['INDIVIDUAL_COUNT_INVALID']],
    [[null, 'not observed'], { occurrenceStatus: 'ABSENT' }, []],
    [[null, 'gewgaw'], {}, ['OCCURRENCE_STATUS_UNPARSABLE']],
    [
      [null, null, 'PreservedSpecimen'],
      { occurrenceStatus: 'PRESENT' },
      ['OCCURRENCE_STATUS_INFERRED_FROM_BASIS_OF_RECORD'],
    ],
    [['3', null, 'PreservedSpecimen'], { individualCount: 3 }, []],
    [[null, 'absent', 'FOSSIL_SPECIMEN'], { occurrenceStatus: 'ABSENT' }, []],
    [[null, null, 'HumanObservation'], {}, []],
  ])('%j', (values, output, codes) => {
    const result = counts.interpret(values, {});
    expect(result.output).toEqual(output);
    expect(result.issues.map(({ code }) => code)).toEqual(codes);
  });
});

function interpret(term: string, text: string) {
  return VOCABULARY_INTERPRETERS.find(({ name }) => name === term)?.interpret([text], {});
}

describe('terms with one value', () => {
  test.each([
    ['sex', '♀', 'female'],
    ['sex', 'Männchen', 'male'],
    ['sex', '2 males, 1 female', 'mixed'],
    ['sex', 'undetermined', 'indeterminate'],
    ['lifeStage', 'Adult', 'adult'],
    ['lifeStage', 'tadpoles', 'larva'],
    ['lifeStage', '2 adults, 1 juv.', 'mixed'],
    ['establishmentMeans', 'Cultivated', 'managed'],
    ['establishmentMeans', 'indigenous', 'native'],
    ['archiveLevel', 'Sub-series', 'subseries'],
    ['archiveLevel', 'Akte', 'file'],
  ])('%s: %s is %s', (term, text, value) => {
    expect(interpret(term, text)).toEqual({ output: { [term]: value }, issues: [] });
  });

  test('what the vocabulary lacks is kept and flagged; what says nothing is not', () => {
    expect(interpret('sex', 'gewgaw')).toEqual({
      output: { sex: 'gewgaw' },
      issues: [{ code: 'SEX_INVALID', term: 'sex', detail: 'gewgaw' }],
    });
    expect(interpret('lifeStage', 'not recorded')).toEqual({ output: {}, issues: [] });
  });
});

test.each([
  ['eng', 'en'],
  ['ger', 'de'],
  ['de-AT', 'de-AT'],
  ['Französisch', 'fr'],
  ['español', 'es'],
  ['Latin', 'la'],
  ['gewgaw', undefined],
  ['', undefined],
])('the language %j is %s', (text, tag) => {
  expect(findLanguage(text)).toBe(tag);
});

test('languages are a list, and what is none is kept and flagged', () => {
  expect(language.interpret(['eng; Latin'], {})).toEqual({ output: { language: ['en', 'la'] }, issues: [] });
  expect(language.interpret(['gewgaw'], {}).issues.map(({ code }) => code)).toEqual(['LANGUAGE_INVALID']);
});

test.each([
  [
    ['Neogene', null, 'miocene, late', null],
    ['Phanerozoic', 'Cenozoic', 'Neogene', 'Miocene', 'Upper Miocene'],
  ],
  [
    [null, null, 'eocène', null],
    ['Phanerozoic', 'Cenozoic', 'Paleogene', 'Eocene'],
  ],
  [
    ['jurassique moyen', null, null, null],
    ['Phanerozoic', 'Mesozoic', 'Jurassic', 'Middle Jurassic'],
  ],
  [
    ['neogene', 'quaternary', null, null],
    ['Phanerozoic', 'Cenozoic', 'Neogene', 'Quaternary'],
  ],
  [
    ['Cretaceous', null, null, null, 'maastrichtien', null],
    ['Phanerozoic', 'Mesozoic', 'Cretaceous', 'Upper Cretaceous', 'Maastrichtian'],
  ],
  [
    ['Tertiary', null, null, null],
    ['Phanerozoic', 'Cenozoic', 'Tertiary'],
  ],
  [[null, null, 'hemingfordian', null], ['Hemingfordian']],
  [['unrecorded', null, 'upper', null], undefined],
])('geological time %j', (values, periods) => {
  expect(geology.interpret(values, {}).output.geologicalPeriod).toEqual(periods);
});

test('a classification is written as checklists write it, and completed from the whole', () => {
  expect(
    classification.interpret(
      ['ANIMALIA', 'arthropoda', 'not assigned', null, null, 'Animalia|Arthropoda|Insecta|Formicidae'],
      {},
    ).output,
  ).toEqual({
    kingdom: 'Animalia',
    phylum: 'Arthropoda',
    family: 'Formicidae',
  });
  expect(classification.interpret([null, null, null, null, null, 'plantae; poales; poaceae'], {}).output).toEqual({
    kingdom: 'Plantae',
    order: 'Poales',
    family: 'Poaceae',
  });
});

test.each([
  ['isPartOf', 'part of'],
  ['http://example.org/terms/hasPart', 'has part'],
  ['subsample of', 'derived from'],
  ['(parasite of)'.slice(1, -1), 'parasite of'],
  ['Eaten By', 'eaten by'],
  ['', 'related'],
])('the relation %j is %j', (text, type) => {
  expect(readRelationType(text)).toBe(type);
});

test('every rank is read as itself, and nothing is read from nothing', () => {
  for (const rank of RANKS) expect(findRank(rank)).toBe(rank);
  for (const find of [findRank, findSex, findBasisOfRecord, findMediaType, findMimeType, findArchiveLevel])
    expect(find('')).toBeUndefined();
  expect(findLifeStages('')).toEqual([]);
});

const dictionaries = '../shared/data/gbif-parsers/main/resources/dictionaries/parse';
function rows(file: string): [text: string, value: string][] {
  return readFileSync(`${dictionaries}/${file}`, 'utf8')
    .split('\n')
    .map((line): [string, string] => [line.split('\t')[0] ?? '', line.split('\t')[1]?.trim() ?? ''])
    .filter(([text, value]) => value !== '' && !text.startsWith('#'));
}
const plain = (value: string | undefined) => value?.toUpperCase().replaceAll(' ', '_');

describe.skipIf(!existsSync(dictionaries))('dictionaries of GBIF (gbif-parsers)', () => {
  test.each<[string, number, (text: string) => string | undefined]>([
    ['typeStatus.tsv', 0.9, (text) => plain(typeStatus.interpret([text], {}).output.typeStatus?.[0]) ?? 'NOTATYPE'],
    ['basisOfRecord.tsv', 0.9, findBasisOfRecord],
    ['sex.tsv', 0.92, (text) => plain(findSex(text))],
    ['life_stage.tsv', 1, (text) => plain(findLifeStages(text)[0])],
    ['media_type.tsv', 1, (text) => plain(findMediaType(text))],
    ['rank.tsv', 0.75, (text) => plain(findRank(text))],
    ['occurrence_status.tsv', 0.9, (text) => counts.interpret([null, text], {}).output.occurrenceStatus],
  ])('%s: at least a share of %d is read alike', (file, share, read) => {
    const all = rows(file);
    const alike = all.filter(([text, value]) => read(text) === value);
    expect(alike.length / all.length).toBeGreaterThanOrEqual(share);
  });
});
