import { Vocabulary } from '../src/generate/words.ts';
import { SEED } from './archives.ts';
import { getJson } from './server.ts';

/** What is asked for, drawn from what the edition holds, so that the shares are those that the table names. */
export interface Queries {
  readonly total: number;
  /** `field=value` of some 5 % of the objects, and of some 0.1 %. */
  readonly twentieth: readonly string[];
  readonly thousandth: readonly string[];
  /** `q=…` */
  readonly rareWords: readonly string[];
  readonly onePercentWords: readonly string[];
  readonly frequentWords: readonly string[];
  readonly threeWords: readonly string[];
  /** Pages of the people, places, taxa, gatherings and expeditions with the most objects; none where nothing is linked. */
  readonly entityPages: readonly string[];
}

export const FACETS = [
  'kind',
  'country',
  'family',
  'recordedBy',
  'collectionCode',
  'typeStatus',
  'basisOfRecord',
  'datasetKey',
];
const FILTER_FIELDS = [
  'country',
  'family',
  'order',
  'stateProvince',
  'lifeStage',
  'preparations',
  'recordedBy',
  'genus',
  'year',
  'samplingProtocol',
];
const RANKS = [
  ...Array.from({ length: 40 }, (_, index) => index),
  ...Array.from({ length: 60 }, (_, index) => 60 + index * 12),
];
const RARE_FROM = 20_000;
const MOST_OF_A_KIND = 20;

interface FacetAnswer {
  readonly total: number;
  readonly facets: readonly { readonly field: string; readonly values: readonly { value: string; count: number }[] }[];
}

export async function chooseQueries(address: string): Promise<Queries> {
  const fields = FILTER_FIELDS.map((field) => `facet=${field}`).join('&');
  const { total, facets } = await getJson<FacetAnswer>(address, `/api/facets?${fields}&facetLimit=1000`);
  const valuesOf = (from: number, to: number) =>
    facets
      .flatMap(({ field, values }) =>
        values
          .filter(({ count, value }) => count >= total * from && count <= total * to && value !== '')
          .map(({ value }) => `${field}=${encodeURIComponent(field === 'year' ? `${value},${value}` : value)}`),
      )
      .slice(0, MOST_OF_A_KIND);
  const { words } = new Vocabulary(SEED);
  const shares: { readonly word: string; readonly share: number }[] = [];
  for (const rank of RANKS) {
    const word = words[rank]!;
    const answer = await getJson<{ total: number }>(address, `/api/search?q=${word}&limit=0`);
    shares.push({ word, share: answer.total / total });
  }
  const wordsOf = (from: number, to: number) =>
    shares.filter(({ share }) => share >= from && share <= to).map(({ word }) => `q=${word}`);
  const frequent = shares.filter(({ share }) => share > 0.2).map(({ word }) => word);
  return {
    total,
    twentieth: valuesOf(0.03, 0.08),
    thousandth: valuesOf(0.0007, 0.0014),
    rareWords: words.slice(RARE_FROM, RARE_FROM + MOST_OF_A_KIND).map((word) => `q=${word}`),
    onePercentWords: wordsOf(0.006, 0.016),
    frequentWords: frequent.map((word) => `q=${word}`),
    threeWords: threeOf(frequent).map((words) => `q=${words.join('+')}`),
    entityPages: await chooseEntities(address),
  };
}

const ENTITY_PAGES = {
  agentKey: '/person',
  placeKey: '/place',
  taxonKey: '/taxon',
  gatheringKey: '/gathering',
  expeditionKey: '/expedition',
};
const PAGES_OF_A_KIND = 4;

async function chooseEntities(address: string): Promise<string[]> {
  const fields = Object.keys(ENTITY_PAGES).map((field) => `facet=${field}`);
  const { facets } = await getJson<FacetAnswer>(
    address,
    `/api/facets?${fields.join('&')}&facetLimit=${PAGES_OF_A_KIND}`,
  );
  return facets.flatMap(({ field, values }) =>
    values.map(({ value }) => `${ENTITY_PAGES[field as keyof typeof ENTITY_PAGES]}/${value}`),
  );
}

/** Every three of the words, as far as they are needed. */
function threeOf(words: readonly string[]): string[][] {
  return words
    .flatMap((a, i) => words.slice(i + 1).flatMap((b, j) => words.slice(i + j + 2).map((c) => [a, b, c])))
    .slice(0, MOST_OF_A_KIND);
}

const SHAPES = [
  'POLYGON((-10 36,20 38,30 55,5 60,-10 36))',
  'POLYGON((-80 -40,-40 -30,-45 5,-78 0,-80 -40))',
  'POLYGON((95 -10,140 -8,125 25,100 20,95 -10))',
  'POLYGON((10 -35,40 -20,45 10,-5 5,10 -35))',
];
/** By how many degrees the shapes are moved. */
const MOVES = [0, 1.5, -2, 3.25, -4.5];

/** Shapes of a few thousand kilometres; none is a box. */
export const POLYGONS = MOVES.flatMap((move) =>
  SHAPES.map((shape) => shape.replaceAll(/(-?\d+) (-?\d+)/gu, (_, x, y) => `${Number(x) + move} ${Number(y) + move}`)),
).map((shape) => `geometry=${encodeURIComponent(shape)}`);
