import type { ValueReader } from './value-reader.ts';

type Readers = Readonly<Record<string, ValueReader>>;

/** A kind of value that `collectome interpret` reads. */
export interface ValueKind {
  readonly summary: string;
  /** The module of its reader, loaded when it is first asked for: the tables of other kinds take longer to load than a value to read. */
  readonly load: () => Promise<{ readonly readers: Readers }>;
}

const date = () => import('./values-date.ts');
const place = () => import('./values-place.ts');
const agent = () => import('./values-agent.ts');
const name = () => import('./values-name.ts');
const object = () => import('./values-object.ts');
const vocabulary = () => import('./values-vocabulary.ts');

/** What `collectome interpret` reads, by the names of its kinds. */
export const VALUE_KINDS: Readonly<Record<string, ValueKind>> = {
  date: {
    summary:
      'dates as museums write them; of a record: eventDate, year, month, day, verbatimEventDate and days of the year',
    load: date,
  },
  coordinates: {
    summary: 'coordinates in decimals or degrees; of a record: with its datum, uncertainty and country',
    load: place,
  },
  country: { summary: 'names and codes of countries, of today and of the past', load: place },
  agents: { summary: 'lists of people, groups and institutions', load: agent },
  'scientific-name': { summary: 'names of taxa of any code, with their authors', load: name },
  measurement: { summary: 'dimensions and weights', load: object },
  material: { summary: 'materials with their parts and states, and ways of making', load: object },
  inscription: { summary: 'what is written on an object, and where', load: object },
  production: { summary: 'makers with their roles and attributions, and places of making', load: agent },
  'type-status': { summary: 'statuses of type specimens, with the names whose types they are', load: name },
  'basis-of-record': { summary: 'what a record of an organism rests on', load: vocabulary },
  sex: { summary: 'sexes', load: vocabulary },
  'life-stage': { summary: 'life stages', load: vocabulary },
  licence: { summary: 'licences and rights statements', load: vocabulary },
  'geological-time': { summary: 'geological periods, epochs and ages, as spans in Ma', load: vocabulary },
  rank: { summary: 'ranks of taxa', load: vocabulary },
  'occurrence-status': { summary: 'whether it was there or not', load: vocabulary },
  'establishment-means': { summary: 'how an organism came to its place', load: vocabulary },
  preparations: { summary: 'how specimens are prepared and kept', load: vocabulary },
  'media-type': { summary: 'types of media', load: vocabulary },
  'object-type': { summary: 'kinds of object', load: vocabulary },
  identifier: { summary: 'identifiers of people, names, institutions and objects', load: vocabulary },
};

/** The reader of a kind of VALUE_KINDS. Throws where there is no such kind. */
export async function loadReader(kind: string): Promise<ValueReader> {
  const found = Object.hasOwn(VALUE_KINDS, kind) ? VALUE_KINDS[kind] : undefined;
  const reader = (await found?.load())?.readers[kind];
  if (reader === undefined) throw new Error(`no kind of value is called ${kind}`);
  return reader;
}
