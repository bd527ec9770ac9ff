import type { CatalogueRecord } from '../model/record.ts';
import { QualityTally, type QualitySummary } from './tally.ts';

/** Tests records in a thread of their own: the first of them loads names and shapes of countries, which takes a second. */
export default function tallyRecords(records: readonly CatalogueRecord[]): QualitySummary {
  const tally = new QualityTally();
  for (const record of records) tally.add(record);
  return tally.summary();
}
