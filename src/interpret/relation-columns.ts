import { childRowsType } from './child-rows.ts';
import type { Interpreter } from './interpreter.ts';
import { readRelationType } from './relation.ts';
import { splitList } from './value-list.ts';

interface RelationRow {
  readonly type: string;
  readonly target: string;
  readonly targetKind?: 'taxon' | 'sequence' | 'reference';
}

interface RelationColumn {
  readonly term: string;
  /** What the relation is where the value does not say. */
  readonly type: string;
  readonly separator: RegExp;
  readonly targetKind?: RelationRow['targetKind'];
}

const BAR = /\s*\|\s*|\s*;\s+|\n/u;
/** References have semicolons and commas of their own. */
const BAR_ALONE = /\s*\|\s*|\n/u;

const COLUMNS: readonly RelationColumn[] = [
  { term: 'isPartOf', type: 'part of', separator: BAR },
  { term: 'hasPart', type: 'has part', separator: BAR },
  { term: 'derivedFrom', type: 'derived from', separator: BAR },
  { term: 'associatedOccurrences', type: 'related', separator: BAR },
  { term: 'relatedTo', type: 'related', separator: BAR },
  { term: 'associatedOrganisms', type: 'related', separator: BAR },
  { term: 'associatedSequences', type: 'source of', separator: /[\s|;,]+/u, targetKind: 'sequence' },
  { term: 'associatedReferences', type: 'mentioned in', separator: BAR_ALONE, targetKind: 'reference' },
  { term: 'associatedTaxa', type: 'related', separator: /\s*[|;\n]\s*/u, targetKind: 'taxon' },
];

/** "parasite of": "http://…", (parasite of) http://…, sibling of: MVZ:Mamm:1. */
const WORDED =
  /^"([^"]{2,80})"\s*:\s*"?([^"]+)"?$|^\(([\p{L} -]{3,40})\)\s*(\S.*)$|^([\p{L}][\p{L} -]{2,39}):\s+(\S.*)$/u;
/** The same of taxa, whose names hold no colon. */
const WORDED_TAXON = /^([\p{L}][\p{L} -]{2,59}?)\s*:\s*(\S[^:]*)$/u;
/** Words that name the number, not the relation. */
const NAME_OF_NUMBER = /^(?:occurrence|specimen|organism|catalog|catalogue|accession)\s?(?:id|number|no)$/iu;
/** The bank before or instead of a sequence's number: "GenBank: U34853.1", "BOLD". */
const BANK = /^(?:genbank|ncbi|ena|embl|ddbj|insdc|bold|accession|no\.?|#)[:#]?$/iu;
const BANK_BEFORE = /^(?:genbank|ncbi|ena|embl|ddbj|insdc|bold)[:#]\s*/iu;

function readRelation(text: string, { type, targetKind }: RelationColumn): RelationRow | undefined {
  if (targetKind === 'sequence') {
    const target = text.replace(BANK_BEFORE, '');
    // Words between the numbers say which bank or gene they are of.
    return BANK.test(text) || !/\d/u.test(target) ? undefined : { type, target, targetKind };
  }
  if (targetKind === 'reference') return { type, target: text, targetKind };
  const match = WORDED.exec(text) ?? (targetKind === 'taxon' ? WORDED_TAXON.exec(text) : null);
  const words = match?.[1] ?? match?.[3] ?? match?.[5];
  const target = (match?.[2] ?? match?.[4] ?? match?.[6] ?? text).trim();
  return {
    type: words === undefined || NAME_OF_NUMBER.test(words) ? type : readRelationType(words),
    target,
    ...(targetKind === undefined ? {} : { targetKind }),
  };
}

/** Relations that stand in the record's own columns, and the whole to which it belongs. */
export const relations: Interpreter = {
  name: 'relations',
  version: 2,
  target: 'record',
  inputs: COLUMNS.map(({ term }) => term),
  outputs: { isPartOf: 'VARCHAR', relationRows: childRowsType('relation') },
  interpret(values) {
    const rows = COLUMNS.flatMap((column, index) =>
      splitList(values[index] ?? '', column.separator).flatMap((item) => readRelation(item, column) ?? []),
    );
    const whole = rows.find(({ type, targetKind }) => type === 'part of' && targetKind === undefined);
    return {
      output: {
        ...(whole === undefined ? {} : { isPartOf: whole.target }),
        ...(rows.length === 0 ? {} : { relationRows: rows }),
      },
      issues: [],
    };
  },
};
