import { formatDay } from '../model/day.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { columnsOf, FIELDS } from '../vocabulary/fields.ts';
import { isDay, type RecordHead } from './plain-record.ts';
import type { RecordLinks } from './record-links.ts';

/** Between several values in one cell. */
const SEPARATOR = ' | ';

/** A column of a published table, and how its cell is made. */
export interface TableColumn {
  readonly name: string;
  readonly cell: (record: CatalogueRecord, head: RecordHead, links?: RecordLinks) => string | number;
}

const HEAD = [
  'key',
  'iri',
  'datasetKey',
  'datasetTitle',
  'license',
  'licenseBasis',
  'rightsHolder',
  'creditLine',
  'recordType',
] as const;

/**
 * The columns of CSV and TSV: address, dataset and licence first, then every field in the order of FIELDS, then pictures
 * with their licences. Both ends of a span stand beside it as ISO dates. Last come the IRIs of what the record was linked to, which
 * the museum did not give.
 */
export const TABLE_COLUMNS: readonly TableColumn[] = [
  ...HEAD.map((name): TableColumn => ({ name, cell: (_record, head) => head[name] ?? '' })),
  ...FIELDS.flatMap((field): TableColumn[] => {
    if ((HEAD as readonly string[]).includes(field.name)) return [];
    switch (field.name) {
      case 'issue':
        return [{ name: 'issue', cell: ({ issues }) => [...new Set(issues.map(({ code }) => code))].join(SEPARATOR) }];
      case 'agent':
        return [childColumn('agent', 'participation', 'agent')];
      case 'date':
        return [childColumn('date', 'activity', 'date')];
      default:
        return columnsOf(field).map(([name]) => interpretedColumn(name));
    }
  }),
  childColumn('mediaIdentifier', 'media', 'identifier'),
  childColumn('mediaLicense', 'media', 'license'),
  childColumn('mediaRightsHolder', 'media', 'rightsHolder'),
  linkColumn('linkedRecordedBy', ({ agents }) => irisInRole(agents, 'collector')),
  linkColumn('linkedIdentifiedBy', ({ agents }) => irisInRole(agents, 'identifier')),
  linkColumn('linkedAgents', ({ agents }) => agents.map(({ iri }) => iri)),
  linkColumn('linkedGatherings', ({ gatherings }) => gatherings),
  linkColumn('linkedExpeditions', ({ expeditions }) => expeditions),
  linkColumn('linkedTaxa', ({ taxa }) => taxa),
  linkColumn('linkedPlaces', ({ places }) => places),
];

/** What the museum wrote, as JSON: an object of header to value. */
export const VERBATIM_COLUMN: TableColumn = {
  name: 'verbatim',
  cell: ({ verbatim }) => JSON.stringify(Object.fromEntries(verbatim.map(({ header, value }) => [header, value]))),
};

function interpretedColumn(name: string): TableColumn {
  const day = isDay(name);
  return {
    name,
    cell: ({ interpreted }) => {
      const value = interpreted[name];
      if (value === undefined) return '';
      if (typeof value === 'number') return day ? formatDay(value) : value;
      if (typeof value === 'string') return value;
      return typeof value === 'boolean' ? String(value) : value.join(SEPARATOR);
    },
  };
}

/** IRIs to which a record was linked; empty where it was linked to none. */
function linkColumn(name: string, irisOf: (links: RecordLinks) => readonly string[]): TableColumn {
  return { name, cell: (_record, _head, links) => (links === undefined ? '' : irisOf(links).join(SEPARATOR)) };
}

function irisInRole(agents: RecordLinks['agents'], role: string): readonly string[] {
  return agents.filter(({ roles }) => roles.includes(role)).map(({ iri }) => iri);
}

/** One cell for all nested rows: as many parts as rows, so that the parts of several such columns belong together. */
function childColumn(name: string, child: 'participation' | 'activity' | 'media', column: string): TableColumn {
  return {
    name,
    cell: ({ children }) => {
      const values = (children[child] ?? []).map((row) => textOf(row[column]));
      if (child === 'media') return values.some((value) => value !== '') ? values.join(SEPARATOR) : '';
      return [...new Set(values.filter((value) => value !== ''))].join(SEPARATOR);
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
