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

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  times: '×',
  ouml: 'ö',
  auml: 'ä',
  uuml: 'ü',
  Ouml: 'Ö',
  Auml: 'Ä',
  Uuml: 'Ü',
  eacute: 'é',
  egrave: 'è',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  aring: 'å',
  oslash: 'ø',
  szlig: 'ß',
};

/** The characters that Windows-1252 has at 0x80 to 0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function byteOf(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 256) return code;
  const index = WINDOWS.indexOf(letter);
  return index < 0 ? -1 : index + 128;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 that was read as Windows-1252 ("MÃ¼ller"), read as UTF-8; undefined where it is none. */
function redecoded(text: string): string | undefined {
  const bytes = text.split('').map(byteOf);
  if (bytes.includes(-1)) return undefined;
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function entity(name: string): string | undefined {
  const code =
    name.startsWith('#x') || name.startsWith('#X') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (name.startsWith('#')) return code > 31 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
  return ENTITIES[name];
}

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
  if (/[ÂÃÅÄâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u.test(text)) {
    const mended = redecoded(text);
    if (mended !== undefined) {
      text = mended;
      repairs.push('encoding');
    }
  }
  if (/[<&]/u.test(text)) {
    const plain = text
      .replace(/<[^<>]{0,200}>/gu, ' ')
      .replace(/&(#?\w{2,8});/gu, (whole, name: string) => entity(name) ?? whole);
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
