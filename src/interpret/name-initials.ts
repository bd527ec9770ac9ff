import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { isHonorific, isParticle, isSuffix, isTitle } from './name-words.ts';

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
  if ((word.length > 3 && !word.includes('.')) || word === 'v.d.') return false;
  if (isSuffix(word) || isTitle(word) || isHonorific(word)) return false;
  if (DOTTED.test(word) || /^\p{L}(?:-\p{L})?$/u.test(word)) return !/^st\.$/iu.test(word);
  if (letterCase === 'mixed') return /^\p{Lu}{1,3}$/u.test(word);
  if (!/^\p{L}{2,3}$/u.test(word)) return false;
  const plain = word.toLowerCase();
  if (SHORT_FAMILIES.has(plain) || GIVEN_NAMES.has(plain) || isParticle(plain)) return false;
  return plain.length === 2 || !isPronounceable(plain);
}

function isPronounceable(word: string): boolean {
  return /^[^aeiouyäöüåéø]*[aeiouyäöüåéø]+(?:[^aeiouyäöüåéø]?|[^aeiouyäöüåéø][aeoiy]|l[dfklmt]|n[dnt]|r[dgnrt]|s[hst]|t[th]|c[hk]|ng|mm|gg|bb)$/u.test(
    word,
  );
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
          !(
            word.length === 3 &&
            (isPronounceable(word.toLowerCase()) ||
              SHORT_FAMILIES.has(word.toLowerCase()) ||
              GIVEN_NAMES.has(word.toLowerCase()))
          )),
    )
  );
}

/** Without capitals a short family name behind initials looks like one more of them: e. ule, h. go. */
export function endsInShortName(list: readonly string[], letterCase: LetterCase): boolean {
  return letterCase !== 'mixed' && list.length > 1 && /^\p{L}{2,3}$/u.test(list.at(-1) ?? '');
}

export function showInitials(word: string): string {
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

export function showWord(word: string, letterCase: LetterCase): string {
  const shouted = letterCase === 'mixed' && /^\p{Lu}{4,}$/u.test(word) && /[AEIOUYÄÖÜ]/u.test(word);
  if (letterCase === 'mixed' && !shouted) return word;
  const small = word.toLowerCase();
  if (/^st\.?$/u.test(small)) return `S${small.slice(1)}`;
  if (isParticle(small)) return small;
  if (/^i[iv]i?$/u.test(small)) return small.toUpperCase();
  return small
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^(Mc)(\p{L})/u, (_, mc: string, letter: string) => mc + letter.toUpperCase())
    .replace(/(['’])(S|T)$/u, (_, mark: string, letter: string) => mark + letter.toLowerCase());
}
