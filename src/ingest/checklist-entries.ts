import { quoteIdentifier, quoteLiteral } from '../catalogue/database.ts';
import type { Edition } from '../catalogue/edition.ts';
import type { DatasetManifest, SourceManifest } from '../catalogue/manifest.ts';
import { readTaxonName } from '../interpret/taxon-name.ts';
import { isVernacularStatus, type ChecklistEntry } from '../link/taxon-checklist.ts';
import { HIGHER_RANKS, type RankedName } from '../link/taxon-records.ts';
import { RANKS } from '../vocabulary/ranks.ts';

/** An entry, where it stands, and how it is shown. */
export interface ReadEntry {
  readonly rid: number;
  readonly entry: ChecklistEntry;
  /** The name without authors, with marks of rank. */
  readonly label: string;
  readonly vernacularName: string | undefined;
  /** Addresses of the taxon elsewhere. */
  readonly addresses: readonly string[];
}

/** A name of a taxon in a language of people, and the row of the entry that has it. */
export interface VernacularRow {
  readonly rid: number;
  readonly name: string;
  readonly language: string | undefined;
}

const TERMS = [
  'taxonID',
  'scientificNameAuthorship',
  'taxonomicStatus',
  'parentNameUsageID',
  'acceptedNameUsageID',
  'parentNameUsage',
  'acceptedNameUsage',
  'references',
  'sameAs',
] as const;
const COLUMNS = [
  'rid',
  'key',
  'identifier',
  'scientificName',
  'canonicalName',
  'taxonRank',
  'vernacularName',
  'title',
] as const;
const ADDRESS = /https?:\/\/[^\s|<>"]+/gu;

/** Ranks that stand in columns of checklists, from high to low, beside those of records. */
const BETWEEN = [
  'superkingdom',
  'subkingdom',
  'infrakingdom',
  'superphylum',
  'subphylum',
  'infraphylum',
  'superclass',
  'subclass',
  'infraclass',
  'superorder',
  'suborder',
  'infraorder',
  'superfamily',
  'subfamily',
  'tribe',
  'subtribe',
  'subgenus',
] as const;
const LEVELS = new Map(RANKS.map((rank, level) => [rank, level]));
const PLAIN_NAME = /^\p{Lu}[\p{L}-]+$/u;
/** Older names of terms, and those of other standards. */
const OTHER_NAMES: Readonly<Partial<Record<(typeof TERMS)[number], readonly string[]>>> = {
  acceptedNameUsageID: ['acceptedTaxonID', 'acceptedScientificNameID'],
  parentNameUsageID: ['higherTaxonID', 'parentTaxonID'],
  acceptedNameUsage: ['acceptedTaxon', 'acceptedScientificName'],
  parentNameUsage: ['higherTaxon', 'parentTaxon'],
};

/** Whether a column has a term, is called by it, or by one of its other names. */
function isCalled({ term, iri, header }: SourceManifest['columns'][number], names: readonly string[]): boolean {
  if (term !== undefined) return names.includes(term);
  const local = (iri ?? header).replace(/^.*[/#:]/u, '').toLowerCase();
  return names.some((name) => name.toLowerCase() === local);
}

/** The cell of the first column with a term that is not empty, as SQL; undefined where the source has none. */
export function cellSql({ columns }: SourceManifest, isWanted: (column: SourceManifest['columns'][number]) => boolean) {
  const cells = columns.flatMap((column, at) => (isWanted(column) ? [`nullif(trim(c${at}), '')`] : []));
  if (cells.length === 0) return undefined;
  return cells.length === 1 ? cells[0] : `coalesce(${cells.join(', ')})`;
}

/** The entries of a checklist: its records of type taxon. `records` is the table or view of those that may be read. */
export async function readEntries(
  { database, manifest }: Edition,
  { dataset, records }: { readonly dataset: DatasetManifest; readonly records: string },
): Promise<ReadEntry[]> {
  const cells = manifest.sources
    .filter(({ datasetKey, role }) => datasetKey === dataset.key && role === 'core')
    .map((source) => {
      const columns = [
        ...TERMS.map((term) => [term, [term, ...(OTHER_NAMES[term] ?? [])]] as const),
        ...BETWEEN.map((rank) => [rank, [rank]] as const),
      ].map(
        ([name, names]) =>
          `${cellSql(source, (column) => isCalled(column, names)) ?? 'null'} as ${quoteIdentifier(name)}`,
      );
      return `select rid, ${columns.join(', ')} from verbatim_${source.source}`;
    });
  const higher = HIGHER_RANKS.map((rank) => `r.${quoteIdentifier(rank)}`);
  const sql = `select ${COLUMNS.map((name) => `r.${name}`).join(', ')}, ${higher.join(', ')}, ${[...TERMS, ...BETWEEN].map((name) => `v.${quoteIdentifier(name)}`).join(', ')}
    from ${records} r join (${cells.join(' union all ')}) v using (rid)
    where r.datasetKey = ${quoteLiteral(dataset.key)} and r.recordType = 'taxon' order by r.rid`;
  const names = [...COLUMNS, ...HIGHER_RANKS, ...TERMS, ...BETWEEN];
  const entries: ReadEntry[] = [];
  for await (const columns of database.chunks(sql))
    for (const at of columns[0]!.keys()) {
      const cell = (name: (typeof names)[number]) => (columns[names.indexOf(name)]![at] as string | null) ?? undefined;
      const entry = entryOf(columns[0]![at] as number, cell);
      if (entry !== undefined) entries.push(entry);
    }
  return entries;
}

function entryOf(
  rid: number,
  cell: (
    name: (typeof COLUMNS)[number] | (typeof HIGHER_RANKS)[number] | (typeof TERMS)[number] | (typeof BETWEEN)[number],
  ) => string | undefined,
): ReadEntry | undefined {
  const status = cell('taxonomicStatus');
  // A name of people has no scientific one beside it.
  const scientificName = cell('scientificName') ?? (isVernacularStatus(status) ? cell('title') : undefined);
  if (scientificName === undefined) return undefined;
  const canonicalName = cell('canonicalName') ?? scientificName;
  const words = canonicalName.split(' ').length;
  const read = words > 2 ? readTaxonName(scientificName)?.fullName : undefined;
  const identifier = cell('identifier');
  const taxonID = cell('taxonID');
  const ids = [identifier, taxonID].filter((id) => id !== undefined);
  return {
    rid,
    label: read ?? canonicalName,
    vernacularName: cell('vernacularName'),
    addresses: [...new Set([...ids, cell('references'), cell('sameAs')].flatMap((text) => text?.match(ADDRESS) ?? []))],
    entry: {
      key: cell('key')!,
      identifiers: [...new Set(ids)],
      scientificName,
      canonicalName,
      authorship: cell('scientificNameAuthorship') ?? authorshipOf(scientificName, cell('canonicalName')),
      rank: cell('taxonRank'),
      status,
      parentID: cell('parentNameUsageID'),
      acceptedID: cell('acceptedNameUsageID'),
      parentName: cell('parentNameUsage'),
      acceptedName: cell('acceptedNameUsage'),
      higher: [...HIGHER_RANKS, ...BETWEEN]
        .flatMap((rank): RankedName[] => {
          const name = cell(rank);
          const isName = name !== undefined && (rank === 'genus' || PLAIN_NAME.test(name));
          return isName ? [[rank, name]] : [];
        })
        .toSorted(([left], [right]) => LEVELS.get(left)! - LEVELS.get(right)!),
    },
  };
}

/** The authors within a name as it is written; undefined where there are none. */
export function authorshipOf(scientificName: string, canonicalName: string | undefined): string | undefined {
  if (canonicalName === undefined || scientificName === canonicalName) return undefined;
  // Names of families often stand in capitals.
  if (scientificName.toLowerCase().startsWith(`${canonicalName.toLowerCase()} `))
    return scientificName.slice(canonicalName.length + 1);
  const { basionym, combination } = readTaxonName(scientificName)?.authorship ?? {};
  const parts = [basionym, combination].flatMap((part) =>
    part === undefined ? [] : [...part.authors, ...(part.year === null ? [] : [part.year])],
  );
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** The names in the languages of people that extensions of a checklist list. */
export async function readVernacular(
  { database, manifest }: Edition,
  dataset: DatasetManifest,
): Promise<VernacularRow[]> {
  const rows: VernacularRow[] = [];
  for (const source of manifest.sources) {
    if (source.datasetKey !== dataset.key || source.role !== 'extension') continue;
    if (!/vernacularname/iu.test(source.rowType)) continue;
    const name = cellSql(source, ({ term, header }) => term === 'vernacularName' || /(?:^|:)name$/iu.test(header));
    if (name === undefined) continue;
    const language = cellSql(source, ({ term, header }) => term === 'language' || /^language$/iu.test(header));
    rows.push(
      ...(
        await database.query<{ rid: number; name: string; language: string | null }>(
          `select rid, ${name} as name, ${language ?? 'null'} as language from verbatim_${source.source}
         where ${name} is not null order by rid, line`,
        )
      ).map(({ language: code, ...row }) => ({ ...row, language: code ?? undefined })),
    );
  }
  return rows;
}
