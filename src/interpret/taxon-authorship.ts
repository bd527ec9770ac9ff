import { isAuthorParticle } from './taxon-markers.ts';

/** Who published a name, and when. */
export interface Authorship {
  readonly authors: readonly string[];
  /** Those before "ex", who proposed the name and did not publish it. */
  readonly exAuthors: readonly string[];
  /** Of publication, as written: 1876, 187?. */
  readonly year: string | null;
}

export interface NameAuthorship {
  readonly combination: Authorship;
  /** Those in brackets, who published the name in its first combination. */
  readonly basionym: Authorship;
}

const NOBODY: Authorship = { authors: [], exAuthors: [], year: null };
export const UNAUTHORED: NameAuthorship = { combination: NOBODY, basionym: NOBODY };

/** What stands behind the authors and is none of them, from its first word to the end. */
const NOTE = new RegExp(
  [
    String.raw`(?:^|[\s,;:([])(?:`,
    String.raw`(?:[Nn]omen|[Nn]om|[Cc]omb|[Ss]tat|status|orth|sp|spec|gen|fam|var|subsp|ssp|f|trib|ord|n)\.? ?(?:et ?)?(?:(?:gen|sp|comb|stat|nom)\.? ?)?`,
    String.raw`(?:nov(?:um|a|\.|\b)|[Nn]ud|[Ii]lleg|[Ii]nval|[Cc]ons|rej|superfl|dub|ambig|confus|err|utique|alt|obl|prov|sp\b|n\.|var\.|nota)`,
    String.raw`|(?:[Ss]ensu|SENSU|[Aa]uctt?|AUCT|auctorum|sec|[Nn]on|NON|[Nn]ec|not|[Ee]mend|em|[Ii]ned|mss?|[Ii]n press|in prep|in litt|partim|[Pp]ro parte|pro syn|pro hybr|pro sp`,
    String.raw`|misapplied|excl|fide|hors|sic|descr|typ|type|agg|p\. ?p|s\. ?(?:l|s|lat|str|ampl)|ss|MSS?|quoad|sens|as|orthographic|nomina|unpublished|manuscript|synonym|syn`,
    String.raw`|not published|species complex|complex)(?=[.\s\],;)]|$)|[=≡*]|\[sic)`,
  ].join(''),
  'u',
);

/** "gen. et sp. nov." before the authors of a new name. */
const NEW =
  /^(?:(?:(?:gen|sp|spec|subsp|ssp|var|comb|stat|nom|fam)\.? (?:et |& )?){1,3}(?:nov|n)\b|n\. ?(?:sp|gen|comb|var|ssp))[.,;]*\s*(?=\p{Lu})/u;
const YEAR = /[[("']*(?<![\d\p{L}-]|:\s?)(1[5-9]\d[\dx?]|20[0-4]\d)(?!\d)/iu;
const IN_OTHERS = /\s(?:in(?!\s't\s)|apud|en|em|dans)\s/u;
const EX = /\s+ex\.?\s+/u;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[\s-]*|\p{Lu}(?:\s|$)){1,4}$/u;
const SUFFIX = /^(?:jr|jun|junior|sr|sen|senior|ii|iii|fil|filius|f)\.?$/iu;
/** A capital and a small word are a species or a common name, not an author: "Cus dus", "Scots pine". */
const ANOTHER_NAME =
  /^\p{Lu}\p{Ll}+\s(?!(?:bis|ter|jun|sen|junior|senior|fil|filius|minor|major|hort)\.?$)\p{Ll}{3,}$/u;
const AND_OTHERS = /^(?:al|alii|aliorum|others|coll)\.?$/iu;

/** Who published a name, from what stands behind its epithets: "(Fr.) P. Kumm., 1871". */
export function parseAuthorship(text: string): NameAuthorship {
  const written = text.replace(/^[\s,;:.]+/u, '').replace(NEW, '');
  const bracket = written.charAt(0);
  if (bracket !== '(' && bracket !== '[') return { combination: readPart(written), basionym: NOBODY };
  const close = closing(written);
  const inside = written.slice(1, close);
  const behind = written.slice(close + 1).replace(/^[\s,.)\]]+/u, '');
  // "[Denis & Schiffermüller], 1775": the work itself does not name them.
  if (bracket === '[' && !/\p{L}/u.test(behind))
    return { combination: readPart(`${inside} ${behind}`), basionym: NOBODY };
  if (/^\s*\d{4}\s*$/u.test(inside)) return { combination: readPart(`${behind} ${inside}`), basionym: NOBODY };
  return { combination: readPart(behind), basionym: readPart(inside) };
}

/** The authors without what is said of the name: nom. nud., sensu auct., non L., in press. */
function withoutNotes(text: string): string {
  const note = NOTE.exec(text);
  return note === null ? text : text.slice(0, note.index);
}

/** Where the bracket with which the text begins ends; the end of the text where it does not. */
function closing(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}

function readPart(part: string): Authorship {
  const text = withoutNotes(part).replace(/\s-\s.*$/u, '');
  if (text === '') return NOBODY;
  const year = YEAR.exec(text);
  const before = year === null ? text : text.slice(0, year.index);
  const other = IN_OTHERS.exec(before);
  const own = (other === null ? before : before.slice(0, other.index)).replace(/\s*:\s.*$|:.*$/u, '');
  const groups = own.split(EX);
  return {
    authors: readAuthors(groups.at(-1) ?? ''),
    exAuthors: readAuthors(groups.slice(0, -1).join(' & ')),
    year: year?.[1] ?? null,
  };
}

function readAuthors(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const items = text
    .replaceAll(/[()[\]"]/gu, ' ')
    .replaceAll(/[\s,]+(?:et|and|&)\s+(?:al|alii|others|coll)\b\.?/giu, ' & al.')
    .split(/\s*([&,;+/])\s*|\s+(?:et|and|und|u\.|y|e|och|with)\s+/u);
  const authors: string[] = [];
  for (let index = 0; index < items.length; index += 2) {
    const item = items[index]?.trim() ?? '';
    const last = authors.at(-1);
    if (AND_OTHERS.test(item)) authors.push('al.');
    else if (last !== undefined && SUFFIX.test(item)) authors[authors.length - 1] = `${last} ${item}`;
    else if (last !== undefined && items[index - 1] === ',' && INITIALS.test(item) && /^[^.]{2,}$/u.test(last))
      authors[authors.length - 1] = `${tight(item)}${item.endsWith('.') ? '' : '.'}${last}`;
    else if (/\p{L}/u.test(item)) {
      const author = readAuthor(item);
      if (author === undefined) break;
      authors.push(author);
    }
  }
  return authors;
}

/** One author as checklists write it: initials and abbreviations without spaces, capitals only where they begin a name. */
function readAuthor(item: string): string | undefined {
  const first = item.split(' ', 1)[0] ?? '';
  if (/\d/u.test(item)) return undefined;
  if (/^\p{Ll}/u.test(first) && !isAuthorParticle(first) && !/^(?:hort|ht\.?$|d'|v\.|dos?$|zu$|'t)/u.test(first))
    return undefined;
  if (item.includes(' ') && ANOTHER_NAME.test(item) && !isAuthorParticle(item.split(' ').at(-1) ?? ''))
    return undefined;
  const lowered = /\p{Lu}{4}/u.test(item) ? item.replaceAll(/\p{Lu}[\p{Lu}\p{M}'-]{3,}/gu, capitalised) : item;
  const hort = lowered.replace(/^Hort\b\.?/u, 'hort.').replace(/^(?:hort|ht\.?)$/u, 'hort.');
  const swapped = /^((?:(?:de|von|van|du|la) )?\p{Lu}[\p{L}'-]{2,}) ((?:\p{Lu}\.[\s-]?)+)$/u.exec(hort);
  const spacedInitials = /^(\p{Lu}\p{Ll}[\p{L}'-]+) (\p{Lu}(?: \p{Lu}){0,2})$/u.exec(hort);
  if (spacedInitials !== null) return `${(spacedInitials[2] ?? '').replaceAll(' ', '.')}.${spacedInitials[1] ?? ''}`;
  return swapped === null ? tight(hort) : `${tight(swapped[2] ?? '')}${swapped[1] ?? ''}`;
}

/** Authors without any of these signs stand as they should. */
const LOOSE = /\.\s|fil|\s-|-\s|^\p{Lu}{1,2} |^\s|\s$/u;

function tight(author: string): string {
  if (!LOOSE.test(author)) return author;
  return author
    .replaceAll(/\.\s+(?=[\p{L}'-])/gu, '.')
    .replaceAll(/(?<=[\p{L}.])\s+(?:fil|filius)\.?(?=\s|$)/giu, ' f.')
    .replaceAll(/(?<=\.)\s*fil(?:ius)?\.?$/giu, 'f.')
    .replaceAll(/^\s*-\s*/gu, '')
    .replaceAll(/\s*-\s*/gu, '-')
    .replaceAll(/^(\p{Lu}{1,2}) (?=\p{Lu}\p{Ll})/gu, '$1.')
    .trim();
}

function capitalised(word: string): string {
  return word.toLowerCase().replaceAll(/(?<=^|[-'])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
