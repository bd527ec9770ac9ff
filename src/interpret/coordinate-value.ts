import type { Issue } from '../model/issue.ts';
import { parseMgrs, parseNationalGrid, parseUtm, type GridPoint } from './coordinate-grid.ts';
import { countryAt } from './country-shapes.ts';
import type { Degrees } from './datum.ts';
import { place } from './place.ts';

export interface CoordinateValue {
  /** Degrees, WGS 84. */
  readonly decimalLatitude: number | null;
  readonly decimalLongitude: number | null;
  readonly coordinateUncertaintyInMeters: number | null;
  readonly geodeticDatum: 'WGS84' | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads coordinates from one text, or from Darwin Core terms: decimal or degree forms, MGRS, UTM, British and Irish grid
 * references (in `verbatimCoordinates`). Township and range stay text. Issues: those of the place interpreter.
 */
export function interpretCoordinates(value: string | Readonly<Record<string, string>>): CoordinateValue {
  const terms = typeof value === 'string' ? { verbatimCoordinates: value } : value;
  const { output, issues } = place.interpret(
    place.inputs.map((term) => terms[term]?.trim() || null),
    {},
  );
  const { decimalLatitude, decimalLongitude, coordinateUncertaintyInMeters = null } = output;
  if (decimalLatitude !== undefined && decimalLongitude !== undefined)
    return { decimalLatitude, decimalLongitude, coordinateUncertaintyInMeters, geodeticDatum: 'WGS84', issues };
  const text = terms['verbatimCoordinates'] ?? '';
  const point = readGrid(text);
  if (point === undefined) {
    const isUnread = text.trim() !== '' && !issues.some(({ code }) => code.includes('COORDINATE'));
    return {
      ...NOTHING,
      issues: isUnread
        ? [...issues, { code: 'COORDINATE_INVALID', term: 'verbatimCoordinates', detail: text }]
        : issues,
    };
  }
  return {
    decimalLatitude: Number(point.latitude.toFixed(6)),
    decimalLongitude: Number(point.longitude.toFixed(6)),
    coordinateUncertaintyInMeters:
      'coordinateUncertaintyInMeters' in point ? point.coordinateUncertaintyInMeters : null,
    geodeticDatum: 'WGS84',
    issues,
  };
}

const NOTHING = {
  decimalLatitude: null,
  decimalLongitude: null,
  coordinateUncertaintyInMeters: null,
  geodeticDatum: null,
} as const;

/** Where UTM leaves the hemisphere open, the one whose point is on land. */
function readGrid(text: string): GridPoint | Degrees | undefined {
  const grid = parseMgrs(text) ?? parseNationalGrid(text);
  if (grid !== undefined) return grid;
  const points = parseUtm(text);
  const onLand = points.filter(({ latitude, longitude }) => countryAt(longitude, latitude) !== undefined);
  return points.length === 1 ? points[0] : onLand.length === 1 ? onLand[0] : undefined;
}
