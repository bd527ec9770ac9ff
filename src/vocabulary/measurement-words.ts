/** A unit of measurement, how it is written here, and what it is of the first unit of its quantity. */
export interface Unit {
  readonly symbol: string;
  readonly quantity: 'length' | 'mass' | 'volume' | 'area' | 'duration' | 'angle' | 'share';
  /** In metres, kilograms, litres, square metres, seconds, degrees, hundredths. */
  readonly factor: number;
}

const UNIT_LIST: readonly (readonly [symbol: string, quantity: Unit['quantity'], factor: number, words: string])[] = [
  ['µm', 'length', 1e-6, 'µm|μm|um|micron|microns|micrometre|micrometer|mikrometer'],
  [
    'mm',
    'length',
    1e-3,
    'mm|mms|millimetre|millimeter|millimetres|millimeters|millimètre|millimètres|milímetros|millimetri',
  ],
  [
    'cm',
    'length',
    1e-2,
    'cm|cms|centimetre|centimeter|centimetres|centimeters|zentimeter|centimètre|centimètres|centímetros|centimetri',
  ],
  ['m', 'length', 1, 'm|metre|meter|metres|meters|mètre|mètres|metros|metri|mtr'],
  ['km', 'length', 1000, 'km|kilometre|kilometer|kilometres|kilometers'],
  ['in', 'length', 0.0254, `in|ins|inch|inches|zoll|pouce|pouces|"|”|″|''|’’`],
  ['ft', 'length', 0.3048, `ft|foot|feet|fuß|pied|pieds|'|′|’`],
  ['yd', 'length', 0.9144, 'yd|yds|yard|yards'],
  ['mg', 'mass', 1e-6, 'mg|milligram|milligrams|milligramm'],
  ['g', 'mass', 1e-3, 'g|gr|gm|gms|gram|grams|gramm|gramme|grammes|grammi|gramos'],
  ['kg', 'mass', 1, 'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramm|kilogrammes'],
  ['t', 'mass', 1000, 't|tonne|tonnes|tonnen'],
  ['oz', 'mass', 0.028349523125, 'oz|ounce|ounces|unze|unzen'],
  ['lb', 'mass', 0.45359237, 'lb|lbs|pound|pounds'],
  ['ml', 'volume', 1e-3, 'ml|millilitre|millilitres|milliliter'],
  ['l', 'volume', 1, 'l|litre|litres|liter|liters'],
  ['cm²', 'area', 1e-4, 'cm²|cm2|sq cm'],
  ['m²', 'area', 1, 'm²|m2|sqm|sq m'],
  ['s', 'duration', 1, 's|sec|secs|second|seconds|sek|sekunden|secondes'],
  ['min', 'duration', 60, 'min|mins|minute|minutes|minuten'],
  ['h', 'duration', 3600, 'hr|hrs|hour|hours|std|stunden|stunde|heures|heure'],
  ['°', 'angle', 1, '°|degree|degrees|grad'],
  ['%', 'share', 1, '%|percent|prozent'],
];

/** Units by the words and signs that stand for them, in lower case. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_LIST.flatMap(([symbol, quantity, factor, words]) =>
    words.split('|').map((word): readonly [string, Unit] => [word, { symbol, quantity, factor }]),
  ),
);

/** What a measurement is of, with the words that say so in the languages of the catalogues. */
const DIMENSION_LIST: readonly (readonly [dimension: string, words: string])[] = [
  ['height', 'height|high|h|ht|hgt|höhe|hoch|hauteur|haut|altezza|alt|altura|alto|hoogte|höjd|højde'],
  [
    'width',
    'width|wide|w|b|br|breadth|broad|breite|breit|largeur|large|larg|larghezza|anchura|ancho|largura|breedte|bredd|bredde',
  ],
  ['depth', 'depth|deep|d|tiefe|tief|profondeur|prof|profondità|profundidad|profundidade|diepte|djup|dybde'],
  ['length', 'length|long|l|lg|länge|lang|longueur|lunghezza|longitud|largo|comprimento|lengte|längd|længde'],
  ['diameter', 'diameter|diam|dia|dm|ø|⌀|durchmesser|dm|diamètre|diametro|diámetro|diâmetro|doorsnede'],
  ['weight', 'weight|weighs|weigh|wt|gewicht|masse|mass|poids|peso|vikt|vægt'],
  ['thickness', 'thickness|thick|t|dicke|stärke|épaisseur|spessore|grosor|espesor|dikte'],
  ['circumference', 'circumference|circ|umfang|circonférence|circonferenza|circunferencia|omtrek'],
  ['wingspan', 'wingspan|spannweite|envergure|envergadura'],
  ['duration', 'duration|dauer|durée|durata|duración|running time'],
  ['volume', 'volume|capacity|volumen|fassungsvermögen|contenance'],
  ['die axis', 'die axis|stempelstellung'],
];

/** What is measured, by the words that say it, in lower case and without a dot. */
export const DIMENSIONS: ReadonlyMap<string, string> = new Map(
  DIMENSION_LIST.flatMap(([dimension, words]) =>
    words.split('|').map((word): readonly [string, string] => [word, dimension]),
  ),
);
