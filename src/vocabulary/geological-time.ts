/**
 * Periods and the epochs below them, from young to old, in English and with the words of French, German and Spanish
 * (International Chronostratigraphic Chart, https://stratigraphy.org/chart).
 */
const PERIODS: readonly (readonly [period: string, words: string, epochs: readonly string[]])[] = [
  [
    'Quaternary',
    'quaternaire quartär cuaternario recent',
    ['Holocene holocène holozän holoceno', 'Pleistocene pléistocène pleistozän pleistoceno'],
  ],
  ['Neogene', 'néogène neogen neogeno', ['Pliocene pliocène pliozän plioceno', 'Miocene miocène miozän mioceno']],
  [
    'Paleogene',
    'palaeogene paléogène paläogen paleogeno',
    [
      'Oligocene oligocène oligozän oligoceno',
      'Eocene éocène eozän eoceno',
      'Paleocene palaeocene paléocène paläozän paleoceno',
    ],
  ],
  ['Tertiary', 'tertiaire tertiär terciario', []],
  ['Cretaceous', 'crétacé kreide cretácico cretaceo', []],
  ['Jurassic', 'jurassique jura jurásico jurrasic', ['Lias liassic', 'Dogger', 'Malm']],
  ['Triassic', 'trias triásico', ['Keuper', 'Muschelkalk', 'Buntsandstein']],
  ['Permian', 'permien perm pérmico', ['Lopingian', 'Guadalupian', 'Cisuralian']],
  ['Carboniferous', 'carbonifère karbon carbonífero', ['Pennsylvanian pennsylvanien', 'Mississippian mississippien']],
  ['Devonian', 'dévonien devon devónico', []],
  ['Silurian', 'silurien silur silúrico', ['Pridoli', 'Ludlow', 'Wenlock', 'Llandovery']],
  ['Ordovician', 'ordovicien ordovizium ordovícico', []],
  ['Cambrian', 'cambrien kambrium cámbrico', ['Furongian', 'Miaolingian', 'Terreneuvian']],
  ['Ediacaran', 'édiacarien ediacarium ediacárico', []],
];

interface Unit {
  readonly name: string;
  readonly period: string;
}

const byWord = new Map<string, Unit>();
for (const [period, words, epochs] of PERIODS) {
  for (const word of [period, ...words.split(' ')]) byWord.set(folded(word), { name: period, period });
  for (const epoch of epochs) {
    const [name = '', ...others] = epoch.split(' ');
    for (const word of [name, ...others]) byWord.set(folded(word), { name, period });
  }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The units that a text names, each epoch behind its period: "Miocene, late" is Neogene and Miocene. */
export function findGeologicalUnits(text: string): readonly string[] {
  const units = folded(text)
    .split(/[^\p{L}]+/u)
    .flatMap((word) => byWord.get(word) ?? []);
  return [...new Set(units.flatMap(({ name, period }) => [period, name]))];
}
