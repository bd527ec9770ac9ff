import {
  JOINED_MATERIALS,
  MATERIALS,
  STATES,
  STATES_BEFORE,
  TECHNIQUES,
  WHOLE_TECHNIQUES,
} from '../vocabulary/material-words.ts';

/** One material of an object. */
export interface Material {
  readonly name: string;
  /** The part that is made of it: case, movement, verso. */
  readonly part?: string;
  /** What was done with it ("painted"), and remarks in brackets, in their order. */
  readonly states: readonly string[];
  /** The word that makes it uncertain: possibly, wohl, ?. */
  readonly doubt?: string;
}

export interface MaterialList {
  readonly materials: readonly Material[];
  /** Ways of making that stand among the materials: "etching" of "Etching on paper". */
  readonly techniques: readonly string[];
}

/** Characters beyond which a text is no list of materials, and words beyond which an entry is a sentence. */
const LONGEST = 2000;
const MOST_WORDS = 9;

/** Stands for what must not divide: separators within brackets, and "and" within a phrase. */
const JOINED = '\u{E000}';
const HIDDEN = ',;|/&';
const FIRST_HIDDEN = 0xe0_01;

const JOINED_PHRASES = new RegExp(
  `\\b(?:${JOINED_MATERIALS.filter((phrase) => phrase.includes(' ')).join('|')})\\b`,
  'giu',
);
const SECTION = /\s*[|;\n\r]+\s*|(?<=\p{Ll})\.\s+(?=\p{Lu})/u;
const ITEM =
  /\s*,\s*(?:(?:and|or|und|oder|et|ou|y)\s+)?|\s+\/\s+|\s+(?:and|und|et|och|og|y|plus|with|mit|avec|met|con)\s+|\s*[&+]\s*/iu;
const SUPPORT =
  /\s+(?:(?:laid|mounted|pasted|aufgezogen|marouflée?|montée?|collée?) )?(?:on|onto|over|auf|sur|op|su|på|sobre|über)\s+/iu;
const PART = /^([\p{L}\p{M}][\p{L}\p{M}\s'’()-]{0,40}?)\s*:\s+(\S.*)$/u;
const DOUBT_BEFORE =
  /^(possibly|probably|perhaps|presumably|wohl|vermutlich|wahrscheinlich|möglicherweise|vielleicht|probablement|peut-être|forse|probabilmente|posiblemente|mogelijk)\s+(?:of\s+)?/iu;
const DOUBT_BEHIND = /\s*(?:\(\?\)|\[\?\]|\?)$/u;
const ARTICLE =
  /^(?:a|an|the|of|on|auf|sur|ein|eine|einer|einem|un|une|du|des|de la)\s+|^\d+\s+(?!(?:mm|cm|inch|in)\b)/iu;
const BRACKETS = /\s*[([]([^()[\]]*)[)\]]/gu;
/** Words that no list of materials has. */
const SENTENCE = /\s(?:by|from|which|that|is|are|was|were|has|have|consists?|ist|sind|wurde|hat|aus|est|sont)\s/iu;
/** Words that only English has: the first word has its capital for being the first. */
const ENGLISH = /\s(?:and|on|with)\s/u;
/** The width of a film. */
const FORMAT = /^(?:8|9\.5|16|35|70)\s?mm$/u;
/** Qualifiers of thesauri behind a word: "silver (metal)". */
const QUALIFIER =
  /^(?:metal|material|materials|textile|fiber|fibre|wood|plant material|animal material|metalltechnik)$/iu;

/**
 * Takes a statement of materials apart: "case: oak; movement: brass, steel", "wood, painted", "Oil paint on canvas". What cannot be
 * taken apart is one material, as written. Never throws.
 */
export function readMaterials(text: string, language?: string): MaterialList {
  const written = text
    .normalize('NFC')
    .replace(/[\u{E000}-\u{F8FF}\p{Cf}]/gu, '')
    .trim();
  if (written.length > LONGEST) return { materials: [{ name: written, states: [] }], techniques: [] };
  const keepsCapitals = language?.startsWith('de') === true;
  const list = new MaterialReader(keepsCapitals);
  const guarded = hideBracketed(written).replace(JOINED_PHRASES, (phrase) => phrase.replaceAll(' ', JOINED));
  for (const section of guarded.split(SECTION)) list.readSection(section.trim());
  return { materials: list.materials, techniques: [...new Set(list.techniques)] };
}

function hideBracketed(text: string): string {
  if (!/[([]/u.test(text)) return text;
  return text.replace(/[([][^()[\]]*[)\]]/gu, (inside) =>
    inside
      .replace(/[,;|/&]/gu, (sign) => String.fromCharCode(FIRST_HIDDEN + HIDDEN.indexOf(sign)))
      .replaceAll(' ', JOINED),
  );
}

function show(text: string): string {
  return text
    .replaceAll(JOINED, ' ')
    .replace(/[\u{E001}-\u{E005}]/gu, (hidden) => HIDDEN.charAt(hidden.charCodeAt(0) - FIRST_HIDDEN));
}

function singular(word: string): string {
  return word.length > 4 ? word.replace(/(?<!s)s$/u, '') : word;
}

/** Whether a set has the words, in the singular or as written. */
function isAmong(set: ReadonlySet<string>, text: string): boolean {
  const plain = text.toLowerCase();
  return set.has(plain) || set.has(singular(plain));
}

function isTechnique(item: string): boolean {
  if (isAmong(WHOLE_TECHNIQUES, item)) return true;
  const words = item.split(' ');
  return words.some((_, index) => isAmong(TECHNIQUES, words.slice(index).join(' ')));
}

class MaterialReader {
  readonly materials: Material[] = [];
  readonly techniques: string[] = [];
  private part: string | undefined;
  private isEnglish = false;
  private readonly keepsCapitals: boolean;

  constructor(keepsCapitals: boolean) {
    this.keepsCapitals = keepsCapitals;
  }

  readSection(section: string): void {
    this.part = undefined;
    this.isEnglish = ENGLISH.test(section);
    const before = this.materials.length;
    const items = section.split(ITEM);
    // A sentence is no list: taking it apart would make materials of its words.
    if (SENTENCE.test(section) || items.some((item) => item.split(' ').length > MOST_WORDS)) {
      this.isEnglish = false;
      this.add(show(section), section);
      return;
    }
    for (const item of items) {
      const labelled = PART.exec(item);
      if (labelled !== null) this.part = show(labelled[1] ?? '').toLowerCase();
      for (const piece of (labelled?.[2] ?? item).split(SUPPORT)) this.readItem(piece.trim(), before);
    }
  }

  private readItem(piece: string, sectionStart: number): void {
    const remarks: string[] = [];
    const doubtBehind = DOUBT_BEHIND.test(piece) ? '?' : undefined;
    const bare = show(
      piece
        .replace(DOUBT_BEHIND, '')
        .replace(BRACKETS, (_, inside: string) => {
          remarks.push(show(inside).trim());
          return ' ';
        })
        .replace(/\s{2,}/gu, ' ')
        .replace(/^[\s.:]+|[\s.:]+$/gu, ''),
    );
    const doubtful = DOUBT_BEFORE.exec(bare);
    const item = bare.replace(DOUBT_BEFORE, '').replace(ARTICLE, '');
    const doubt = doubtful?.[1]?.toLowerCase() ?? doubtBehind;
    if (item === '') {
      if (bare !== '' || remarks.length > 0) this.add(show(piece).trim(), piece);
      return;
    }
    const last = this.materials.at(-1);
    if (isAmong(STATES, item) || FORMAT.test(item)) {
      if (last !== undefined && this.materials.length > sectionStart) {
        this.materials.splice(-1, 1, { ...last, states: [...last.states, item.toLowerCase(), ...remarks] });
        return;
      }
      if (this.techniques.length > 0 && sectionStart === this.materials.length) return;
    }
    if (isTechnique(item)) {
      this.techniques.push(this.plain(item));
      return;
    }
    const known = remarks.flatMap((remark) => remark.split(/\s*,\s*|\s+(?:and|und|et)\s+/u));
    const names = known.length > 0 && known.every((name) => isAmong(MATERIALS, name)) && !QUALIFIER.test(known.join());
    const states = names ? [] : remarks.filter((remark) => !QUALIFIER.test(remark));
    this.add(item, item, { states, doubt });
    if (names) for (const name of known) this.add(name, name, { states: [], doubt });
  }

  private add(
    name: string,
    written: string,
    { states, doubt }: { readonly states: readonly string[]; readonly doubt: string | undefined } = {
      states: [],
      doubt: undefined,
    },
  ): void {
    if (name === '' || /^null$/iu.test(name)) return;
    const [first = '', ...others] = name.split(' ');
    const state = others.length > 0 ? stateBefore(first) : undefined;
    this.materials.push({
      name: this.plain(state === undefined || written.split(' ').length > 3 ? name : others.join(' ')),
      ...(this.part === undefined ? {} : { part: this.part }),
      states: state === undefined || written.split(' ').length > 3 ? states : [state, ...states],
      ...(doubt === undefined ? {} : { doubt }),
    });
  }

  /** A known word loses the capital of the sentence's beginning; names of places and makes keep theirs. */
  private plain(name: string): string {
    if (this.keepsCapitals || !/^\p{Lu}\p{Ll}/u.test(name)) return name;
    const [first = ''] = name.split(' ');
    const isKnown =
      this.isEnglish ||
      isAmong(MATERIALS, first) ||
      isAmong(TECHNIQUES, first) ||
      isAmong(STATES, first) ||
      isAmong(MATERIALS, name) ||
      isAmong(TECHNIQUES, name) ||
      /^(?:pen|brush|gelatin|gelatine|line|digital|intaglio|chromogenic)$/iu.test(first);
    return isKnown ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  }
}

/** "painted" of "painted wood", "bemalt" of "bemaltes Holz". */
function stateBefore(word: string): string | undefined {
  const plain = word.toLowerCase();
  if (STATES_BEFORE.has(plain)) return plain;
  const uninflected = plain.replace(/e[rsnm]?$/u, '');
  return uninflected !== plain && STATES_BEFORE.has(uninflected) ? uninflected : undefined;
}
