import { findAlias } from '../catalogue/entity-alias.ts';
import {
  matchesOfTaxon,
  readChildLines,
  readTaxa,
  readTaxonLines,
  resolveTaxonName,
  searchTaxa,
  synonymsOfTaxon,
  taxaNamed,
  taxaOfRecord,
  type TaxonLine,
  type TaxonMatchRow,
  type TaxonRow,
} from '../catalogue/taxon-store.ts';
import type { Query } from '../model/query.ts';
import type { Selection } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { fold } from '../search/text-fold.ts';
import { RECORD_TYPES } from '../vocabulary/kinds.ts';

/** A taxon or a classification, in a line. */
export interface TaxonSummary {
  readonly key: string;
  /** A taxon of a checklist may be implied: named above others without an entry of its own. */
  readonly kind: TaxonRow['kind'];
  /** The name without its authors; of a classification, its title. */
  readonly label: string;
  readonly authorship?: string;
  readonly rank?: string;
  readonly classificationKey: string;
  /** The checklist; none for what only records say. */
  readonly datasetKey?: string;
  /** Objects of it and of all below it. */
  readonly objects: number;
}

/** How a name of records came to a taxon. */
export interface TaxonReason extends Pick<TaxonMatchRow, 'name' | 'score' | 'evidence'> {
  readonly kind: TaxonMatchRow['kind'];
  readonly objects: number;
}

/** Everything about a taxon but its records. */
export interface TaxonView extends TaxonSummary {
  readonly scientificName?: string;
  readonly status?: string;
  /** Title of the classification. */
  readonly classification: string;
  readonly identifiers: readonly string[];
  /** From the classification down to what is directly above. */
  readonly lineage: readonly Pick<TaxonSummary, 'key' | 'kind' | 'label' | 'rank'>[];
  /** Directly below, by name; those with objects first where there are too many for one page. */
  readonly children: readonly TaxonSummary[];
  readonly childrenTotal: number;
  readonly synonyms: readonly {
    readonly key: string;
    readonly scientificName: string;
    readonly authorship?: string;
    readonly status?: string;
  }[];
  readonly vernacularNames: readonly { readonly name: string; readonly language?: string }[];
  /** The same name in other classifications. */
  readonly elsewhere: readonly (TaxonSummary & { readonly classification: string })[];
  /** Names of records that are not its own and came here: synonyms, misspellings, taxa that the checklist does not have. */
  readonly reasons: readonly TaxonReason[];
  /** Whether records were withdrawn since, so that reasons are not told until the next build. */
  readonly isReduced: boolean;
}

/** The taxon of a record in one classification. */
export interface RecordTaxon {
  readonly classificationKey: string;
  readonly classification: string;
  readonly datasetKey?: string;
  /** None where the name is ambiguous. */
  readonly taxon?: Pick<TaxonSummary, 'key' | 'label' | 'rank'>;
  /** None where the record's own words are the classification. */
  readonly match?: TaxonReason;
  /** Where the name is ambiguous: what it may mean. */
  readonly candidates: readonly TaxonSummary[];
}

type Taxa = Pick<Lease, 'engine' | 'edition'>;

const MOST_CHILDREN = 500;

/** Selects the objects of a taxon and of all below it, synonyms included. */
export function taxonQuery(key: string): Query {
  return { kind: 'is', field: 'taxonKey', value: key };
}

/** All about a taxon, also by a key that it had in an edition before; undefined where the edition has none of this key, or all that told of it was withdrawn. */
export async function readTaxonView(lease: Taxa, key: string): Promise<TaxonView | undefined> {
  const { edition, engine } = lease;
  const [row] = await readTaxa(edition, [key]);
  if (row === undefined) {
    const now = await findAlias(edition, 'taxon', key);
    return now === undefined ? undefined : readTaxonView(lease, now);
  }
  if (!(await isPresent(lease, row))) return undefined;
  const isTaxon = row.kind !== 'classification';
  const objects = await countOf(lease, taxonQuery(key));
  const isReduced = objects !== row.objectsBelow;
  const [lineage, below, synonyms, elsewhere, matches] = await Promise.all([
    readTaxonLines(edition, row.lineage),
    readChildren(lease, key),
    isTaxon && row.datasetKey !== null ? synonymsOfTaxon(edition, key) : [],
    isTaxon && row.canonicalName !== null ? readTaxaCalled(lease, row.canonicalName) : [],
    isReduced || row.datasetKey === null ? [] : matchesOfTaxon(edition, key),
  ]);
  const classification = lineage[0]?.label ?? row.label;
  return {
    ...summaryOf(row, objects),
    ...(row.scientificName === null ? {} : { scientificName: row.scientificName }),
    ...(row.status === null ? {} : { status: row.status }),
    classification,
    identifiers: row.identifiers ?? [],
    lineage: lineage
      .filter((above) => isOpen(lease, above))
      .map((above) => ({ key: above.key, kind: above.kind, label: above.label, ...rankOf(above) })),
    ...below,
    synonyms: synonyms
      .filter((synonym) => engine.find(synonym.key) !== undefined)
      .map((synonym) => ({
        key: synonym.key,
        scientificName: synonym.scientificName,
        ...(synonym.authorship === null ? {} : { authorship: synonym.authorship }),
        ...(synonym.status === null ? {} : { status: synonym.status }),
      })),
    vernacularNames: (row.vernacularNames ?? [])
      .filter(({ recordKey }) => (recordKey === null ? !isReduced : engine.find(recordKey) !== undefined))
      .map(({ name, language }) => ({ name, ...(language === null ? {} : { language }) })),
    elsewhere: elsewhere.filter((taxon) => taxon.key !== key),
    reasons: matches.filter((match) => match.objects > 0 && isToldOpenly(lease, match)).map(reasonOf),
    isReduced,
  };
}

/** Taxa with these words in their names, those with the most objects first; without words the classifications. */
export async function listTaxa(
  lease: Taxa,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ readonly total: number; readonly taxa: readonly (TaxonSummary & { readonly name: string })[] }> {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { total, taxa } = await searchTaxa(lease.edition, { words, limit });
  const names = new Map(taxa.map(({ taxonKey, name }) => [taxonKey, name]));
  const found = await summariseTaxa(lease, [...names.keys()]);
  return {
    total: total - (taxa.length - found.length),
    taxa: found.map((taxon) => ({ ...taxon, name: names.get(taxon.key)! })),
  };
}

/** Taxa in a line each, in the order of the keys; without those that are not, or not any more, in the edition. */
export async function summariseTaxa(lease: Taxa, keys: readonly string[]): Promise<readonly TaxonSummary[]> {
  const rows = await readTaxonLines(lease.edition, keys);
  const summaries = await Promise.all(
    rows.map(async (row) =>
      (await isPresent(lease, row)) ? [summaryOf(row, await countOf(lease, taxonQuery(row.key)))] : [],
    ),
  );
  return summaries.flat();
}

/** What a name of a taxon means in all classifications: keys for a query, or the candidates where several of one list bear it. */
export async function findTaxa(
  lease: Taxa,
  name: string,
): Promise<
  | { readonly kind: 'taxa'; readonly keys: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly TaxonSummary[] }
  | { readonly kind: 'unknown' }
> {
  const resolved = await resolveTaxonName(lease.edition, fold(name.trim()));
  if (resolved.kind !== 'ambiguous') return resolved;
  const candidates = await summariseTaxa(
    lease,
    resolved.candidates.map(({ key }) => key),
  );
  return { kind: 'ambiguous', candidates };
}

/** The names of what stands above each taxon, the highest first, without its classification. */
export async function readNamesAbove(
  lease: Taxa,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await readTaxa(lease.edition, keys);
  const above = await readTaxonLines(lease.edition, [...new Set(rows.flatMap(({ lineage }) => lineage))]);
  const names = new Map(
    above.filter((line) => line.kind !== 'classification' && isOpen(lease, line)).map(({ key, label }) => [key, label]),
  );
  return new Map(rows.map(({ key, lineage }) => [key, lineage.flatMap((each) => names.get(each) ?? [])]));
}

/** The taxa of a record in all classifications, checklists first. */
export async function readRecordTaxa(lease: Taxa, rid: number): Promise<readonly RecordTaxon[]> {
  const { edition } = lease;
  const links = await taxaOfRecord(edition, rid);
  const rows = new Map(
    (
      await readTaxonLines(
        edition,
        links.flatMap(({ taxonKey }) => taxonKey ?? []),
      )
    ).map((row) => [row.key, row]),
  );
  const titles = new Map(
    (
      await readTaxonLines(edition, [
        ...new Set([
          ...[...rows.values()].map(({ classificationKey }) => classificationKey),
          ...links.flatMap(({ match }) => match?.classificationKey ?? []),
        ]),
      ])
    ).map((row) => [row.key, row]),
  );
  const taxa: RecordTaxon[] = [];
  for (const { taxonKey, match } of links) {
    const row = taxonKey === null ? undefined : rows.get(taxonKey);
    const title = titles.get(match?.classificationKey ?? row?.classificationKey ?? '');
    if (title === undefined || (match !== undefined && !isToldOpenly(lease, match))) continue;
    if (row !== undefined && !isOpen(lease, row)) continue;
    const candidates = match?.kind === 'ambiguous' ? await summariseTaxa(lease, match.candidates) : [];
    if (row === undefined && candidates.length === 0) continue;
    taxa.push({
      classificationKey: title.key,
      classification: title.label,
      ...(title.datasetKey === null ? {} : { datasetKey: title.datasetKey }),
      ...(row === undefined ? {} : { taxon: { key: row.key, label: row.label, ...rankOf(row) } }),
      ...(match === undefined ? {} : { match: reasonOf(match) }),
      candidates,
    });
  }
  return taxa;
}

/** Those below a taxon that records tell of: objects, or a checklist's own entries. */
async function readChildren(lease: Taxa, key: string): Promise<Pick<TaxonView, 'children' | 'childrenTotal'>> {
  const { engine, edition } = lease;
  const request = { field: 'taxonKey', under: key, limit: MOST_CHILDREN };
  await using objects = await engine.resolve(taxonQuery(key));
  await using records = await engine.resolve(ofAnyType(key));
  const counted = await facetOf(objects, request);
  // As a rule only checklists have records that are no objects.
  const present = records.total === objects.total ? counted : await facetOf(records, request);
  const counts = new Map(counted.values.map(({ value, count }) => [value, count]));
  const keys = [...new Set([...counts.keys(), ...present.values.map(({ value }) => value)])].slice(0, MOST_CHILDREN);
  const rows = await readChildLines(edition, { parentKey: key, keys });
  return {
    children: rows.filter((row) => isOpen(lease, row)).map((row) => summaryOf(row, counts.get(row.key) ?? 0)),
    childrenTotal: present.distinct,
  };
}

async function facetOf(selection: Selection, request: { field: string; under: string; limit: number }) {
  const [facet] = await selection.facets([request]);
  return facet!;
}

/** The taxa of all classifications that have a name, in any spelling of letters, accepted ones first. */
export async function readTaxaCalled(lease: Taxa, name: string): Promise<TaxonView['elsewhere']> {
  const named = await taxaNamed(lease.edition, fold(name.trim()));
  const taxa = await summariseTaxa(lease, [...new Set(named.map(({ taxonKey }) => taxonKey))]);
  const titles = new Map(
    (await readTaxonLines(lease.edition, [...new Set(taxa.map(({ classificationKey }) => classificationKey))])).map(
      ({ key, label }) => [key, label],
    ),
  );
  return taxa.map((taxon) => ({ ...taxon, classification: titles.get(taxon.classificationKey) ?? '' }));
}

/** Whether a checklist's entry may still be seen; what only records tell of is counted instead. */
function isOpen({ engine }: Taxa, { key, kind, datasetKey }: TaxonLine): boolean {
  return kind !== 'taxon' || datasetKey === null || engine.find(key) !== undefined;
}

async function isPresent(lease: Taxa, row: TaxonLine): Promise<boolean> {
  return isOpen(lease, row) && (await countOf(lease, ofAnyType(row.key))) > 0;
}

/** Whether nothing that a match's reasons quote was withdrawn. */
function isToldOpenly({ engine }: Taxa, { usageKey, taxonKey, kind }: TaxonMatchRow): boolean {
  if (kind === 'ambiguous' || usageKey === taxonKey) return true;
  return usageKey !== null && engine.find(usageKey) !== undefined;
}

function ofAnyType(key: string): Query {
  return { kind: 'and', of: [taxonQuery(key), { kind: 'in', field: 'recordType', values: [...RECORD_TYPES] }] };
}

async function countOf({ engine }: Taxa, query: Query): Promise<number> {
  await using selection = await engine.resolve(query);
  return selection.total;
}

function summaryOf(row: TaxonLine, objects: number): TaxonSummary {
  const { key, kind, label, authorship, classificationKey, datasetKey } = row;
  return {
    key,
    kind,
    label,
    ...(authorship === null ? {} : { authorship }),
    ...rankOf(row),
    classificationKey,
    ...(datasetKey === null ? {} : { datasetKey }),
    objects,
  };
}

function rankOf({ rank }: TaxonLine): { readonly rank?: string } {
  return rank === null || rank === 'unranked' ? {} : { rank };
}

function reasonOf({ name, kind, score, evidence, objects }: TaxonMatchRow): TaxonReason {
  return { name, kind, score, evidence, objects };
}
