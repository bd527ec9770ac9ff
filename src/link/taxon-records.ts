import { hashKey } from '../model/key.ts';
import type { Taxon } from '../model/taxon.ts';
import { findRank, RANKS } from '../vocabulary/ranks.ts';
import { foldName } from './name-fold.ts';

/** Columns of higher taxa, from high to low. */
export const HIGHER_RANKS = ['kingdom', 'phylum', 'class', 'order', 'family', 'genus'] as const;

/** The classification that a record states, from its columns. */
export interface StatedClassification extends Readonly<
  Partial<Record<(typeof HIGHER_RANKS)[number], string | undefined>>
> {
  /** All higher taxa with their ranks, from high to low, where there are more than these columns have. */
  readonly higher?: readonly RankedName[] | undefined;
  readonly canonicalName?: string | undefined;
  readonly taxonRank?: string | undefined;
  readonly records: number;
}

export type RankedName = readonly [rank: string, name: string];

interface Node {
  readonly key: string;
  readonly rank: string;
  /** Spellings by how many records have them. */
  readonly spellings: Map<string, number>;
  /** What records put it under: how many do, by rank and key. */
  readonly parents: Map<string, { readonly level: number; records: number }>;
}

const LEVELS = new Map(RANKS.map((rank, level) => [rank, level]));
const GENUS = LEVELS.get('genus')!;
const SPECIES = LEVELS.get('species')!;

/**
 * A classification out of what rows state: each distinct name below what most of them put it under, the nearest rank first. Names of
 * one rank in several kingdoms are kept apart; a row that does not state its kingdom gets the one in which its names are known.
 * The same rows give the same keys in whatever order they come.
 */
export class StatedTaxa {
  readonly #checklist: string;
  readonly #nodes = new Map<string, Node>();
  /** For each name with its rank, its kingdoms. */
  readonly #kingdoms = new Map<string, Map<string, string>>();
  /** The ranks that are stated of a name, by how many records do. */
  readonly #ranks = new Map<string, Map<string, number>>();
  /** Names and keys come back in every row. */
  readonly #folded = new Map<string, string>();
  readonly #keys = new Map<string, string>();

  /** `checklist` tells keys of different classifications apart. */
  constructor(rows: readonly StatedClassification[], checklist: string) {
    this.#checklist = checklist;
    for (const row of rows) this.#learn(row);
    for (const row of rows) this.#place(row);
  }

  /** The key of the lowest taxon that a row names; undefined where it names none. The row must be one of those given. */
  keyOf(row: StatedClassification): string | undefined {
    const kingdom = this.#kingdomOf(row);
    const lowest = this.#namesOf(row, kingdom).at(-1);
    return lowest === undefined ? undefined : this.#key(lowest, kingdom);
  }

  /** All of them, each once. */
  *taxa(): Generator<Taxon> {
    for (const { key, rank, spellings, parents } of this.#nodes.values()) {
      const [spelling] = [...spellings].toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1));
      const [most] = [...parents].toSorted(
        ([left, a], [right, b]) => b.level - a.level || b.records - a.records || (left < right ? -1 : 1),
      );
      const [name] = spelling!;
      yield {
        key,
        checklist: this.#checklist,
        scientificName: name,
        canonicalName: name,
        rank,
        ...(most === undefined ? {} : { parentKey: most[0] }),
      };
    }
  }

  #learn(row: StatedClassification): void {
    for (const name of higherOf(row)) this.#learnName(name, row);
    const own = row.canonicalName ?? '';
    const rank = statedRank(row);
    if (own !== '' && rank !== undefined) this.#learnName([rank, own], row);
    else if (own.includes(' ')) this.#learnName([wordsOf(own).length > 2 ? 'infraspecific name' : 'species', own], row);
  }

  #learnName([rank, name]: RankedName, { kingdom, records }: StatedClassification): void {
    if (name === '') return;
    const folded = this.#fold(name);
    const ranks = getOrAdd(this.#ranks, folded, () => new Map<string, number>());
    ranks.set(rank, (ranks.get(rank) ?? 0) + records);
    if (kingdom === undefined || kingdom === '') return;
    getOrAdd(this.#kingdoms, `${rank} ${folded}`, () => new Map<string, string>()).set(this.#fold(kingdom), kingdom);
  }

  #place(row: StatedClassification): void {
    const kingdom = this.#kingdomOf(row);
    let above: Node | undefined;
    for (const ranked of this.#namesOf(row, kingdom)) {
      const [rank, name] = ranked;
      const key = this.#key(ranked, kingdom);
      const node = getOrAdd(this.#nodes, key, () => ({
        key,
        rank,
        spellings: new Map<string, number>(),
        parents: new Map<string, { level: number; records: number }>(),
      }));
      node.spellings.set(name, (node.spellings.get(name) ?? 0) + row.records);
      if (above !== undefined) {
        const level = LEVELS.get(above.rank) ?? 0;
        getOrAdd(node.parents, above.key, () => ({ level, records: 0 })).records += row.records;
      }
      above = node;
    }
  }

  /** Stated, or the only one in which one of its names is known; the lowest name knows best. */
  #kingdomOf(row: StatedClassification): string | undefined {
    if (row.kingdom !== undefined && row.kingdom !== '') return row.kingdom;
    for (const [rank, name] of this.#namesOf(row, undefined).toReversed()) {
      const kingdoms = this.#kingdoms.get(`${rank} ${this.#fold(name)}`);
      if (kingdoms?.size === 1) return [...kingdoms.values()][0];
    }
    return undefined;
  }

  /** The names of a row from high to low, with their ranks. */
  #namesOf(row: StatedClassification, kingdom: string | undefined): readonly RankedName[] {
    const names: RankedName[] = [];
    const seen = new Set<string>();
    const add = (rank: string, name: string | undefined): void => {
      if (name === undefined || name === '' || seen.has(this.#fold(name))) return;
      seen.add(this.#fold(name));
      names.push([rank, name]);
    };
    if (row.kingdom === undefined) add('kingdom', kingdom);
    for (const [rank, name] of higherOf(row)) add(rank, name);
    const own = row.canonicalName;
    if (own === undefined || own === '') return names;
    const words = wordsOf(own);
    const rank = statedRank(row) ?? this.#usualRank(own) ?? (words.length > 1 ? 'species' : 'unranked');
    const level = LEVELS.get(rank) ?? RANKS.length;
    if (seen.has(this.#fold(own)))
      return names.slice(0, names.findIndex(([, name]) => this.#fold(name) === this.#fold(own)) + 1);
    const higher = names.filter(([each]) => (LEVELS.get(each) ?? 0) < level);
    seen.clear();
    for (const [, name] of higher) seen.add(this.#fold(name));
    names.splice(0, names.length, ...higher);
    if (words.length > 1 && row.genus === undefined && /^\p{Lu}\p{Ll}+$/u.test(words[0]!)) add('genus', words[0]);
    if (words.length > 2 && level > SPECIES && /^\p{Ll}/u.test(words[1]!)) add('species', words.slice(0, 2).join(' '));
    add(rank, own);
    return names;
  }

  #usualRank(name: string): string | undefined {
    const ranks = this.#ranks.get(this.#fold(name));
    if (ranks === undefined) return undefined;
    return [...ranks].toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))[0]?.[0];
  }

  #key([rank, name]: RankedName, kingdom: string | undefined): string {
    const folded = this.#fold(name);
    const isHomonym = (this.#kingdoms.get(`${rank} ${folded}`)?.size ?? 0) > 1;
    const within = isHomonym && kingdom !== undefined ? this.#fold(kingdom) : '';
    const text = ['taxon', this.#checklist, rank, within, folded].join('\u001F');
    return getOrAdd(this.#keys, text, () => hashKey(text));
  }

  #fold(name: string): string {
    return getOrAdd(this.#folded, name, () => foldName(name));
  }
}

function higherOf(row: StatedClassification): readonly RankedName[] {
  return row.higher ?? HIGHER_RANKS.flatMap((rank) => (row[rank] === undefined ? [] : [[rank, row[rank]] as const]));
}

/** The rank that a row gives to its name, where it can be: a name of two words is no genus. */
function statedRank({ canonicalName = '', taxonRank }: StatedClassification): string | undefined {
  const rank = taxonRank === undefined ? undefined : findRank(taxonRank);
  if (rank === undefined || rank === 'unranked') return undefined;
  const level = LEVELS.get(rank)!;
  const words = wordsOf(canonicalName).length;
  if (words > 1) return level > GENUS && (words === 2 || level > SPECIES) ? rank : undefined;
  return level < SPECIES ? rank : undefined;
}

/** Without hybrid signs and subgenera in brackets. */
function wordsOf(name: string): readonly string[] {
  return name.split(' ').filter((word) => word !== '' && word !== '×' && !word.startsWith('('));
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
