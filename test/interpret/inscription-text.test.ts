import { expect, test } from 'vitest';
import { readInscriptions, type Inscription } from '../../src/interpret/inscription-text.ts';

test.each<[text: string, inscriptions: readonly Inscription[]]>([
  [
    'signed and dated lower right: J. Smith 1851',
    [{ kind: 'signature and date', position: 'lower right', text: 'J. Smith 1851' }],
  ],
  ['Signed lower left', [{ kind: 'signature', position: 'lower left' }]],
  ['inscribed: To my mother', [{ kind: 'inscription', text: 'To my mother' }]],
  ['inscribed on back: ‘to my mother’', [{ kind: 'inscription', position: 'on back', text: 'to my mother' }]],
  [
    'signed; inscribed on the back: Rome',
    [{ kind: 'signature' }, { kind: 'inscription', position: 'on the back', text: 'Rome' }],
  ],
  ['date inscribed', [{ kind: 'date' }]],
  [
    'signiert und datiert unten rechts: M. L. 1790',
    [{ kind: 'signature and date', position: 'unten rechts', text: 'M. L. 1790' }],
  ],
  ['bez. u. r.: M', [{ kind: 'inscription', position: 'u. r.', text: 'M' }]],
  ['signé en bas à droite : Corot', [{ kind: 'signature', position: 'en bas à droite', text: 'Corot' }]],
  ['[Deckelinnenseite] Enigma', [{ kind: 'inscription', position: 'Deckelinnenseite', text: 'Enigma' }]],
  ['(Stempel:) RNW 1939', [{ kind: 'stamp', text: 'RNW 1939' }]],
  ['mark: WM', [{ kind: 'mark', text: 'WM' }]],
  ['Mark Twain', [{ kind: 'inscription', text: 'Mark Twain' }]],
  ['Signedown & Co', [{ kind: 'inscription', text: 'Signedown & Co' }]],
  ['C F L 1870. K', [{ kind: 'inscription', text: 'C F L 1870. K' }]],
  [' ', []],
])('%s', (text, inscriptions) => {
  expect(readInscriptions(text)).toEqual(inscriptions);
});
