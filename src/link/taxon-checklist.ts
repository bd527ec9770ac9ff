import type { Taxon } from '../model/taxon.ts';
import { findRank, RANKS } from '../vocabulary/ranks.ts';
import { foldName } from './name-fold.ts';
import { StatedTaxa, type RankedName, type StatedClassification } from './taxon-records.ts';

/** An entry of a checklist as it was read: names, and what it says of other entries by their identifiers or names. */
export interface ChecklistEntry {
  /** Its key here; the checklist's own identifiers follow. */
  readonly key: string;
  readonly identifiers: readonly string[];
  readonly scientificName: string;
  readonly canonicalName: string;
  readonly authorship?: string | undefined;
  readonly rank?: string | undefined;
  readonly status?: string | undefined;
  readonly parentID?: string | undefined;
  readonly acceptedID?: string | undefined;
  readonly parentName?: string | undefined;
  readonly acceptedName?: string | undefined;
  /** Higher taxa in columns of their own, from high to low. */
  readonly higher?: readonly RankedName[];
}

/** A checklist put in order: every taxon below one that is there, every synonym of one that is. */
export interface OrderedChecklist {
  /** Taxa, synonyms among them (with `acceptedKey`). A synonym of several taxa comes several times, its key with `#1`, `#2` behind it. */
  readonly taxa: readonly Taxon[];
  /** Keys of taxa of which the checklist has no entry, only the name in a column of another's. */
  readonly implied: ReadonlySet<string>;
  /** Synonyms whose taxon is not there, and names that no taxon uses. */
  readonly loose: readonly Taxon[];
  /** Names in the languages of people, by the key of their taxon. */
  readonly vernacular: readonly { readonly taxonKey: string; readonly entryKey: string; readonly name: string }[];
}

const SYNONYM =
  /synonym|misappl|not accepted|unaccepted|unavailable|combination|misidentif|misspelling|variant|objective|subjective|homotypic|heterotypic|basionym|replaced|invalid|junior|literature name/iu;
/** ("valid name" and "accepted" are what they say; so is "provisionally accepted".) */
const ACCEPTED = /^(?:(?:provisionally )?accepted(?: name)?|valid(?: name)?|doubtful)$/iu;
const VERNACULAR = /^(?:common|vernacular|trivial)[ _-]?name$/iu;
const BARE = /^bare[ _-]?name$/iu;
const LEVELS = new Map(RANKS.map((rank, level) => [rank, level]));

/** Whether an entry of this status is a name in a language of people, and none of a taxon's by a code. */
export function isVernacularStatus(status: string | undefined): boolean {
  return status !== undefined && VERNACULAR.test(status.trim());
}

/**
 * Finds parents and accepted taxa by identifier, then by name, then by the columns of higher ranks. Circles are cut at the highest rank, then
 * at the first key; a synonym of a synonym is one of the accepted taxon; what stands below a synonym stands below its taxon.
 */
export function orderChecklist(entries: readonly ChecklistEntry[], checklist: string): OrderedChecklist {
  return new ChecklistOrder(entries, checklist).result();
}

class ChecklistOrder {
  readonly #checklist: string;
  readonly #entries: readonly ChecklistEntry[];
  readonly #byID = new Map<string, ChecklistEntry>();
  readonly #byKey = new Map<string, ChecklistEntry>();
  #byName: Map<string, ChecklistEntry[]> | undefined;
  /** The accepted taxa of those that are none themselves; empty where none is there. */
  readonly #accepted = new Map<string, readonly string[]>();

  constructor(entries: readonly ChecklistEntry[], checklist: string) {
    this.#checklist = checklist;
    this.#entries = entries;
    for (const entry of entries) {
      if (!this.#byKey.has(entry.key)) this.#byKey.set(entry.key, entry);
      for (const id of entry.identifiers) if (!this.#byID.has(id)) this.#byID.set(id, entry);
    }
  }

  result(): OrderedChecklist {
    for (const entry of this.#entries) {
      const accepted = this.#statedAccepted(entry);
      if (accepted !== undefined) this.#accepted.set(entry.key, accepted);
    }
    const taxa: Taxon[] = [];
    const loose: Taxon[] = [];
    const vernacular: { taxonKey: string; entryKey: string; name: string }[] = [];
    const own: ChecklistEntry[] = [];
    for (const entry of this.#entries) {
      const accepted = this.#acceptedOf(entry.key);
      if (accepted === undefined) {
        own.push(entry);
        continue;
      }
      if (isVernacularStatus(entry.status)) {
        for (const taxonKey of accepted) vernacular.push({ taxonKey, entryKey: entry.key, name: entry.scientificName });
        continue;
      }
      const usage = this.#taxonOf(entry);
      if (accepted.length === 0) loose.push(usage);
      for (const [index, acceptedKey] of accepted.entries())
        taxa.push({ ...usage, acceptedKey, ...(accepted.length > 1 ? { key: `${entry.key}#${index + 1}` } : {}) });
    }
    const placed = this.#place(own);
    return { taxa: [...placed.taxa, ...taxa], implied: placed.implied, loose, vernacular };
  }

  #taxonOf(entry: ChecklistEntry): Taxon {
    const { key, scientificName, canonicalName, authorship, rank, status, higher = [] } = entry;
    const named = (wanted: string) => higher.find(([each]) => each === wanted)?.[1];
    return {
      key,
      checklist: this.#checklist,
      scientificName,
      canonicalName,
      authorship,
      rank: rank === undefined ? undefined : (findRank(rank) ?? rank.toLowerCase()),
      status,
      kingdom: named('kingdom'),
      family: named('family'),
    };
  }

  /** What an entry says that it is a synonym of; undefined where it is a taxon itself. */
  #statedAccepted(entry: ChecklistEntry): readonly string[] | undefined {
    const { key, acceptedID, acceptedName, parentID, status = '' } = entry;
    if (BARE.test(status.trim())) return [];
    const found = this.#find(acceptedID).filter((other) => other !== key);
    if (found.length > 0) return found;
    const isSynonym = !ACCEPTED.test(status.trim()) && (SYNONYM.test(status) || isVernacularStatus(status));
    if (!isSynonym && this.#find(acceptedID).includes(key)) return undefined;
    const named = this.#findName(acceptedName, entry);
    if (named !== undefined) return [named];
    if (!isSynonym) return undefined;
    return this.#find(parentID).filter((other) => other !== key);
  }

  /** The keys of identifiers: one, or several in one cell. */
  #find(id: string | undefined): readonly string[] {
    if (id === undefined || id === '') return [];
    const whole = this.#byID.get(id);
    if (whole !== undefined) return [whole.key];
    const parts = id.split(/[|;]/u).flatMap((part) => this.#byID.get(part.trim())?.key ?? []);
    return [...new Set(parts)];
  }

  /** The key of the only other entry of this name that is no synonym by its status. */
  #findName(name: string | undefined, entry: ChecklistEntry): string | undefined {
    if (name === undefined || name === '') return undefined;
    const folded = foldName(name);
    if (folded === foldName(entry.scientificName) || folded === foldName(entry.canonicalName)) return undefined;
    this.#byName ??= this.#nameEntries();
    const found = (this.#byName.get(folded) ?? []).filter(
      (other) => other.key !== entry.key && !SYNONYM.test(other.status ?? ''),
    );
    return found.length === 1 ? found[0]!.key : undefined;
  }

  #nameEntries(): Map<string, ChecklistEntry[]> {
    const byName = new Map<string, ChecklistEntry[]>();
    for (const entry of this.#entries)
      for (const name of new Set([foldName(entry.scientificName), foldName(entry.canonicalName)])) {
        const list = byName.get(name);
        if (list === undefined) byName.set(name, [entry]);
        else list.push(entry);
      }
    return byName;
  }

  /** The taxa at the end of a chain of synonyms; undefined for a taxon itself. In a circle the first key is the taxon. */
  #acceptedOf(key: string): readonly string[] | undefined {
    const direct = this.#accepted.get(key);
    if (direct === undefined) return undefined;
    const ends = new Set<string>();
    const circles: string[] = [];
    for (const first of direct) {
      const seen = new Set([key]);
      let at: string | undefined = first;
      while (at !== undefined) {
        if (seen.has(at)) {
          const path = [...seen];
          circles.push(path.slice(path.indexOf(at)).toSorted()[0]!);
          break;
        }
        seen.add(at);
        const next: readonly string[] | undefined = this.#accepted.get(at);
        if (next === undefined) ends.add(at);
        at = next?.[0];
      }
    }
    if (ends.size > 0 || circles.length === 0) return [...ends];
    return circles[0] === key ? undefined : [circles[0]!];
  }

  /** The taxa with their parents, and those that are only named above others. */
  #place(own: readonly ChecklistEntry[]): { readonly taxa: readonly Taxon[]; readonly implied: ReadonlySet<string> } {
    const parents = new Map<string, string>();
    for (const entry of own) {
      const [stated] = this.#find(entry.parentID);
      const found = stated ?? this.#findName(entry.parentName, entry);
      const parent = found === undefined ? undefined : (this.#acceptedOf(found)?.[0] ?? found);
      if (parent !== undefined && parent !== entry.key) parents.set(entry.key, parent);
    }
    const levelOf = (key: string): number => levelOfRank(this.#byKey.get(key)?.rank);
    cutCircles(parents, levelOf);
    const unplaced = own
      .filter(({ key }) => !parents.has(key))
      .map((entry) => [entry, this.#higherNames(entry)] as const);
    const stated = new StatedTaxa(
      unplaced.map(([, row]) => row),
      this.#checklist,
    );
    const entryOf = this.#entriesOfNames(own, stated);
    const implied = new Map<string, Taxon>();
    /** What the columns of others put above an entry. */
    const others = new Map<string, string>();
    const ranks = new Map<string, string | undefined>();
    for (const taxon of stated.taxa()) {
      const entry = entryOf.get(taxon.key);
      ranks.set(taxon.key, taxon.rank);
      if (entry === undefined) implied.set(taxon.key, taxon);
      else if (taxon.parentKey !== undefined) others.set(entry, taxon.parentKey);
    }
    const keyOf = (key: string): string => entryOf.get(key) ?? key;
    for (const [entry, row] of unplaced) {
      const [above] = [stated.keyOf(row), others.get(entry.key)]
        .filter((key) => key !== undefined)
        .toSorted((a, b) => levelOfRank(ranks.get(b)) - levelOfRank(ranks.get(a)));
      if (above !== undefined && keyOf(above) !== entry.key) parents.set(entry.key, keyOf(above));
    }
    for (const { key, parentKey } of implied.values()) if (parentKey !== undefined) parents.set(key, keyOf(parentKey));
    cutCircles(parents, levelOf);
    const withParent = (taxon: Taxon): Taxon => {
      const parentKey = parents.get(taxon.key);
      const { parentKey: _, ...rest } = taxon;
      return parentKey === undefined ? rest : { ...rest, parentKey };
    };
    return {
      taxa: [...own.map((entry) => withParent(this.#taxonOf(entry))), ...[...implied.values()].map(withParent)],
      implied: new Set(implied.keys()),
    };
  }

  /** What stands above an entry by its columns, and by the name of a parent of which there is no entry. */
  #higherNames(entry: ChecklistEntry): StatedClassification {
    const level = levelOfRank(entry.rank);
    const own = foldName(entry.canonicalName);
    const higher = (entry.higher ?? []).filter(([rank, name]) => foldName(name) !== own && levelOfRank(rank) < level);
    const { parentName = '' } = entry;
    this.#byName ??= this.#nameEntries();
    const folded = foldName(parentName);
    const isNew = folded !== '' && folded !== own && !this.#byName.has(folded);
    if (isNew && !higher.some(([, name]) => foldName(name) === folded)) higher.push(['unranked', parentName]);
    return { higher, kingdom: higher.find(([rank]) => rank === 'kingdom')?.[1], records: 1 };
  }

  /** For names in the columns of higher ranks, the entries that they mean: the only taxon of that name and rank. */
  #entriesOfNames(own: readonly ChecklistEntry[], stated: StatedTaxa): ReadonlyMap<string, string> {
    const named = new Map<string, string | undefined>();
    for (const { key, canonicalName, rank } of own) {
      const id = `${findRank(rank ?? '') ?? ''} ${foldName(canonicalName)}`;
      named.set(id, named.has(id) ? undefined : key);
    }
    const entries = new Map<string, string>();
    for (const { key, rank = '', canonicalName } of stated.taxa()) {
      const entry = named.get(`${rank} ${foldName(canonicalName)}`);
      if (entry !== undefined) entries.set(key, entry);
    }
    return entries;
  }
}

function levelOfRank(rank: string | undefined): number {
  return LEVELS.get(findRank(rank ?? '') ?? '') ?? RANKS.length;
}

/** Of those that stand above themselves, the parent of the highest rank, then of the first key, is taken away. */
function cutCircles(parents: Map<string, string>, levelOf: (key: string) => number): void {
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && path.has(at)) {
      const order = [...path];
      const circle = order.slice(order.indexOf(at));
      const [first] = circle.toSorted((a, b) => levelOf(a) - levelOf(b) || (a < b ? -1 : 1));
      parents.delete(first!);
    }
    for (const key of path) done.add(key);
  }
}
