import type { Taxon, TaxonMatch } from '../model/taxon.ts';
import { foldName, isWithinOneEdit } from './name-fold.ts';

/** A name to be found, and what else its record says of it. */
export interface TaxonQuery {
  readonly canonicalName: string;
  readonly authorship?: string | undefined;
  readonly rank?: string | undefined;
  readonly kingdom?: string | undefined;
  readonly family?: string | undefined;
  readonly genus?: string | undefined;
}

/** Words shorter than this are not found by a misspelling: too many names differ by one letter. */
const SHORTEST_FUZZY = 6;
const FUZZY_SCORE = 0.9;
/** Names that one deletion may lead to at most; beyond, the misspelling says nothing. */
const MOST_FUZZY = 40;
const LONGEST_LINEAGE = 100;

/**
 * The names of one checklist, to be matched by canonical name, synonyms led to what they are synonyms of, homonyms told apart by authors,
 * rank, kingdom and family or reported, misspellings within one letter found by their neighbourhood of deletions.
 */
export class TaxonIndex {
  readonly #byKey = new Map<string, Taxon>();
  readonly #byName = new Map<string, Taxon[]>();
  readonly #children = new Map<string, string[]>();
  readonly #synonyms = new Map<string, string[]>();
  /** Most deletions lead to one name; a list for each of these would be most of the memory. */
  #deletions: Map<string, string | string[]> | undefined;

  constructor(taxa: Iterable<Taxon>) {
    for (const taxon of taxa) {
      if (this.#byKey.has(taxon.key)) continue;
      this.#byKey.set(taxon.key, taxon);
      addTo(this.#byName, nameOf(taxon.canonicalName), taxon);
      if (taxon.acceptedKey !== undefined && taxon.acceptedKey !== taxon.key)
        addTo(this.#synonyms, taxon.acceptedKey, taxon.key);
      else if (taxon.parentKey !== undefined) addTo(this.#children, taxon.parentKey, taxon.key);
    }
  }

  find(key: string): Taxon | undefined {
    return this.#byKey.get(key);
  }

  /** The taxon that a name stands for in this checklist. */
  match(query: TaxonQuery): TaxonMatch {
    const name = nameOf(query.canonicalName);
    if (name === '') return { kind: 'none' };
    const exact = this.#choose(this.#byName.get(name) ?? [], query);
    if (exact !== undefined) return exact;
    const stemmed = this.#choose(this.#spelledAlike(name), query, 'the ending or one letter is spelled differently');
    if (stemmed !== undefined) return stemmed;
    return this.#matchHigher(name, query);
  }

  #choose(candidates: readonly Taxon[], query: TaxonQuery, misspelling?: string): TaxonMatch | undefined {
    if (candidates.length === 0) return undefined;
    const ranked = candidates
      .map((taxon) => ({ taxon, ...this.#compare(taxon, query) }))
      .filter(({ conflict }) => !conflict)
      .toSorted((left, right) => right.points - left.points || (left.taxon.key < right.taxon.key ? -1 : 1));
    const [best] = ranked;
    if (best === undefined) return undefined;
    const rivals = ranked.filter(
      ({ points, taxon }) => points === best.points && this.#acceptedOf(taxon) !== this.#acceptedOf(best.taxon),
    );
    if (rivals.length > 0) {
      const acceptedOnes = [best, ...rivals].filter(({ taxon }) => this.#acceptedOf(taxon) === taxon);
      // A valid name goes before the same name as somebody's synonym, unless the record names other authors.
      if (acceptedOnes.length !== 1 || query.authorship !== undefined)
        return {
          kind: 'ambiguous',
          candidates: [best, ...rivals].map(({ taxon }) => taxon),
          evidence: [`${rivals.length + 1} taxa are called ${query.canonicalName}`],
        };
      return this.#found(acceptedOnes[0]!, misspelling);
    }
    return this.#found(best, misspelling);
  }

  #found(
    { taxon, evidence }: { readonly taxon: Taxon; readonly evidence: readonly string[] },
    misspelling?: string,
  ): TaxonMatch {
    const accepted = this.#acceptedOf(taxon);
    const reasons = [
      ...(misspelling === undefined ? ['the same name'] : [`${taxon.canonicalName}: ${misspelling}`]),
      ...evidence,
      ...(accepted === taxon ? [] : [`a synonym of ${accepted.scientificName}`]),
    ];
    return misspelling === undefined
      ? { kind: 'exact', taxon, accepted, score: 1, evidence: reasons }
      : { kind: 'fuzzy', taxon, accepted, score: FUZZY_SCORE, evidence: reasons };
  }

  #compare(
    taxon: Taxon,
    { authorship, rank, kingdom, family }: TaxonQuery,
  ): { readonly points: number; readonly conflict: boolean; readonly evidence: readonly string[] } {
    let points = 0;
    const evidence: string[] = [];
    // "Aus bus auct." is not what somebody means by "Aus bus".
    if (/misappl/iu.test(taxon.status ?? '')) points -= 2;
    const its = this.#higherOf(taxon);
    if (kingdom !== undefined && its.kingdom !== undefined) {
      if (foldName(kingdom) !== foldName(its.kingdom)) return { points, conflict: true, evidence };
      points += 1;
      evidence.push(`both in ${its.kingdom}`);
    }
    if (family !== undefined && its.family !== undefined && foldName(family) === foldName(its.family)) {
      points += 1;
      evidence.push(`both in ${its.family}`);
    }
    if (rank !== undefined && taxon.rank !== undefined && rank.toLowerCase() === taxon.rank.toLowerCase()) points += 1;
    if (authorship !== undefined && taxon.authorship !== undefined && haveSameAuthors(authorship, taxon.authorship)) {
      points += 4;
      evidence.push(`by the same authors, ${taxon.authorship}`);
    }
    return { points, conflict: false, evidence };
  }

  /** Kingdom and family, its own or those above it. */
  #higherOf(taxon: Taxon): { readonly kingdom?: string | undefined; readonly family?: string | undefined } {
    let { kingdom, family } = taxon;
    if (kingdom !== undefined && family !== undefined) return { kingdom, family };
    for (const above of this.lineage(taxon.key)) {
      const rank = above.rank?.toLowerCase();
      kingdom ??= above.kingdom ?? (rank === 'kingdom' ? above.canonicalName : undefined);
      family ??= above.family ?? (rank === 'family' ? above.canonicalName : undefined);
    }
    return { kingdom, family };
  }

  #acceptedOf(taxon: Taxon): Taxon {
    const seen = new Set<string>();
    let current = taxon;
    while (current.acceptedKey !== undefined && !seen.has(current.key)) {
      seen.add(current.key);
      const next = this.#byKey.get(current.acceptedKey);
      if (next === undefined) break;
      current = next;
    }
    return current;
  }

  #spelledAlike(name: string): readonly Taxon[] {
    const words = name.split(' ');
    if (words.length < 2 && name.length < SHORTEST_FUZZY + 2) return [];
    const near = new Set<string>();
    for (const cut of deletionsOf(name)) for (const other of listed(this.#neighbourhood.get(cut))) near.add(other);
    if (near.size > MOST_FUZZY) return [];
    return [...near]
      .filter((other) => isMisspelling(words, other.split(' ')))
      .flatMap((other) => this.#byName.get(other) ?? []);
  }

  get #neighbourhood(): ReadonlyMap<string, string | readonly string[]> {
    if (this.#deletions === undefined) {
      this.#deletions = new Map();
      for (const name of this.#byName.keys())
        for (const cut of deletionsOf(name)) {
          const known = this.#deletions.get(cut);
          if (known === undefined) this.#deletions.set(cut, name);
          else if (typeof known === 'string') this.#deletions.set(cut, [known, name]);
          else known.push(name);
        }
    }
    return this.#deletions;
  }

  /** The species of a subspecies, or the genus, where the checklist has the name itself not. */
  #matchHigher(name: string, query: TaxonQuery): TaxonMatch {
    const words = name.split(' ');
    for (let length = words.length - 1; length > 0; length -= 1) {
      const above = words.slice(0, length).join(' ');
      const { rank: _, authorship: __, ...rest } = query;
      const found = this.#choose(this.#byName.get(above) ?? [], { ...rest, canonicalName: above });
      if (found?.kind === 'ambiguous') return found;
      if (found !== undefined && 'taxon' in found)
        return {
          ...found,
          kind: 'higher',
          evidence: [
            `${query.canonicalName} is not in the checklist, ${found.taxon.canonicalName} is`,
            ...found.evidence.slice(1),
          ],
        };
    }
    return { kind: 'none' };
  }

  /** From the taxon itself up to the root; a synonym's begins with what it is a synonym of. A circle ends where it began. */
  lineage(key: string): readonly Taxon[] {
    const taxa: Taxon[] = [];
    const seen = new Set<string>();
    const first = this.#byKey.get(key);
    let current = first === undefined ? undefined : this.#acceptedOf(first);
    while (current !== undefined && !seen.has(current.key) && taxa.length < LONGEST_LINEAGE) {
      seen.add(current.key);
      taxa.push(current);
      current = current.parentKey === undefined ? undefined : this.#byKey.get(current.parentKey);
    }
    return taxa;
  }

  /** The taxon and all below it, synonyms included. */
  descendants(key: string): readonly Taxon[] {
    const found = new Set<string>();
    const waiting = [key];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next) || !this.#byKey.has(next)) continue;
      found.add(next);
      for (const below of [this.#children, this.#synonyms]) waiting.push(...(below.get(next) ?? []));
    }
    return [...found].map((each) => this.#byKey.get(each)!);
  }

  /** Names that several taxa bear which are not synonyms of one. */
  *homonyms(): Generator<readonly Taxon[]> {
    for (const taxa of this.#byName.values())
      if (taxa.length > 1 && new Set(taxa.map((taxon) => this.#acceptedOf(taxon).key)).size > 1) yield taxa;
  }
}

function nameOf(canonicalName: string): string {
  return foldName(canonicalName.replace(/[×†]/gu, ' '));
}

function listed(names: string | readonly string[] | undefined): readonly string[] {
  return names === undefined ? [] : typeof names === 'string' ? [names] : names;
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The name and all that it becomes when one letter is left out. */
function deletionsOf(name: string): ReadonlySet<string> {
  const cuts = new Set([name]);
  for (let index = 0; index < name.length; index += 1)
    if (name[index] !== ' ') cuts.add(name.slice(0, index) + name.slice(index + 1));
  return cuts;
}

/** One letter wrong in one word that is long enough, or the ending of the epithet in another gender. */
function isMisspelling(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return false;
  const different = words.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index]!] as const]));
  const [pair] = different;
  if (pair === undefined || different.length > 1) return false;
  const [left, right] = pair;
  return Math.min(left.length, right.length) >= SHORTEST_FUZZY && isWithinOneEdit(left, right);
}

/** Authors without initials, years and brackets: "(L.) Mill." and "(Linnaeus) Mill., 1768" share one and contradict in none. */
function haveSameAuthors(left: string, right: string): boolean {
  const [a, b] = [surnamesOf(left), surnamesOf(right)];
  if (a.length === 0 || b.length === 0) return false;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (!few.every((name) => many.some((other) => other.startsWith(name) || name.startsWith(other)))) return false;
  const [year, otherYear] = [/\d{4}/u.exec(left)?.[0], /\d{4}/u.exec(right)?.[0]];
  return year === undefined || otherYear === undefined || Math.abs(Number(year) - Number(otherYear)) <= 1;
}

function surnamesOf(authorship: string): readonly string[] {
  const words = foldName(authorship.replace(/\b\p{Lu}\.-?(?=\s*\p{Lu})/gu, ''))
    .split(' ')
    .filter(
      (word) => word !== '' && !/^\d+$|^(?:et|and|in|ex|al|f|fil|jr|de|von|van|der|emend|non|nec|auct)$/u.test(word),
    );
  return words;
}
