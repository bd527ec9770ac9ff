import type { Issue } from '../model/issue.ts';
import { UNITS } from '../vocabulary/measurement-words.ts';
import { childRowsType } from './child-rows.ts';
import { parseDimensions, type Dimension } from './dimensions.ts';
import type { Interpreter } from './interpreter.ts';
import { parseNumber } from './number.ts';

interface MeasurementRow {
  readonly measurementType: string;
  readonly measurementValue: string;
  readonly measurementNumber?: number;
  readonly measurementUnit?: string;
  readonly measurementRemarks?: string;
}

function unitOf(text: string): string {
  return UNITS.get(text.toLowerCase().replace(/\.$/u, ''))?.symbol ?? text;
}

/** Dimensions as rows of the child table `measurement`: the part and how exact it is go to the remarks; a range has no number. */
export function readDimensions(text: string): readonly MeasurementRow[] {
  return parseDimensions(text).dimensions.map(rowOf);
}

function rowOf({ dimension, written, value, maximum, unit, qualifier, part }: Dimension): MeasurementRow {
  const remarks = [part, qualifier].filter((remark) => remark !== undefined).join('; ');
  return {
    measurementType: dimension,
    measurementValue: written,
    ...(maximum === undefined ? { measurementNumber: value } : {}),
    ...(unit === undefined ? {} : { measurementUnit: unit }),
    ...(remarks === '' ? {} : { measurementRemarks: remarks }),
  };
}

/** One measurement of a text of dimensions. `to` is the upper end of a range. */
export interface MeasurementStructure {
  readonly dimension: string;
  readonly value: number;
  readonly to?: number;
  readonly unit: string | null;
  readonly part?: string;
  readonly qualifier?: string;
}

export interface InterpretedMeasurement {
  readonly measurements: readonly MeasurementStructure[];
  readonly issues: readonly Issue[];
}

/**
 * The measurements of one text: "frame: 11 1/2 x 9 in." has height and width of the `part` frame in inches. Adds DIMENSIONS_UNREADABLE
 * where a text has numbers and none is a measure, DIMENSIONS_CONFLICT where the same in another unit says something else. Never throws.
 */
export function interpretMeasurement(text: string): InterpretedMeasurement {
  const { dimensions, twinDiffers } = parseDimensions(text);
  return {
    measurements: dimensions.map(({ dimension, value, maximum, unit, part, qualifier }) => ({
      dimension,
      value,
      ...(maximum === undefined ? {} : { to: maximum }),
      unit: unit ?? null,
      ...(part === undefined ? {} : { part }),
      ...(qualifier === undefined ? {} : { qualifier }),
    })),
    issues: issuesOf(text, { found: dimensions.length, twinDiffers }),
  };
}

function issuesOf(
  text: string,
  { found, twinDiffers }: { readonly found: number; readonly twinDiffers: boolean },
): readonly Issue[] {
  const detail = text.slice(0, 200);
  return [
    ...(found === 0 && /\d/u.test(text)
      ? [{ code: 'DIMENSIONS_UNREADABLE', term: 'dimensions', detail } satisfies Issue]
      : []),
    ...(twinDiffers ? [{ code: 'DIMENSIONS_CONFLICT', term: 'dimensions', detail } satisfies Issue] : []),
  ];
}

/** The record's dimensions as measurements. What is not read stays in the verbatim value. An extent ("3 boxes") need not be a measure. */
export const dimensions: Interpreter = {
  name: 'dimensions',
  version: 2,
  target: 'record',
  inputs: ['dimensions', 'extent'],
  outputs: { measurementRows: childRowsType('measurement') },
  interpret([text = null, extent = null]) {
    const written = text ?? extent;
    if (written === null) return { output: {}, issues: [] };
    const read = parseDimensions(written);
    return {
      output: read.dimensions.length === 0 ? {} : { measurementRows: read.dimensions.map(rowOf) },
      issues: text === null ? [] : issuesOf(text, { found: read.dimensions.length, twinDiffers: read.twinDiffers }),
    };
  },
};

interface MeasurementColumns {
  readonly measurementNumber?: number;
  readonly measurementUnit?: string;
}

/**
 * The number and the unit of a measurement row: "12.5" + "Millimetres", or "12.5 mm" with no unit beside it. A value such as "brown"
 * need not be a number; one that has a unit should be.
 */
export const measurement: Interpreter<MeasurementColumns> = {
  name: 'measurement',
  version: 2,
  target: 'measurement',
  inputs: ['measurementValue', 'measurementUnit'],
  outputs: { measurementNumber: 'DOUBLE', measurementUnit: 'VARCHAR' },
  interpret([value = null, unit = null]) {
    const attached = /^(.*\d[½¼¾]?)\s*([^\d\s].{0,15})$/u.exec(value ?? '');
    const whole = parseNumber(value ?? '');
    const attachedUnit =
      unit ?? (whole === undefined ? (UNITS.get(attached?.[2]?.toLowerCase() ?? '')?.symbol ?? null) : null);
    const number =
      whole ??
      (attached !== null && (UNITS.has(attached[2]?.toLowerCase() ?? '') || attached[2] === unit)
        ? parseNumber(attached[1] ?? '')
        : undefined);
    const shown = attachedUnit === null ? undefined : unitOf(attachedUnit);
    return {
      output: {
        ...(number === undefined ? {} : { measurementNumber: number }),
        ...(shown === undefined ? {} : { measurementUnit: shown }),
      },
      issues: [
        ...(value !== null && unit !== null && number === undefined
          ? [{ code: 'MEASUREMENT_VALUE_NON_NUMERIC', term: 'measurementValue', detail: value.slice(0, 200) } as const]
          : []),
        ...(unit !== null && !UNITS.has(unit.toLowerCase().replace(/\.$/u, ''))
          ? [{ code: 'MEASUREMENT_UNIT_UNKNOWN', term: 'measurementUnit', detail: unit.slice(0, 200) } as const]
          : []),
      ],
    };
  },
};
