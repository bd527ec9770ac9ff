import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpretGeologicalTime } from '../../src/interpret/geological-time.ts';
import { GEOLOGICAL_UNITS, parentsOf } from '../../src/vocabulary/geological-time.ts';

describe('interpretGeologicalTime', () => {
  test.each<[string, string | null, number | null, number | null, string[]]>([
    ['Miocene', 'Miocene', 23.03, 5.333, ['Phanerozoic', 'Cenozoic', 'Neogene']],
    ['Miocene, late', 'Upper Miocene', 11.63, 5.333, ['Phanerozoic', 'Cenozoic', 'Neogene', 'Miocene']],
    ['Oberkreide', 'Upper Cretaceous', 100.5, 66, ['Phanerozoic', 'Mesozoic', 'Cretaceous']],
    ['jurassique moyen', 'Middle Jurassic', 174.7, 161.5, ['Phanerozoic', 'Mesozoic', 'Jurassic']],
    [
      'Upper Cretaceous, Maastrichtian',
      'Maastrichtian',
      72.1,
      66,
      ['Phanerozoic', 'Mesozoic', 'Cretaceous', 'Upper Cretaceous'],
    ],
    ['Oligocene/Miocene', 'Oligocene – Miocene', 33.9, 5.333, ['Phanerozoic', 'Cenozoic']],
    ['Plio-Pleistocene', 'Pliocene – Pleistocene', 5.333, 0.0117, ['Phanerozoic', 'Cenozoic']],
    [
      'early to middle Eocene',
      'Lower Eocene – Middle Eocene',
      56,
      37.71,
      ['Phanerozoic', 'Cenozoic', 'Paleogene', 'Eocene'],
    ],
    ['Upper Carboniferous', 'Pennsylvanian', 323.2, 298.9, ['Phanerozoic', 'Paleozoic', 'Carboniferous']],
    ['Cambrian Stage 4', 'Cambrian Stage 4', 514, 509, ['Phanerozoic', 'Paleozoic', 'Cambrian', 'Cambrian Series 2']],
    ['Tertiary', 'Tertiary', 66, 2.58, ['Phanerozoic', 'Cenozoic']],
    ['66–56 Ma', null, 66, 56, ['Phanerozoic', 'Cenozoic', 'Paleogene']],
    ['12 ka', null, 0.012, 0.012, ['Phanerozoic', 'Cenozoic', 'Quaternary', 'Pleistocene']],
    ['not recorded', null, null, null, []],
  ])('%s', (text, value, begin, end, parents) => {
    const read = interpretGeologicalTime(text);
    expect([read.value, read.begin, read.end, read.parents, read.issues]).toEqual([value, begin, end, parents, []]);
  });

  test('a doubt is kept; what is on no chart is flagged', () => {
    expect(interpretGeologicalTime('Eocene?').uncertain).toBe(true);
    expect(interpretGeologicalTime('Hemingfordian').issues.map(({ code }) => code)).toEqual([
      'GEOLOGICAL_PERIOD_INVALID',
    ]);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { begin, end } = interpretGeologicalTime(text);
        if (begin !== null && end !== null) expect(begin).toBeGreaterThanOrEqual(end);
      }),
      { seed: 20261121 },
    );
  });
});

test('every unit is read as itself and lies in those above it', () => {
  for (const unit of GEOLOGICAL_UNITS) {
    const read = interpretGeologicalTime(unit.name);
    expect([unit.name, read.begin, read.end]).toEqual([unit.name, unit.begin, unit.end]);
    for (const parent of parentsOf(unit)) expect(parent.begin - parent.end).toBeGreaterThan(unit.begin - unit.end);
  }
});

interface Concept {
  readonly name: string;
  readonly tags: readonly string[];
}

const chart = '../shared/data/geotime-and-vocabularies/GeoTime.json';
test.skipIf(!existsSync(chart))(
  'all units of GBIF’s vocabulary GeoTime have its ages (geotime-and-vocabularies)',
  () => {
    const { concepts } = JSON.parse(readFileSync(chart, 'utf8')) as { readonly concepts: readonly Concept[] };
    const different = concepts.filter(({ name, tags }) => {
      const [begin, end] = ['startAge: ', 'endAge: '].map((key) =>
        Number(tags.find((tag) => tag.startsWith(key))?.slice(key.length)),
      );
      const read = interpretGeologicalTime(name.replaceAll(/(?<=[a-z])(?=[A-Z\d])/gu, ' '));
      return read.begin !== begin || read.end !== end;
    });
    expect(different.map(({ name }) => name)).toEqual([]);
  },
);
