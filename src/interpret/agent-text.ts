import { takeLives } from './agent-life.ts';
import type { LifeYears } from './person-name.ts';

/** What was taken out of a text of names and belongs to the person beside it. A private-use character keeps its place. */
export type Beside =
  | { readonly kind: 'nick'; readonly nick: string }
  | { readonly kind: 'identifier'; readonly identifier: string }
  | { readonly kind: 'life'; readonly life: LifeYears };

export interface MarkedText {
  readonly text: string;
  readonly beside: readonly Beside[];
}

const FIRST_MARK = 0xe100;
export const MARK = /[\u{E100}-\u{F8FF}]/gu;

/** What a marking character stands for. */
export function besideOf(mark: string, beside: readonly Beside[]): Beside | undefined {
  return beside[mark.charCodeAt(0) - FIRST_MARK];
}

const ROLE = `collector\\(s\\)|collectors?|collected|coll|leg|legit|det|determiners?|determined|determinavit|ident|identified|identifier|conf|confirmed|confirmavit|verif|verified|annot|annotated|annotator|recorded|recorders?|donated|specimen donated|data recorded|sight record|photo|photograph|photographed|photographers?|observed|observers?|obs|preparator\\(s\\)|preparators?|prepared|sammler|recolector(?:es)?|coletor(?:es)?|récolteurs?`;
/** Several roles before one name: "leg. et det.", "Leg./Det.". */
const SHORT_ROLES = `(?:leg|legit|det|coll?|ident|rev|conf)\\.?(?:\\s*(?:,|&|/|et|and|y)\\s*(?:leg|legit|det|coll?|ident|rev|conf)\\.?)+`;
const LABELS: readonly RegExp[] = [
  new RegExp(`^\\W*${SHORT_ROLES}(?:\\s*:|\\s)\\s*`, 'iu'),
  new RegExp(
    `^\\W*(?:${ROLE}|by|col(?=:)|donor(?=:)|source(?=:)|name(?=:)|agent(?=:)|author(?=:)|artist(?=:)|maker(?=:)|manufacturer(?=:)|designer(?=:)|publisher(?=:))\\s*[:.](?!\\s*(?:by|p[oa]r)\\s)\\s*|^master\\s+-\\s+`,
    'iu',
  ),
  new RegExp(
    `^\\W*(?:${ROLE}|presented|given|gift|bequest|purchased|bought|received)\\.?\\s+(?:by|from|of(?=\\s\\p{Lu}\\.)|por|par|von)(?:\\s*:\\s*|\\s+)`,
    'iu',
  ),
  /^(?:[Bb]y|[Cc]ollected|[Ii]dentified|[Dd]etermined|[Pp]hotographer|[Oo]bserver|[Pp]reparator|[Pp]rep\.)\s+(?=\p{Lu}\.)/u,
  /^(?:[Ll]egit|[Ll]eg|[Dd]et)\s+(?=\p{Lu}\p{L}*\.?[\s,])/u,
];
const INNER_LABEL = new RegExp(
  `(?<=[\\s;,|/(\\]])(?:(?:and|&)\\s+(?=(?:collected|determined|identified) by))?(?:(?:${ROLE})\\.?(?:\\s+(?:by|por|par|von))?\\s*:|(?:leg|det|coll|conf|annot|verif)\\.(?:\\s+by(?=\\s))?(?=\\s+\\p{Lu})|(?:collected|(?:specimen )?donated|determined|identified|confirmed|verified|annotated|recorded|prepared|photographed) by(?=\\s))\\s*`,
  'giu',
);
const ROLE_BEHIND =
  /[\s,]*[([]?(?<![\p{L}.])(?:leg|legit|det|coll|conf|collector|collectors)(?:\.[)\]]?|[)\]])(?=\s*(?:$|[;|&,\d]|(?:jan|feb|mar|apr|ma[iy]|june?|july?|aug|sep|oct|nov|dec)\p{L}*\.?\s))|(?<=\p{L}\.?),\s*(?:leg|legit|det|collectors?|photographer|botanist|naturalist|observer|preparator|donor)\.?\s*(?=$|[;|])/giu;
const OTHERS =
  /[\s,;&]*(?:(?<!\p{L})and\s+|&\s*)?(?<!\p{L})(?:et\.?\s?al(?:ii|ia)?(?!\p{L})\.?|u\.\s?a\.(?=\s*(?:$|[;,|)]))|i in\.(?=\s*(?:$|[;,|)]))|(?:and|&) (?:(?:\d+|two|three|four|five|several|many) )?others|plus \d+(?=\s*(?:$|[;,|)]))|y otros|e outros|et autres|und andere|m\.\s?fl\.|(?:y|e|et) cols?\.(?=\s*(?:$|[;,|)]))|et coll\.|(?<=[;,|]\s*)others(?!\p{L})\.?)|(?<=\p{L}[.,]?)\s*(?:&|\sand)\s+al\.?(?=\s*(?:$|[;,|)]))/giu;
/** Quick tests without which the patterns above need not be tried. */
const MAY_LABEL =
  /:|\b(?:by|from|of|por|par|von|leg|legit|det|coll?|conf|rev|annot|verif|collectors?|ident|obs|photo|photographer|botanist|naturalist|observer|preparator|donor|source|name|agent|author|artist|maker|manufacturer|designer|publisher|collected|identified|determined|prep)\b|^master/iu;
const MAY_MENTION_OTHERS = /\bal|etal|plus|\b(?:u|fl|in)\.|col|others|otros|outros|autres|andere/iu;

const MONTH = `(?:jan(?:uary|vier|uar|eiro)?|feb(?:ruary|ruar|rero)?|fev(?:ereiro)?|fév(?:rier)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|maj|june?|juni|juin|jun(?:io|ho)|july?|juli|juil(?:let)?|jul(?:io|ho)|aug(?:ust)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|iembre)?|set(?:embro)?|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|déc(?:embre)?|dez(?:ember|embro)?|dic(?:iembre)?)(?!\\p{L})`;
const DATE_IN_WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd|rd|th)?[.\\s,/-]*)?${MONTH}[.\\s,/-]*(?:\\d{1,2}(?:st|nd|rd|th)?(?!\\d)[.\\s,/-]*)?(?:1[5-9]|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,2}[.\\s/-]{1,2}(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[.\\s/-]{1,2}\\d{2,4}(?!\\d)|(?<!\\p{L})(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[./-](?:1[6-9]|20)\\d\\d(?!\\d)|[\\s,]+(?:spring|summer|autumn|fall|winter|late|early)\\s+(?:1[6-9]|20)\\d\\d(?!\\d)|(?<=\\p{L}\\.?)\\s['’]\\d\\d(?!\\d)`,
  'giu',
);

const DATED =
  /[([]?(?:(?<!\p{L})(?:born|died|active|circa|about|no|nr|num|fl|ca|b|d|c|s)(?!\p{L})\.?\s*|[#№†*]\s*)*(?:(?<![\p{L}\d])\d[\d.,:/–—-]*\p{L}?(?:st|nd|rd|th)?(?![\p{L}\d])\s*(?:[-–—]\s*)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?(?!\p{L})\s*)?)+[)\]]?/giu;

const ORCID = /(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\d-])/u;
const IDENTIFIER =
  /[([<]?\s*(?:(?:orcid|wikidata|viaf|isni|wd)(?:\s+id)?\s*[:=]?\s*)?(?:https?:\/\/[^\s,;|()[\]<>]+|(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\d-])|(?<![\p{L}\d:])Q[1-9]\d{1,9}(?![\p{L}\d])|(?<=viaf\s?[:=]?\s?)\d{4,22})\s*[)\]>]?/giu;
const EMAIL = /[(<[]?[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}[)>\]]?/gu;
/** "J. Smith via A. Jones": through whom it came. In small letters alone, "per" may be a name. */
const THROUGH =
  /(?<=[\p{L}.])\s+(?:per|via|fide|teste|c\/o)\s+(?=\p{Lu})|^(?:per|via|fide|teste|c\/o)\s+(?=\p{Lu})|\s+via\s+(?=\p{L}\.)/gu;
/** A name by which someone goes, between the given names and the family name: "J. R. (Bob) Smith". */
const BRACKETED_NICK =
  /(?<=(?<!\p{L})((?:\p{Lu}\.\s?){1,3}|\p{Lu}\p{Ll}+ ))\((\p{Lu}\p{Ll}{1,15})\)\s+(?=\p{Lu}\p{Ll})/gu;
/** Nobody, and in brackets who it is likely to have been. */
const SUPPOSED =
  /^(?:unknown|anon(?:\.|ymous)?|not (?:stated|given)|s\.\s?n\.|\?)\s*[([](?:(?:probably|prob\.|possibly|perhaps|presumably|i\.\s?e\.,?|=|\?)\s*)?(\p{L}[^()[\]]{0,80})[)\]]$/iu;
const NICK = /(?<=^|[\s(])(?:["“„”]([\p{L}][^"“”„\n]{0,30})["”“]|['‘]([\p{L}][^'’"\n]{0,20})['’])(?=[\s,);|&]|$)/gu;
function take(text: string, pattern: RegExp, { notes, by }: { readonly notes: string[]; readonly by: string }): string {
  return text.replace(pattern, (match) => {
    notes.push(match.trim());
    return by;
  });
}

/** An identifier as an IRI; undefined for an address that names no agent. */
function identifierOf(text: string): string | undefined {
  const orcid = ORCID.exec(text)?.[0];
  if (orcid !== undefined) return `https://orcid.org/${orcid}`;
  const item = /(?:^|[^\p{L}\d])(Q[1-9]\d+)(?!\d)/u.exec(text)?.[1];
  if (item !== undefined) return `http://www.wikidata.org/entity/${item}`;
  const url = /https?:\/\/[^\s)\]>]+/iu.exec(text)?.[0];
  if (url !== undefined) return url;
  const viaf = /viaf\D{0,6}(\d+)/iu.exec(text)?.[1] ?? /^\D*(\d{4,22})\D*$/u.exec(text)?.[1];
  return viaf === undefined ? undefined : `http://viaf.org/viaf/${viaf}`;
}

/** Takes labels, "et al.", dates in words, identifiers, nicknames and life dates out of a text of names. */
export function markText(text: string, notes: string[]): MarkedText {
  const beside: Beside[] = [];
  const mark = (entry: Beside): string => {
    beside.push(entry);
    return ` ${String.fromCharCode(FIRST_MARK + beside.length - 1)} `;
  };
  let rest = text;
  const supposed = /[([]/u.test(text) ? SUPPOSED.exec(text)?.[1] : undefined;
  if (supposed !== undefined && /\p{Lu}/u.test(supposed)) {
    notes.push(text.slice(0, text.indexOf(supposed)).trim());
    rest = supposed;
  }
  if (rest.includes('@')) rest = take(rest, EMAIL, { notes, by: ' ' });
  if (/per|via|fide|teste|c\/o/u.test(rest)) rest = take(rest, THROUGH, { notes, by: '; ' });
  if (rest.includes('('))
    rest = rest.replace(BRACKETED_NICK, (match: string, before: string, nick: string) =>
      // What begins with the initial before it writes it out.
      before.includes('.') && nick.startsWith(before.charAt(0)) ? match : mark({ kind: 'nick', nick }),
    );
  if (/https?:|\d{4}-\d{4}-|Q\d|viaf/iu.test(rest))
    rest = rest.replace(IDENTIFIER, (match: string) => {
      notes.push(match.trim());
      const identifier = identifierOf(match);
      return identifier === undefined ? ' ' : mark({ kind: 'identifier', identifier });
    });
  if (MAY_LABEL.test(rest)) {
    for (const label of LABELS) rest = take(rest, label, { notes, by: '' });
    rest = take(rest, INNER_LABEL, { notes, by: '; ' });
    rest = take(rest, ROLE_BEHIND, { notes, by: '' });
  }
  if (/\d/u.test(rest)) {
    rest = takeLives(rest, (written, life) => {
      notes.push(written.trim());
      return life.begin === undefined && life.end === undefined ? ' ' : mark({ kind: 'life', life });
    });
    rest = take(rest, DATE_IN_WORDS, { notes, by: ' ' });
  }
  if (rest.includes(': ')) rest = rest.replace(/(?<=\s\p{L}+):\s+(?=\p{Lu}\p{L}*\.?\s)/gu, '; ');
  if (MAY_MENTION_OTHERS.test(rest)) rest = take(rest, OTHERS, { notes, by: '; ' });
  if (/["“”„'‘’]/u.test(rest))
    rest = rest.replace(NICK, (match: string, double: string | undefined, single: string | undefined, at: number) => {
      const before = rest.slice(0, at).trimEnd();
      const nick = (double ?? single ?? '').trim();
      const behind = rest.slice(at + match.length).trimStart();
      const isWhole = before === '' ? !/^\p{Lu}/u.test(behind) : /[;|&,]$/u.test(before);
      return isWhole ? match : mark({ kind: 'nick', nick });
    });
  return { text: rest, beside };
}

/** Takes numbers and dates out of one name. A capital "B." before a number is an initial, not "born". */
export function takeNumbers(text: string, notes: string[]): string {
  if (!/\d/u.test(text)) return text;
  return text.replace(DATED, (match: string) => {
    if (/^(?:2nd|3rd|4th)$/u.test(match.trim())) return match;
    const initial = /^([BCDS]\.?)\s*(?=\d)|^([bcds]\.?)\s*(?=\d)(?!.*(?<!\d)(?:1[4-9]|20)\d\d(?!\d))/u.exec(match);
    const kept = initial?.[1] ?? initial?.[2] ?? '';
    notes.push(match.slice(kept.length).trim());
    return ` ${kept} `;
  });
}

/** Takes what a pattern finds out of a text and notes it. */
export function takeNote(text: string, pattern: RegExp, notes: string[]): string {
  return take(text, pattern, { notes, by: ' ' });
}
