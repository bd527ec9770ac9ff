import proj4 from 'proj4';

/** A place in degrees of some datum. */
export interface Degrees {
  readonly latitude: number;
  readonly longitude: number;
}

/** Datums within a metre or two of WGS 84. */
const SAME =
  /^(?:wgs84|wgs1984|worldgeodeticsystem1984|epsg4326|4326|gps|etrs89|epsg4258|gda94|gda2020|nzgd2000|jgd2000|jgd2011|sirgas(?:2000)?|nad83|nad1983|northamericandatum1983|northamerican1983|epsg4269|csrs|cgcs2000|hartebeesthoek94|png94|rgf93)$/u;

/**
 * Ellipsoid and shift to WGS 84 in metres (three parameters, or seven with rotations in seconds and the scale in millionths):
 * the mean solutions of NIMA TR8350.2 (third edition, appendix B), for OSGB36 and Ireland 1965 the Ordnance Surveys' own.
 */
const SHIFTS: readonly (readonly [name: RegExp, ellipsoid: string, shift: string])[] = [
  [
    /^(?:osgb(?:1936|36)?|ordnancesurvey.*36|epsg4277)$/u,
    'airy',
    '446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894',
  ],
  [/^(?:ireland1965|tm65|epsg4299)$/u, 'mod_airy', '482.53,-130.596,564.557,-1.042,-0.214,-0.631,8.15'],
  [/^(?:ed50|ed1950|european1950|europeandatum1950|epsg4230)$/u, 'intl', '-87,-98,-121'],
  [/^(?:tokyo(?:datum)?|epsg4301)$/u, 'bessel', '-148,507,685'],
  [/^(?:agd66|australiangeodetic(?:datum)?1966|epsg4202)$/u, 'aust_SA', '-133,-48,148'],
  [/^(?:agd84|australiangeodetic(?:datum)?1984|epsg4203)$/u, 'aust_SA', '-134,-48,149'],
  [/^(?:sad69|southamerican(?:datum)?1969|epsg4618)$/u, 'aust_SA', '-57,1,-41'],
  [/^(?:psad56|provisionalsouthamerican(?:datum)?1956|epsg4248)$/u, 'intl', '-288,175,-376'],
  [/^(?:arc1950|epsg4209)$/u, 'clrk80', '-143,-90,-294'],
  [/^(?:arc1960|epsg4210)$/u, 'clrk80', '-160,-6,-302'],
  [/^(?:cape|epsg4222)$/u, 'clrk80', '-136,-108,-292'],
  [/^(?:adindan|epsg4201)$/u, 'clrk80', '-166,-15,204'],
  [/^(?:minna|epsg4263)$/u, 'clrk80', '-92,-93,122'],
  [/^(?:merchich|epsg4261)$/u, 'clrk80', '31,146,47'],
  [/^(?:nzgd49|nzgd1949|epsg4272)$/u, 'intl', '84,-22,209'],
];

/** NAD27 was adjusted region by region: south, north, west, east in degrees, shift. Clarke 1866. */
const NAD27: readonly (readonly [number, number, number, number, string])[] = [
  [51, 72, -180, -141, '-5,135,172'],
  [49, 84, -141, -52, '-10,158,187'],
  [24, 49, -125, -95, '-8,159,175'],
  [24, 49, -95, -66, '-9,161,179'],
  [14, 33, -118, -86, '-12,130,190'],
  [7, 19, -93, -77, '0,125,194'],
  [9, 28, -85, -59, '-3,142,183'],
];
const CONTIGUOUS_STATES = '-8,160,176';

/** The PROJ definition of a datum: `same` as WGS 84 for all that a label can tell; undefined where it is not known. */
export function parseDatum(text: string, near?: Degrees): 'same' | { readonly definition: string } | undefined {
  const name = text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
  if (SAME.test(name) || (name.includes('wgs84') && !name.includes('nad27'))) return 'same';
  if (/^(?:nad27|nad1927|northamerican(?:datum)?1927|epsg4267)$/u.test(name)) {
    const region = NAD27.find(
      ([south, north, west, east]) =>
        near !== undefined &&
        near.latitude >= south &&
        near.latitude < north &&
        near.longitude >= west &&
        near.longitude < east,
    );
    return { definition: `+ellps=clrk66 +towgs84=${region?.[4] ?? CONTIGUOUS_STATES}` };
  }
  const known = SHIFTS.find(([pattern]) => pattern.test(name));
  return known === undefined ? undefined : { definition: `+ellps=${known[1]} +towgs84=${known[2]}` };
}

type Converter = ReturnType<typeof converterTo>;

function converterTo(definition: string) {
  return proj4(definition, '+proj=longlat +datum=WGS84');
}

const converters = new Map<string, Converter>();

function converterOf(definition: string): Converter {
  let converter = converters.get(definition);
  if (converter === undefined) {
    converter = converterTo(definition);
    converters.set(definition, converter);
  }
  return converter;
}

/** Metres or degrees of a PROJ definition as degrees of WGS 84. */
export function project(definition: string, x: number, y: number): Degrees {
  const [longitude = Number.NaN, latitude = Number.NaN] = converterOf(definition).forward([x, y]);
  return { latitude, longitude };
}

/** Degrees of another datum (from `parseDatum`) as degrees of WGS 84. */
export function toWgs84({ latitude, longitude }: Degrees, { definition }: { readonly definition: string }): Degrees {
  return project(`+proj=longlat ${definition} +no_defs`, longitude, latitude);
}
