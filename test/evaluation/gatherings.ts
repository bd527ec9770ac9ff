/**
 * Gatherings. Of generated records whose collector and day are recorded every second gets a copy as another museum would keep it: the
 * place in capitals or only its words before the comma, the number with "No." before it, coordinates rounded or left out, and where
 * there is a number the date cut to its month in every third, left out in every ninth. In truth two records are of one gathering when
 * they are of one origin, or when collector, day and place are the same. Collectors are taken from the truth: this measures the finding
 * of gatherings, not of people.
 */
import { COLUMNS, Records } from '../../src/generate/record.ts';
import { linkGatherings, type GatheringRecord } from '../../src/link/gathering-link.ts';
import { dateOfDay, dayNumber, daysInMonth } from '../../src/model/day.ts';
import type { Score } from './score.ts';

const RECORDS = 30_000;
const SEED = 31;

interface Known extends GatheringRecord {
  readonly origin: string;
}

export function evaluate(): readonly Score[] {
  const byCollector = new Map<string, Known[]>();
  const source = new Records(SEED);
  for (let number = 0; number < RECORDS; number += 1) {
    const { cells, truth } = source.record(number);
    const row = new Map(COLUMNS.map((column, index) => [column as string, cells[index] ?? '']));
    const { span, place } = truth;
    const collector = truth.collectors[0]?.id;
    if (collector === undefined || span === undefined || span.begin !== span.end) continue;
    const point = truth.latitude === undefined ? undefined : { latitude: truth.latitude, longitude: truth.longitude! };
    const record: Known = {
      key: `original ${number}`,
      origin: `${collector} ${span.begin} ${place.id}`,
      collectors: [collector],
      recordNumber: row.get('recordNumber') || undefined,
      span,
      countryCode: place.countryCode,
      locality: row.get('locality'),
      point,
    };
    const list = byCollector.get(collector) ?? [];
    byCollector.set(collector, list);
    list.push(record);
    if (number % 2 === 0) list.push(copyOf(record, number));
  }
  let right = 0;
  let wrong = 0;
  let total = 0;
  for (const [collector, records] of byCollector) {
    const byOrigin = Map.groupBy(records.keys(), (index) => records[index]!.origin);
    for (const members of byOrigin.values()) total += (members.length * (members.length - 1)) / 2;
    for (const { records: members } of linkGatherings(records, { collector }))
      for (const [position, one] of members.entries())
        for (const other of members.slice(position + 1))
          if (records[one]!.origin === records[other]!.origin) right += 1;
          else wrong += 1;
  }
  return [
    {
      set: `gatherings: ${RECORDS} generated records and copies`,
      measure: 'pairs of one gathering',
      right,
      wrong,
      total,
    },
  ];
}

function copyOf(record: Known, number: number): Known {
  const { span, recordNumber, locality = '', point } = record;
  const numbered = recordNumber === undefined ? {} : { recordNumber: `No. ${recordNumber}` };
  const { year, month } = dateOfDay(span!.begin);
  const ofMonth = { begin: dayNumber(year, month, 1), end: dayNumber(year, month, daysInMonth(year, month)) };
  const isNumbered = recordNumber !== undefined;
  return {
    ...record,
    ...numbered,
    key: `copy ${number}`,
    span: isNumbered && number % 9 === 0 ? undefined : isNumbered && number % 3 === 0 ? ofMonth : span,
    locality: number % 4 === 0 ? (locality.split(',')[0] ?? locality) : locality.toUpperCase(),
    point:
      point === undefined || number % 5 === 0
        ? undefined
        : { latitude: Math.round(point.latitude * 100) / 100, longitude: Math.round(point.longitude * 100) / 100 },
  };
}
