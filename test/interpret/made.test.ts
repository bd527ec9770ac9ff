import { expect, test } from 'vitest';
import { inscriptions, materials, productionPlaces, techniques } from '../../src/interpret/made.ts';

test('materials are a list, and their parts and states nested rows', () => {
  expect(materials.interpret(['case: oak; movement: brass, Oak', null], {}).output).toEqual({
    material: ['oak', 'brass'],
    measurementRows: [
      { measurementType: 'material', measurementValue: 'oak', measurementRemarks: 'case' },
      { measurementType: 'material', measurementValue: 'brass', measurementRemarks: 'movement' },
      { measurementType: 'material', measurementValue: 'oak', measurementRemarks: 'movement' },
    ],
  });
  expect(materials.interpret([null, 'brass; glass ;brass'], {}).output).toEqual({ material: ['brass', 'glass'] });
});

test('techniques are those stated and those among the materials', () => {
  expect(techniques.interpret(['printing', 'Etching on paper', null], {}).output).toEqual({
    technique: ['printing', 'etching'],
  });
  expect(techniques.interpret([null, 'oak', null], {}).output).toEqual({});
});

test.each<[place: string | null, maker: string | null, places: readonly string[] | undefined]>([
  ['Staffordshire, England', null, ['Staffordshire, England']],
  ['London (made) | made in Leiden', null, ['London', 'Leiden']],
  ['probably London', null, ['probably London']],
  [null, 'London: made by J. Smith, 1851', ['London']],
  [null, 'Made in Staffordshire, England by Josiah Spode', ['Staffordshire, England']],
  [null, 'made by Negretti & Zambra, London', ['London']],
  [null, 'J. Smith & Sons, Glasgow', ['Glasgow']],
  ['Leiden', 'London: made by J. Smith', ['Leiden']],
  [null, 'Smith & Brown, Kenneth', undefined],
  [null, 'Smith, John', undefined],
])('the production places of %j and %j', (place, maker, places) => {
  expect(productionPlaces.interpret([place, maker], {}).output).toEqual(
    places === undefined ? {} : { productionPlace: places },
  );
});

test('an inscription whose kind or position is stated is a nested row', () => {
  expect(inscriptions.interpret(['signed lower right: J. Smith | 1851'], {}).output).toEqual({
    measurementRows: [
      { measurementType: 'signature', measurementValue: 'J. Smith', measurementRemarks: 'lower right' },
    ],
  });
  expect(inscriptions.interpret(['C F L 1870'], {}).output).toEqual({});
});
