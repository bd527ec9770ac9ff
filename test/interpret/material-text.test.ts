import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMaterials } from '../../src/interpret/material-text.ts';

/** A material as "part: name {states} doubt". */
function shown(text: string, language?: string): readonly string[] {
  return readMaterials(text, language).materials.map(
    ({ name, part, states, doubt }) =>
      `${part === undefined ? '' : `${part}: `}${name}${states.length === 0 ? '' : ` {${states.join(', ')}}`}${doubt === undefined ? '' : ` ${doubt}`}`,
  );
}

test.each<[text: string, materials: readonly string[]]>([
  ['case: oak; movement: brass, steel', ['case: oak', 'movement: brass', 'movement: steel']],
  ['case: oak, movement: brass, steel', ['case: oak', 'movement: brass', 'movement: steel']],
  ['Graphite on paper. Verso: ink', ['graphite', 'paper', 'verso: ink']],
  ['wood, painted', ['wood {painted}']],
  ['painted wood', ['wood {painted}']],
  ['bemaltes Holz', ['Holz {bemalt}']],
  ['Knochen / geschnitzt, poliert', ['Knochen {geschnitzt, poliert}']],
  ['Cast iron, painted', ['cast iron {painted}']],
  ['gilt-bronze', ['gilt-bronze']],
  ['Oil paint on canvas', ['oil paint', 'canvas']],
  ['Öl auf Leinwand', ['Öl', 'Leinwand']],
  ['huile sur toile', ['huile', 'toile']],
  ['Holz, Eisen und Messing', ['Holz', 'Eisen', 'Messing']],
  ['Pen and ink on paper', ['pen and ink', 'paper']],
  ['Oil paint on paper mounted on painted hardboard', ['oil paint', 'paper', 'hardboard {painted}']],
  ['possibly ivory', ['ivory possibly']],
  ['wood and ivory (?)', ['wood', 'ivory ?']],
  ['metal (brass, steel)', ['metal', 'brass', 'steel']],
  ['Nadelholz (teilweise gefasst, alt)', ['Nadelholz {teilweise gefasst, alt}']],
  ['silver (metal)', ['silver']],
  ['9 postcards on paper', ['postcards', 'paper']],
  ['Corsehill stone', ['Corsehill stone']],
  ['geschnitzt', ['geschnitzt']],
  ['Bronze relief', ['bronze relief']],
  ['Etching and relief on paper', ['paper']],
  ['Video, 3 projections, colour and sound (stereo)', []],
  [
    'Assembled by the family over many years from brass and iron',
    ['Assembled by the family over many years from brass and iron'],
  ],
  ['', []],
])('%s', (text, materials) => {
  expect(shown(text)).toEqual(materials);
});

test('ways of making are no materials', () => {
  expect(readMaterials('Etching, screenprint and lithograph on paper')).toEqual({
    materials: [{ name: 'paper', states: [] }],
    techniques: ['etching', 'screenprint', 'lithograph'],
  });
  expect(readMaterials('Photograph, black and white, on paper').techniques).toEqual(['photograph']);
});

test('nouns keep their capitals where the dataset is German', () => {
  expect(shown('Bronze; Marble', 'de')).toEqual(['Bronze', 'Marble']);
  expect(shown('Bronze; Marble')).toEqual(['bronze', 'marble']);
});

test('any text is read, and its letters are those of the text', () => {
  const piece = fc.constantFrom(
    'oak',
    'case: ',
    ', ',
    '; ',
    ' and ',
    ' on ',
    '(',
    ')',
    'painted',
    '?',
    'ink',
    ' / ',
    '&',
    '1',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const folded = written
        .normalize('NFC')
        .replace(/\p{Cf}/gu, '')
        .toLowerCase();
      for (const { name } of readMaterials(written).materials) {
        expect(name).not.toBe('');
        for (const word of name.toLowerCase().split(' ')) expect(folded).toContain(word);
      }
    }),
    { seed: 20261121, numRuns: 500 },
  );
});
