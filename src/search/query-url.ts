import {
  ALL,
  type HopQuery,
  type InQuery,
  type IsQuery,
  type Query,
  type Sort,
  type Uncertain,
} from '../model/query.ts';
import { CHILD_NAMES } from '../vocabulary/children.ts';
import { findField } from '../vocabulary/fields.ts';
import { QueryError } from './query-error.ts';
import { isNamedEntity, resolveField } from './query-fields.ts';
import { formatDistance } from './hop-line.ts';
import { formatQueryLine } from './query-line-format.ts';
import { parseQueryLine } from './query-line.ts';
import { normaliseQuery } from './query-normal.ts';

/** What the parameters of an address ask for. */
export interface QueryParameters {
  readonly query: Query;
  readonly sort?: Sort;
  readonly limit?: number;
  readonly cursor?: string;
  /** Parameters that are none of ours, in their order. */
  readonly rest: URLSearchParams;
}

const SPECIAL = new Set('q query geometry geoDistance has missing hop not.hop sort limit cursor'.split(' '));
const DISTANCE = /^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*,\s*([\d.]+(?:e\+?\d+)?)\s*(m|km|mi)?\s*$/iu;
const METERS: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: 1609.344 };

/**
 * The query of URL parameters, canonical. Names are GBIF's where GBIF has one; a repeated parameter means "or", different
 * ones "and"; `a,b` is a range of numbers or dates, with * for an open end; `not.` excludes, `certain.` asks for certainty.
 * `q` is free text, `geometry` WKT or GeoJSON, `geoDistance` lat,lon,10km, `has` and `missing` a field's name,
 * `hop` what stands in the parentheses of a hop; `query` holds what this form cannot say, as a typed line. Throws QueryError.
 */
export function parseQueryParameters(parameters: URLSearchParams): QueryParameters {
  const conditions: Query[] = [];
  const rest = new URLSearchParams();
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (SPECIAL.has(name)) {
      const query = specialCondition(name, value);
      if (query !== undefined) conditions.push(query);
      continue;
    }
    const condition = parseName(name);
    if (condition === undefined) rest.append(name, value);
    else if (!seen.has(name)) {
      seen.add(name);
      conditions.push(fieldCondition(condition, parameters.getAll(name)));
    }
  }
  const cursor = parameters.get('cursor') ?? '';
  const limit = parseLimit(parameters.get('limit'));
  const sort = parseSort(parameters.get('sort'));
  return {
    query: conditions.length === 0 ? ALL : normaliseQuery({ kind: 'and', of: conditions }),
    ...(sort === undefined ? {} : { sort }),
    ...(limit === undefined ? {} : { limit }),
    ...(cursor === '' ? {} : { cursor }),
    rest,
  };
}

function specialCondition(name: string, value: string): Query | undefined {
  if (value.trim() === '') return undefined;
  switch (name) {
    case 'q':
      return { kind: 'text', value };
    case 'query':
      return parseQueryLine(value);
    case 'geometry':
      return { kind: 'within', geometry: value };
    case 'geoDistance':
      return parseDistance(value);
    case 'has':
      return existence(value);
    case 'missing':
      return { kind: 'not', of: existence(value) };
    case 'hop':
      return parseHopValue(value);
    case 'not.hop':
      return { kind: 'not', of: parseHopValue(value) };
    default:
      return undefined;
  }
}

function existence(name: string): Query {
  const child = CHILD_NAMES.find((child) => child === name);
  return child === undefined ? { kind: 'exists', field: name } : { kind: 'some', child, query: ALL };
}

function parseHopValue(value: string): Query {
  const query = parseQueryLine(`hop(${value})`);
  if (query.kind === 'hop') return query;
  throw new QueryError('hop is not one hop.', { hint: 'Each hop is a parameter of its own: hop=maker, born:..1800.' });
}

function parseDistance(value: string): Query {
  const match = DISTANCE.exec(value);
  if (match === null) {
    throw new QueryError('geoDistance is not a distance.', {
      hint: 'Latitude, longitude, distance: geoDistance=1.55,110.34,50km.',
    });
  }
  const unit = METERS[(match[4] ?? 'm').toLowerCase()]!;
  return {
    kind: 'near',
    latitude: Number(match[1]),
    longitude: Number(match[2]),
    radiusInMeters: Number(match[3]) * unit,
  };
}

interface NamedCondition {
  readonly field: string;
  readonly negated: boolean;
  readonly how: Uncertain;
}

/** `not.certain.eventDate` and the like; undefined where the name is no field's. */
function parseName(name: string): NamedCondition | undefined {
  const match = /^(not\.)?(certain\.)?(.+)$/su.exec(name)!;
  const field = match[3]!;
  if (findField(field) === undefined && !isNamedEntity(field) && !/^(?:verbatim|ext)\["/u.test(field)) return undefined;
  return {
    field,
    negated: match[1] !== undefined,
    how: match[2] === undefined ? {} : { match: 'certain' },
  };
}

function fieldCondition({ field, negated, how }: NamedCondition, texts: readonly string[]): Query {
  const { type } = resolveField(field);
  const ranged = type === 'number' || type === 'span';
  const plain: string[] = [];
  const others: Query[] = [];
  for (const text of texts) {
    const comma = text.indexOf(',');
    if (text === '*') others.push({ kind: 'exists', field });
    else if (ranged && comma >= 0) others.push(parseRange({ field, text, comma, how }));
    else plain.push(text);
  }
  const conditions: Query[] = plain.length > 0 ? [{ kind: 'in', field, values: plain, ...how }, ...others] : others;
  const query: Query = conditions.length === 1 ? conditions[0]! : { kind: 'or', of: conditions };
  return negated ? { kind: 'not', of: query } : query;
}

function parseRange(options: { field: string; text: string; comma: number; how: Uncertain }): Query {
  const { field, text, comma, how } = options;
  const [from, to] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
  return {
    kind: 'range',
    field,
    ...(isOpen(from) ? {} : { from }),
    ...(isOpen(to) ? {} : { to }),
    ...how,
  };
}

function isOpen(end: string): boolean {
  return end === '' || end === '*';
}

function parseLimit(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 0 && limit <= 1000) return limit;
  throw new QueryError(`limit is a whole number from 0 to 1,000, not "${text.slice(0, 80)}".`);
}

/** `field` or `-field`; `-relevance` is the order of relevance. */
export function parseSort(text: string | null): Sort | undefined {
  if (text === null || text === '') return undefined;
  const descending = text.startsWith('-');
  const name = descending ? text.slice(1) : text;
  if (name === 'relevance') return { field: name, order: 'desc' };
  return { field: resolveField(name).name, order: descending ? 'desc' : 'asc' };
}

export function formatSort({ field, order }: Sort): string {
  return order === 'desc' && field !== 'relevance' ? `-${field}` : field;
}

/**
 * The URL parameters of a query. Each condition of the whole becomes a parameter of its own where one can say it, else a
 * `query` parameter; parsing them gives the canonical query back.
 */
export function formatQueryParameters(query: Query): URLSearchParams {
  const normal = normaliseQuery(query);
  const parameters = new URLSearchParams();
  if (normal.kind === 'all') return parameters;
  for (const condition of normal.kind === 'and' ? normal.of : [normal]) {
    const pairs = pairsOf(condition);
    const [name] = pairs?.[0] ?? [];
    // A repeated field means "or": a second condition on it cannot be said so.
    if (pairs === undefined || (!SPECIAL.has(name!) && parameters.has(name!))) {
      parameters.append('query', formatQueryLine(condition));
    } else for (const pair of pairs) parameters.append(...pair);
  }
  return parameters;
}

const HOP = 'hop(';

type Pair = [name: string, value: string];

function pairsOf(query: Query, prefix = ''): Pair[] | undefined {
  switch (query.kind) {
    case 'text':
      return query.whole === true || prefix !== '' ? undefined : [['q', query.value]];
    case 'within':
      if (prefix !== '') return undefined;
      return [['geometry', typeof query.geometry === 'string' ? query.geometry : JSON.stringify(query.geometry)]];
    case 'near':
      if (prefix !== '') return undefined;
      return [['geoDistance', `${query.latitude},${query.longitude},${formatDistance(query.radiusInMeters)}`]];
    case 'exists':
      return [[prefix === '' ? 'has' : 'missing', query.field]];
    case 'some':
      if (query.query.kind !== 'all' || query.child.startsWith('ext[')) return undefined;
      return [[prefix === '' ? 'has' : 'missing', query.child]];
    case 'hop':
      return hopPairs(query, prefix);
    case 'not':
      return prefix === '' ? pairsOf(query.of, 'not.') : undefined;
    case 'is':
    case 'in':
    case 'range':
      return fieldPairs(query, prefix);
    default:
      return undefined;
  }
}

function hopPairs(query: HopQuery, prefix: string): Pair[] | undefined {
  const line = formatQueryLine(query);
  if (line.startsWith(HOP)) return [[`${prefix}hop`, line.slice(HOP.length, -1)]];
  const { via, entity } = query;
  if (entity?.kind !== 'is' && entity?.kind !== 'in') return undefined;
  return valuePairs(`${prefix}${via}`, entity);
}

function fieldPairs(query: Extract<Query, { kind: 'is' | 'in' | 'range' }>, prefix: string): Pair[] | undefined {
  const { type } = resolveField(query.field);
  if (query.basis !== undefined) return undefined;
  const name = `${prefix}${query.match === 'certain' ? 'certain.' : ''}${query.field}`;
  const ranged = type === 'number' || type === 'span';
  if (query.kind === 'range') {
    return ranged ? [[name, `${query.from ?? '*'},${query.to ?? '*'}`]] : undefined;
  }
  return valuePairs(name, query);
}

function valuePairs(name: string, query: IsQuery | InQuery): Pair[] | undefined {
  const values = query.kind === 'is' ? [query.value] : query.values;
  // A lone * asks whether there is a value.
  return values.includes('*') ? undefined : values.map((value): Pair => [name, String(value)]);
}
