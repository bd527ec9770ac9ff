import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { isGroupName } from './group-name.ts';
import { isFirstOfTwo, isIberian, GENERATION_NAME } from './name-iberian.ts';
import { showInitials, showWord, type LetterCase } from './name-initials.ts';
import {
  isHonorific,
  isHonour,
  isNobleTitle,
  isNoAgent,
  isParticle,
  isSuffix,
  isTitle,
  isUnnamed,
} from './name-words.ts';
import type { AgentName } from './person-name.ts';

const SMALL = String.raw`[a-zß-öø-ÿ]`;
const CAPITAL = String.raw`[A-ZÀ-ÖØ-Þ]`;

/** The forms of one name, natural or inverted, with the given class of letters at the beginning of its words. */
function formsOf(letter: string): { readonly short: RegExp; readonly long: RegExp } {
  const initials = String.raw`${letter}\.(?: ?${letter}\.){0,2}`;
  const word = `${letter}${SMALL}{3,30}`;
  const given = String.raw`${letter}${SMALL}{2,20}(?: ${letter}(?:\.|${SMALL}{3,20})){0,2}`;
  return {
    short: new RegExp(`^(?:(${initials}) ?(${word})|(${word}), (${initials}))$`, 'u'),
    long: new RegExp(`^(?:(${given}|${letter}\\. ${word}) (${word})|(${word}), (${given}))$`, 'u'),
  };
}
const MIXED = formsOf(CAPITAL);
const LOWER = formsOf(SMALL);

/** Characters beyond which a list is read with more care. */
const LONGEST = 400;

/** Initials that are a degree, an order, a form of company or a kind of ship as well. */
const HONOURED = /U[AKS]|[BN]V|SN|D[AJ]|SPA|^(?:MD|OM|CH|RA|[BM]A|SC|HM[ACS]|[RMSF][SV]|FRV|RRS)$/u;
/** Words that are read as a part of a name only after a closer look. */
const WORDS =
  /^(?:anon|class|party|crew|staff|team|wife|local|native|various|none|unknown|null|missing|coll$|leg$|det$|photo|obs|unidentified|unrecorded|unnamed|several|indigenous|aboriginal|dayak|malay|papuan|unbekannt|inconnu|desconocid|col[el]|lokale|diverse|other|field|some|with$|avec$|samt$|and$|und$|och$|mit$|the$|via$|per$|for$|not$|see$|con$|com$|por$|par$|von$|from$|data|etal|ex$|fam|pencil|master|painter)/iu;

/**
 * The people of a list whose names are all of the commonest forms, initials or given names and one family name ("A. R. Wallace; Bates,
 * H.W.", "Marianne North"): what `readAgents` finds in it, found sooner. Undefined where any name is of another form.
 */
export function readPlainAgents(text: string): readonly AgentName[] | undefined {
  if (text.length > LONGEST) return undefined;
  const letterCase = /\p{Lu}/u.test(text) ? 'mixed' : 'lower';
  const forms = letterCase === 'mixed' ? MIXED : LOWER;
  const agents: AgentName[] = [];
  const isPair = text.includes(' & ');
  let isInverted = false;
  for (const part of text.split(/ ?[|;] ?| & /u)) {
    const found = forms.short.exec(part);
    const [, before, natural, inverted, behind] = found ?? (isPair ? null : forms.long.exec(part)) ?? [];
    // "A. Wallace & Bates, H." may be of one order or of the other.
    if (agents.length === 0) isInverted = inverted !== undefined;
    else if (isInverted !== (inverted !== undefined)) return undefined;
    const word = natural ?? inverted;
    const first = before ?? behind;
    if (word === undefined || first === undefined) return undefined;
    const family = wordOf(word, letterCase);
    if (family === undefined || (isPair && GIVEN_NAMES.has(word.toLowerCase()))) return undefined;
    if (found === null && GENERATION_NAME.test(word)) return undefined;
    const given = found === null ? givenOf(first.split(' '), letterCase, inverted !== undefined) : initialsOf(first);
    if (given === undefined) return undefined;
    const name = `${given.shown} ${family}`;
    if (agents.some((agent) => agent.name === name)) return undefined;
    agents.push({
      name,
      type: 'person',
      family,
      given: given.shown,
      ...(given.shown === given.written ? {} : { writtenGiven: given.written }),
    });
  }
  return agents.length === 0 ? undefined : agents;
}

interface Given {
  readonly shown: string;
  readonly written: string;
}

function initialsOf(text: string): Given | undefined {
  if (HONOURED.test(text.replace(/[. ]+/gu, '').toUpperCase())) return undefined;
  return { shown: text.split(' ').map(showInitials).join(' '), written: text.toUpperCase() };
}

/** Given names and initials; undefined where a word may be something else. */
function givenOf(words: readonly string[], letterCase: LetterCase, isInverted: boolean): Given | undefined {
  const [head = ''] = words;
  // Without capitals three letters may be initials.
  if (letterCase === 'lower' && head.length === 3 && !GIVEN_NAMES.has(head)) return undefined;
  // "A. Molina Rositto", "Juan Sánchez Soto": the second word may belong to the family name.
  const last = words.at(-1) ?? '';
  if (!isInverted && words.length > 1 && (isFirstOfTwo(last) || isIberian(last.toLowerCase()))) return undefined;
  const shown: string[] = [];
  for (const word of words) {
    const part = word.endsWith('.') ? word.toUpperCase() : wordOf(word, letterCase);
    if (part === undefined) return undefined;
    shown.push(part);
  }
  const text = shown.join(' ');
  return { shown: text, written: text };
}

/** Words as they are shown; null for those that are no plain part of a name. Names repeat, and most lists are short. */
const known = new Map<string, string | null>();
const MOST_KNOWN = 20_000;

function wordOf(word: string, letterCase: LetterCase): string | undefined {
  const found = known.get(word);
  if (found !== undefined) return found ?? undefined;
  const shown = isPlainWord(word) ? showWord(word, letterCase) : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, shown);
  return shown ?? undefined;
}

function isPlainWord(word: string): boolean {
  return !(
    WORDS.test(word) ||
    isGroupName(word) ||
    isParticle(word) ||
    isTitle(word) ||
    isHonorific(word) ||
    isNobleTitle(word) ||
    isHonour(word) ||
    isSuffix(word) ||
    isUnnamed(word) ||
    isNoAgent(word)
  );
}
