import type { Issue } from '../model/issue.ts';
import { place, type PlaceContext } from './place.ts';

export interface CoordinateValue {
  /** Degrees, WGS 84. */
  readonly decimalLatitude: number | null;
  readonly decimalLongitude: number | null;
  readonly coordinateUncertaintyInMeters: number | null;
  readonly geodeticDatum: 'WGS84' | null;
  readonly issues: readonly Issue[];
}

/** Nothing asks for the areas around it, whose shapes take a second to load. */
const POINT_ALONE: PlaceContext = { isPointAlone: true };

/**
 * Reads coordinates from one text, or from Darwin Core terms: decimal or degree forms, MGRS, UTM, British and Irish grid
 * references (in `verbatimCoordinates`). Township and range stay text. Issues: those of the place interpreter.
 */
export function interpretCoordinates(value: string | Readonly<Record<string, string>>): CoordinateValue {
  const terms = typeof value === 'string' ? { verbatimCoordinates: value } : value;
  const { output, issues } = place.interpret(
    place.inputs.map((term) => terms[term]?.trim() || null),
    POINT_ALONE,
  );
  const { decimalLatitude = null, decimalLongitude = null, coordinateUncertaintyInMeters = null } = output;
  const geodeticDatum = decimalLatitude === null ? null : 'WGS84';
  return { decimalLatitude, decimalLongitude, coordinateUncertaintyInMeters, geodeticDatum, issues };
}
