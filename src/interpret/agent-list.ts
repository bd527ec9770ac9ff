import { GIVEN_NAMES } from '../vocabulary/given-names.ts';
import {
  isAcronym,
  isGroupName,
  isGroupTail,
  isHonorific,
  isNoAgent,
  isParticle,
  isSuffix,
  isTitle,
  isUnnamed,
} from './name-words.ts';
import { isInitials, isInitialsOnly, letterCaseOf, type LetterCase } from './name-initials.ts';
import { personOfParts, personOfText, type AgentName } from './person-name.ts';

export interface AgentList {
  /** In the order of the text. */
  readonly agents: readonly AgentName[];
  /** What was taken out of the names: titles, dates, numbers, remarks, "et al.". The verbatim value keeps its place. */
  readonly notes: readonly string[];
  /** Whether something could not be told apart and stands in the list as it was written. */
  readonly unreadable: boolean;
}

/** Characters beyond which a text is no list of names; the longest in ten thousand specimen records (iDigBio) has 141. */
const LONGEST = 4000;

const LABEL =
  /^\W*(?:collector\(s\)|collectors?|collected by|coll?\.|leg\.|legit|sammler|recolector(?:es)?|coletor(?:es)?|récolteurs?|by)\s*[:.]\s*|master\s+-\s+|^(?:collected by|photo(?:graph(?:ed)?)? by)\s+/iu;
const OTHERS =
  /[\s,;&]*(?:(?<!\p{L})and\s+|&\s*)?(?<!\p{L})(?:et\.?\s?al(?:ii|ia)?(?!\p{L})\.?|u\.\s?a\.(?!\p{L})|(?:and|&) others|y otros|e outros|et autres|und andere|m\.\s?fl\.)/giu;
const STRONG = /\s*[|;；、\n\r\t]+\s*|\s+\/\s*|\s*\/\s+|(?<=\p{Ll}\.?)\/(?=\p{Lu})|(?<=\p{L}{4})\/(?=\p{L}{4})/u;
const CONJUNCTION = /\s*[&+]\s*|\s+(?:and|with|und|och|og|et|avec|mit|samt|or)\s+/iu;
const WEAK_CONJUNCTION = /^(.+?)\s(y|e|en|con|com|i)\s(.+)$/u;
/** Pairs of words around "and" that belong to one institution's name. */
const PHRASE =
  /\b(arts?|science|sciences|fish|fisheries|game|parks?|wildlife|forests?|forestry|agriculture|oceans?|water|land|mines|nature|natural|culture|history|technology|industry|design|environment|conservation|anthropology|archaeology|ethnology|research|plant|plants|animal|health|marine|oceanic|zoology|botany)\s+(?:and|und|et|y|&)\s+(?=\p{L}{3})/giu;
const JOINED = '\u{E000}';
const DATED =
  /[([]?(?:(?<!\p{L})(?:born|died|active|circa|about|no|nr|num|fl|ca|b|d|c|s)(?!\p{L})\.?\s*|[#№†*]\s*)*(?:(?<![\p{L}\d])\d[\d.,:/–—-]*\p{L}?(?:st|nd|rd|th)?(?![\p{L}\d])\s*(?:[-–—]\s*)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?(?!\p{L})\s*)?)+[)\]]?/giu;
/** A title of rank behind a name, which is no name of its own: "Lovelace, Ada, Countess of". */
const NOBILITY =
  /^(?:\d+\p{L}{2} )?(?:countess|earl|duke|duchess|baron|baroness|viscount|viscountess|marquess|marquis|marchioness|lord|lady|sir|bart|graf|gräfin|freiherr|comte|comtesse|conde)(?:\.?$| (?:of|von|de|d'))/iu;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・\s]+$/u;

/** Splits and structures any list of people and groups, in the spellings of labels, registers and databases. Never throws. */
export function readAgents(text: string): AgentList {
  const notes: string[] = [];
  let rest = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, (run) => (/[\n\r]/u.test(run) ? '; ' : ' '))
    .replaceAll(JOINED, ' ')
    .trim();
  if (rest.length > LONGEST) return { agents: [{ name: rest, type: 'unnamed' }], notes: [], unreadable: true };
  if (isNoAgent(rest)) return { agents: [], notes: rest === '' ? [] : [rest], unreadable: false };
  rest = take(rest, LABEL, notes);
  rest = take(rest, OTHERS, notes, '; ');
  const reader = new ListReader(letterCaseOf(rest), notes);
  for (const segment of rest.split(STRONG)) reader.readSegment(tidy(segment));
  return { agents: withoutRepeats(reader.agents, notes), notes, unreadable: reader.unreadable };
}

/** Some registers repeat the family name behind the life dates: "Cornelis van Steenis; b.1901; d.1986; Steenis". */
function withoutRepeats(agents: readonly AgentName[], notes: string[]): readonly AgentName[] {
  const dated = notes.some((note) => /^[bd]\.\s?\d/u.test(note));
  return agents.filter((agent, index) => {
    const repeated = agents
      .slice(0, index)
      .some(
        (earlier) =>
          earlier.name === agent.name ||
          (dated &&
            agent.given === undefined &&
            agent.type === 'person' &&
            earlier.family?.endsWith(agent.name) === true),
      );
    if (repeated) notes.push(agent.name);
    return !repeated;
  });
}

function take(text: string, pattern: RegExp, notes: string[], by = ' '): string {
  return text.replace(pattern, (match) => {
    notes.push(match.trim());
    return by;
  });
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.:*?"“”&+/\\=_-]+|[\s,:*?"“”&+/\\=_-]+$/gu, '')
    .replace(/\s+,/gu, ',');
}

/** A part of a list between two separators. */
interface Atom {
  readonly text: string;
  /** Whether a comma, not an "and", stands before it. */
  readonly afterComma: boolean;
}

interface Inverted {
  readonly parts: { readonly family: string; readonly given: string; readonly suffix?: string };
  /** How many atoms the name takes. */
  readonly taken: number;
}

class ListReader {
  readonly agents: AgentName[] = [];
  unreadable = false;
  private readonly letterCase: LetterCase;
  private readonly notes: string[];

  constructor(letterCase: LetterCase, notes: string[]) {
    this.letterCase = letterCase;
    this.notes = notes;
  }

  readSegment(segment: string): void {
    if (segment === '') return;
    if (isNoAgent(segment)) {
      this.notes.push(segment);
      return;
    }
    if (isUnnamed(segment)) {
      this.agents.push({ name: segment, type: 'unnamed' });
      return;
    }
    if (CJK.test(segment)) {
      this.agents.push({ name: segment, type: 'person' });
      return;
    }
    const remarked = isGroupName(segment) ? segment : take(segment, /\s*\([^()]*,[^()]*\)/gu, this.notes);
    const guarded = remarked.replace(PHRASE, (phrase) => phrase.replaceAll(' ', JOINED));
    const atoms = this.atomsOf(guarded);
    if (
      (isGroupName(segment) || (this.letterCase === 'mixed' && isAcronym(segment))) &&
      !atoms.some(({ text }) => isPlainPerson(text))
    ) {
      this.agents.push(this.group(segment));
      return;
    }
    this.readAtoms(atoms);
  }

  private atomsOf(text: string): readonly Atom[] {
    const pieces: string[] = [];
    for (const piece of text.split(CONJUNCTION)) {
      if (pieces.length > 0 && isGroupTail(piece)) pieces.push(`${pieces.pop() ?? ''} & ${piece}`);
      else pieces.push(...splitWeakly(piece, this.letterCase));
    }
    return pieces.flatMap((piece) =>
      piece.split(/\s*[,，]\s*/u).flatMap((part, index): readonly Atom[] => {
        if (index > 0 && (NOBILITY.test(part) || /^u\.?\s?(?:s\.?\s?a|k)\.?$/iu.test(part))) {
          this.notes.push(part);
          return [];
        }
        const cleaned = this.clean(part.replaceAll(JOINED, ' '));
        return cleaned === '' ? [] : [{ text: cleaned, afterComma: index > 0 }];
      }),
    );
  }

  /** Takes life dates, numbers and bracketed remarks out of a name. A group keeps its years: "Expedition of 1870". */
  private clean(part: string): string {
    if (isGroupName(part) || /^\d+\p{L}+$/u.test(part)) return tidy(part);
    const unwrapped = /^[([{](.*)[)\]}]$/u.exec(part)?.[1] ?? part;
    const bracketed = /^\s*(\S.*?)\s*[[(]([^\])]*)[\])]\s*(.*)$/u.exec(unwrapped);
    let text = unwrapped;
    if (bracketed !== null) {
      const [, before = '', inside = '', after = ''] = bracketed;
      const expands = isInitialsOnly(before, 'mixed') && /\p{L}{3}/u.test(inside);
      this.notes.push(expands ? before : inside);
      text = expands ? `${inside} ${after}` : `${before} ${after}`;
    }
    text = take(text, /\s+s\.\s?n\.?$/iu, this.notes);
    return tidy(take(text, DATED, this.notes))
      .replace(/[[\](){}]/gu, '')
      .replace(/(\p{L}\.)(?=\p{L}{2})/gu, '$1 ')
      .trim();
  }

  private readAtoms(atoms: readonly Atom[]): void {
    let orphans: string[] = [];
    let index = 0;
    while (index < atoms.length) {
      const atom = atoms[index];
      if (atom === undefined) break;
      const next = atoms[index + 1];
      if (this.isHonourOrSuffix(atom)) {
        this.appendSuffix(atom.text);
      } else if (next?.afterComma === true) {
        const inverted = this.findInverted({ atoms, index });
        if (inverted === undefined) orphans = this.readAtom(atom, { next, orphans });
        else {
          this.addShared(orphans, personOfParts({ ...inverted.parts, letterCase: this.letterCase }, this.notes));
          orphans = [];
          index += inverted.taken - 1;
        }
      } else {
        orphans = this.readAtom(atom, { next, orphans });
      }
      index += 1;
    }
    this.addLeftover(orphans);
  }

  /** Reads one part that is a whole name, or keeps it for the next. Returns the parts that still wait for a family name. */
  private readAtom(
    atom: Atom,
    { next, orphans }: { readonly next: Atom | undefined; readonly orphans: string[] },
  ): string[] {
    const { text } = atom;
    if (isGroupName(text)) this.agents.push(this.group(text));
    else if (isUnnamed(text) || (next === undefined && /^(?:frau|mrs\.?|wife)$/iu.test(text)))
      this.agents.push({ name: text, type: 'unnamed' });
    else if (this.isOrphan(atom, next)) return [...orphans, text];
    else {
      this.addShared(orphans, personOfText(text, this.letterCase, this.notes));
      return [];
    }
    return orphans;
  }

  private group(name: string): AgentName {
    return { name: this.letterCase === 'lower' ? capitalise(name) : name, type: 'group' };
  }

  private isHonourOrSuffix({ text, afterComma }: Atom): boolean {
    return (
      afterComma &&
      this.agents.length > 0 &&
      (/^(?:jr|jnr|sr|snr)\.$|^(?:jr|jnr|ii|iii|iv)$/iu.test(text) ||
        /^(?:ph\.?\s?d|m\.?d|esq|om|ch|ra|frs|obe|cbe)\.?$/iu.test(text))
    );
  }

  private appendSuffix(text: string): void {
    const last = this.agents.pop();
    if (last === undefined || !isSuffix(text)) {
      this.notes.push(text);
      if (last !== undefined) this.agents.push(last);
      return;
    }
    this.agents.push({ ...last, name: `${last.name} ${text.charAt(0).toUpperCase()}${text.slice(1)}` });
  }

  /** The name that this atom and those behind its comma make, family first: "Wallace, A. R.", "Redfearn, Paul L., Jr.", "Wagner, Jr., W. H.". */
  private findInverted({
    atoms,
    index,
  }: {
    readonly atoms: readonly Atom[];
    readonly index: number;
  }): Inverted | undefined {
    const family = atoms[index]?.text ?? '';
    const next = atoms[index + 1]?.text ?? '';
    const third = atoms[index + 2];
    const after = third?.afterComma === true ? third.text : undefined;
    if (!this.mayBeFamily(family)) return undefined;
    if (isSuffix(next) && after !== undefined && isInitialsOnly(after, this.letterCase, true)) {
      return { parts: { family, given: after, suffix: next }, taken: 3 };
    }
    if (!this.isGivenPart(next, { family, alone: atoms.length === 2 })) return undefined;
    if (after !== undefined && isSuffix(after)) return { parts: { family, given: next, suffix: after }, taken: 3 };
    return { parts: { family, given: next }, taken: 2 };
  }

  /** Whether a text can be the family part of "family, given": it holds no initials, unless it is one abbreviated word. */
  private mayBeFamily(family: string): boolean {
    const list = family.split(' ');
    if (list.length > 1)
      return !isGroupName(family) && !list.some((word) => isInitials(word, this.letterCase) && !isParticle(word));
    return (
      !isInitials(family, this.letterCase) || family.endsWith('.') || (this.letterCase !== 'mixed' && family.length > 2)
    );
  }

  /** Whether what stands behind the comma is the given names of the family before it, not another person. */
  private isGivenPart(given: string, { family, alone }: { readonly family: string; readonly alone: boolean }): boolean {
    const isLone = !family.includes(' ');
    if (isUnnamed(given) || isGroupName(given) || isSuffix(given)) return given.toLowerCase() === 'sr' && isLone;
    if (isInitialsOnly(given, this.letterCase, true)) return true;
    if (/^(?:mrs?|miss|sir|dr|rev|prof)\.?(?:\s|$)/iu.test(given)) return isLone;
    const first = given.split(' ')[0] ?? '';
    const startsWithInitials = isInitials(first, this.letterCase);
    if (!isLone) {
      const [head = '', second = ''] = family.split(' ');
      return isParticle(head) || /^y$/iu.test(second) || (isGiven(first) && !isGiven(head) && !given.includes(' '));
    }
    if (startsWithInitials) return false;
    return (
      isGiven(first) || alone || (given.includes(' ') && isInitials(given.split(' ').at(-1) ?? '', this.letterCase))
    );
  }

  /** Initials, a given name or a title alone, whose family name stands with the next: "J.D. & M.R. Shorthouse". */
  private isOrphan({ text }: Atom, next: Atom | undefined): boolean {
    if (isInitialsOnly(text, this.letterCase)) return true;
    if (next === undefined) return false;
    if (isTitle(text) || isHonorific(text)) return true;
    const words = next.text.split(' ');
    return isGiven(text) && !next.afterComma && words.length === 2 && isGiven(words[0] ?? '');
  }

  private addShared(orphans: readonly string[], person: AgentName): void {
    for (const orphan of orphans) {
      if (person.family === undefined) this.agents.push(personOfText(orphan, this.letterCase, this.notes));
      else if (isTitle(orphan) || isHonorific(orphan))
        this.agents.push(personOfText(`${orphan} ${person.given ?? ''} ${person.family}`, this.letterCase, this.notes));
      else
        this.agents.push(
          personOfParts(
            { family: person.family, given: orphan, letterCase: 'mixed' === this.letterCase ? 'mixed' : 'upper' },
            this.notes,
          ),
        );
    }
    if (person.name === '') return;
    this.agents.push(person);
  }

  /** Initials that nothing follows share the family before them ("Smith, J. & K."); with nothing before, they stand alone. */
  private addLeftover(orphans: readonly string[]): void {
    for (const orphan of orphans) {
      const family = this.agents.at(-1)?.family;
      if (family !== undefined && this.agents.at(-1)?.given !== undefined)
        this.agents.push(personOfParts({ family, given: orphan, letterCase: 'mixed' }, this.notes));
      else this.agents.push(personOfText(orphan, this.letterCase, this.notes));
      this.unreadable ||= family === undefined && orphans.length === 1 && orphan.replace(/\P{L}/gu, '').length < 2;
    }
  }
}

/** A group's name that was written without capitals. Short words and acronyms cannot be told apart; the former stay small. */
function capitalise(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3}|\.)/gu, (letter) => letter.toUpperCase());
}

function isGiven(word: string): boolean {
  return (
    GIVEN_NAMES.has(word.toLowerCase().replace(/\.$/u, '')) || GIVEN_NAMES.has((word.split('-')[0] ?? '').toLowerCase())
  );
}

function isPlainPerson(text: string): boolean {
  return (
    !isGroupName(text) &&
    (/(?:^|\s)\p{L}\.(?:\s?\p{L})/u.test(text) ||
      (/^\p{L}+(?:\s\p{L}+)+$/u.test(text) && isGiven(text.split(' ')[0] ?? '')))
  );
}

/** "y", "e", "en" are conjunctions between two whole names or two lone words; otherwise parts of a family name (Ramón y Cajal). */
function splitWeakly(text: string, letterCase: LetterCase): readonly string[] {
  const match = WEAK_CONJUNCTION.exec(text);
  if (match === null) return [text];
  const [, left = '', word = '', right = ''] = match;
  const both =
    isWholeName(left) &&
    isWholeName(right) &&
    !(letterCase !== 'lower' && /^(?:en|i)$/u.test(word) && isParticle(right.split(' ')[0] ?? ''));
  const lone = word === 'y' && !isWholeName(left) && !isWholeName(right);
  return both || lone ? [left, ...splitWeakly(right, letterCase)] : [text];
}

function isWholeName(text: string): boolean {
  return text.includes(' ') || text.includes(',') || /\.\p{L}{2}/u.test(text) || text.split('.').length > 2;
}
