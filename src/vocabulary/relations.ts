/**
 * Kinds of relation between two records, each with what it is from the other end. A kind whose two ends are alike is its own
 * inverse. Kinds that a museum words in another way are kept as written, and are `related` from the other end.
 */
const PAIRS: readonly (readonly [type: string, inverse: string])[] = [
  ['part of', 'has part'],
  ['derived from', 'source of'],
  ['copy of', 'has copy'],
  ['depicts', 'depicted in'],
  ['mentions', 'mentioned in'],
  ['cites', 'cited in'],
  ['type of', 'has type'],
  ['parasite of', 'host of'],
  ['same gathering', 'same gathering'],
  ['same organism', 'same organism'],
  ['related', 'related'],
];

/** Every kind in both directions, in the order in which pages show them. */
export const RELATION_TYPES: readonly string[] = [...new Set(PAIRS.flat())];

const INVERSES: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([type, inverse]): [string, string][] => [
    [type, inverse],
    [inverse, type],
  ]),
);

/** What a relation is from its other end: `has part` for `part of`; `related` for a kind that is not ours. */
export function inverseRelation(type: string): string {
  return INVERSES.get(type) ?? 'related';
}
