import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import { GROUP_WORDS, GROUP_WORDS_AND_FAMILIES, SHIPS } from '../vocabulary/group-words.ts';
import { isHonorific } from './name-words.ts';
import { remembered } from './remembered.ts';

const GROUP_TAIL =
  /^(?:co|comp|company|sons?|bros|brothers|cie|söhne|sohn|partners|associates|ltd|inc|fils|figlio|hijos)\b/iu;

const FIRM =
  /&\s*(?:co|sons?|cie|söhne|sohn|fils|figli|zonen|hijos)(?!\p{L})|\sco\.?(?:,|$)|^(?:fa|firma)\.\s|\p{L}{3}(?:works|werke|manufaktur|fabrik)(?!\p{L})|\p{L}{2}\s(?:S\.?p\.?A|B\.V|N\.V|A\/S)\.?$/iu;
const MAY_BE_FIRM = /&|^fa|^firma|\sco|works|werke|manufaktur|fabrik|p\.?a|\.v|a\/s/iu;
/** Legal forms that no initials are written like: Woodnotes Oy, Ateliers Jean Prouvé S.à r.l. */
const LEGAL_FORM = /\p{Ll}{2}\s(?:Oy|Ltda|Pty|Srl|S\.r\.l|S\.à\.?\s?r\.l)\.?$/u;

/** Ships before whose name stands what they are, and ships that are known by their name: R/V Vema, H.M.S. Beagle, S.S. Albatross. */
const SHIP_PREFIX =
  /^(?:[rmsf]\/v|f\.?r\.?v|r\.?r\.?s|h\.?\s?m\.?\s?s|u\.?\s?s\.?\s?s|hm[ac]s|hmnzs|usc&?gs|usfc|uscgc)\.?\s+["“]?(?=\p{L}{3})/iu;
const SHORT_SHIP_PREFIX = /^["“]?(?:[rmsf]\.?\s?[vs]\.?\s+)["“]?(\p{L}{3,}(?: \p{L}{3,})?)/iu;

/** What a name of which the last word is "family" is called by. */
const FAMILY =
  /^(?:the\s+)?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:family|families)$|^[Ff]am(?:ilie|ille|ilia|iglia)\s\p{Lu}/u;
const SMALL_FAMILY = /^the [\p{L}'’-]+ family$/u;
/** People who work together: "ROM Field Party", "Mycology Class", "Class of 1970"; behind a lone given name they are someone's. */
const CREW = /\S\s+(?:class|staff|(?:field )?(?:party|crew|team))$|^(?:class|crew) of\s/iu;
const US_AGENCY = /^U\.\s?S\.(?:\s?\p{Lu}\.){2,3}$/u;
const PAIRED =
  /(?<!\p{L})(?:fish|fisheries|parks|game|wildlife) (?:&|and) (?:game|wildl\.?|wildlife|fish|fisheries|parks|boat)(?!\p{L})/iu;

/** Whether a phrase names an institution, a firm, an expedition, a ship or a family. */
export const isGroupName = remembered(findGroup, 2_000);

function findGroup(text: string): boolean {
  const words = wordsOf(text.toLowerCase());
  const groups = words.filter((word) => GROUP_WORDS.has(word));
  if (groups.length > 0 && !(groups.every((word) => GROUP_WORDS_AND_FAMILIES.has(word)) && isPerson(text, words)))
    return true;
  return (
    (MAY_BE_FIRM.test(text) && FIRM.test(text)) ||
    (text.includes('&') && PAIRED.test(text)) ||
    LEGAL_FORM.test(text) ||
    (/^[Tt]he\s+\p{Lu}\p{L}+/u.test(text) && !isHonorific(text.split(' ')[1] ?? '')) ||
    /^(?:ex\s+)?herb\.\s/iu.test(text) ||
    (CREW.test(text) && !/&|\band\b/u.test(text) && !(words.length === 2 && GIVEN_NAMES.has(words[0] ?? ''))) ||
    US_AGENCY.test(text) ||
    (words.length > 1 && (isShip(text) || isFamily(text, words)))
  );
}

function isFamily(text: string, words: readonly string[]): boolean {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (!last.startsWith('famil') && !first.startsWith('fami')) return false;
  return FAMILY.test(text) || SMALL_FAMILY.test(text);
}

function isShip(text: string): boolean {
  if (SHIP_PREFIX.test(text)) return true;
  const name = SHORT_SHIP_PREFIX.exec(text)?.[1]?.toLowerCase();
  return name !== undefined && (SHIPS.has(name) || SHIPS.has(name.split(' ')[0] ?? ''));
}

/** "W. H. Camp", "Church, Frederic E.", "garden, a.": initials or given names, and a family name that is a word for groups too. */
function isPerson(text: string, words: readonly string[]): boolean {
  const comma = text.indexOf(',');
  const [family = '', ...others] = comma < 0 ? words.toReversed() : words;
  if (!GROUP_WORDS_AND_FAMILIES.has(family) || others.length === 0 || others.length > 3) return false;
  if (comma >= 0 && (text.slice(0, comma).includes(' ') || text.includes(',', comma + 1))) return false;
  return others.every((word) => word.length === 1 || GIVEN_NAMES.has(word));
}

const SEPARATOR = /[\s,.;:&/()[\]|"“”–-]/u;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPart =
      at < text.length &&
      ((code >= 97 && code <= 122) || (code > 127 ? !SEPARATOR.test(text.charAt(at)) : isOther(code)));
    if (isPart && from < 0) from = at;
    else if (!isPart && from >= 0) {
      words.push(text.slice(from, at));
      from = -1;
    }
  }
  return words;
}

/** Digits and signs that stand within words. */
function isOther(code: number): boolean {
  return code > 32 && !SEPARATOR.test(String.fromCharCode(code));
}

/** Whether it looks like the acronym of an institution: TENN. Only for texts in which names have small letters. */
export function isAcronym(text: string): boolean {
  return /^\p{Lu}{4,}(?:\/\p{Lu}{3,})?$/u.test(text);
}

/** Whether what follows "and" belongs to a firm's name: "& Co.", "and Sons". */
export function isGroupTail(text: string): boolean {
  return GROUP_TAIL.test(text);
}
