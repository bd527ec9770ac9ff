import type { Taxon, TaxonMatch } from '../model/taxon.ts';
import type { TaxonIndex } from './taxon-index.ts';
import { HIGHER_RANKS, type StatedClassification } from './taxon-records.ts';

/** A name on records, and what stands beside it. */
export interface StatedName extends StatedClassification {
  readonly authorship?: string | undefined;
}

/** How a name was found in a checklist, as it is kept. */
export interface KeptMatch {
  /** What was looked for. */
  readonly name: string;
  readonly kind: 'exact' | 'synonym' | 'fuzzy' | 'higher' | 'ambiguous';
  /** The accepted taxon; none where it is ambiguous. */
  readonly taxonKey?: string;
  /** The entry that has the name. */
  readonly usageKey?: string;
  readonly score: number;
  /** Reasons in words. */
  readonly evidence: readonly string[];
  /** Where it is ambiguous: the taxa that it may mean. */
  readonly candidates: readonly string[];
}

const MOST_CANDIDATES = 20;

/**
 * The taxon of a checklist that a record's name means: the name itself, a synonym, a misspelling, else the lowest of its higher taxa
 * that the checklist has. Undefined where it has none of them.
 */
export function matchStated(index: TaxonIndex, stated: StatedName): KeptMatch | undefined {
  const { kingdom, family, genus, authorship } = stated;
  const own = stated.canonicalName ?? '';
  const beside = { kingdom, family, genus };
  if (own !== '') {
    const match = index.match({ ...beside, canonicalName: own, rank: stated.taxonRank, authorship });
    const kept = keep(match, own);
    if (kept !== undefined) return kept;
  }
  for (const rank of HIGHER_RANKS.toReversed()) {
    const name = stated[rank];
    if (name === undefined || name === '' || name === own) continue;
    const match = index.match({ canonicalName: name, rank, kingdom, family });
    if (match.kind !== 'exact') continue;
    const kept = keep(match, name)!;
    if (own === '') return kept;
    const evidence = [`${own} is not in the checklist, ${name} is`, ...match.evidence.slice(1)];
    return { ...kept, name: own, kind: 'higher', evidence };
  }
  return undefined;
}

function keep(match: TaxonMatch, name: string): KeptMatch | undefined {
  if (match.kind === 'none') return undefined;
  const { evidence } = match;
  if (match.kind === 'ambiguous') {
    const taxa = match.candidates.map((taxon) => taxon.acceptedKey ?? taxon.key);
    const candidates = [...new Set(taxa)].slice(0, MOST_CANDIDATES);
    return { name, kind: 'ambiguous', score: 0, evidence, candidates };
  }
  const { taxon, accepted, score } = match;
  const kind = match.kind === 'exact' && taxon !== accepted ? 'synonym' : match.kind;
  return { name, kind, taxonKey: keyOf(accepted), usageKey: keyOf(taxon), score, evidence, candidates: [] };
}

/** The key of the entry: a synonym of several taxa comes several times. */
function keyOf({ key }: Taxon): string {
  return key.split('#', 1)[0]!;
}
