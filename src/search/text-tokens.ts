import { fold } from './text-fold.ts';

/** Scripts that are written without spaces between words, so that a dictionary must find them, and Hangul, which meets other letters without one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** A UUID is one word, without its hyphens: nobody looks for a part of one, and its parts would be most of all words. */
const UUID =
  /(?<![\p{L}\p{N}\p{M}])([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})(?![\p{L}\p{N}\p{M}])/gu;
export const UUID_LENGTH = 36;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Longer tokens are cut: nobody types them, and they would bloat the dictionary. */
export const LONGEST_TOKEN = 64;

/**
 * The words of a text, folded, in order: runs of letters and digits, so that "BM 1858.12.3" is bm, 1858, 12, 3 and its
 * whole is found as these words following each other. Where a script needs it, words come from Intl.Segmenter.
 */
export function tokenise(text: string): string[] {
  const folded = joinUuids(fold(text));
  return UNSPACED.test(folded) ? segmentedTokens(folded) : runs(folded);
}

/** The same through Intl.Segmenter, whatever the script. */
export function segmentedTokens(folded: string): string[] {
  const tokens: string[] = [];
  for (const { segment } of segmenter.segment(folded)) tokens.push(...runs(segment));
  return tokens;
}

function joinUuids(folded: string): string {
  return folded.length < UUID_LENGTH ? folded : folded.replace(UUID, '$1$2$3$4$5');
}

function runs(text: string): string[] {
  const found = text.match(RUN);
  if (found === null) return [];
  return found.map((token) => (token.length > LONGEST_TOKEN ? token.slice(0, LONGEST_TOKEN) : token));
}
