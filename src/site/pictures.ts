import type { CatalogueRecord } from '../model/record.ts';
import type { Derivative, Shelf } from '../catalogue/shelf.ts';

/** A media row of a record, with its copy on the node's shelf where there is one. */
export interface Picture {
  readonly identifier: string;
  readonly derivative?: Derivative;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly creator?: string;
  readonly license?: string;
  readonly licenseBasis?: string;
  readonly rightsHolder?: string;
  readonly references?: string;
}

const TEXTS = [
  'type',
  'title',
  'description',
  'creator',
  'license',
  'licenseBasis',
  'rightsHolder',
  'references',
] as const;

export function picturesOf(record: CatalogueRecord, shelf: Pick<Shelf, 'find'>): readonly Picture[] {
  return (record.children.media ?? []).map((row): Picture => {
    const identifier = typeof row['identifier'] === 'string' ? row['identifier'] : '';
    const derivative = shelf.find(record.datasetKey, identifier);
    const texts = TEXTS.flatMap((name) => (typeof row[name] === 'string' ? [[name, row[name]] as const] : []));
    return Object.assign({ identifier }, Object.fromEntries(texts), derivative === undefined ? {} : { derivative });
  });
}

/** The copy that stands for the record in a list. */
export function firstDerivative(record: CatalogueRecord, shelf: Pick<Shelf, 'find'>): Derivative | undefined {
  for (const row of record.children.media ?? []) {
    const found = typeof row['identifier'] === 'string' ? shelf.find(record.datasetKey, row['identifier']) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
