import { childRowsType } from './child-rows.ts';
import type { Interpreter } from './interpreter.ts';
import { parseNumber } from './number.ts';

interface MeasurementRow {
  readonly measurementType: string;
  readonly measurementValue: string;
  readonly measurementNumber?: number;
  readonly measurementUnit?: string;
  readonly measurementRemarks?: string;
}

const UNITS: Readonly<Record<string, string>> = {
  millimetre: 'mm',
  millimeter: 'mm',
  millimetres: 'mm',
  millimeters: 'mm',
  mm: 'mm',
  centimetre: 'cm',
  centimeter: 'cm',
  centimetres: 'cm',
  centimeters: 'cm',
  cm: 'cm',
  zentimeter: 'cm',
  metre: 'm',
  meter: 'm',
  metres: 'm',
  meters: 'm',
  m: 'm',
  kilometre: 'km',
  kilometer: 'km',
  km: 'km',
  micron: 'µm',
  microns: 'µm',
  µm: 'µm',
  μm: 'µm',
  um: 'µm',
  inch: 'in',
  inches: 'in',
  in: 'in',
  '"': 'in',
  '”': 'in',
  '″': 'in',
  zoll: 'in',
  foot: 'ft',
  feet: 'ft',
  ft: 'ft',
  "'": 'ft',
  '′': 'ft',
  '’': 'ft',
  gram: 'g',
  grams: 'g',
  gramm: 'g',
  grammes: 'g',
  g: 'g',
  gm: 'g',
  gms: 'g',
  kilogram: 'kg',
  kilograms: 'kg',
  kg: 'kg',
  kilogramm: 'kg',
  mg: 'mg',
  pound: 'lb',
  pounds: 'lb',
  lb: 'lb',
  lbs: 'lb',
  ounce: 'oz',
  ounces: 'oz',
  oz: 'oz',
  tonne: 't',
  tonnes: 't',
  ml: 'ml',
  l: 'l',
  litre: 'l',
  litres: 'l',
  liter: 'l',
  liters: 'l',
  degree: '°',
  degrees: '°',
  '°': '°',
  percent: '%',
  '%': '%',
  s: 's',
  sec: 's',
  second: 's',
  seconds: 's',
  min: 'min',
  minute: 'min',
  minutes: 'min',
};
const UNIT = `(?:millimet(?:re|er)s?|centimet(?:re|er)s?|zentimeter|kilomet(?:re|er)s?|met(?:re|er)s?|mm|cm|km|µm|μm|microns?|inch(?:es)?|zoll|feet|foot|ft|in|m|"|”|″|kilogram(?:m|me)?s?|kg|mg|grammes?|gramm|grams?|gms?|g|pounds?|lbs?|ounces?|oz|tonnes?|ml|lit(?:re|er)s?|l)`;
const NUMBER = `\\d+(?:[.,]\\d+)*(?:[\\s-]+\\d+\\s*/\\s*\\d+|\\s*/\\s*\\d+)?(?:\\s*[½¼¾⅓⅔⅛⅜⅝⅞])?|[½¼¾⅓⅔⅛⅜⅝⅞]`;
const ITEM = new RegExp(
  `(?<kind>diam(?:eter)?|dia|ø|height|width|depth|length|weight|thickness|breadth|circumference|höhe|breite|tiefe|länge|durchmesser|gewicht|hauteur|largeur|longueur|profondeur|diamètre|poids|h|w|d|l|b|t)?\\.?\\s*[:=]?\\s*(?<number>${NUMBER})(?!\\d)\\s*(?:(?<unit>${UNIT})(?!\\p{L}))?\\.?\\s*(?:\\((?<mark>[hwdlb])\\)|(?<letter>[hwdlb](?:igh|ide|eep|ong|road)?)(?!\\p{L}))?`,
  'giu',
);

const KINDS: Readonly<Record<string, string>> = {
  diam: 'diameter',
  diameter: 'diameter',
  dia: 'diameter',
  ø: 'diameter',
  durchmesser: 'diameter',
  diamètre: 'diameter',
  height: 'height',
  h: 'height',
  high: 'height',
  höhe: 'height',
  hauteur: 'height',
  width: 'width',
  w: 'width',
  wide: 'width',
  breite: 'width',
  b: 'width',
  broad: 'width',
  breadth: 'width',
  largeur: 'width',
  depth: 'depth',
  d: 'depth',
  deep: 'depth',
  tiefe: 'depth',
  profondeur: 'depth',
  length: 'length',
  l: 'length',
  long: 'length',
  länge: 'length',
  longueur: 'length',
  weight: 'weight',
  gewicht: 'weight',
  poids: 'weight',
  thickness: 'thickness',
  t: 'thickness',
  circumference: 'circumference',
};
const WEIGHTS = new Set(['g', 'kg', 'mg', 'lb', 'oz', 't']);
const IN_ORDER = ['height', 'width', 'depth'] as const;

function unitOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (UNITS[text.toLowerCase()] ?? text);
}

/**
 * Reads dimensions as museums write them: "support: 394 × 419 mm", "11 1/2 x 9 in.", "overall: 760 mm x 1.2 m, 34 kg".
 * Numbers that nothing names are height, width and depth in that order; the part before a colon goes to the remarks. The same
 * dimensions in another unit, in brackets, are left out.
 */
export function readDimensions(text: string): readonly MeasurementRow[] {
  return text
    .replace(/[\p{Cc}\s]+/gu, (space) => (/[\r\n]/u.test(space) ? '\n' : ' '))
    .split(/\n|;|(?<=\p{L})\.\s+(?=\p{Lu})|,\s+(?=\p{L}[\p{L}\s]*:)/u)
    .flatMap(readPart);
}

function readPart(part: string): readonly MeasurementRow[] {
  const labelled = /^\s*([\p{L}][^:\d]*?)\s*:\s*(.*)$/u.exec(part);
  const label = labelled?.[1];
  const kindOfLabel = label === undefined ? undefined : KINDS[label.toLowerCase()];
  const body = (labelled?.[2] ?? part).replace(/\((?=[^()]*\d[^()]*\p{L})[^()]*\)|\[[^\]]*\]/gu, '');
  if (/\d\s*(?:min|sec|hours?|h\s+\d)/iu.test(body)) return readDuration(body, label);
  const found = [...body.matchAll(ITEM)].flatMap(({ groups = {} }): readonly Item[] =>
    groups['number'] === undefined
      ? []
      : [
          {
            number: groups['number'],
            unit: groups['unit'],
            word: groups['kind'] ?? groups['letter'] ?? groups['mark'],
          },
        ],
  );
  return nameItems(found, { body, kindOfLabel, remarks: kindOfLabel === undefined ? label : undefined });
}

/** "20min, 5sec", in seconds. */
function readDuration(body: string, label: string | undefined): readonly MeasurementRow[] {
  const parts = [...body.matchAll(/(\d+(?:\.\d+)?)\s*(h(?:our)?|min|s(?:ec)?)/giu)];
  const seconds = parts.reduce(
    (sum, [, amount, unit]) =>
      sum + Number(amount) * (/^h/iu.test(unit ?? '') ? 3600 : /^m/iu.test(unit ?? '') ? 60 : 1),
    0,
  );
  const row = {
    measurementType: 'duration',
    measurementValue: body.trim(),
    measurementNumber: seconds,
    measurementUnit: 's',
  };
  return label === undefined || /^duration$/iu.test(label) ? [row] : [{ ...row, measurementRemarks: label }];
}

interface Item {
  readonly number: string;
  readonly unit: string | undefined;
  /** The word or letter before or behind it that says what it measures. */
  readonly word: string | undefined;
}

interface Context {
  readonly body: string;
  readonly kindOfLabel: string | undefined;
  readonly remarks: string | undefined;
}

function nameItems(items: readonly Item[], { body, kindOfLabel, remarks }: Context): readonly MeasurementRow[] {
  const isRow = /\d[^\d]*\s*[x×*]\s*/iu.test(body);
  let unnamed = 0;
  return items.flatMap((item, index): readonly MeasurementRow[] => {
    const unit = unitOf(item.unit ?? items.slice(index).find((later) => later.unit !== undefined)?.unit);
    const named = item.word === undefined ? undefined : KINDS[item.word.toLowerCase()];
    if (unit === undefined && named === undefined && !isRow) return [];
    const value = item.number.trim();
    const number = parseNumber(value);
    const byUnit = unit !== undefined && WEIGHTS.has(unit) ? 'weight' : undefined;
    const type = named ?? byUnit ?? kindOfLabel ?? IN_ORDER[unnamed] ?? 'dimension';
    if (named === undefined && byUnit === undefined) unnamed += 1;
    return [
      {
        measurementType: type,
        measurementValue: value,
        ...(number === undefined ? {} : { measurementNumber: number }),
        ...(unit === undefined ? {} : { measurementUnit: unit }),
        ...(remarks === undefined ? {} : { measurementRemarks: remarks }),
      },
    ];
  });
}

/** The record's dimensions as measurements. What is not read stays in the verbatim value. */
export const dimensions: Interpreter = {
  name: 'dimensions',
  version: 1,
  target: 'record',
  inputs: ['dimensions', 'extent'],
  outputs: { measurementRows: childRowsType('measurement') },
  interpret([text = null, extent = null]) {
    const written = text ?? extent;
    const rows = written === null ? [] : readDimensions(written.slice(0, 2000));
    return { output: rows.length === 0 ? {} : { measurementRows: rows }, issues: [] };
  },
};

interface MeasurementColumns {
  readonly measurementNumber?: number;
  readonly measurementUnit?: string;
}

/** The number and the unit of a measurement row: "12.5" + "Millimetres", or "12.5 mm" with no unit beside it. */
export const measurement: Interpreter<MeasurementColumns> = {
  name: 'measurement',
  version: 1,
  target: 'measurement',
  inputs: ['measurementValue', 'measurementUnit'],
  outputs: { measurementNumber: 'DOUBLE', measurementUnit: 'VARCHAR' },
  interpret([value = null, unit = null]) {
    const attached = /^(.*\d[½¼¾]?)\s*([^\d\s].{0,15})$/u.exec(value ?? '');
    const whole = parseNumber(value ?? '');
    const attachedUnit = unit ?? (whole === undefined ? (UNITS[attached?.[2]?.toLowerCase() ?? ''] ?? null) : null);
    const number =
      whole ??
      (attached !== null && (UNITS[attached[2]?.toLowerCase() ?? ''] !== undefined || attached[2] === unit)
        ? parseNumber(attached[1] ?? '')
        : undefined);
    const shown = attachedUnit === null ? undefined : unitOf(attachedUnit);
    return {
      output: {
        ...(number === undefined ? {} : { measurementNumber: number }),
        ...(shown === undefined ? {} : { measurementUnit: shown }),
      },
      issues: [],
    };
  },
};
