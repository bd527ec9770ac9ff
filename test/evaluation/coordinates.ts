import { readFileSync } from 'node:fs';
import { interpretCoordinates } from '../../src/interpret/coordinate-value.ts';
import { mostFrequent, type Score } from './score.ts';

/** Degrees: two metres. */
const SAME = 0.00002;

/**
 * 200 passages of localities and remarks in iDigBio's and MyCoPortal's exports (cut at ; | brackets and sentences, at most
 * 120 characters, holding something like a coordinate: degrees, lat, long, UTM, township and range), and 120 pairs of
 * decimal degrees (85 and 35). Distinct values, sorted, shuffled with Python's `random.Random(20261121)`, the first ones
 * taken. Labelled by hand before anything read them; every other one (by its number in the draw) is frozen. No degrees:
 * the passage names no point. The mark `minutes`: written with a point before the minutes, as the locality shows.
 */
export function evaluate(): Score[] {
  const lines = readFileSync(new URL('coordinates.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const rows = lines.map((line) => {
    const [half = '', from = '', written = '', , latitude = '', longitude = ''] = line.split('\t');
    return {
      half,
      from,
      written,
      expected: latitude === '' ? undefined : ([Number(latitude), Number(longitude)] as const),
    };
  });
  return ['text open', 'text frozen', 'decimal open', 'decimal frozen'].map((part): Score => {
    const read = rows
      .filter(({ from, half }) => `${from} ${half}` === part)
      .map((row) => ({ ...row, value: interpretCoordinates(row.written) }));
    const missed = read.filter(({ expected, value: { decimalLatitude, decimalLongitude } }) =>
      expected === undefined || decimalLatitude === null || decimalLongitude === null
        ? (expected === undefined) !== (decimalLatitude === null)
        : Math.abs(expected[0] - decimalLatitude) > SAME || Math.abs(expected[1] - decimalLongitude) > SAME,
    );
    return {
      set: `coordinates: iDigBio and MyCoPortal, ${part} half`,
      measure: 'point or none',
      right: read.length - missed.length,
      total: read.length,
      wrong: missed.filter(({ value }) => value.decimalLatitude !== null).length,
      missed: part.endsWith('frozen') ? [] : mostFrequent(missed.map(({ written }) => written)),
    };
  });
}
