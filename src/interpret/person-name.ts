import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { isHonorific, isHonour, isParticle, isSuffix, isTitle } from './name-words.ts';

/** One agent as it was read from a string of names. */
export interface AgentName {
  /** As it is shown: given names or initials first. */
  readonly name: string;
  readonly type: 'person' | 'group' | 'unnamed';
  readonly family?: string;
  readonly given?: string;
}

/** How a text writes its letters. Where it has only one case, neither initials nor names can be told by their capitals. */
export type LetterCase = 'lower' | 'upper' | 'mixed';

export function letterCaseOf(text: string): LetterCase {
  if (!/\p{Lu}/u.test(text)) return 'lower';
  return /\p{Ll}/u.test(text) || !/\p{Lu}{4}/u.test(text) ? 'mixed' : 'upper';
}

const SHORT_FAMILIES = new Set([
  'li',
  'wu',
  'hu',
  'xu',
  'ng',
  'ma',
  'ho',
  'he',
  'fu',
  'yu',
  'lu',
  'oh',
  'ek',
  'by',
  'sa',
  'ito',
  'lea',
  'fox',
  'lee',
  'kim',
  'may',
  'ray',
  'orr',
]);
const DOTTED = /^(?:\p{L}\p{M}*\p{Ll}?\.-?)+\p{L}?$/u;

/** Whether a word stands for given names by their first letters: A., A.R., P.-A., and AR or (in a text without capitals) ar. */
export function isInitials(word: string, letterCase: LetterCase): boolean {
  if (isSuffix(word) || isTitle(word) || isHonorific(word)) return false;
  if (DOTTED.test(word) || /^\p{L}(?:-\p{L})?$/u.test(word)) return !/^st\.$/iu.test(word);
  if (letterCase === 'mixed') return /^\p{Lu}{1,3}$/u.test(word);
  if (!/^\p{L}{2,3}$/u.test(word)) return false;
  const plain = word.toLowerCase();
  if (SHORT_FAMILIES.has(plain) || GIVEN_NAMES.has(plain) || isParticle(plain)) return false;
  return plain.length === 2 || !isPronounceable(plain);
}

function isPronounceable(word: string): boolean {
  return /^[^aeiouyäöüåéø]*[aeiouyäöüåéø]+[^aeiouyäöüåéø]?$/u.test(word);
}

/** Whether all words are initials. After a family name and a comma two or three letters suffice. */
export function isInitialsOnly(text: string, letterCase: LetterCase, afterComma = false): boolean {
  const list = text.split(' ').filter((word) => !isTitle(word) && !isHonorific(word) && !isSuffix(word));
  if (!afterComma && endsInShortName(list, letterCase)) return false;
  return (
    list.length > 0 &&
    list.every(
      (word) =>
        isInitials(word, letterCase) ||
        (list.length > 1 && isParticle(word)) ||
        (afterComma &&
          letterCase !== 'mixed' &&
          /^\p{L}{1,3}$/u.test(word) &&
          !(word.length === 3 && isPronounceable(word.toLowerCase()))),
    )
  );
}

/** Without capitals a short family name behind initials looks like one more of them: e. ule, h. go. */
function endsInShortName(list: readonly string[], letterCase: LetterCase): boolean {
  return letterCase !== 'mixed' && list.length > 1 && /^\p{L}{2,3}$/u.test(list.at(-1) ?? '');
}

function showInitials(word: string): string {
  if (/^\p{L}-\p{L}$/u.test(word)) return word.toUpperCase().replace('-', '.-').concat('.');
  const parts = word.includes('.')
    ? word.split(/(?<=\.)(?!-)|(?<=\.-)/u)
    : [...word.matchAll(/\p{L}\p{M}*/gu)].map(([letter]) => letter);
  return parts
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .map((part) => (/[.-]$/u.test(part) ? part : `${part}.`))
    .join(' ')
    .replaceAll('- ', '-');
}

function showWord(word: string, letterCase: LetterCase): string {
  const shouted = letterCase === 'mixed' && /^\p{Lu}{4,}$/u.test(word) && /[AEIOUYÄÖÜ]/u.test(word);
  if (letterCase === 'mixed' && !shouted) return word;
  const small = word.toLowerCase();
  if (isParticle(small)) return small;
  if (/^i[iv]i?$/u.test(small)) return small.toUpperCase();
  return small
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^(Mc)(\p{L})/u, (_, mc: string, letter: string) => mc + letter.toUpperCase())
    .replace(/(['’])(S|T)$/u, (_, mark: string, letter: string) => mark + letter.toLowerCase());
}

function showWords(list: readonly string[], letterCase: LetterCase): string {
  return list
    .map((word) =>
      isInitials(word, letterCase) && !isParticle(word) ? showInitials(word) : showWord(word, letterCase),
    )
    .join(' ');
}

interface NameParts {
  readonly family: string;
  readonly given: string;
  readonly suffix?: string;
  readonly letterCase: LetterCase;
}

/** A name whose family part is known: "Wallace" + "A. R.", "Werff" + "H. van der", "Noble" + "M. A. Mrs.". Titles go to `notes`. */
export function personOfParts({ family, given, suffix, letterCase }: NameParts, notes: string[]): AgentName {
  const familyWords = takeTitles(family.split(' '), notes);
  const givenWords = takeTitles(given.split(' '), notes);
  const suffixes = [...familyWords.suffixes, ...givenWords.suffixes, ...(suffix === undefined ? [] : [suffix])];
  let first = givenWords.rest;
  let last = familyWords.rest;
  const trailing = first.findLastIndex((word) => !isParticle(word)) + 1;
  if (first.length > 1 && trailing < first.length && trailing > 0) {
    last = [...first.slice(trailing), ...last];
    first = first.slice(0, trailing);
  }
  const shownFirst = first.map((word) =>
    isInitials(word, letterCase) || shortAfterComma(word, letterCase) ? showInitials(word) : showWord(word, letterCase),
  );
  const shownFamily = last.map((word) => showWord(word, letterCase)).join(' ');
  return assemble({
    honorifics: [...givenWords.honorifics, ...familyWords.honorifics].map((word) => showWord(word, letterCase)),
    given: shownFirst.join(' '),
    family: shownFamily,
    suffixes: suffixes.map((word) => showWord(word, letterCase)),
  });
}

function shortAfterComma(word: string, letterCase: LetterCase): boolean {
  return letterCase !== 'mixed' && (isInitialsOnly(word, letterCase, true) || /^[js]r$/iu.test(word));
}

interface Assembled {
  readonly honorifics: readonly string[];
  readonly given: string;
  readonly family: string;
  readonly suffixes: readonly string[];
}

function assemble({ honorifics, given, family, suffixes }: Assembled): AgentName {
  const joined = family.replace(/(?<!\p{L})([dl]['’]) /iu, '$1');
  const name = [...honorifics, given, joined, ...suffixes].filter((part) => part !== '').join(' ');
  return { name, type: 'person', ...(joined === '' ? {} : { family: joined }), ...(given === '' ? {} : { given }) };
}

interface Untitled {
  readonly rest: readonly string[];
  readonly honorifics: readonly string[];
  readonly suffixes: readonly string[];
}

function takeTitles(list: readonly string[], notes: string[]): Untitled {
  const honorifics: string[] = [];
  const suffixes: string[] = [];
  let rest = list.filter((word) => word !== '');
  let head = rest[0];
  while (
    head !== undefined &&
    (isTitle(head) || (isHonorific(head) && (rest.length > 1 || head.endsWith('.') || /^(?:mrs|sir)$/iu.test(head))))
  ) {
    if (isTitle(head)) notes.push(head);
    else honorifics.push(head);
    rest = rest.slice(1);
    head = rest[0];
  }
  if (/^the (?:elder|younger)$/iu.test(rest.slice(-2).join(' ')) && rest.length > 2) {
    suffixes.push(rest.slice(-2).join(' ').toLowerCase());
    rest = rest.slice(0, -2);
  }
  let tail = rest.at(-1);
  while (
    tail !== undefined &&
    rest.length > 1 &&
    (isSuffix(tail) || isTitle(tail) || isTrailingHonour(tail) || /^(?:mrs|sir|rev|miss)\.?$/iu.test(tail))
  ) {
    if (isSuffix(tail)) suffixes.unshift(tail);
    else if (isHonorific(tail)) honorifics.unshift(tail);
    else notes.push(tail);
    rest = rest.slice(0, -1);
    tail = rest.at(-1);
  }
  return { rest, honorifics, suffixes };
}

function isTrailingHonour(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word.length > 1 && isHonour(word) && !/^\p{Lu}\./u.test(word);
}

/** A name in its natural order, or family first where initials come last: "A. R. Wallace", "Henk van der Werff", "Parks H. E.". */
export function personOfText(text: string, letterCase: LetterCase, notes: string[]): AgentName {
  const { rest, honorifics, suffixes } = takeTitles(text.split(' '), notes);
  const titled = {
    honorifics: honorifics.map((word) => showWord(word, letterCase)),
    suffixes: suffixes.map((word) => showWord(word, letterCase)),
  };
  if (rest.length === 0) return assemble({ ...titled, given: '', family: '' });
  const last = rest.at(-1) ?? '';
  if (rest.length > 2 && isParticle(last) && letterCase !== 'upper')
    return withTrailingParticle(rest, letterCase, titled);
  const initial = rest.map((word) => isInitials(word, letterCase) && !(isParticle(word) && rest.length > 2));
  if (
    letterCase !== 'mixed' &&
    rest.length === 2 &&
    initial[0] === false &&
    /^\p{L}{2}$/u.test(last) &&
    !GIVEN_NAMES.has(rest[0]?.toLowerCase() ?? '')
  )
    initial[1] = true;
  if (initial.every(Boolean) && endsInShortName(rest, letterCase)) initial[initial.length - 1] = false;
  if (initial.every(Boolean)) return assemble({ ...titled, given: showWords(rest, letterCase), family: '' });
  if (rest.length === 1) return assemble({ ...titled, given: '', family: showWords(rest, letterCase) });
  if (isFamilyFirst(rest, initial)) {
    const familyEnd = familyEndOf(rest, initial);
    return assemble({
      ...titled,
      given: showWords(rest.slice(familyEnd), letterCase),
      family: showWords(rest.slice(0, familyEnd), letterCase),
    });
  }
  const start = familyStartOf(rest, initial);
  return assemble({
    ...titled,
    given: showWords(rest.slice(0, start), letterCase),
    family: rest
      .slice(start)
      .map((word) => showWord(word, letterCase))
      .join(' '),
  });
}

/** "Wilde W.J.J.O. de": the particle of the family name stands behind the initials. */
function withTrailingParticle(
  list: readonly string[],
  letterCase: LetterCase,
  titled: Pick<Assembled, 'honorifics' | 'suffixes'>,
): AgentName {
  const end = list.findIndex((_, index) => list.slice(index).every(isParticle));
  const given = list
    .slice(1, end)
    .map((word) =>
      letterCase === 'lower' && /^\p{L}{2,4}$/u.test(word) ? showInitials(word) : showWords([word], letterCase),
    );
  const family = [...list.slice(end), list[0] ?? ''].map((word) => showWord(word, letterCase));
  return assemble({ ...titled, given: given.join(' '), family: family.join(' ') });
}

/**
 * Initials at the end and none at the beginning: the family name came first. Not so where a lone last initial follows a known given
 * name (Thom C.), nor where it abbreviates a second family name (Demetrio Álvarez M.).
 */
function isFamilyFirst(list: readonly string[], initial: readonly boolean[]): boolean {
  if (initial[0] === true || initial.at(-1) !== true) return false;
  const given = GIVEN_NAMES.has(list[0]?.toLowerCase() ?? '');
  if (list.length === 2) return !(given && /^\p{L}\.?$/u.test(list[1] ?? ''));
  if (initial[1] === true || isParticle(list[0] ?? '')) return !given || initial.slice(1).every(Boolean);
  return isGivenOrShort(list[1] ?? '') || /^\p{Lu}{2,3}$/u.test(list.at(-1) ?? '');
}

/** A known given name, or one cut short: Geo., Edw. */
function isGivenOrShort(word: string): boolean {
  return GIVEN_NAMES.has(word.toLowerCase()) || /^\p{Lu}\p{Ll}{2,4}\.$/u.test(word);
}

/** Where the given names begin in a name with the family first: behind its particles and its first other word. */
function familyEndOf(list: readonly string[], initial: readonly boolean[]): number {
  const main = list.findIndex((word, index) => !isParticle(word) || initial[index] === true);
  const end = main + 1;
  const hasName = list.slice(end).some((_, index) => initial[end + index] !== true);
  return hasName && !isGivenOrShort(list[end] ?? '') ? initial.indexOf(true) : Math.max(1, end);
}

/** Where the family name begins in natural order: at its first particle, or behind leading initials, or at the last word. */
function familyStartOf(list: readonly string[], initial: readonly boolean[]): number {
  const particle = list.findIndex(
    (word, index) => index > 0 && index < list.length - 1 && isParticle(word) && initial[index] !== true,
  );
  if (particle > 0) return /^y$/iu.test(list[particle] ?? '') && particle > 1 ? particle - 1 : particle;
  const leading = initial.indexOf(false);
  const behind = list[leading]?.toLowerCase() ?? '';
  if (leading > 0 && list.length - leading === 2 && !GIVEN_NAMES.has(behind)) return leading;
  return initial.lastIndexOf(false);
}
