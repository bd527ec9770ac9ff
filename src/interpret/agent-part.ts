import { takeNote, takeNumbers } from './agent-text.ts';
import { isGroupName } from './group-name.ts';
import { isInitialsOnly, type LetterCase } from './name-initials.ts';
import { isGeneration, isHonorific, isTitle } from './name-words.ts';

interface PartContext {
  readonly afterComma: boolean;
  readonly letterCase: LetterCase;
  /** What is taken out is added to it. */
  readonly notes: string[];
}

/** An office behind a name that no comma divides from it: "Hugh Bishop of Lincoln". */
const OFFICE_BEHIND =
  /\s(?:Bishop|Archbishop|Duke|Duchess|Earl|Countess|King|Queen|Baron|Viscount|Marquess) of \p{Lu}[\p{L} ]*$/u;
/** "George Smith of Chichester"; William of Orange has no other name. */
const TOWN_BEHIND = /(?<=^(?:\p{Lu}\p{Ll}+ (?:\p{Lu}\p{L}+ )?|(?:\p{Lu}\.\s?){1,3})\p{Lu}\p{Ll}+) of \p{Lu}\p{L}+$/u;
/** Letters, dots, commas and single spaces, beginning and ending as names do: nothing to tidy. */
const TIDY = /^\p{L}(?:[\p{L}.-]|[ '&]\p{L}|, ?(?=\p{L}))*$/u;

/** One space between words, and no signs around them. */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text
    .replace(/\s{2,}|[^\S ]/gu, ' ')
    .replace(/^[\s,.:*?"“”&+/\\=_-]+|[\s,:*?"“”&+/\\=_-]+$/gu, '')
    .replace(/\s+,/gu, ',');
}

/** Takes life dates, numbers and bracketed remarks out of a name. A group keeps its years: "Expedition of 1870". */
export function cleanPart(part: string, context: PartContext): string {
  if (isGroupName(part) || /^\d+\p{L}+$/u.test(part)) return tidy(part);
  let text = /[([{]/u.test(part) ? readBrackets(/^\s*[([{](.*)[)\]}]\s*$/u.exec(part)?.[1] ?? part, context) : part;
  if (/\sof\s|\bs\.\s?n/iu.test(text)) {
    text = takeNote(text, /\s+s\.\s?n\.?$/iu, context.notes);
    text = takeNote(text, OFFICE_BEHIND, context.notes);
    text = takeNote(text, TOWN_BEHIND, context.notes);
  }
  const unnumbered = tidy(takeNumbers(text, context.notes));
  if (/^[\p{L} '’-]*$/u.test(unnumbered)) return unnumbered;
  return unnumbered
    .replace(/[[\](){}]/gu, '')
    .replace(/(?<!\S)[!?*+=<>#~^]+(?!\S)/gu, '')
    .replace(/(\p{L}\.)(?=\p{L}{2})/gu, '$1 ')
    .trim();
}

/** What brackets hold is a remark, unless it writes out the initials before it, or is what a lone word lacks to be a name. */
function readBrackets(text: string, { afterComma, letterCase, notes }: PartContext): string {
  const remark = /^\s*[[(]([^\])]*\s[^\])]*)[\])]\s*(?=\p{L})/u.exec(text);
  if (remark !== null && !isInitialsOnly(remark[1] ?? '', 'mixed')) {
    notes.push(remark[1] ?? '');
    return text.slice(remark[0].length);
  }
  const bracketed = /^\s*(\S.*?)\s*([[(])([^\])]*)[\])]\s*(.*)$/u.exec(text);
  if (bracketed === null) return text;
  const [, before = '', bracket = '', inside = '', after = ''] = bracketed;
  if (after === '' && isGeneration(inside)) return `${before} ${inside}`;
  if (after === '' && inside.split(' ').every((word) => isHonorific(word) || isTitle(word)))
    return `${inside} ${before}`;
  if (!afterComma && isInitialsOnly(before, 'mixed') && /\p{L}{3}/u.test(inside)) {
    notes.push(before);
    return `${inside} ${after}`;
  }
  if (!afterComma && after === '' && !before.includes(' ')) {
    if (isInitialsOnly(inside, letterCase)) return `${inside} ${before}`;
    if (bracket === '[' && /^\p{Lu}\p{L}+$/u.test(inside)) return `${before} ${inside}`;
  }
  notes.push(inside);
  return `${before} ${after}`;
}

/** "A. Smith" of "A. Smith (Univ. of Toronto)". */
export function withoutAffiliation(text: string): string | undefined {
  const name = /^([^()]+?)\s*\([^()]*\)$/u.exec(text)?.[1];
  return name !== undefined && !/\sof\)$/u.test(text) && !isGroupName(name) && /(?:^|\s)\p{L}\./u.test(name)
    ? name
    : undefined;
}
