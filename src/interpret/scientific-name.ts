import type { Issue } from '../model/issue.ts';
import { findRank } from '../vocabulary/ranks.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';
import { UNAUTHORED, type NameAuthorship } from './taxon-authorship.ts';
import { readTaxonName, type NameHints, type TaxonName } from './taxon-name.ts';

/** A scientific name on its own, read without the columns beside it. */
export interface InterpretedName {
  /**
   * parsed: a name by a code of nomenclature, or the code of an OTU; informal: one that is open or in doubt (Rosa sp., Rosa cf. alba);
   * unparsable: a virus, a hybrid named by its parents, a placeholder, or no name.
   */
  readonly status: 'parsed' | 'informal' | 'unparsable';
  readonly kind: TaxonName['kind'] | 'no name';
  /** Without authors, with marks of rank, hybrid signs and qualifiers: "Abies alba subsp. alpina". */
  readonly canonical: string | null;
  readonly rank: string | null;
  readonly code: string | null;
  readonly genus: string | null;
  readonly specificEpithet: string | null;
  readonly infraspecificEpithet: string | null;
  readonly authorship: NameAuthorship;
  readonly issues: readonly Issue[];
}

const UNPARSABLE: ReadonlySet<InterpretedName['kind']> = new Set(['virus', 'hybrid formula', 'placeholder', 'no name']);

/** Reads one written name: what it is, its parts, who published it; issues say what is in doubt and what was mended. */
export function interpretScientificName(text: string): InterpretedName {
  const name = readTaxonName(text);
  const kind = name?.kind ?? 'no name';
  const unparsable = UNPARSABLE.has(kind);
  return {
    status: unparsable ? 'unparsable' : kind === 'informal' ? 'informal' : 'parsed',
    kind,
    canonical: unparsable ? null : (name?.fullName ?? null),
    rank: name?.rank ?? null,
    code: name?.code ?? null,
    genus: unparsable ? null : (name?.genus ?? null),
    specificEpithet: name?.specificEpithet ?? null,
    infraspecificEpithet: name?.infraspecificEpithet ?? null,
    authorship: name?.authorship ?? UNAUTHORED,
    issues: nameIssues(text, name),
  };
}

function nameIssues(text: string, name: TaxonName | undefined): readonly Issue[] {
  const term = 'scientificName';
  if (name === undefined) return [{ code: 'SCIENTIFIC_NAME_UNREADABLE', term, detail: text.slice(0, 200) }];
  const issues: Issue[] = [];
  if (name.uncertain || name.kind === 'informal')
    issues.push({ code: 'SCIENTIFIC_NAME_UNCERTAIN', term, detail: text.slice(0, 200) });
  if (name.repairs.length > 0) issues.push({ code: 'SCIENTIFIC_NAME_REPAIRED', term, detail: name.repairs.join(', ') });
  return issues;
}

interface NameColumns {
  readonly scientificName?: string;
  readonly canonicalName?: string;
  readonly taxonRank?: string;
  readonly genus?: string;
}

const INPUTS = [
  'scientificName',
  'scientificNameAuthorship',
  'genus',
  'specificEpithet',
  'infraspecificEpithet',
  'taxonRank',
  'verbatimTaxonRank',
  'kingdom',
] as const;

/** Words that stand in the columns of epithets and are none. */
const NO_EPITHET = /^(?:spp?\.?|indet\.?|undesignated|undetermined|unknown|none|null|n\/?a|-+)$/iu;

function stated(value: string | null | undefined): string | undefined {
  return value === null || value === undefined || NO_EPITHET.test(value) ? undefined : value;
}

/** The name from its parts, where the column of whole names is empty. */
function composed({ genus, specificEpithet, infraspecificEpithet }: NameHints): string | undefined {
  if (genus === undefined) return undefined;
  const parts = specificEpithet === undefined ? [genus] : [genus, specificEpithet, infraspecificEpithet];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** Whether genus and species of the name are others than those of their columns. */
function contradicts({ genus, specificEpithet }: TaxonName, hints: NameHints): boolean {
  const differs = (read: string | undefined, stated: string | undefined) =>
    read !== undefined && stated !== undefined && plain(read) !== plain(stated);
  return differs(genus, hints.genus) || differs(specificEpithet, hints.specificEpithet);
}

function plain(part: string): string {
  return part
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

function interpretName(values: readonly (string | null)[]): Interpreted<NameColumns> {
  const [written, , genus, specificEpithet, infraspecificEpithet, rankText, verbatimRank, kingdom] = values;
  const hints: NameHints = {
    genus: stated(genus),
    specificEpithet: stated(specificEpithet),
    infraspecificEpithet: stated(infraspecificEpithet),
    kingdom: stated(kingdom),
  };
  const statedRank = findRank(rankText ?? '') ?? findRank(verbatimRank ?? '');
  const text = written ?? composed(hints);
  const issues: Issue[] = [];
  if (rankText !== null && rankText !== undefined && statedRank === undefined)
    issues.push({ code: 'TAXON_RANK_INVALID', term: 'taxonRank', detail: rankText });
  if (text === undefined)
    return { output: columns({ taxonRank: statedRank ?? rankText ?? undefined, genus: hints.genus }), issues };
  const name = readTaxonName(text, hints);
  if (written === null || written === undefined)
    issues.push({ code: 'SCIENTIFIC_NAME_MISSING', term: 'scientificName' });
  issues.push(...nameIssues(text, name));
  if (name !== undefined && contradicts(name, hints))
    issues.push({ code: 'SCIENTIFIC_NAME_MISMATCH', term: 'scientificName', detail: text.slice(0, 200) });
  const readRank = name?.kind === 'informal' && !name.canonicalName?.includes(' ') ? 'genus' : name?.rank;
  const genusOfRank = name?.canonicalName !== undefined && statedRank === 'genus' ? name.canonicalName : undefined;
  const output = columns({
    scientificName: text,
    canonicalName: name?.canonicalName,
    taxonRank: name?.kind === 'informal' ? (readRank ?? statedRank) : (statedRank ?? rankText ?? readRank),
    genus:
      name?.genus ??
      genusOfRank ??
      (hints.genus === undefined ? undefined : hints.genus.charAt(0).toUpperCase() + hints.genus.slice(1)),
  });
  return { output, issues };
}

function columns(values: { readonly [Column in keyof NameColumns]: string | undefined }): NameColumns {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The record's name: as written, without authors, its rank, its genus. A rank that is stated goes before one that is read. */
export const scientificName: Interpreter<NameColumns> = {
  name: 'scientific-name',
  version: 4,
  target: 'record',
  inputs: INPUTS,
  outputs: { scientificName: 'VARCHAR', canonicalName: 'VARCHAR', taxonRank: 'VARCHAR', genus: 'VARCHAR' },
  interpret: interpretName,
};

/** The same in the history of identifications, which has no column for the genus. */
export const identificationName: Interpreter<NameColumns> = {
  name: 'identification-name',
  version: 4,
  target: 'identification',
  inputs: INPUTS,
  outputs: { scientificName: 'VARCHAR', canonicalName: 'VARCHAR', taxonRank: 'VARCHAR' },
  interpret(values) {
    const { output, issues } = interpretName(values);
    const { genus: _, ...rest } = output;
    return { output: rest, issues };
  },
};
