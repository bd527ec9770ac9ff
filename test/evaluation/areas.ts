/*
 * Areas from coordinates. iDigBio's 10,000 records: those with a point, a country that is certain and a province whose name is one of a
 * known area of that country; the label is that name, though a museum's province may be of its time or wrong. Seas: 20,000 points evenly
 * over the globe, as the marine regions of Natural Earth (1:50 million) name them, where that is the name of a sea that is known here;
 * a narrower sea than Natural Earth's counts where it is a part of it. Nothing is drawn, nothing is frozen.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { countryAt } from '../../src/interpret/country-shapes.ts';
import { seaAround } from '../../src/interpret/geography-sea-shapes.ts';
import { place } from '../../src/interpret/place.ts';
import { ShapeRows, type Shape } from '../../src/interpret/shape-rows.ts';
import { findArea } from '../../src/vocabulary/geography-areas.ts';
import { lineageOfSea, SEAS } from '../../src/vocabulary/geography-seas.ts';
import { readTable } from './delimited.ts';
import { mostFrequent, type Score } from './score.ts';

const SHARED = join(import.meta.dirname, '../../../shared/data');
const RECORDS = join(SHARED, 'idigbio-10k/idigbio_10k.csv.gz');
const MARINE = join(
  SHARED,
  'nhm-natural-earth-marine-geojson/ckanext/versioned_datastore/theme/public/querySchemas/v1.0.0/geojson',
  '50m-marine-regions-v4.1.0.geojson',
);
const POINTS = 20_000;

export function evaluate(): Score[] {
  return [...(existsSync(RECORDS) ? [provinces()] : []), ...(existsSync(MARINE) ? [seas()] : [])];
}

function provinces(): Score {
  const rows = readTable(gunzipSync(readFileSync(RECORDS)).toString('utf8')).flatMap((row) => {
    const terms: Readonly<Record<string, string | undefined>> = {
      decimalLatitude: row['latitude'],
      decimalLongitude: row['longitude'],
      country: row['country'],
      stateProvince: row['stateprovince'],
      coordinateUncertaintyInMeters: row['coordinateuncertainty'],
    };
    const tuple = place.inputs.map((term) => terms[term]?.trim() || null);
    const output = place.interpret(tuple, {}).output as {
      readonly countryCode?: string;
      readonly hasCoordinate: boolean;
      readonly administrativeArea?: readonly string[];
    };
    const named =
      output.countryCode === undefined ? undefined : findArea(output.countryCode, terms['stateProvince'] ?? '');
    if (named === undefined || !output.hasCoordinate) return [];
    const written = `${row['country']}, ${row['stateprovince']}: ${row['latitude']}, ${row['longitude']}`;
    return [{ written, label: named.label, areas: output.administrativeArea ?? [] }];
  });
  const right = rows.filter(({ label, areas }) => areas.includes(label));
  const wrong = rows.filter(({ label, areas }) => areas.length > 0 && !areas.includes(label));
  return {
    set: 'areas from coordinates: iDigBio',
    measure: 'the province that is written',
    right: right.length,
    total: rows.length,
    wrong: wrong.length,
    missed: mostFrequent(wrong.map(({ written }) => written)),
  };
}

function seas(): Score {
  const { features } = JSON.parse(readFileSync(MARINE, 'utf8')) as {
    readonly features: readonly {
      readonly properties: { readonly name: string; readonly name_en?: string };
      readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
    }[];
  };
  const parts = features.flatMap(({ geometry, properties }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => ({
      name: (properties.name_en ?? properties.name).toLowerCase(),
      shape: { rings } as Shape,
    })),
  );
  const rows = new ShapeRows(parts.map(({ shape }) => shape));
  const known = new Set(SEAS.flatMap(({ label }) => lineageOfSea(label)).map((label) => label.toLowerCase()));
  const asked: { readonly name: string; readonly found: readonly string[] }[] = [];
  for (let index = 0; index < POINTS; index++) {
    // Steps of the golden ratio favour no meridian.
    const longitude = ((index * 0.618034) % 1) * 360 - 180;
    const latitude = (Math.asin((2 * (index + 0.5)) / POINTS - 1) * 180) / Math.PI;
    const name = parts[rows.find(longitude, latitude)]?.name;
    if (name === undefined || !known.has(name) || countryAt(longitude, latitude) !== undefined) continue;
    const sea = seaAround({ longitude, latitude });
    asked.push({ name, found: sea === undefined ? [] : lineageOfSea(sea).map((label) => label.toLowerCase()) });
  }
  const missed = asked.filter(({ name, found }) => !found.includes(name));
  return {
    set: 'seas from coordinates: Natural Earth',
    measure: 'the sea, or a part of it',
    right: asked.length - missed.length,
    total: asked.length,
    wrong: missed.filter(({ found }) => found.length > 0).length,
    missed: mostFrequent(missed.map(({ name }) => name)),
  };
}
