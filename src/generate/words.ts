import { Random, Weighted, zipf } from './random.ts';
import { WORLD } from './settings.ts';

const FREQUENT = `on in the of near from under forest at with by river wet dry edge of slope small open dense bank rocks leaves flowers
  white yellow road lake along among beach common rare growing stream sand tree shrub old field meadow clay damp shade hill grass
  stones valley limestone granite pasture mixed burnt swamp marsh fallen log light trap net hand swept beaten water`;
const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'v',
  'w',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
const CODAS = ['', 'n', 'r', 'l', 's', 'm', 'nd', 'ck'];

/** The vocabulary of labels, the most frequent word first: real words, then made ones. All are distinct. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #weights = new Weighted(zipf(WORLD.words));

  constructor(seed: number) {
    const words = new Set(FREQUENT.split(/\s+/u));
    const random = new Random(seed, 0x776f7264);
    while (words.size < WORLD.words) {
      const syllables = random.between(2, 3);
      words.add(Array.from({ length: syllables }, () => syllable(random)).join(''));
    }
    this.words = [...words];
  }

  /** So many words, without a stop. */
  phrase(random: Random, count: number): string {
    let text = '';
    for (let at = 0; at < count; at += 1) {
      const word = this.words[this.#weights.draw(random)]!;
      text = at === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : `${text} ${word}`;
    }
    return text;
  }
}

function syllable(random: Random): string {
  return random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
}
