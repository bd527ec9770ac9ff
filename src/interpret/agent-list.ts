import { cleanAgentText } from './agent-cleaning.ts';
import { cleanPart, tidy, withoutAffiliation } from './agent-part.ts';
import { takePlaces } from './agent-place.ts';
import { besideOf, MARK, markText, type Beside } from './agent-text.ts';
import { readPlainAgents } from './agent-plain.ts';
import { isAcronym, isGroupName, isGroupTail } from './group-name.ts';
import { personOfHan } from './name-han.ts';
import { isAppellation, isGeneration, isHonorific, isNoAgent, isSuffix, isTitle, isUnnamed } from './name-words.ts';
import { isInitialsOnly, letterCaseOf, type LetterCase } from './name-initials.ts';
import { findInverted, isGiven, isPlainPerson, splitWeakly, type Atom } from './name-order.ts';
import { personOfParts, personOfText, type AgentName, type LifeYears } from './person-name.ts';

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

const STRONG =
  /\s+w\/\s*|\s*[|;；、\n\r\t]+\s*|\s+\/\s*|\s*\/\s+|(?<=\p{Ll}\.?)\/(?=\p{Lu})|(?<=\p{L}{4})\/(?=\p{L}{4})/u;
const CONJUNCTION = /\s*[&+]\s*|\s+(?:and|with|und|och|og|et|avec|mit|samt|or|и|oraz|és|και)\s+/iu;
/** Pairs of words around "and" that belong to one institution's name. */
const PHRASE =
  /\b(arts?|science|sciences|fish|fisheries|game|parks?|wildlife|forests?|forestry|agriculture|oceans?|water|land|mines|nature|natural|culture|history|technology|industry|design|environment|conservation|anthropology|archaeology|ethnology|research|plant|plants|animal|health|marine|oceanic|zoology|botany)\s+(?:and|und|et|y|&)\s+(?=\p{L}{3})/giu;
const JOINED = '\u{E000}';
/** A title of rank behind a name, which is no name of its own: "Lovelace, Ada, Countess of". */
const NOBILITY =
  /^(?:(?:\d+\p{L}{2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) )?(?:countess|bishop|archbishop|metropolitan|duchess-countess|earl|duke|duchess|baron|baroness|viscount|viscountess|marquess|marquis|marchioness|lord|lady|graf|gräfin|freiherr|comte|comtesse|conde) (?:of|von|de|d')(?![\p{L}])|^bart\.$|^\d\p{L}{2} (?:baronet|bt|bart|baron|earl|viscount|marquess)\.?(?: |$)|^(?:viscount|viscountess|marquess|marchioness) \p{L}|^of \p{Lu}/iu;
/** Orders, services and societies behind a name and a comma: "Capt. J. Smith, R.N.". Initials without dots are given names. */
const HONOUR_BEHIND =
  /^(?:u\.\s?s\.\s?(?:n|a)|r\.\s?(?:n|e)|r\.\s?a\.\s?f|i\.\s?c\.\s?s|f\.\s?[lrgz]\.\s?s|m\.\s?p|s\.\s?j|o\.\s?p|o\.\s?f\.\s?m|o\.\s?s\.\s?b|f\.\s?s\.\s?c|c\.\s?s\.\s?c|s\.\s?v\.\s?d|m\.\s?s\.\s?c)\.$/iu;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]/gu;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・\s]+$/u;

/** Splits and structures any list of people and groups, in the spellings of labels, registers and databases. Never throws. */
export function readAgents(text: string): AgentList {
  const plain = readPlainAgents(text);
  return plain === undefined ? readAnyAgents(text) : { agents: plain, notes: [], unreadable: false };
}

/** The same without the shorter way for plain names. */
export function readAnyAgents(text: string): AgentList {
  const notes: string[] = [];
  if (text.length > LONGEST) return { agents: [{ name: text.trim(), type: 'unnamed' }], notes: [], unreadable: true };
  const rest = spelled(cleanAgentText(text.normalize('NFC'), notes)).trim();
  if (rest.length > LONGEST) return { agents: [{ name: rest, type: 'unnamed' }], notes: [], unreadable: true };
  if (isNoAgent(rest)) return { agents: [], notes: rest === '' ? [] : [rest], unreadable: false };
  const marked = markText(rest, notes);
  const reader = new ListReader({
    letterCase: letterCaseOf(marked.text),
    notes,
    beside: marked.beside,
  });
  for (const segment of marked.text.split(STRONG)) reader.readSegment(tidy(segment));
  return { agents: withoutRepeats(reader.agents, notes), notes, unreadable: reader.unreadable };
}

/** One separator for control characters, and abbreviated words in full. */
function spelled(text: string): string {
  const printed = /[^ -~\u00a0-\u024f]/u.test(text)
    ? text.replace(/[\p{Cc}\p{Cf}\u{E000}-\u{F8FF}]+/gu, (run) => (/[\n\r]/u.test(run) ? '; ' : ' '))
    : text;
  if (!/u\.|v\./u.test(printed)) return printed;
  return printed
    .replace(/(?<=\p{L}{2})\s+u\.\s+(?=\p{Lu})/gu, ' & ')
    .replace(/(?<=^|[\s;|&,])v\.\s?d\.\s*(?=\p{Lu}\p{Ll})/gu, 'v.d. ')
    .replace(/(?<=^|[\s;|&])v\.\s*(?=\p{Lu}\p{Ll})/gu, 'von ');
}

/** Some registers repeat the family name behind the life dates: "Cornelis van Steenis; b.1901; d.1986; Steenis". */
function withoutRepeats(agents: readonly AgentName[], notes: string[]): readonly AgentName[] {
  if (agents.length < 2) return agents;
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
            (earlier.family?.endsWith(agent.name) === true ||
              (agent.name.endsWith('.') && earlier.family?.startsWith(agent.name.slice(0, -1)) === true))),
      );
    if (repeated) notes.push(agent.name);
    return !repeated;
  });
}

class ListReader {
  readonly agents: AgentName[] = [];
  unreadable = false;
  private readonly letterCase: LetterCase;
  private readonly notes: string[];
  private readonly beside: readonly Beside[];

  constructor({
    letterCase,
    notes,
    beside,
  }: {
    readonly letterCase: LetterCase;
    readonly notes: string[];
    readonly beside: readonly Beside[];
  }) {
    this.letterCase = letterCase;
    this.notes = notes;
    this.beside = beside;
  }

  readSegment(segment: string): void {
    if (segment === '') return;
    const sides = /[-–—]/u.test(segment) ? segment.split(/\s+[-–—]+\s+/u) : [segment];
    if (sides.length > 1 && (sides.every(isPlainPerson) || (sides.some(isGroupName) && !sides.every(isGroupName)))) {
      for (const side of sides) this.readSegment(tidy(side));
      return;
    }
    if (this.beside.length > 0 && segment.replace(MARK, '').trim() === '') {
      this.addBeside(segment);
      return;
    }
    this.readNames(segment.replace(/^(?:and|with|und|et)\s+/iu, ''));
  }

  /** Gives what was marked in a text to the last agent, unless it has its like. */
  private addBeside(text: string): void {
    const last = text === '' ? undefined : this.agents.pop();
    if (last === undefined) return;
    const entries = [...text.matchAll(MARK)].map(([mark]) => besideOf(mark, this.beside));
    const lives = entries.map((entry) => (entry?.kind === 'life' ? entry.life : {}));
    const life = Object.assign({}, ...lives, last.life) as LifeYears;
    const nick = entries.find((entry) => entry?.kind === 'nick');
    const identifier = entries.find((entry) => entry?.kind === 'identifier');
    this.agents.push({
      ...(nick === undefined ? {} : { nick: nick.nick }),
      ...(identifier === undefined ? {} : { identifier: identifier.identifier }),
      ...last,
      ...(life.begin === undefined && life.end === undefined ? {} : { life }),
    });
  }

  private readNames(marked: string): void {
    const segment =
      /[([]/u.test(marked) || this.beside.length > 0
        ? tidy(marked.replace(MARK, '').replace(EMPTY_BRACKETS, ' '))
        : marked;
    if (isNoAgent(segment)) {
      this.notes.push(segment);
      return;
    }
    if (isUnnamed(segment)) {
      this.agents.push({ name: segment, type: 'unnamed' });
      return;
    }
    if (CJK.test(segment.replace(/[,，]/gu, ' '))) {
      for (const name of segment.split(/\s*[,，]\s*/u)) this.agents.push(personOfHan(name));
      return;
    }
    const isGroup = isGroupName(segment);
    const person = isGroup ? withoutAffiliation(marked) : undefined;
    if (person !== undefined) {
      this.notes.push(marked.slice(person.length).trim());
      this.readNames(person);
      return;
    }
    const remarked = isGroup || !marked.includes('(') ? marked : this.takeRemarks(marked);
    const guarded =
      isGroup || /\s(?:and|und|et|y|&)\s/iu.test(remarked)
        ? remarked.replace(PHRASE, (phrase) => phrase.replaceAll(' ', JOINED))
        : remarked;
    const atoms = this.atomsOf(guarded);
    if (
      (isGroup || (this.letterCase === 'mixed' && isAcronym(segment))) &&
      !atoms.some(({ text }) => isPlainPerson(text))
    ) {
      this.agents.push(this.group(segment));
      this.addBeside(marked);
      return;
    }
    const placed = this.letterCase === 'mixed' ? takePlaces(atoms) : undefined;
    if (placed?.isFirm === true) {
      this.agents.push(this.group(segment));
      this.addBeside(marked);
      return;
    }
    this.notes.push(...(placed?.places ?? []));
    this.readAtoms(placed?.atoms ?? atoms);
  }

  /** Takes brackets that hold a list out of a name; what was marked in them stays: "Rubens (Flemish, 1577–1640)". */
  private takeRemarks(text: string): string {
    return text.replace(/\s*\([^()]*?(?:,|\s(?:and|[&+])\s)[^()]*\)/gu, (match: string) => {
      this.notes.push(match.replace(MARK, '').trim());
      return ` ${(match.match(MARK) ?? []).join('')}`;
    });
  }

  private atomsOf(text: string): readonly Atom[] {
    const pieces: string[] = [];
    for (const piece of text.split(CONJUNCTION)) {
      if (pieces.length > 0 && isGroupTail(piece)) pieces.push(`${pieces.pop() ?? ''} & ${piece}`);
      else pieces.push(...splitWeakly(piece, this.letterCase));
    }
    const atoms: Atom[] = [];
    for (const piece of pieces) {
      for (const [index, part] of piece.split(/\s*[,，]\s*/u).entries()) {
        const marks = this.beside.length === 0 ? '' : (part.match(MARK) ?? []).join('');
        const unmarked = (marks === '' ? part : part.replace(MARK, ' ')).replaceAll(JOINED, ' ');
        const cleaned = cleanPart(/[([]/u.test(unmarked) ? unmarked.replace(EMPTY_BRACKETS, ' ') : unmarked, {
          afterComma: index > 0,
          letterCase: this.letterCase,
          notes: this.notes,
        });
        const previous = atoms.at(-1);
        if (cleaned === '' && marks !== '' && previous !== undefined)
          atoms.splice(-1, 1, { ...previous, marks: previous.marks + marks });
        else if (index > 0 && (NOBILITY.test(cleaned) || /^u\.?\s?(?:s\.?\s?a|k)\.?$/iu.test(cleaned)))
          this.notes.push(cleaned);
        else if (cleaned !== '') atoms.push({ text: cleaned, afterComma: index > 0, marks });
      }
    }
    return atoms;
  }

  private readAtoms(atoms: readonly Atom[]): void {
    let orphans: string[] = [];
    let marks = '';
    // The family of "Smith, Tom & Karen".
    let sharedFamily: string | undefined;
    let index = 0;
    while (index < atoms.length) {
      const atom = atoms[index];
      if (atom === undefined) break;
      const next = atoms[index + 1];
      const before = this.agents.length;
      marks += atom.marks;
      const shared = !atom.afterComma && next === undefined && isGiven(atom.text) ? sharedFamily : undefined;
      sharedFamily = undefined;
      if (shared !== undefined)
        this.agents.push(personOfParts({ family: shared, given: atom.text, letterCase: this.letterCase }, this.notes));
      else if (this.isTitleOfLast(atom, next))
        this.agents.push(personOfText(`${atom.text} ${this.agents.at(-1)?.family ?? ''}`, this.letterCase, this.notes));
      else if (isNoAgent(atom.text)) this.notes.push(atom.text);
      else if (this.isHonourOrSuffix(atom)) {
        this.appendSuffix(atom.text);
      } else if (next?.afterComma === true) {
        const inverted = findInverted({ atoms, index, letterCase: this.letterCase });
        if (inverted === undefined) orphans = this.readAtom(atom, { next, orphans });
        else {
          this.addShared(orphans, personOfParts({ ...inverted.parts, letterCase: this.letterCase }, this.notes));
          sharedFamily = /^\p{L}{3,}$/u.test(inverted.parts.given) ? inverted.parts.family : undefined;
          orphans = [];
          marks += atoms
            .slice(index + 1, index + inverted.taken)
            .map((taken) => taken.marks)
            .join('');
          index += inverted.taken - 1;
        }
      } else {
        orphans = this.readAtom(atom, { next, orphans });
      }
      if (this.agents.length > before) {
        this.addBeside(marks);
        marks = '';
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

  private group(written: string): AgentName {
    const name = written.replace(/^ex\s+(?=herb)/iu, '');
    return { name: this.letterCase === 'lower' ? capitalise(name) : name, type: 'group' };
  }

  private isHonourOrSuffix({ text, afterComma }: Atom): boolean {
    return (
      afterComma &&
      this.agents.length > 0 &&
      (isGeneration(text) ||
        /^(?:jr|jnr|jun|sen|sr|snr)\.$|^(?:jr|jnr|ii|iii|iv|2nd|3rd)$|^Sr$/iu.test(text) ||
        /^(?:ph\.?\s?d|m\.?d|d\.\s?sc|f\.r\.s|esq|bar?t|om|ch|ra|frs|obe|cbe|mbe|kbe|dbe|kcb|fsa|rsa|rws)\.?$/iu.test(
          text,
        ) ||
        (this.agents.at(-1)?.given !== undefined && (HONOUR_BEHIND.test(text) || this.isTitleBehind(text))))
    );
  }

  /** "Smith, Mr. & Mrs." */
  private isTitleOfLast({ text, afterComma }: Atom, next: Atom | undefined): boolean {
    const last = this.agents.at(-1);
    return (
      !afterComma &&
      next === undefined &&
      (isTitle(text) || isHonorific(text)) &&
      last?.family !== undefined &&
      last.given === undefined
    );
  }

  /** "H. W. Smith, Mrs.", "Smith, J., Dr.": a title of the person before it. */
  private isTitleBehind(text: string): boolean {
    return (isTitle(text) || isHonorific(text)) && !isGiven(text) && /^(?:\p{Lu}|.*\.$)/u.test(text);
  }

  private appendSuffix(text: string): void {
    const last = this.agents.pop();
    if (last !== undefined && this.isTitleBehind(text) && last.title === undefined && last.appellation === undefined) {
      const isShown = isHonorific(text);
      if (!isShown) this.notes.push(text);
      const named = { ...last, name: isShown ? `${text} ${last.name}` : last.name };
      this.agents.push(isAppellation(text) ? { ...named, appellation: text } : { ...named, title: text });
      return;
    }
    if (last !== undefined && isGeneration(text)) {
      const suffix = /^the/iu.test(text) ? text.toLowerCase() : text;
      this.agents.push({ ...last, name: `${last.name} ${suffix}`, suffix });
      return;
    }
    if (last === undefined || !isSuffix(text)) {
      this.notes.push(text);
      if (last !== undefined) this.agents.push(last);
      return;
    }
    const suffix = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
    this.agents.push({ ...last, name: `${last.name} ${suffix}`, suffix });
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
        this.agents.push(
          personOfText(
            `${orphan} ${person.writtenGiven ?? person.given ?? ''} ${person.family}`,
            this.letterCase,
            this.notes,
          ),
        );
      else
        this.agents.push(
          personOfParts(
            {
              family: person.family,
              given: orphan,
              letterCase: 'mixed' === this.letterCase ? 'mixed' : 'upper',
            },
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
      const isSiglum = /^\p{Lu}{3,}$/u.test(orphan);
      if (family !== undefined && !isSiglum && this.agents.at(-1)?.given !== undefined)
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
