import { hashKey } from '../model/key.ts';
import type { Taxon } from '../model/taxon.ts';
import { foldName } from './name-fold.ts';

/** The classification that a record states, from its columns. */
export interface StatedClassification {
  readonly kingdom?: string | undefined;
  readonly phylum?: string | undefined;
  readonly class?: string | undefined;
  readonly order?: string | undefined;
  readonly family?: string | undefined;
  readonly genus?: string | undefined;
  readonly canonicalName?: string | undefined;
  readonly taxonRank?: string | undefined;
  readonly records: number;
}

const RANKS = ['kingdom', 'phylum', 'class', 'order', 'family', 'genus'] as const;

/**
 * A checklist of what records say, for names that no other checklist has: each distinct name below what most of its records put it
 * under. Names of genera and families are told apart by kingdom. Give it distinct rows, with how many records have them.
 */
export function taxaOfRecords(rows: Iterable<StatedClassification>, checklist: string): readonly Taxon[] {
  const taxa = new Map<string, { readonly taxon: Taxon; readonly parents: Map<string, number> }>();
  for (const row of rows) {
    let parent: string | undefined;
    const names: (readonly [rank: string, name: string])[] = RANKS.flatMap((rank) => {
      const name = row[rank];
      return name === undefined || name === '' ? [] : [[rank, name] as const];
    });
    const own = row.canonicalName;
    if (own !== undefined && own !== '' && foldName(own) !== foldName(names.at(-1)?.[1] ?? ''))
      names.push([row.taxonRank ?? (own.includes(' ') ? 'species' : 'unranked'), own]);
    for (const [rank, name] of names) {
      const key = hashKey(['taxon', checklist, rank, foldName(row.kingdom ?? ''), foldName(name)].join('\u001F'));
      let entry = taxa.get(key);
      if (entry === undefined) {
        const taxon = { key, checklist, scientificName: name, canonicalName: name, rank, kingdom: row.kingdom };
        taxa.set(key, (entry = { taxon, parents: new Map() }));
      }
      if (parent !== undefined && parent !== key)
        entry.parents.set(parent, (entry.parents.get(parent) ?? 0) + row.records);
      parent = key;
    }
  }
  return [...taxa.values()].map(({ taxon, parents }) => {
    const [most] = [...parents].toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1));
    return most === undefined ? taxon : { ...taxon, parentKey: most[0] };
  });
}
