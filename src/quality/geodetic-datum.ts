/**
 * Ranges of EPSG's numbers (https://epsg.org) that hold systems of two geographic coordinates, geodetic datums and ellipsoids.
 * Between them stand projected, geocentric and three-dimensional systems.
 */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [1024, 1350],
  [4001, 4327],
  [4463, 4463],
  [4470, 4470],
  [4475, 4475],
  [4483, 4483],
  [4490, 4490],
  [4555, 4558],
  [4600, 4765],
  [4801, 4824],
  [4901, 4904],
  [5013, 5013],
  [5132, 5132],
  [5228, 5229],
  [5246, 5246],
  [5252, 5252],
  [5264, 5264],
  [5324, 5324],
  [5340, 5340],
  [5354, 5354],
  [5360, 5360],
  [5365, 5365],
  [5371, 5373],
  [5381, 5381],
  [5393, 5393],
  [5451, 5451],
  [5464, 5464],
  [5467, 5467],
  [5489, 5489],
  [5524, 5524],
  [5527, 5527],
  [5546, 5546],
  [5561, 5561],
  [5593, 5593],
  [5681, 5681],
  [5886, 5886],
  [6001, 6904],
  [6980, 6980],
  [6983, 6983],
  [6990, 6990],
  [7001, 7099],
  [7844, 7844],
  [7881, 7881],
  [7886, 7886],
  [8042, 8043],
  [8351, 8351],
  [8427, 8428],
  [8999, 9000],
  [9053, 9057],
];

/** Whether a text is `EPSG:` and the number of a datum, an ellipsoid or a system of geographic coordinates. */
export function isGeodeticCode(text: string): boolean {
  const number = Number(/^EPSG:([1-9]\d{3,4})$/u.exec(text)?.[1] ?? 0);
  return RANGES.some(([first, last]) => number >= first && number <= last);
}

/** Names of datums without spaces and marks, and the number of the system of geographic coordinates that rests on each. */
const SYSTEMS: Readonly<Record<number, string>> = {
  4326: 'wgs84 wgs1984 worldgeodeticsystem1984 worldgeodeticsystem84 gpswgs84 dwgs1984 wgs84worldgeodeticsystem1984 wgs84epsg4326 epsg4326wgs84',
  4322: 'wgs72 wgs1972 worldgeodeticsystem1972',
  4760: 'wgs66 wgs1966 worldgeodeticsystem1966',
  4267: 'nad27 nad1927 northamericandatum1927 northamerican1927 northamericandatum27',
  4269: 'nad83 nad1983 northamericandatum1983 northamerican1983 northamericandatum83',
  4283: 'gda94 gda1994 geocentricdatumofaustralia1994',
  7844: 'gda2020 geocentricdatumofaustralia2020',
  4202: 'agd66 agd1966 australiangeodetic1966 australiangeodeticdatum1966',
  4203: 'agd84 agd1984 australiangeodetic1984 australiangeodeticdatum1984',
  4167: 'nzgd2000 newzealandgeodeticdatum2000',
  4272: 'nzgd49 nzgd1949 newzealandgeodeticdatum1949',
  4230: 'ed50 european1950 europeandatum1950',
  4258: 'etrs89 etrs1989 europeanterrestrialreferencesystem1989',
  4277: 'osgb36 osgb1936 ordnancesurvey1936 ordnancesurveyofgreatbritain1936',
  4284: 'pulkovo1942',
  4301: 'tokyo tokyodatum',
  4612: 'jgd2000 japanesegeodeticdatum2000',
  6668: 'jgd2011 japanesegeodeticdatum2011',
  4618: 'sad69 sad1969 southamericandatum1969 southamerican1969',
  4674: 'sirgas2000',
  4248: 'psad56 psad1956 provisionalsouthamerican1956 provisionalsouthamericandatum1956',
  4225: 'corregoalegre',
  4209: 'arc1950',
  4210: 'arc1960',
  4222: 'cape',
  4148: 'hartebeesthoek94',
  4204: 'ainelabd1970',
  4240: 'indian1975',
  4239: 'indian1954',
  4245: 'kertau kertau1968',
  4253: 'luzon luzon1911',
  4211: 'batavia',
  4289: 'amersfoort',
  4314: 'dhdn',
  4313: 'belge1972',
  4490: 'cgcs2000',
  4171: 'rgf93',
  4124: 'rt90',
  4619: 'sweref99',
};

const numberByName = new Map(
  Object.entries(SYSTEMS).flatMap(([number, names]) =>
    names.split(' ').map((name): [string, string] => [name, number]),
  ),
);

const NOT_RECORDED =
  /^(?:unknown|not ?(?:known|given|stated|provided|available|specified)|none ?(?:given|indicated)?|unrecorded|no ?data|n\/a|desconocido|unbekannt|inconnu)\.?$/iu;

/** The code that a datum's name means for certain, or "not recorded"; undefined where it means none. */
export function geodeticCodeOf(text: string): string | undefined {
  const written = text.trim();
  const code = /^(?:(?:urn:ogc:def:crs:)?epsg(?:::?|[\s_-]*)|https?:\/\/\S*epsg\S*[/:])(\d{4,5})$/iu.exec(written)?.[1];
  if (code !== undefined) return isGeodeticCode(`EPSG:${code}`) ? `EPSG:${code}` : undefined;
  if (/^not recorded$/iu.test(written) || NOT_RECORDED.test(written)) return 'not recorded';
  const number = numberByName.get(written.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''));
  return number === undefined ? undefined : `EPSG:${number}`;
}
