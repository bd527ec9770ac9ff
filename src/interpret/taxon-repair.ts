import { redecoded, withoutEntities } from './encoding-repair.ts';

/** A written name with what other programs did to it undone. */
export interface RepairedName {
  readonly text: string;
  /** What was mended, in a few words each: letters of other alphabets, broken encodings, markup. */
  readonly repairs: readonly string[];
}

/** Letters of other alphabets that look like Latin ones, in the order of `LATIN`. */
const LOOKALIKES = 'АВЕКМНОРСТУХІЈЅаеорсухіјѕԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοɑɡν';
const LATIN = 'ABEKMHOPCTYXIJSaeopcyxijsqwhABEZHIKMNOPTYXoagv';
const latinOf = new Map(LOOKALIKES.split('').map((letter, index): [string, string] => [letter, LATIN.charAt(index)]));

const LIGATURES: Readonly<Record<string, string>> = { æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ﬁ: 'fi', ﬂ: 'fl' };

/** Latin letters for those of other alphabets in a word that has both. */
function latinised(word: string): string {
  return /\p{Script=Latin}/u.test(word)
    ? word.replace(/[^\p{Script=Latin}]/gu, (letter) => latinOf.get(letter) ?? letter)
    : word;
}

/** Most names: nothing in them can need mending. */
const PLAIN = /^[ !-%'-;=?-~]*$/u;
const NO_REPAIRS: readonly string[] = [];
const SPACES = /[\t-\r_\u0080-\u{10ffff}]| {2}|^ | $/u;

function squeezed(text: string): string {
  return SPACES.test(text) ? text.replace(/[\s_†‡¶]+/gu, ' ').trim() : text;
}

/** Mends encodings, markup, entities, look-alike letters, ligatures and spaces of a written name. */
export function repairName(written: string): RepairedName {
  if (PLAIN.test(written)) return { text: squeezed(written), repairs: NO_REPAIRS };
  const repairs: string[] = [];
  let text = written;
  const mended = redecoded(text);
  if (mended !== undefined) {
    text = mended;
    repairs.push('encoding');
  }
  if (/[<&]/u.test(text)) {
    const plain = withoutEntities(text.replace(/<[^<>]{0,200}>/gu, ' '));
    if (plain !== text) repairs.push('markup');
    text = plain.replace(/<\/?[a-z]{1,6}>/giu, ' ');
  }
  if (/[Ͱ-ϿЀ-ӿԀ-ԯɑɡ]/u.test(text)) {
    const latin = text.replace(/[\p{L}\p{M}]+/gu, latinised);
    if (latin !== text) repairs.push('letters of another alphabet');
    text = latin;
  }
  if (/[^ -~]/u.test(text)) {
    text = text
      .normalize('NFC')
      .replace(/[æÆœŒﬁﬂ]/gu, (letter) => LIGATURES[letter] ?? letter)
      .replace(/[\u00ad\u200b-\u200d\ufeff]/gu, '')
      .replace(/[`´‘’ʼ′]/gu, "'")
      .replace(/[“”„«»″]/gu, '"')
      .replace(/[‐‑‒–—]/gu, '-')
      .replace(/[✕✖⨯]/gu, '×');
  }
  if (text.includes('\ufffd')) repairs.push('unreadable letters');
  return { text: squeezed(text), repairs };
}
