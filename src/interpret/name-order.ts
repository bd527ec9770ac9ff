import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { isGroupName } from './group-name.ts';
import { GENERATION_NAME, isFirstOfTwo, isIberian } from './name-iberian.ts';
import { isInitials, isInitialsOnly, type LetterCase } from './name-initials.ts';
import { isGeneration, isHonorific, isHonour, isParticle, isSuffix, isTitle, isUnnamed } from './name-words.ts';

const WEAK_CONJUNCTION = /^(.+?)\s(y|e|en|con|com|i)\s(.+)$/u;

/** A part of a list between two separators. */
export interface Atom {
  readonly text: string;
  /** Whether a comma, not an "and", stands before it. */
  readonly afterComma: boolean;
  /** The characters that mark what stood beside the name. */
  readonly marks: string;
}

export interface Inverted {
  readonly parts: { readonly family: string; readonly given: string; readonly suffix?: string };
  /** How many atoms the name takes. */
  readonly taken: number;
}

/** The name that this atom and those behind its comma make, family first: "Wallace, A. R.", "Redfearn, Paul L., Jr.", "Wagner, Jr., W. H.". */
export function findInverted({
  atoms,
  index,
  letterCase,
}: {
  readonly atoms: readonly Atom[];
  readonly index: number;
  readonly letterCase: LetterCase;
}): Inverted | undefined {
  const family = atoms[index]?.text ?? '';
  const next = atoms[index + 1]?.text ?? '';
  const third = atoms[index + 2];
  const after = third?.afterComma === true ? third.text : undefined;
  const isAbbreviated = atoms.length === 2 && isSecondAbbreviated(family) && isInitialsOnly(next, letterCase, true);
  if (!isAbbreviated && !mayBeFamily(family, letterCase)) return undefined;
  const isRest = after !== undefined && (atoms.length === 3 || isInitialsOnly(after, letterCase, true));
  if (
    isSuffix(next) &&
    isRest &&
    !family.includes('.') &&
    !(family.includes(' ') && isGiven(family.split(' ')[0] ?? ''))
  ) {
    return { parts: { family, given: after, suffix: next }, taken: 3 };
  }
  if (isAbbreviated) return { parts: { family, given: next }, taken: 2 };
  if (
    !isGivenPart(next, {
      family,
      alone: atoms.length === 2 || (atoms.length === 3 && isGeneration(after ?? '')),
      letterCase,
    })
  )
    return undefined;
  if (after !== undefined && (isSuffix(after) || isGeneration(after)))
    return { parts: { family, given: next, suffix: /^the /iu.test(after) ? after.toLowerCase() : after }, taken: 3 };
  return { parts: { family, given: next }, taken: 2 };
}

/** Whether a text can be the family part of "family, given": it holds no initials, unless it is one abbreviated word. */
function mayBeFamily(family: string, letterCase: LetterCase): boolean {
  const list = family.split(' ');
  if (list.length > 1)
    return !isGroupName(family) && !list.some((word) => isInitials(word, letterCase) && !isParticle(word));
  return !isInitials(family, letterCase) || family.endsWith('.') || (letterCase !== 'mixed' && family.length > 2);
}

/** Whether what stands behind the comma is the given names of the family before it, not another person. */
function isGivenPart(
  given: string,
  { family, alone, letterCase }: { readonly family: string; readonly alone: boolean; readonly letterCase: LetterCase },
): boolean {
  const isLone = !family.replace(/\s(?:[js]r|jnr|snr)\.?$/iu, '').includes(' ');
  if (isUnnamed(given) || isGroupName(given) || isSuffix(given))
    return isLone && (given.toLowerCase() === 'sr' || (letterCase === 'lower' && given === 'jr'));
  // "Yinka Shonibare, MBE", "Jack Smith, M.D."
  if (!isLone && isHonour(given) && (/^\p{Lu}{3,}$/u.test(given) || isGiven(family.split(' ')[0] ?? ''))) return false;
  if (isInitialsOnly(given, letterCase, true)) return true;
  const first = given.split(' ')[0] ?? '';
  if (isTitle(first) || (isHonorific(first) && !isGiven(first)) || /^the hon\./iu.test(given)) return isLone;
  const startsWithInitials = isInitials(first, letterCase);
  if (!isLone) {
    const [head = '', second = ''] = family.split(' ');
    const hasParticle = family.split(' ').some(isParticle) || isParticle(given.split(' ').at(-1) ?? '');
    return (
      isParticle(head) ||
      /^y$/iu.test(second) ||
      (!isGiven(head) &&
        ((isGiven(first) && !given.includes(' ')) || (alone && (hasParticle || isDoubleFamily(head, second)))))
    );
  }
  if (startsWithInitials) return isGiven(given.split(' ').at(-1) ?? '');
  return isGiven(first) || alone || (given.includes(' ') && isInitials(given.split(' ').at(-1) ?? '', letterCase));
}

/** "Martínez S.": the second of two family names by its initial. */
function isSecondAbbreviated(family: string): boolean {
  const first = /^(\p{Lu}\p{L}+) \p{Lu}\.$/u.exec(family)?.[1];
  return first !== undefined && (isFirstOfTwo(first) || isIberian(first.toLowerCase()));
}

/** "Hernández Xolocotzi", "Teixeira Filho". */
function isDoubleFamily(first: string, second: string): boolean {
  return isFirstOfTwo(first) || GENERATION_NAME.test(second);
}

/** Whether a word is a frequent given name. */
export function isGiven(word: string): boolean {
  const plain = word.toLowerCase();
  return (
    GIVEN_NAMES.has(plain.endsWith('.') ? plain.slice(0, -1) : plain) ||
    (plain.includes('-') && GIVEN_NAMES.has(plain.split('-', 1)[0] ?? ''))
  );
}

/** Whether a text is surely a person's name: it has initials, or begins with a frequent given name. */
export function isPlainPerson(text: string): boolean {
  return (
    !isGroupName(text) &&
    (/(?:^|\s)\p{L}\.(?:\s?\p{L})/u.test(text) ||
      (/^\p{L}+(?:\s\p{L}+)+$/u.test(text) && isGiven(text.split(' ')[0] ?? '')))
  );
}

/** "y", "e", "en" are conjunctions between two whole names or two lone words; otherwise parts of a family name (Ramón y Cajal). */
export function splitWeakly(text: string, letterCase: LetterCase): readonly string[] {
  const match = WEAK_CONJUNCTION.exec(text);
  if (match === null) return [text];
  const [, left = '', word = '', right = ''] = match;
  const both =
    isWholeName(left) &&
    isWholeName(right) &&
    !(letterCase !== 'lower' && /^(?:en|i)$/u.test(word) && isParticle(right.split(' ')[0] ?? ''));
  const lone = /^[ye]$/iu.test(word) && !isWholeName(left) && !isWholeName(right);
  return both || lone ? [left, ...splitWeakly(right, letterCase)] : [text];
}

function isWholeName(text: string): boolean {
  return text.includes(' ') || text.includes(',') || /\.\p{L}{2}/u.test(text) || text.split('.').length > 2;
}
