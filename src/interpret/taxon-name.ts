import { parseAuthorship, UNAUTHORED, type NameAuthorship } from './taxon-authorship.ts';
import { codeOfRank, MARKS, rankOfEnding } from './taxon-markers.ts';
import { NameReader, type ReadParts } from './taxon-reader.ts';
import { repairName } from './taxon-repair.ts';
import { findUnnamed } from './taxon-unnamed.ts';

/** What a name of a taxon was read as. */
export interface TaxonName {
  /** informal: no name by a code, but one that names a taxon through others (Rosa sp., Rosa cf. alba). */
  readonly kind: 'name' | 'informal' | 'cultivar' | 'otu' | 'hybrid formula' | 'virus' | 'placeholder';
  /** The name without authors, with marks of rank, hybrid signs and qualifiers: "Abies alba subsp. alpina". */
  readonly fullName?: string;
  /** The name without authors, marks and doubts, but with hybrid signs: "Abies alba alpina"; absent for placeholders. */
  readonly canonicalName?: string;
  readonly genus?: string;
  readonly specificEpithet?: string;
  readonly infraspecificEpithet?: string;
  readonly rank?: string;
  /** The code of nomenclature: botanical, zoological, bacterial, cultivars or virus. */
  readonly code?: string;
  readonly authorship: NameAuthorship;
  /** Whether a "cf." or "?", an abbreviation or what could not be read makes the name uncertain. */
  readonly uncertain: boolean;
  /** What was mended before reading, in a few words each. */
  readonly repairs: readonly string[];
}

/** What other columns say about the name; decides where small and capital letters do not. */
export interface NameHints {
  readonly genus?: string | undefined;
  readonly specificEpithet?: string | undefined;
  readonly infraspecificEpithet?: string | undefined;
  readonly kingdom?: string | undefined;
}

/** Reads a scientific name of any code. Undefined where it is not recognisably one. Never throws. */
export function readTaxonName(written: string, hints: NameHints = {}): TaxonName | undefined {
  const { text, repairs } = repairName(written.length > LONGEST ? written.slice(0, LONGEST) : written);
  const rest = { authorship: UNAUTHORED, repairs };
  const unnamed = findUnnamed(text);
  switch (unnamed?.kind) {
    case 'no name':
      return undefined;
    case 'placeholder':
      return { kind: 'placeholder', uncertain: true, ...rest };
    case 'virus':
      return { kind: 'virus', canonicalName: unnamed.shown, code: 'virus', uncertain: false, ...rest };
    case 'otu':
      return { kind: 'otu', canonicalName: unnamed.shown, fullName: unnamed.shown, uncertain: false, ...rest };
    default: {
      const parts = new NameReader(text, hints).read();
      return parts === undefined ? undefined : finish(parts, hints, repairs);
    }
  }
}

/** No name is longer; texts that are, are paragraphs. */
const LONGEST = 1000;

function finish(parts: ReadParts, hints: NameHints, repairs: readonly string[]): TaxonName {
  if (parts.formula !== undefined) return formulaName(parts, parts.formula, repairs);
  const { genus, epithets, informal, cultivar } = parts;
  const authorship = parts.authors === '' ? UNAUTHORED : parseAuthorship(parts.authors);
  const ending = epithets.length === 0 && parts.infrageneric === undefined ? rankOfEnding(genus) : undefined;
  const code = codeOf({ parts, authorship, ending: ending?.code, kingdom: hints.kingdom });
  const rank = rankOf(parts, code, ending?.rank);
  const specificEpithet = epithets[0]?.text;
  const infraspecificEpithet = epithets[1]?.text;
  const hasGenus = epithets.length > 0 || parts.informal || rank === 'genus' || cultivar !== undefined;
  const sign = parts.genericHybrid ? (parts.graft ? '+' : '×') : '';
  return {
    kind: cultivar === undefined ? (informal ? 'informal' : 'name') : 'cultivar',
    fullName: sign + fullName(parts, rank),
    canonicalName: (sign === '' ? '' : `${sign} `) + canonicalName(parts),
    uncertain: parts.uncertain,
    authorship,
    repairs,
    ...(hasGenus || genus.toLowerCase() === hints.genus?.toLowerCase() ? { genus } : {}),
    ...(specificEpithet === undefined ? {} : { specificEpithet }),
    ...(infraspecificEpithet === undefined ? {} : { infraspecificEpithet }),
    ...(rank === undefined ? {} : { rank }),
    ...(code === undefined ? {} : { code }),
  };
}

/** A hybrid that is named by its parents has no rank: "Acer campestre × lobelii". */
function formulaName(parts: ReadParts, formula: string, repairs: readonly string[]): TaxonName {
  const epithets = /^[\p{Ll}-]+(?: (?:\p{Ll}+\. )?[\p{Ll}-]{3,}(?![\p{L}.]))*/u.exec(formula)?.[0];
  const other = epithets ?? readTaxonName(formula)?.canonicalName ?? formula;
  const canonical = other === '' ? canonicalName(parts) : `${canonicalName(parts)} × ${other}`;
  return {
    kind: 'hybrid formula',
    canonicalName: canonical,
    genus: parts.genus,
    code: 'botanical',
    uncertain: parts.uncertain,
    authorship: UNAUTHORED,
    repairs,
  };
}

function cultivarName(parts: ReadParts): string {
  if (parts.cultivar === undefined) return '';
  return parts.cultivarGroup ? ` ${parts.cultivar} Group` : ` '${parts.cultivar}'`;
}

/** Epithets with a doubt before them that means another taxon (aff., near) name nothing. */
function canonicalName(parts: ReadParts): string {
  const other = parts.epithets.findIndex(
    ({ qualifier }) => qualifier !== undefined && !/^(?:cfr?|conf)\b/iu.test(qualifier),
  );
  const named = other < 0 ? parts.epithets : parts.epithets.slice(0, other);
  const epithets = named.map(({ text, hybrid }) => ` ${hybrid ? '× ' : ''}${text}`).join('');
  const cultivar = cultivarName(parts);
  return `${parts.genus}${epithets}${cultivar && ` '${capitalise(parts.cultivar ?? '')}'`}`;
}

function fullName(parts: ReadParts, rank: string | undefined): string {
  const { genus, epithets, infrageneric } = parts;
  if (epithets.length === 0 && infrageneric !== undefined && parts.openMark === undefined) {
    const mark = parts.infragenericMarked ? MARKS[rank ?? ''] : undefined;
    return mark === undefined ? `${genus} (${infrageneric})` : `${genus} ${mark} ${infrageneric}`;
  }
  const shown = epithets.map(({ text, hybrid, qualifier, marked }, index) => {
    const marksRank = parts.cultivar === undefined ? rank : parts.rank;
    const mark = index === 0 || !marked || marksRank === undefined ? undefined : MARKS[marksRank];
    const prefix = `${qualifier === undefined ? '' : `${/^(?:near|prope)$/u.test(qualifier) ? qualifier : qualifier.replace('exgr', 'ex gr').replace(/\.?$/u, '.')} `}${mark === undefined ? '' : `${hybrid ? 'notho' : ''}${mark} `}`;
    return ` ${prefix}${hybrid && mark === undefined ? '× ' : ''}${text}`;
  });
  const open = parts.openMark === undefined || parts.cultivar !== undefined ? '' : ` ${parts.openMark}`;
  return `${genus}${shown.join('')}${open}${cultivarName(parts)}`;
}

function rankOf(parts: ReadParts, code: string | undefined, ending: string | undefined): string | undefined {
  if (parts.cultivar !== undefined) return parts.cultivarGroup ? 'cultivar group' : 'cultivar';
  if (parts.rank !== undefined) return parts.rank;
  const count = parts.epithets.length;
  if (count === 1) return 'species';
  if (count > 1) return code === 'zoological' ? 'subspecies' : 'infraspecific name';
  if (parts.openMark !== undefined) return 'species';
  return ending ?? (parts.genericHybrid ? 'genus' : undefined);
}

/** Marks that zoologists no longer use; names with a year after the author are theirs all the same. */
const BOTANICAL_MARK = /^(?:variety|form)$/u;

interface CodeOptions {
  readonly parts: ReadParts;
  readonly authorship: NameAuthorship;
  readonly ending: string | undefined;
  readonly kingdom: string | undefined;
}

/** The code that rank, ending, form of the authors or kingdom tell. */
function codeOf({ parts, authorship, ending, kingdom }: CodeOptions): string | undefined {
  if (parts.candidatus || /^(?:bacteria|archaea)$/iu.test(kingdom ?? '')) return 'bacterial';
  if (/^(?:animalia|metazoa)$/iu.test(kingdom ?? '')) return 'zoological';
  if (/^(?:plantae|fungi|chromista)$/iu.test(kingdom ?? '') && parts.cultivar === undefined) return 'botanical';
  const ofRank = codeOfRank(parts.cultivar === undefined ? parts.rank : 'cultivar') ?? ending;
  if (ofRank !== undefined) return ofRank;
  const { combination, basionym } = authorship;
  if (parts.genericHybrid || parts.epithets.some(({ hybrid }) => hybrid)) return 'botanical';
  if (combination.exAuthors.length > 0 || basionym.exAuthors.length > 0) return 'botanical';
  const hasBasionym = basionym.authors.length > 0;
  if (hasBasionym && combination.authors.length === 0) return 'zoological';
  if (hasBasionym) return basionym.year === null ? 'botanical' : undefined;
  if (combination.year !== null && combination.authors.length > 0)
    return combination.authors.some((author) => author.endsWith('.') && author !== 'al.') ? undefined : 'zoological';
  const abbreviated = combination.authors.some((author) => author.endsWith('.') && author !== 'al.');
  return BOTANICAL_MARK.test(parts.rank ?? '') || (parts.rank === 'subspecies' && abbreviated)
    ? 'botanical'
    : undefined;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
