import type { Issue } from '../model/issue.ts';
import { findRank } from '../vocabulary/ranks.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';
import { readTaxonName, type NameHints } from './name-parts.ts';

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
  if (name === undefined)
    issues.push({ code: 'SCIENTIFIC_NAME_UNREADABLE', term: 'scientificName', detail: text.slice(0, 200) });
  else if (name.uncertain || name.kind === 'informal')
    issues.push({ code: 'SCIENTIFIC_NAME_UNCERTAIN', term: 'scientificName', detail: text.slice(0, 200) });
  const readRank = name?.rank;
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
  version: 1,
  target: 'record',
  inputs: INPUTS,
  outputs: { scientificName: 'VARCHAR', canonicalName: 'VARCHAR', taxonRank: 'VARCHAR', genus: 'VARCHAR' },
  interpret: interpretName,
};

/** The same in the history of identifications, which has no column for the genus. */
export const identificationName: Interpreter<NameColumns> = {
  name: 'identification-name',
  version: 1,
  target: 'identification',
  inputs: INPUTS,
  outputs: { scientificName: 'VARCHAR', canonicalName: 'VARCHAR', taxonRank: 'VARCHAR' },
  interpret(values) {
    const { output, issues } = interpretName(values);
    const { genus: _, ...rest } = output;
    return { output: rest, issues };
  },
};
