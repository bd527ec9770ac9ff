import type { Edition } from './edition.ts';

/** A row of the table `taxon`; what is not known is null. */
export interface TaxonRow {
  readonly key: string;
  readonly label: string;
  readonly kind: 'classification' | 'taxon' | 'implied';
  readonly scientificName: string | null;
  readonly canonicalName: string | null;
  readonly authorship: string | null;
  readonly rank: string | null;
  readonly status: string | null;
  readonly classificationKey: string;
  readonly datasetKey: string | null;
  readonly identifiers: readonly string[] | null;
  readonly vernacularNames:
    | readonly { readonly name: string; readonly language: string | null; readonly recordKey: string | null }[]
    | null;
  readonly objects: number;
  readonly objectsBelow: number;
  readonly lineage: readonly string[];
}

/** A row of the table `taxon_synonym`. */
export interface SynonymRow {
  readonly key: string;
  readonly scientificName: string;
  readonly authorship: string | null;
  readonly rank: string | null;
  readonly status: string | null;
}

/** A row of the table `taxon_match`. */
export interface TaxonMatchRow {
  readonly name: string;
  readonly classificationKey: string;
  readonly taxonKey: string | null;
  readonly usageKey: string | null;
  readonly kind: 'exact' | 'synonym' | 'fuzzy' | 'higher' | 'ambiguous';
  readonly score: number;
  readonly evidence: readonly string[];
  readonly candidates: readonly string[];
  readonly objects: number;
}

/** A taxon, and the name under which it was found. */
export interface NamedTaxon {
  readonly taxonKey: string;
  readonly name: string;
  readonly kind: 'accepted' | 'synonym' | 'vernacular';
}

type Tables = Pick<Edition, 'database' | 'entities'>;

const LINE = 'key, label, kind, authorship, rank, classificationKey, datasetKey';
const ROW = `key, label, kind, scientificName, canonicalName, authorship, rank, status, classificationKey, datasetKey, identifiers,
  vernacularNames, objects, objectsBelow, lineage`;
const MATCH =
  'm.name, m.classificationKey, m.taxonKey, m.usageKey, m.kind, m.score, m.evidence, m.candidates, m.objects';
const MOST_SYNONYMS = 500;
const MOST_MATCHES = 200;

/** Taxa by key, in the order of the keys; without those that the edition does not have. */
export async function readTaxa(tables: Tables, keys: readonly string[]): Promise<TaxonRow[]> {
  const [lines, details] = [tables.entities.read('taxon', keys), tables.entities.read('taxon_detail', keys)];
  if (lines !== undefined && lines.length === details?.length)
    return lines.map((line, at) => ({ ...line, ...details[at]! }));
  return readByKey<TaxonRow>(tables, { columns: ROW, keys });
}

/** What is shown of a taxon in a list. */
export type TaxonLine = Pick<
  TaxonRow,
  'key' | 'label' | 'kind' | 'authorship' | 'rank' | 'classificationKey' | 'datasetKey'
>;

/** The rest of a taxon's row. */
export type TaxonDetail = Omit<TaxonRow, keyof TaxonLine>;

/** The same, in a line each: many are read without their lists. */
export async function readTaxonLines(tables: Tables, keys: readonly string[]): Promise<TaxonLine[]> {
  return tables.entities.read('taxon', keys) ?? (await readByKey<TaxonLine>(tables, { columns: LINE, keys }));
}

/** The lines of keys that are directly below a taxon, by label. */
export async function readChildLines(
  { database, entities }: Tables,
  { parentKey, keys }: { readonly parentKey: string; readonly keys: readonly string[] },
): Promise<TaxonLine[]> {
  if (keys.length === 0) return [];
  const stored = entities.read('taxon', keys);
  if (stored !== undefined)
    return stored.toSorted((a, b) => compareBytes(a.label, b.label) || compareBytes(a.key, b.key));
  return database.query<TaxonLine>(
    `select ${LINE} from taxon_child where parentKey = ? and key in (${keys.map(() => '?').join(', ')}) order by label, key`,
    [parentKey, ...keys],
  );
}

async function readByKey<Row extends { readonly key: string }>(
  { database }: Tables,
  { columns, keys }: { readonly columns: string; readonly keys: readonly string[] },
): Promise<Row[]> {
  if (keys.length === 0) return [];
  const found = await database.query<Row>(
    `select ${columns} from taxon where key in (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** The names that a checklist has as synonyms of a taxon, at most 500. */
export async function synonymsOfTaxon({ database }: Tables, key: string): Promise<SynonymRow[]> {
  return database.query<SynonymRow>(
    `select key, scientificName, authorship, rank, status from taxon_synonym where taxonKey = ?
     order by canonicalName, key limit ${MOST_SYNONYMS}`,
    [key],
  );
}

/** Taxa one of whose names has every one of the folded words, whole names first, then those with the most objects; without words all classifications. */
export async function searchTaxa(
  { database }: Tables,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<{ readonly total: number; readonly taxa: readonly NamedTaxon[] }> {
  if (words.length === 0) {
    const taxa = await database.query<NamedTaxon>(
      `select key as taxonKey, label as name, 'accepted' as kind from taxon where kind = 'classification'
       order by objectsBelow desc, label, key limit ${limit}`,
    );
    return { total: taxa.length, taxa };
  }
  const condition = words.map(() => 'contains(folded, ?)').join(' and ');
  const [counted] = await database.query<{ total: number }>(
    `select count(distinct taxonKey) as total from taxon_name where ${condition}`,
    words,
  );
  const taxa = await database.query<NamedTaxon>(
    `select taxonKey, first(name order by kind, name) as name, min(kind) as kind from taxon_name where ${condition}
     group by taxonKey order by max(folded = ?) desc, max(objects) desc, name, taxonKey limit ${limit}`,
    [...words, words.join(' ')],
  );
  return { total: counted?.total ?? 0, taxa };
}

const MOST_NAMESAKES = 100;

/** The taxa of all classifications that have exactly this folded name, accepted ones first. */
export async function taxaNamed({ database, entities }: Tables, folded: string): Promise<readonly NamedTaxon[]> {
  const [stored] = entities.read('taxon_named', [folded]) ?? [];
  if (stored !== undefined) return stored;
  return database.query<NamedTaxon>(
    `select taxonKey, name, kind from taxon_name where folded = ? order by kind, objects desc, taxonKey limit ${MOST_NAMESAKES}`,
    [folded],
  );
}

/** What a name of a taxon stands for in all classifications together. */
export type ResolvedName =
  /** One taxon in each classification that knows it: accepted there, else a synonym, else called so by people. */
  | { readonly kind: 'taxa'; readonly keys: readonly string[] }
  /** Several taxa of one classification bear it. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly TaxonRow[] }
  | { readonly kind: 'unknown' };

/** The taxa that a folded name means, for queries by name: the keys of all classifications, or the candidates where it is not clear. */
export async function resolveTaxonName(tables: Tables, folded: string): Promise<ResolvedName> {
  const named = await taxaNamed(tables, folded);
  const rows = await readTaxa(tables, [...new Set(named.map(({ taxonKey }) => taxonKey))]);
  const kindOf = new Map(named.toReversed().map(({ taxonKey, kind }) => [taxonKey, kind]));
  const keys: string[] = [];
  const candidates: TaxonRow[] = [];
  for (const taxa of Map.groupBy(rows, ({ classificationKey }) => classificationKey).values()) {
    const best = kindOf.get(taxa[0]!.key);
    const bearers = taxa.filter(({ key }) => kindOf.get(key) === best);
    keys.push(bearers[0]!.key);
    if (bearers.length > 1) candidates.push(...bearers);
  }
  if (candidates.length > 0) return { kind: 'ambiguous', candidates };
  return keys.length === 0 ? { kind: 'unknown' } : { kind: 'taxa', keys };
}

/** How the names of records came to a taxon, where they are not its own; those with the most objects first. */
export async function matchesOfTaxon({ database }: Tables, key: string): Promise<TaxonMatchRow[]> {
  return database.query<TaxonMatchRow>(
    `select ${MATCH} from taxon_match m where taxonKey = ? and kind <> 'exact' order by objects desc, name, match limit ${MOST_MATCHES}`,
    [key],
  );
}

/** The taxa of one record, and how its name was found in each checklist; no match where the record's own words are the classification. */
export async function taxaOfRecord(
  { database, entities }: Tables,
  rid: number,
): Promise<readonly { readonly taxonKey: string | null; readonly match?: TaxonMatchRow }[]> {
  const stored = entities.links('taxon_link', rid);
  if (stored !== undefined)
    return stored.map(([taxonKey, number]) => {
      const [match] = number === null ? [] : (entities.read('taxon_match', [number]) ?? []);
      return match === undefined ? { taxonKey } : { taxonKey: match.taxonKey, match };
    });
  const links = await database.query<{ taxonKey: string | null; match: number | null }>(
    'select taxonKey, match from taxon_link where rid = ? order by match, taxonKey',
    [rid],
  );
  const numbers = links.flatMap(({ match }) => match ?? []);
  const matches =
    numbers.length === 0
      ? []
      : await database.query<TaxonMatchRow & { match: number }>(
          `select m.match, ${MATCH} from taxon_match m where match in (${numbers.map(() => '?').join(', ')})`,
          numbers,
        );
  const byNumber = new Map(matches.map(({ match, ...row }) => [match, row]));
  return links.map(({ taxonKey, match }) => {
    const row = match === null ? undefined : byNumber.get(match);
    return row === undefined ? { taxonKey } : { taxonKey, match: row };
  });
}

/** The order in which DuckDB has texts. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
