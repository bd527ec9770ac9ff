import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import {
  endsInShortName,
  isInitials,
  isInitialsOnly,
  showInitials,
  showWord,
  type LetterCase,
} from './name-initials.ts';
import { isEasternOrder } from './name-eastern.ts';
import { compoundGivenLength, GENERATION_NAME, isFirstOfTwo, isIberian } from './name-iberian.ts';
import {
  isAppellation,
  isGeneration,
  isHonorific,
  isHonour,
  isNobleTitle,
  isParticle,
  isSuffix,
  isSurelyNoble,
  isTitle,
} from './name-words.ts';

/** One agent as it was read from a string of names. */
export interface AgentName {
  /** As it is shown: given names or initials first. */
  readonly name: string;
  readonly type: 'person' | 'group' | 'unnamed';
  /** With its particle: "van der Werff". */
  readonly family?: string;
  /** The particle alone, where the family name begins with one that is written small. */
  readonly particle?: string;
  readonly given?: string;
  /** The given names with their initials as they were written: "A.R." where `given` shows "A. R.". */
  readonly writtenGiven?: string;
  readonly suffix?: string;
  /** Dr., Prof., Sir, Rev. … */
  readonly title?: string;
  /** Mr., Mrs., Miss … */
  readonly appellation?: string;
  readonly nick?: string;
  /** Years of birth and death that stand with the name. */
  readonly life?: LifeYears;
  /** An ORCID, Wikidata, VIAF or other identifier that stands with the name, as an IRI. */
  readonly identifier?: string;
}

export interface LifeYears {
  readonly begin?: number;
  readonly end?: number;
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
  const isBareInitials = letterCase !== 'mixed' && /^\p{L}{2}$/u.test(given);
  const givenWords = isBareInitials
    ? { rest: [given], titles: [], suffixes: [] }
    : takeTitles(given.split(' '), notes, true);
  let first = givenWords.rest;
  let last = familyWords.rest;
  const trailing = first.findLastIndex((word) => !isParticle(word) || /^\p{L}\.?$/u.test(word)) + 1;
  if (first.length > 1 && trailing < first.length && trailing > 0) {
    last = [...first.slice(trailing), ...last];
    first = first.slice(0, trailing);
  } else if (first.length === 1 && last.length > 0 && isFusedParticle(first[0] ?? '')) {
    const [, initials = '', particle = ''] = /^(.*\.)(\p{Ll}+)$/u.exec(first[0] ?? '') ?? [];
    last = [particle, ...last];
    first = [initials];
  }
  const leading = first.findIndex((word) => !isParticle(word) || /^\p{L}\.?$/u.test(word));
  // "Berg, van der J."
  if (leading > 0 && first.slice(leading).every((word) => isInitials(word, letterCase))) {
    last = [...first.slice(0, leading), ...last];
    first = first.slice(leading);
  }
  const isShort = (word: string): boolean => isInitials(word, letterCase) || shortAfterComma(word, letterCase);
  return assemble({
    titles: [...givenWords.titles, ...familyWords.titles],
    given: first.map((word) => (isShort(word) ? showInitials(word) : showWord(word, letterCase))),
    writtenGiven: first.map((word) => (isShort(word) ? writeInitials(word, letterCase) : showWord(word, letterCase))),
    family: last.map((word) => showWord(word, letterCase)),
    suffixes: [...familyWords.suffixes, ...givenWords.suffixes, ...(suffix === undefined ? [] : [suffix])],
    letterCase,
  });
}

/** Initials with the dots and spaces that they have, in capitals. */
function writeInitials(word: string, letterCase: LetterCase): string {
  return letterCase === 'lower' && !word.includes('.')
    ? word.toUpperCase()
    : word.replace(/(?<=^|[.-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** "J.G.A.do": initials that a particle of the family name follows without a space. */
function isFusedParticle(word: string): boolean {
  const fused = /^(?:\p{L}\.)+(\p{Ll}{2,})$/u.exec(word);
  return fused !== null && isParticle(fused[1] ?? '');
}

function shortAfterComma(word: string, letterCase: LetterCase): boolean {
  return letterCase !== 'mixed' && (isInitialsOnly(word, letterCase, true) || /^(?:[dfjms]r|st|ms)$/iu.test(word));
}

/** Words as they are shown, and titles and suffixes as they were written. */
interface Assembled {
  readonly titles: readonly string[];
  readonly given: readonly string[];
  readonly writtenGiven: readonly string[];
  readonly family: readonly string[];
  readonly suffixes: readonly string[];
  readonly letterCase: LetterCase;
}

function assemble({ titles, given, writtenGiven, family, suffixes, letterCase }: Assembled): AgentName {
  const show = (list: readonly string[]): string => list.map((word) => showWord(word, letterCase)).join(' ');
  const shown = family.length > 0 && given.length > 0 ? family.map((word) => capitalised(word)) : family;
  const [first, written, suffix] = [
    given.join(' '),
    writtenGiven.join(' '),
    suffixes.map((word) => (/^[IVX]+$/u.test(word) ? word : showWord(word, letterCase))).join(' '),
  ];
  const last = joinElided(shown.join(' '));
  const name = [show(titles.filter((word) => !isTitle(word))), first, last, suffix]
    .filter((part) => part !== '')
    .join(' ');
  const mainWord =
    family.length < 2 ? 0 : family.findIndex((word) => !isParticle(word) || !/^\p{Ll}|^['’]/u.test(word));
  const agent: { -readonly [Key in keyof AgentName]: AgentName[Key] } = { name, type: 'person' };
  if (last !== '') agent.family = last;
  if (mainWord > 0) agent.particle = joinElided(family.slice(0, mainWord).join(' '));
  if (first !== '') agent.given = first;
  if (written !== first) agent.writtenGiven = written;
  if (suffix !== '') agent.suffix = suffix;
  if (titles.length > 0) {
    const appellation = show(titles.filter((word) => isAppellation(word) || SEÑOR.test(word)));
    const title = show(titles.filter((word) => !isAppellation(word) && !SEÑOR.test(word)));
    if (appellation !== '') agent.appellation = appellation;
    if (title !== '') agent.title = title;
  }
  return agent;
}

/** A family name that was written small among names with capitals: "R.C. smith". */
function capitalised(word: string): string {
  return /^\p{Ll}{3,}$/u.test(word) && !isParticle(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function joinElided(family: string): string {
  return !/['’] /u.test(family) ? family : family.replace(/(?<!\p{L})([dl]['’]) /iu, '$1');
}

interface Untitled {
  readonly rest: readonly string[];
  /** Titles and appellations in their order. */
  readonly titles: readonly string[];
  readonly suffixes: readonly string[];
}

/** In front of a name; behind one, "Sr." is the elder. */
const SEÑOR = /^(?:Sr|Sra|Srta)\.$/u;

function takeTitles(list: readonly string[], notes: string[], canStandAlone = false): Untitled {
  const titles: string[] = [];
  const suffixes: string[] = [];
  let rest = list.filter((word) => word !== '');
  const take = (word: string): void => {
    if (isTitle(word)) notes.push(word);
  };
  let head = rest[0];
  while (
    head !== undefined &&
    (isTitle(head) ||
      (SEÑOR.test(head) && rest.length > 1) ||
      (isNobleTitle(head) && rest.length > 1 && (canStandAlone || isParticle(rest[1] ?? ''))) ||
      (isSurelyNoble(head) && rest.length > 2 && GIVEN_NAMES.has(rest[1]?.toLowerCase() ?? '')) ||
      (isHonorific(head) && (rest.length > 1 || canStandAlone || head.endsWith('.') || /^(?:mrs|sir)$/iu.test(head))) ||
      (/^the$/iu.test(head) && rest.length > 2 && isHonorific(rest[1] ?? '')))
  ) {
    titles.push(head);
    take(head);
    rest = rest.slice(1);
    head = rest[0];
  }
  for (const length of [2, 1])
    if (rest.length > length && isGeneration(rest.slice(-length).join(' '))) {
      const generation = rest.slice(-length).join(' ');
      suffixes.push(/^the/iu.test(generation) ? generation.toLowerCase() : generation);
      rest = rest.slice(0, -length);
    }
  // "Karl Freiherr von Drais"
  const inner = rest.findIndex(
    (word, index) =>
      index > 0 && isRank(word) && /^\p{Ll}/u.test(rest[index + 1] ?? '') && isParticle(rest[index + 1] ?? ''),
  );
  if (inner > 0) {
    titles.push(rest[inner] ?? '');
    rest = [...rest.slice(0, inner), ...rest.slice(inner + 1)];
  }
  let tail = rest.at(-1);
  while (
    tail !== undefined &&
    rest.length > 1 &&
    (isSuffix(tail) ||
      isTitle(tail) ||
      isTrailingHonour(tail) ||
      /^(?:mrs|sir|rev|miss|madame|mme|mlle|dame|lady|baron)\.?$/iu.test(tail))
  ) {
    if (isSuffix(tail)) suffixes.unshift(tail);
    else if (isTitle(tail) || !isHonorific(tail)) notes.push(tail);
    else titles.unshift(tail);
    rest = rest.slice(0, -1);
    tail = rest.at(-1);
  }
  return { rest, titles, suffixes };
}

function isRank(word: string): boolean {
  return isNobleTitle(word) || /^(?:freiherr|baron|vicomte)$/iu.test(word);
}

function isTrailingHonour(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word.length > 1 && isHonour(word) && !/^\p{Lu}\.(?!\p{L}\.)/u.test(word);
}

/** A name in its natural order, or family first where initials come last: "A. R. Wallace", "Henk van der Werff", "Parks H. E.". */
export function personOfText(text: string, letterCase: LetterCase, notes: string[]): AgentName {
  const { rest, titles, suffixes } = takeTitles(text.split(' '), notes);
  const make = (given: readonly string[], family: readonly string[], short = isInitials): AgentName => {
    const abbreviated = (word: string): boolean =>
      short(word, letterCase) && (!isParticle(word) || word.length === 1 || given.length === 1);
    return assemble({
      titles,
      suffixes,
      letterCase,
      given: given.map((word) => (abbreviated(word) ? showInitials(word) : showWord(word, letterCase))),
      writtenGiven: given.map((word) =>
        abbreviated(word) ? writeInitials(word, letterCase) : showWord(word, letterCase),
      ),
      family: family.map((word, index) => {
        const isWithin = index > 0 && index < family.length - 1;
        if (isWithin && /^[eiy]$/u.test(word)) return word;
        return index > 0 && isInitials(word, letterCase) && !isParticle(word)
          ? showInitials(word)
          : showWord(word, letterCase);
      }),
    });
  };
  if (rest.length === 0) return make([], []);
  const last = rest.at(-1) ?? '';
  if (
    isParticle(rest[0] ?? '') &&
    rest.slice(0, -1).every((word) => isParticle(word) && !/^(?:al|bin|y)$/iu.test(word))
  )
    return make([], rest);
  if (rest.length > 2 && isParticle(last) && last.length > 1 && letterCase !== 'upper') {
    const end = rest.findIndex((_, index) => rest.slice(index).every(isParticle));
    return make(
      rest.slice(1, end),
      [...rest.slice(end), rest[0] ?? ''],
      (word) => isInitials(word, letterCase) || (letterCase === 'lower' && /^\p{L}{2,4}$/u.test(word)),
    );
  }
  if (letterCase === 'mixed' && rest.length > 1 && /^\p{Lu}{4,}$/u.test(rest[0] ?? '') && isBehindFamily(rest.slice(1)))
    return make(rest.slice(1), rest.slice(0, 1));
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
  if (initial.every(Boolean)) return make(rest, []);
  if (rest.length === 1) return make([], rest);
  if (isEasternOrder(rest)) return make(rest.slice(1), rest.slice(0, 1));
  if (isFamilyFirst(rest, initial)) {
    const familyEnd = familyEndOf(rest, initial);
    return make(
      rest.slice(familyEnd),
      rest.slice(0, familyEnd),
      (word, style) => isInitials(word, style) || (style !== 'mixed' && initial[rest.indexOf(word)] === true),
    );
  }
  const start = familyStartOf(rest, initial);
  return make(rest.slice(0, start), rest.slice(start));
}

/**
 * Initials at the end and none at the beginning: the family name came first. Not so where a lone last initial follows a known given
 * name (Thom C.), nor where it abbreviates a second family name (Demetrio Álvarez M.).
 */
function isFamilyFirst(list: readonly string[], initial: readonly boolean[]): boolean {
  if (initial[0] === true || initial.at(-1) !== true) return false;
  const given = GIVEN_NAMES.has(list[0]?.toLowerCase() ?? '');
  if (list.length === 2) return !(given && /^\p{L}\.?$/u.test(list[1] ?? ''));
  if (initial[1] === true) return initial.slice(1).every(Boolean);
  if (isParticle(list[0] ?? '')) return !given || initial.slice(1).every(Boolean);
  if (
    !given &&
    initial.indexOf(true) === list.length - 1 &&
    /^\p{Ll}$/u.test(list.at(-1) ?? '') &&
    list.some(isParticle)
  )
    return true;
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
  const given = compoundGivenLength(list);
  const particle = list.findIndex(
    (word, index) =>
      index >= Math.max(1, given) && index < list.length - 1 && isParticle(word) && initial[index] !== true,
  );
  if (particle > 0) {
    const isDouble = /^y$/iu.test(list[particle] ?? '') || isFirstOfTwo(list[particle - 1] ?? '');
    return isDouble && particle > 1 ? particle - 1 : particle;
  }
  if (list.length > 2 && GENERATION_NAME.test(list.at(-1) ?? '') && initial.at(-2) === false) return list.length - 2;
  if (list.length > 2 && initial.indexOf(true) < list.length - 2 && isFirstOfTwo(list.at(-2) ?? ''))
    return list.length - 2;
  const leading = initial.indexOf(false);
  const behind = list[leading]?.toLowerCase() ?? '';
  if (leading > 0 && list.length - leading === 2 && !GIVEN_NAMES.has(behind) && isIberian(behind)) return leading;
  return initial.lastIndexOf(false);
}

/** Initials or frequent given names behind a family name in capitals: "SMITH John A.". */
function isBehindFamily(list: readonly string[]): boolean {
  const [first = ''] = list;
  return (
    (isInitials(first, 'mixed') || GIVEN_NAMES.has(first.toLowerCase())) &&
    list.every((word) => isInitials(word, 'mixed') || /^\p{Lu}\p{Ll}/u.test(word))
  );
}
