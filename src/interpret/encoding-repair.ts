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
  euml: 'ë',
  iuml: 'ï',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ocirc: 'ô',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  Eacute: 'É',
  atilde: 'ã',
  otilde: 'õ',
  ntilde: 'ñ',
  ccedil: 'ç',
  aring: 'å',
  Aring: 'Å',
  aelig: 'æ',
  oslash: 'ø',
  Oslash: 'Ø',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};

/** The characters that Windows-1252 has at 0x80 to 0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** One letter's bytes, each read as a letter. */
const MISREAD_LETTER =
  /[ÂÃÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/gu;
const MISREAD = /[ÂÃÅÄâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

function byteOf(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 256) return code;
  const index = WINDOWS.indexOf(letter);
  return index < 0 ? -1 : index + 128;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 that was read as Windows-1252 ("MÃ¼ller"), read as UTF-8; undefined where it is none. */
export function redecoded(text: string): string | undefined {
  if (!MISREAD.test(text)) return undefined;
  const whole = decoded(text);
  if (whole !== undefined) return whole;
  // Only a part was read wrongly: "Côte dâ€™Ivoire".
  const mended = text.replace(MISREAD_LETTER, (letter) => decoded(letter) ?? letter);
  return mended === text ? undefined : mended;
}

function decoded(text: string): string | undefined {
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

/** The characters for which HTML's entities stand ("M&uuml;ller", "&amp;amp;"); unknown ones stay. */
export function withoutEntities(text: string): string {
  let result = text;
  for (let round = 0; round < 2 && result.includes('&') && result.includes(';'); round += 1)
    result = result.replace(/&(#?\w{2,8});/gu, (whole, name: string) => entity(name) ?? whole);
  return result;
}
