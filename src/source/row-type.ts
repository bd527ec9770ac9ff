import type { ChildName } from '../vocabulary/children.ts';
import type { RecordType } from '../vocabulary/kinds.ts';

const RECORD_TYPES: Readonly<Record<string, RecordType>> = {
  occurrence: 'object',
  materialentity: 'object',
  materialsample: 'object',
  livingspecimen: 'object',
  preservedspecimen: 'object',
  fossilspecimen: 'object',
  humanobservation: 'object',
  machineobservation: 'object',
  simpledarwinrecord: 'object',
  darwinrecord: 'object',
  darwincore: 'object',
  taxon: 'taxon',
  event: 'event',
  location: 'place',
};

const CHILDREN: Readonly<Record<string, ChildName>> = {
  identification: 'identification',
  identificationhistory: 'identification',
  multimedia: 'media',
  simplemultimedia: 'media',
  image: 'media',
  audubonmedia: 'media',
  measurementorfact: 'measurement',
  extendedmeasurementorfact: 'measurement',
  resourcerelationship: 'relation',
};

function localName(rowType: string): string {
  return (/[^/#:]*$/u.exec(rowType.trim())?.[0] ?? '').toLowerCase();
}

/** What the rows of a core describe; undefined for row types that we do not know. */
export function recordTypeOf(rowType: string): RecordType | undefined {
  return RECORD_TYPES[localName(rowType)];
}

/** The nested table that an extension's rows belong to; undefined for those kept by their row type alone. */
export function childOf(rowType: string): ChildName | undefined {
  return CHILDREN[localName(rowType)];
}
