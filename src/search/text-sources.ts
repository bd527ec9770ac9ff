import { quoteIdentifier } from '../catalogue/database.ts';
import type { SourceManifest } from '../catalogue/manifest.ts';
import { FIELDS } from '../vocabulary/fields.ts';

/** Text that the full text index covers: rid and value (a text or a list), and how much its words weigh. */
export interface TextSource {
  readonly name: string;
  readonly sql: string;
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

function nested(table: string, column: string, { weight, where }: { weight: number; where?: string }): TextSource {
  const conditions = `${column} is not null${where === undefined ? '' : ` and ${where}`}`;
  return {
    name: `${table} ${column}`,
    weight,
    sql: `select rid, ${column} as value from ${table} where ${conditions}`,
  };
}

/** All text of an edition, the heaviest first, so that a record's best words have its first positions. */
export function textSources(sources: readonly SourceManifest[]): TextSource[] {
  const fields = FIELDS.filter(({ weight }) => weight > 0).map(({ name, weight }): TextSource => {
    const column = quoteIdentifier(name);
    return { name, weight, sql: `select rid, ${column} as value from record where ${column} is not null` };
  });
  const verbatim = sources.flatMap(({ source, role, columns }) =>
    columns.flatMap(({ term }, position): TextSource[] =>
      role === 'core' && term !== undefined && VERBATIM_TERMS.has(term)
        ? [
            {
              name: `verbatim ${term}`,
              weight: 1,
              sql: `select rid, c${position} as value from verbatim_${source} where c${position} is not null`,
            },
          ]
        : [],
    ),
  );
  return [...fields, ...NESTED, ...verbatim].toSorted((a, b) => b.weight - a.weight);
}
