import type { PlaceIssues } from './place-issues.ts';

const HALF_AXIS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_38;

/**
 * Metres by which a point may be off that is written to so many degrees: the diagonal of one unit north and one unit east on
 * the ellipsoid of WGS 84 (Chapman & Wieczorek 2020, Georeferencing Best Practices), since labels cut digits as well as round.
 */
export function uncertaintyOfPrecision(degrees: number, latitude: number): number {
  const radians = (latitude * Math.PI) / 180;
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2);
  const alongMeridian = (HALF_AXIS * (1 - ECCENTRICITY_SQUARED)) / root ** 3;
  const alongParallel = (HALF_AXIS / root) * Math.cos(radians);
  return (Math.hypot(alongMeridian, alongParallel) * degrees * Math.PI) / 180;
}

/** A second. Finer figures come as well from a conversion, so that they say nothing about how well the place was known. */
const FINEST = 0.000_277;

interface UncertaintyTerms {
  readonly coordinateUncertaintyInMeters: string | null;
  readonly coordinatePrecision: string | null;
  /** What was read of the point: nothing where it has none. */
  readonly point:
    | {
        readonly latitude: number;
        /** Degrees, as it is written. */
        readonly precision?: number;
        /** From a grid. */
        readonly coordinateUncertaintyInMeters?: number;
      }
    | undefined;
}

/** Metres: as stated, else of the grid's square, the stated precision or the digits that are written. */
export function readUncertainty(
  { coordinateUncertaintyInMeters, coordinatePrecision, point }: UncertaintyTerms,
  issues: PlaceIssues,
): number | undefined {
  let stated: number | undefined;
  if (coordinatePrecision !== null) {
    const precision = Number(coordinatePrecision.replace(',', '.'));
    if (precision > 0 && precision <= 1) stated = precision;
    else issues.add('COORDINATE_PRECISION_INVALID', 'coordinatePrecision', coordinatePrecision);
  }
  if (coordinateUncertaintyInMeters !== null) {
    const metres = Number(coordinateUncertaintyInMeters.replaceAll(/[\s,]|m(?:et(?:er|re)s?)?\.?$/giu, ''));
    if (metres > 0 && metres < 20_040_000) return metres;
    issues.add('COORDINATE_UNCERTAINTY_METERS_INVALID', 'coordinateUncertaintyInMeters', coordinateUncertaintyInMeters);
    return undefined;
  }
  if (point === undefined) return undefined;
  if (point.coordinateUncertaintyInMeters !== undefined) {
    issues.add('COORDINATE_UNCERTAINTY_DERIVED', 'coordinateUncertaintyInMeters', 'square of the grid');
    return point.coordinateUncertaintyInMeters;
  }
  const written = point.precision !== undefined && point.precision >= FINEST ? point.precision : undefined;
  const precision = stated ?? written;
  if (precision === undefined) return undefined;
  const metres = Math.max(1, Math.round(uncertaintyOfPrecision(precision, point.latitude)));
  issues.add('COORDINATE_UNCERTAINTY_DERIVED', 'coordinateUncertaintyInMeters', `${metres} m`);
  return metres;
}
