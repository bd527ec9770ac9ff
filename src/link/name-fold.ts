/** Letters that Unicode does not take apart, and Cyrillic in the transliteration of libraries without its marks. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Small letters without marks; what is neither letter nor digit becomes a space, apostrophes vanish. */
export function foldName(text: string): string {
  if (/^[a-z ]*$/u.test(text)) return text;
  if (/^[ -~]*$/u.test(text))
    return text
      .toLowerCase()
      .replace(/['`]+/gu, '')
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim();
  let folded = '';
  for (const letter of text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`´]+/gu, ''))
    folded += LETTERS[letter] ?? letter;
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const PARTICLES = new Set(
  `van von vom der den de del della degli dei di da das do dos du des d la las le les lo ten ter te het t zu zur zum af av al el bin ibn
  bint y e und i of`.split(/\s+/u),
);

/** A family name taken apart: its particles, and its other words folded. */
export interface FoldedFamily {
  readonly particles: string;
  /** Without particles, spaces and hyphens; spelled the same for all transliterations: müller, mueller, muller → muller. */
  readonly stem: string;
  /** The stems of its words, where there are several: a double name. */
  readonly words: readonly string[];
}

const families = new Map<string, FoldedFamily>();
const tokensOfGiven = new Map<string, readonly string[]>();
/** How many folded names are remembered; names come back in every comparison of their block. */
const REMEMBERED = 50_000;

export function foldFamily(family: string): FoldedFamily {
  const known = families.get(family);
  if (known !== undefined) return known;
  const all = foldName(family).split(' ');
  const first = all.findIndex((word) => !PARTICLES.has(word));
  const start = first < 0 ? all.length - 1 : first;
  const words = all.slice(start).filter((word) => !PARTICLES.has(word));
  const stems = (words.length === 0 ? all.slice(start) : words).map(stemOf);
  const folded = { particles: all.slice(0, start).join(' '), stem: stems.join(''), words: stems };
  if (families.size >= REMEMBERED) families.clear();
  families.set(family, folded);
  return folded;
}

/** Spellings of one sound that transliterations and registers write in several ways. */
function stemOf(word: string): string {
  return word
    .replace(/^mac(?=[a-z]{3})/u, 'mc')
    .replace(/([aou])e(?=.)/gu, '$1')
    .replace(/sk(?:ii|iy|ij|y|i|yj)$/u, 'sky')
    .replace(/([aeou])[ij]$/u, '$1y')
    .replace(/off$/u, 'ov')
    .replace(/eff$/u, 'ev');
}

/** The words of given names without particles: "J.-P. M." → j, p, m. A single letter is an initial, though some are particles too (e, y, 't). */
export function givenTokens(given: string | undefined): readonly string[] {
  if (given === undefined || given === '') return [];
  const known = tokensOfGiven.get(given);
  if (known !== undefined) return known;
  const tokens = foldName(given)
    .split(' ')
    .filter((word) => word.length === 1 || (word !== '' && !PARTICLES.has(word)));
  if (tokensOfGiven.size >= REMEMBERED) tokensOfGiven.clear();
  tokensOfGiven.set(given, tokens);
  return tokens;
}

/** Whether two texts differ by at most one letter put in, left out, replaced, or swapped with its neighbour. */
export function isWithinOneEdit(left: string, right: string): boolean {
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  );
}
