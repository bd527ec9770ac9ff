import { quoteIdentifier } from '../catalogue/database.ts';
import type { SourceManifest } from '../catalogue/manifest.ts';
import { columnsOfChild, type ChildName } from '../vocabulary/children.ts';
import { columnsOf, FIELDS } from '../vocabulary/fields.ts';
import { listSql } from './index-columns.ts';

/** Text that the full text index covers, and how much its words weigh. */
export interface TextSource {
  readonly name: string;
  /** A table of the edition, or a source whose verbatim table it is. */
  readonly table: string | SourceManifest;
  /** Text of a row; items of lists with ITEM_SEPARATOR between. Empty or null where there is none. */
  readonly value: string;
  /** 1 to 8. */
  readonly weight: number;
}

/** Nested rows that are searched too; identifications only where they are not the record's own. */
const NESTED: readonly TextSource[] = [
  nested('identification', 'scientificName', { weight: 2, where: 'isCurrent is distinct from true' }),
  nested('identification', 'remarks', { weight: 1 }),
  nested('participation', 'agent', { weight: 2 }),
  nested('activity', 'place', { weight: 1 }),
  nested('media', 'title', { weight: 1 }),
  nested('media', 'description', { weight: 1 }),
  nested('measurement', 'measurementType', { weight: 1 }),
  nested('measurement', 'measurementRemarks', { weight: 1 }),
];

/** Terms whose text is in no weighted field, so that a word that the record's page shows is found. */
const VERBATIM_TERMS: ReadonlySet<string> = new Set([
  'verbatimLabel',
  'verbatimLocality',
  'locationRemarks',
  'georeferenceRemarks',
  'fieldNotes',
  'eventRemarks',
  'identificationRemarks',
  'previousIdentifications',
  'organismName',
  'organismRemarks',
  'materialEntityRemarks',
  'taxonRemarks',
  'originalNameUsage',
  'acceptedNameUsage',
  'associatedTaxa',
  'associatedOccurrences',
  'associatedReferences',
  'bibliographicCitation',
  'provenance',
  'dimensions',
  'acquisitionMethod',
  'projectTitle',
  'lithostratigraphicTerms',
  'member',
  'bed',
  'group',
  'occupation',
  'nationality',
]);

function nested(table: ChildName, column: string, { weight, where }: { weight: number; where?: string }): TextSource {
  const type = columnsOfChild(table).find(([name]) => name === column)?.[1];
  const text = type?.endsWith('[]') === true ? listSql(column) : quoteIdentifier(column);
  const value = where === undefined ? text : `case when ${where} then ${text} end`;
  return { name: `${table} ${column}`, table, weight, value };
}

/** All text of an edition, the heaviest first, so that a record's best words have its first positions. */
export function textSources(sources: readonly SourceManifest[]): TextSource[] {
  const fields = FIELDS.filter(({ weight }) => weight > 0).map((field): TextSource => {
    const { name, weight } = field;
    const isList =
      columnsOf(field)
        .find(([column]) => column === name)?.[1]
        .endsWith('[]') === true;
    return { name, table: 'record', weight, value: isList ? listSql(name) : quoteIdentifier(name) };
  });
  const verbatim = sources.flatMap((source) =>
    source.columns.flatMap(({ term }, position): TextSource[] =>
      source.role === 'core' && term !== undefined && VERBATIM_TERMS.has(term)
        ? [{ name: `verbatim ${term}`, table: source, weight: 1, value: `c${position}` }]
        : [],
    ),
  );
  return [...fields, ...NESTED, ...verbatim].toSorted((a, b) => b.weight - a.weight);
}
