import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { isGroupName } from './group-name.ts';
import { showInitials, showWord, type LetterCase } from './name-initials.ts';
import { isHonorific, isHonour, isNoAgent, isParticle, isSuffix, isTitle, isUnnamed } from './name-words.ts';
import type { AgentName } from './person-name.ts';

const SMALL = String.raw`[a-zß-öø-ÿ]`;
const CAPITAL = String.raw`[A-ZÀ-ÖØ-Þ]`;

/** The form of one name, natural or inverted, with the given class of letters at the beginning of its words. */
function formOf(letter: string): RegExp {
  const initials = String.raw`${letter}\.(?: ?${letter}\.){0,2}`;
  const family = `${letter}${SMALL}{3,30}`;
  return new RegExp(`^(?:(${initials}) ?(${family})|(${family}), (${initials}))$`, 'u');
}
const MIXED = formOf(CAPITAL);
const LOWER = formOf(SMALL);

/** Characters beyond which a list is read with more care. */
const LONGEST = 400;

/** Initials that are a degree, an order, a form of company or a kind of ship as well. */
const HONOURED = /U[AKS]|[BN]V|SN|D[AJ]|SPA|^(?:MD|OM|CH|RA|[BM]A|SC|HM[ACS]|[RMSF][SV]|FRV|RRS)$/u;
/** Words that are read as a name only after a closer look. */
const WORDS = /^(?:anon|class|party|crew|staff|team|wife|local|native|various|none|unknown|null|missing|coll$)/iu;

/**
 * The people of a list whose names are all of the commonest form, initials with dots and one family name ("A. R. Wallace; Bates, H.W."):
 * what `readAgents` finds in it, found sooner. Undefined where any name is of another form.
 */
export function readPlainAgents(text: string): readonly AgentName[] | undefined {
  if (text.length > LONGEST) return undefined;
  const letterCase = /\p{Lu}/u.test(text) ? 'mixed' : 'lower';
  const form = letterCase === 'mixed' ? MIXED : LOWER;
  const agents: AgentName[] = [];
  let isInverted = false;
  for (const part of text.split(/ ?[|;] ?| & /u)) {
    const [, before, natural, inverted, behind] = form.exec(part) ?? [];
    // "A. Wallace & Bates, H." may be of one order or of the other.
    if (agents.length === 0) isInverted = inverted !== undefined;
    else if (isInverted !== (inverted !== undefined)) return undefined;
    const word = natural ?? inverted;
    const initials = before ?? behind;
    if (word === undefined || initials === undefined || HONOURED.test(initials.replace(/[. ]+/gu, '').toUpperCase()))
      return undefined;
    const family = familyOf(word, letterCase);
    if (family === undefined) return undefined;
    const words = initials.split(' ');
    const given = words.map(showInitials).join(' ');
    const writtenGiven = initials.toUpperCase();
    const name = `${given} ${family}`;
    if (agents.some((agent) => agent.name === name)) return undefined;
    agents.push({ name, type: 'person', family, given, ...(given === writtenGiven ? {} : { writtenGiven }) });
  }
  return agents.length === 0 ? undefined : agents;
}

/** Families as they are shown; null for words that are no plain family name. Names repeat, and most lists are short. */
const families = new Map<string, string | null>();
const MOST_FAMILIES = 20_000;

function familyOf(word: string, letterCase: LetterCase): string | undefined {
  const known = families.get(word);
  if (known !== undefined) return known ?? undefined;
  const family = isFamily(word) ? showWord(word, letterCase) : null;
  if (families.size < MOST_FAMILIES) families.set(word, family);
  return family ?? undefined;
}

function isFamily(word: string): boolean {
  return !(
    WORDS.test(word) ||
    GIVEN_NAMES.has(word.toLowerCase()) ||
    isGroupName(word) ||
    isParticle(word) ||
    isTitle(word) ||
    isHonorific(word) ||
    isHonour(word) ||
    isSuffix(word) ||
    isUnnamed(word) ||
    isNoAgent(word)
  );
}
