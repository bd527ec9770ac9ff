import type { Fixture, FixtureRecord, Row } from './edition-fixture.ts';

/** A small generator (mulberry32), so that each seed gives one edition. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const KINDS = ['specimen', 'fossil', 'archive', 'artwork'];
export const PEOPLE = ['Wallace', 'wallace', 'Ali', 'Anning', 'North', 'Item 10', 'Item 9'];
export const COUNTRIES = ['MY', 'SG', 'ID', 'GB'];
export const LOCALITIES = ['Santubong', 'river bay', 'Lyme Regis', 'Kew'];

/** Records with few different values, many of them absent: what queries and counts can go wrong on. */
export function randomEdition(seed: number, records: number): Fixture {
  const next = random(seed);
  const maybe = <T>(value: () => T, chance = 0.7): T | undefined => (next() < chance ? value() : undefined);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)]!;
  const some = (list: readonly string[]) => list.filter(() => next() < 0.35);
  const micro = (low: number, high: number) => Math.round((low + next() * (high - low)) * 1e6) / 1e6;
  const span = (name: string): Row => {
    const begin = Math.floor(-60_000 + next() * 30_000);
    if (next() < 0.25) return {};
    const isOpen = next() < 0.1;
    return {
      [name]: 'x',
      [`${name}Begin`]: isOpen ? null : begin,
      [`${name}End`]: begin + Math.floor(next() ** 4 * 8000),
      [`${name}Basis`]: next() < 0.2 ? 'inferred' : 'recorded',
    };
  };
  return {
    records: Array.from({ length: records }, (_, row): FixtureRecord => {
      const possible = some(COUNTRIES);
      const located = next() < 0.6;
      return {
        key: `k${(row * 7919) % records}`,
        values: {
          recordType: next() < 0.9 ? 'object' : 'agent',
          kind: maybe(() => some(KINDS)),
          recordedBy: maybe(() => some(PEOPLE)),
          family: maybe(() => pick(PEOPLE)),
          locality: maybe(() => pick(LOCALITIES)),
          year: maybe(() => 1840 + Math.floor(next() * 30)),
          countryCode: possible.length === 1 ? possible[0] : null,
          possibleCountryCodes: possible,
          hasCoordinate: located,
          decimalLatitude: located ? micro(-90, 90) : null,
          decimalLongitude: located ? micro(-180, 180) : null,
          ...span('eventDate'),
        },
        children: {
          activity: [span('date'), span('date')].filter((values) => 'date' in values),
          measurement: Array.from({ length: Math.floor(next() * 3) }, () => ({
            measurementType: pick(['length', 'width']),
            measurementNumber: maybe(() => Math.floor(next() * 20)),
          })),
        },
      };
    }),
  };
}
