import { createRequire } from 'node:module';
import type * as Mgrs from 'mgrs';
import { project, type Degrees } from './datum.ts';

// The package's CommonJS file hides its names from imports.
const { inverse } = createRequire(import.meta.url)('mgrs') as typeof Mgrs;

/** The centre of a square of a grid, and how far from it the place may be: half the diagonal of the square. */
export interface GridPoint extends Degrees {
  readonly coordinateUncertaintyInMeters: number;
}

const BRITISH =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894';
const IRISH =
  '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy +towgs84=482.53,-130.596,564.557,-1.042,-0.214,-0.631,8.15';
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';

function squareOf(letter: string): readonly [east: number, north: number] {
  const at = LETTERS.indexOf(letter);
  return [at % 5, 4 - Math.floor(at / 5)];
}

function halfDiagonal(side: number): number {
  return Math.round((side * Math.SQRT2) / 2);
}

function inGrid(definition: string, corner: readonly [number, number], digits: string): GridPoint | undefined {
  if (digits.length % 2 === 1 || digits.length > 10) return undefined;
  const half = digits.length / 2;
  const side = 10 ** (5 - half);
  const [east, north] = [digits.slice(0, half), digits.slice(half)].map((part) => Number(part || '0') * side);
  const point = project(definition, corner[0] + (east ?? 0) + side / 2, corner[1] + (north ?? 0) + side / 2);
  return { ...point, coordinateUncertaintyInMeters: halfDiagonal(side) };
}

/** Reads a reference of the British ("SU 387 148") or Irish ("O 159 345", six figures or more) national grid. */
export function parseNationalGrid(text: string): GridPoint | undefined {
  const [, letters = '', east = '', north = ''] =
    /^([A-HJ-Z]{1,2})\s?(\d{2,10})(?:\s(\d{1,5}))?$/u.exec(text.trim().toUpperCase()) ?? [];
  const digits = east + north;
  if (letters === '' || (north !== '' && north.length !== east.length)) return undefined;
  const [first = '', second] = letters;
  if (second === undefined) {
    const [across, up] = squareOf(first);
    return digits.length < 6 ? undefined : inGrid(IRISH, [across * 1e5, up * 1e5], digits);
  }
  // Great Britain lies in these of the squares of 500 km.
  if (!'HNOST'.includes(first)) return undefined;
  const [across, up] = squareOf(first);
  const [inner, above] = squareOf(second);
  const corner = [(across - 2) * 5e5 + inner * 1e5, (up - 1) * 5e5 + above * 1e5] as const;
  return corner[0] < 0 || corner[0] > 7e5 || corner[1] < 0 ? undefined : inGrid(BRITISH, corner, digits);
}

/** Reads a reference of the Military Grid Reference System with its zone: "31U DQ 48251 11932". */
export function parseMgrs(text: string): GridPoint | undefined {
  const plain = text.trim().toUpperCase().replaceAll(/\s+/gu, '');
  const digits = /^(?:0?[1-9]|[1-5]\d|60)[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V](\d{2,10})$/u.exec(plain)?.[1];
  if (digits === undefined || digits.length % 2 === 1) return undefined;
  try {
    const [west, south, east, north] = inverse(plain);
    return {
      latitude: (south + north) / 2,
      longitude: (west + east) / 2,
      coordinateUncertaintyInMeters: halfDiagonal(10 ** (5 - digits.length / 2)),
    };
  } catch {
    // A square that the zone does not have.
    return undefined;
  }
}

/** Reads zone, easting and northing of UTM; the letter of the zone is a band, or N and S, so that S alone can be either. */
export function parseUtm(text: string): readonly Degrees[] {
  const written = text.toUpperCase();
  const zone = /(?:\bZONE\s*|\bUTM:?\s*(?:ZONE\s*)?|^\s*)(\d{1,2})\s?([C-HJ-NP-X])?\b/u.exec(written);
  const metres = [...written.replace(zone?.[0] ?? '', ' ').matchAll(/(?<![\d.])\d{6,7}(?:\.\d+)?(?![\d.])/gu)].map(
    Number,
  );
  const [a = 0, b = 0] = metres;
  if (zone === null || metres.length !== 2) return [];
  const [, number = '', band] = zone;
  const easting = Math.min(a, b);
  const northing = Math.max(a, b);
  if (Number(number) < 1 || Number(number) > 60 || easting < 1e5 || easting > 9e5 || northing > 1e7) return [];
  const hemispheres = band === undefined || band === 'S' ? ['', ' +south'] : band >= 'N' ? [''] : [' +south'];
  return hemispheres.map((south) =>
    project(`+proj=utm +zone=${Number(number)}${south} +datum=WGS84`, easting, northing),
  );
}
