import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { isGroupName } from './group-name.ts';
import { isEasternOrder } from './name-eastern.ts';
import { isFirstOfTwo, isIberian, GENERATION_NAME } from './name-iberian.ts';
import { showInitials, showWord, type LetterCase } from './name-initials.ts';
import {
  isGeneration,
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
import { remembered } from './remembered.ts';

const SMALL = String.raw`[a-zß-öø-ÿāăąćčďđēĕėęěğģīįķĺļľłńņňōŏőŕřśşšţťūŭůűųźżž]`;
const CAPITAL = String.raw`[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĢĪĶĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ]`;
const PARTICLE = '(?:van|von|der|den|de|del|da|di|du|do|dos|la|le|ten|ter|zu|zur|vom|af)';

/**
 * The forms of one name, natural or inverted, with the given class of letters at the beginning of its words. In mixed letters a word may
 * be compound, and a family name may have particles or be Scottish or Irish.
 */
function formsOf(letter: string, isMixed: boolean): Readonly<Record<'short' | 'long' | 'list', RegExp>> {
  const initials = String.raw`${letter}\.(?: ?${letter}\.){0,2}`;
  const plain = `${letter}${SMALL}{${isMixed ? 2 : 3},30}`;
  const compound = isMixed ? `(?:${plain}(?:-${letter}${SMALL}{3,20})?|(?:Ma?c|O['’])${letter}${SMALL}{2,20})` : plain;
  const family = isMixed ? `(?:${PARTICLE} ){0,3}${compound}` : plain;
  const first = `${letter}${SMALL}{${isMixed ? 1 : 2},20}${isMixed ? `(?:-${letter}${SMALL}{2,20})?` : ''}`;
  const given = String.raw`${first}(?: ${letter}(?:\.|${SMALL}{3,20})){0,3}`;
  return {
    list: new RegExp(`^${initials} ?${plain}(?:, ${initials} ?${plain}){1,20}(?: & ${initials} ?${plain})?$`, 'u'),
    short: new RegExp(`^(?:(${initials}) ?(${plain})|(${plain}), (${initials}))$`, 'u'),
    long: new RegExp(
      `^(?:(${initials}|${given}|${letter}\\. ${plain}) (${family})|(${compound}), (${initials}|${given})|(${plain}))$`,
      'u',
    ),
  };
}
const MIXED = formsOf(CAPITAL, true);
const LOWER = formsOf(SMALL, false);

/** Characters beyond which a list is read with more care. */
const LONGEST = 400;

/** Initials that are a degree, an order, a form of company or a kind of ship as well. */
const HONOURED = /U[AKS]|[BN]V|SN|D[AJ]|SPA|^(?:MD|OM|CH|RA|[BM]A|SC|HM[ACS]|[RMSF][SV]|FRV|RRS)$/u;
/** Words before a people's name: "Northern French". */
const OF_A_PEOPLE =
  /^(?:ancient|early|late|northern|southern|eastern|western|north|south|east|west|central|old|colonial|probably|possibly|perhaps)$/iu;
const INITIALS = /^\p{L}\.(?: ?\p{L}\.){0,2}$/u;
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
  const divider = !text.includes(', ') || !forms.list.test(text) ? / ?[|;] ?| & /u : /, | & /u;
  for (const part of text.split(divider)) {
    const found = forms.short.exec(part);
    const [, before, natural, inverted, behind, lone] = found ?? (isPair ? null : forms.long.exec(part)) ?? [];
    if (lone !== undefined) {
      const agent = agents.length === 0 && lone === text ? loneName(lone, letterCase) : undefined;
      return agent === undefined ? undefined : [agent];
    }
    // "A. Wallace & Bates, H." may be of one order or of the other.
    if (agents.length === 0) isInverted = inverted !== undefined;
    else if (isInverted !== (inverted !== undefined)) return undefined;
    const word = natural ?? inverted;
    const first = before ?? behind;
    if (word === undefined || first === undefined) return undefined;
    const family = word.includes(' ') ? particledName(word) : wordOf(word, letterCase);
    if (family === undefined || (isPair && GIVEN_NAMES.has(word.toLowerCase()))) return undefined;
    if (found === null && GENERATION_NAME.test(word)) return undefined;
    const given =
      found === null && !INITIALS.test(first)
        ? givenOf(first.split(' '), letterCase, inverted !== undefined)
        : initialsOf(first);
    if (given === undefined) return undefined;
    if (found === null && inverted === undefined && isEasternOrder([...first.split(' '), word])) return undefined;
    const name = `${given.shown} ${family}`;
    if (agents.some((agent) => agent.name === name)) return undefined;
    agents.push(personOf({ name, family, given, main: word.lastIndexOf(' ') }));
  }
  return agents.length === 0 ? undefined : agents;
}

/** One person; `main` is where the particle of the family name ends. */
function personOf({
  name,
  family,
  given,
  main,
}: {
  readonly name: string;
  readonly family: string;
  readonly given: Given;
  readonly main: number;
}): AgentName {
  const agent: { -readonly [Key in keyof AgentName]: AgentName[Key] } = {
    name,
    type: 'person',
    family,
    given: given.shown,
  };
  if (main >= 0) agent.particle = family.slice(0, main);
  if (given.shown !== given.written) agent.writtenGiven = given.written;
  return agent;
}

/** "Wallace" */
function loneName(word: string, letterCase: LetterCase): AgentName | undefined {
  const family = wordOf(word, letterCase);
  return family === undefined ? undefined : { name: family, type: 'person', family };
}

/** "van der Werff" */
function particledName(words: string): string | undefined {
  const main = words.slice(words.lastIndexOf(' ') + 1);
  return wordOf(main, 'mixed') === undefined || isGeneration(words) ? undefined : words;
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
  if (OF_A_PEOPLE.test(head)) return undefined;
  // Without capitals three letters may be initials.
  if (letterCase === 'lower' && head.length === 3 && !GIVEN_NAMES.has(head)) return undefined;
  // "A. Molina Rositto", "Juan Sánchez Soto": the second word may belong to the family name.
  const last = words.at(-1) ?? '';
  if (!isInverted && words.length > 1 && mayBeFamily(words, last)) return undefined;
  const shown: string[] = [];
  for (const word of words) {
    const part = word.endsWith('.') ? word.toUpperCase() : wordOf(word, letterCase);
    if (part === undefined) return undefined;
    shown.push(part);
  }
  const text = shown.join(' ');
  return { shown: text, written: text };
}

/** "Juan Sánchez" before Soto; behind an initial every Iberian word. */
function mayBeFamily(words: readonly string[], last: string): boolean {
  return (
    isFirstOfTwo(last) ||
    (words[0]?.endsWith('.') === true && !GIVEN_NAMES.has(last.toLowerCase()) && isIberian(last.toLowerCase()))
  );
}

function wordOf(word: string, letterCase: LetterCase): string | undefined {
  if (!plainWord(word)) return undefined;
  return letterCase === 'mixed' ? word : showWord(word, letterCase);
}

const plainWord = remembered(isPlainWord, 100_000);

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
