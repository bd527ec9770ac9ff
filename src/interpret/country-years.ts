import { yearOfDay } from '../model/day.ts';
import { findArea } from '../vocabulary/geography-areas.ts';
import { findExtents } from '../vocabulary/country-extents.ts';
import { labelOfExtent } from '../vocabulary/historic-places.ts';
import { countryName, readCountry, type CountryReading } from './country-name.ts';
import { readDate } from './date.ts';

/** Years, both inclusive. */
export interface Years {
  readonly begin: number;
  readonly end: number;
}

/** A longer span tells nothing of the borders of its time. */
const LONGEST_SPAN = 60;

/** The years of a record, from the first of its dates that can be read; undefined where none says them nearly enough. */
export function yearsOf(dates: readonly (string | null)[]): Years | undefined {
  for (const text of dates) {
    const reading = text === null ? undefined : readDate(text);
    if (reading?.kind !== 'date') continue;
    const years = { begin: yearOfDay(reading.span.begin), end: yearOfDay(reading.span.end) };
    return years.end - years.begin > LONGEST_SPAN ? undefined : years;
  }
  return undefined;
}

/**
 * What a name of a country means in a record's years: "Germany" of 1900 has places in Poland, "Siam" of 1920 none outside Thailand.
 * The same reading where it means what it means without them.
 */
export function readingInYears(reading: CountryReading, text: string, years: Years | undefined): CountryReading {
  const of = reading.historic?.names[0] ?? reading.whole;
  if (of === undefined || years === undefined) return reading;
  const extents = findExtents({ of, text }, years);
  const [first] = extents;
  if (first === undefined) return reading;
  const isCovered = extents.some(
    ({ begin, end }) => (begin ?? -Infinity) <= years.begin && (end ?? Infinity) >= years.end,
  );
  const possible = [
    ...new Set([...extents.flatMap((extent) => extent.possible), ...(isCovered ? [] : reading.possible)]),
  ];
  const { historic } = reading;
  const [certain] = possible;
  const former =
    reading.former ?? (extents.length === 1 && isCovered ? labelOfExtent(countryName(of), first) : undefined);
  return {
    ...(possible.length === 1 && certain !== undefined ? { certain } : {}),
    possible,
    ...(historic === undefined ? {} : { historic }),
    ...(former === undefined ? {} : { former }),
  };
}

/** "Borneo", "Sarawak"; "Germany" of 1900, "Bavaria": the smaller place says which of the possible countries it is. */
export function narrowedBy(reading: CountryReading, stateProvince: string | null): CountryReading {
  if (stateProvince === null || reading.certain !== undefined) return reading;
  const inner = readCountry(stateProvince);
  const codes =
    inner === undefined
      ? reading.possible.filter((code) => findArea(code, stateProvince) !== undefined)
      : reading.possible.filter((code) => inner.possible.includes(code));
  const [certain] = codes;
  return codes.length === 1 && certain !== undefined && inner?.certain === (inner === undefined ? undefined : certain)
    ? settledOn(reading, certain)
    : reading;
}

/**
 * One of the possible countries is the certain one. A name of the past stays what was said; a name that several places bear, or that lies
 * over several countries, says nothing more then.
 */
export function settledOn({ former, historic }: CountryReading, certain: string): CountryReading {
  const isPast = historic === undefined || historic.begin !== undefined || historic.end !== undefined;
  return { certain, possible: [certain], ...(former === undefined || !isPast ? {} : { former }) };
}
