import type { Interpreter } from './interpreter.ts';

const RANKS = ['kingdom', 'phylum', 'class', 'order', 'family'] as const;
type Rank = (typeof RANKS)[number];
type ClassificationColumns = { readonly [Column in Rank]?: string };

const NO_NAME =
  /^\W*(?:none|null|n\/?a|unknown|incertae sedis|not assigned|unassigned|undetermined|indet\.?|unspecified|unplaced|no (?:aplica|disponible|data))?\W*$/iu;

/** A name of a higher taxon as checklists write it: Asteraceae. Words that are no name are left out. */
function readHigherName(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || NO_NAME.test(text)) return undefined;
  const plain = text.replace(/\s+/gu, ' ');
  return /^\p{L}+(?:-\p{L}+)?$/u.test(plain) ? plain.charAt(0).toUpperCase() + plain.slice(1).toLowerCase() : plain;
}

const ENDINGS: readonly (readonly [rank: Rank, ending: RegExp])[] = [
  ['family', /(?:aceae|idae)$/iu],
  ['order', /\p{L}{2}ales$/iu],
];
const KINGDOM = /^(?:animalia|plantae|fungi|chromista|protozoa|protista|bacteria|archaea|viruses|metazoa)$/iu;

/** The higher classification. Where a column is empty, kingdom, order and family are taken from `higherClassification` by their form. */
export const classification: Interpreter<ClassificationColumns> = {
  name: 'classification',
  version: 1,
  target: 'record',
  inputs: [...RANKS, 'higherClassification'],
  outputs: { kingdom: 'VARCHAR', phylum: 'VARCHAR', class: 'VARCHAR', order: 'VARCHAR', family: 'VARCHAR' },
  interpret(values) {
    const higher = (values[RANKS.length] ?? '').split(/\s*[|;:,>]\s*/u);
    const fallback: Partial<Record<Rank, string | undefined>> = { kingdom: higher.find((name) => KINGDOM.test(name)) };
    for (const [rank, ending] of ENDINGS) fallback[rank] = higher.findLast((name) => ending.test(name));
    const entries = RANKS.map(
      (rank, index) => [rank, readHigherName(values[index]) ?? readHigherName(fallback[rank])] as const,
    );
    return { output: Object.fromEntries(entries.filter(([, name]) => name !== undefined)), issues: [] };
  },
};
