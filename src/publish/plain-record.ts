import type { DatasetManifest } from '../catalogue/manifest.ts';
import { formatDay } from '../model/day.ts';
import { recordIri } from '../model/iri.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { CHILDREN, type ChildName } from '../vocabulary/children.ts';
import { findField } from '../vocabulary/fields.ts';

/** Where a record stands: the node that publishes it and the dataset to which it belongs. */
export interface PublishContext {
  readonly base: string;
  readonly dataset: DatasetManifest;
}

export type PlainValue = string | number | boolean | readonly string[];

/** What a record says of its terms of use. Read once, with the dataset's licence where the record states none. */
const TERMS_OF_USE = ['license', 'licenseBasis', 'rightsHolder', 'creditLine'] as const;

/** What stands before a record's fields wherever it is published: its address, its dataset and on what terms it may be used. */
export interface RecordHead extends Partial<Readonly<Record<(typeof TERMS_OF_USE)[number], string>>> {
  readonly key: string;
  readonly iri: string;
  readonly datasetKey: string;
  readonly datasetTitle: string;
  readonly recordType: string;
}

export function toRecordHead(record: CatalogueRecord, { base, dataset }: PublishContext): RecordHead {
  const stated = TERMS_OF_USE.filter((name) => record.interpreted[name] !== undefined);
  return {
    key: record.key,
    iri: recordIri(base, record.key),
    datasetKey: record.datasetKey,
    datasetTitle: dataset.title,
    recordType: record.recordType,
    ...Object.fromEntries(stated.map((name) => [name, String(record.interpreted[name])])),
  };
}

const IN_HEAD: ReadonlySet<string> = new Set(['key', 'datasetKey', 'recordType', 'issue', ...TERMS_OF_USE]);

/** The interpreted values for readers outside: both ends of a span as ISO dates instead of day numbers. */
export function toPlainValues(record: CatalogueRecord): Record<string, PlainValue> {
  const values: Record<string, PlainValue> = {};
  for (const [name, value] of Object.entries(record.interpreted)) {
    if (!IN_HEAD.has(name)) values[name] = typeof value === 'number' && isDay(name) ? formatDay(value) : value;
  }
  return values;
}

/** The nested rows, in the same way. */
export function toPlainChildren(
  record: CatalogueRecord,
): Partial<Record<ChildName, readonly Record<string, unknown>[]>> {
  return Object.fromEntries(
    Object.entries(record.children).map(([child, rows]) => [
      child,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).flatMap(([name, value]) => {
            if (value === null || value === undefined) return [];
            return [[name, typeof value === 'number' && isDay(name, child as ChildName) ? formatDay(value) : value]];
          }),
        ),
      ),
    ]),
  );
}

/** Whether a column is the begin or end of a span. */
export function isDay(column: string, child?: ChildName): boolean {
  const name = /^(?<name>\w+?)(?:Begin|End)$/u.exec(column)?.groups?.['name'];
  if (name === undefined) return false;
  if (child === undefined) return findField(name)?.type === 'span';
  const columns: Readonly<Record<string, string>> = CHILDREN[child];
  return columns[name] === 'SPAN';
}
