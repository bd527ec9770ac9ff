import { parseBound } from '../model/day.ts';
import {
  ALL,
  type GeoJsonGeometry,
  type InQuery,
  type IsQuery,
  type Query,
  type RangeQuery,
  type Uncertain,
} from '../model/query.ts';
import { parseGeometry } from './geometry.ts';
import { NAME_FIELD } from './hop-fields.ts';
import { normaliseHop } from './hop-normal.ts';
import { MAX_DEPTH, newBudget, spend, tooDeep, type Budget } from './query-budget.ts';
import { QueryError } from './query-error.ts';
import { entityScope, resolveChild, resolveField, type FieldReference, type Scope } from './query-fields.ts';

/**
 * The query in its canonical form, checked: fields under their own names, values of the fields' types, defaults left out,
 * nested `and` and `or` flattened, double negation removed. Idempotent. Throws QueryError where a query is not answerable:
 * an unknown field, a value that is no date or number, a shape that is none, or one that is larger than the limits.
 * `scope`: the nested rows that the query is about, where it is the inside of `some`.
 */
export function normaliseQuery(query: Query, scope?: Scope): Query {
  return normalise(query, { budget: newBudget(), level: 0, scope });
}

interface Place {
  readonly budget: Budget;
  /** As written; what is canonical may be less deep. */
  readonly level: number;
  readonly scope: Scope;
}

function normalise(query: Query, place: Place): Query {
  spend(place.budget, 'terms');
  if (place.level > 32 * MAX_DEPTH) throw tooDeep();
  const inner: Place = { ...place, level: place.level + 1 };
  switch (query.kind) {
    case 'all':
      return ALL;
    case 'and':
    case 'or':
      return normaliseList(query, inner);
    case 'not': {
      const of = normalise(query.of, inner);
      return of.kind === 'not' ? of.of : nested({ kind: 'not', of });
    }
    case 'text':
      if (place.scope?.startsWith('@') === true) return normalise(namedBy(query.value), inner);
      spend(place.budget, 'texts');
      return normaliseText(query.value, query.whole === true, place.scope);
    case 'is':
    case 'in':
    case 'range':
    case 'like':
    case 'exists':
      return normaliseCondition(query, inner);
    case 'within':
      refuseInside(place.scope, 'A shape');
      return { kind: 'within', geometry: normaliseGeometry(query.geometry) };
    case 'near':
      refuseInside(place.scope, 'A distance');
      return normaliseNear(query);
    case 'some': {
      if (place.scope !== undefined) throw new QueryError('Nested rows have no nested rows of their own.');
      const child = resolveChild(query.child);
      return nested({ kind: 'some', child, query: normalise(query.query, { ...inner, scope: child }) });
    }
    case 'hop':
      refuseInside(place.scope, 'A hop');
      spend(place.budget, 'hops');
      return nested(normaliseHop(query, (part, scope) => normalise(part, { ...inner, scope })));
  }
}

/** WKT stays as it is written; GeoJSON loses what is not its shape. */
function normaliseGeometry(geometry: string | GeoJsonGeometry): string | GeoJsonGeometry {
  parseGeometry(geometry);
  if (typeof geometry === 'string' && !geometry.trim().startsWith('{')) return geometry.trim();
  const { type, coordinates } = (typeof geometry === 'string' ? JSON.parse(geometry) : geometry) as GeoJsonGeometry;
  return { type, coordinates };
}

/** Depth of a canonical query: a condition has 1. */
export function depthOf(query: Query): number {
  switch (query.kind) {
    case 'and':
    case 'or':
      return 1 + Math.max(...query.of.map(depthOf));
    case 'not':
      return 1 + depthOf(query.of);
    case 'some':
      return 1 + depthOf(query.query);
    case 'hop':
      return 1 + Math.max(depthOf(query.entity ?? ALL), depthOf(query.to?.query ?? ALL));
    default:
      return 1;
  }
}

function nested(query: Query): Query {
  if (depthOf(query) > MAX_DEPTH) throw tooDeep();
  return query;
}

function normaliseList(query: Extract<Query, { kind: 'and' | 'or' }>, place: Place): Query {
  if (query.of.length === 0) {
    throw new QueryError(`"${query.kind}" needs at least one condition.`);
  }
  const parts = query.of.flatMap((part) => {
    const normal = normalise(part, place);
    return normal.kind === query.kind ? normal.of : [normal];
  });
  // `all` adds nothing to an "and" and swallows an "or".
  if (query.kind === 'or' && parts.some(({ kind }) => kind === 'all')) return ALL;
  const of = parts.filter(({ kind }) => kind !== 'all');
  if (of.length === 0) return ALL;
  return of.length === 1 ? of[0]! : nested({ kind: query.kind, of });
}

function normaliseText(value: string, whole: boolean, scope: Scope): Query {
  refuseInside(scope, 'Free text');
  const text = value.trim().replace(/\s+/gu, ' ');
  if (text === '') return ALL;
  return whole ? { kind: 'text', value: text, whole } : { kind: 'text', value: text };
}

/** Words about an entity are parts of its names. */
function namedBy(text: string): Query {
  const pieces = text.match(/"[^"]*"|[^\s"]+/gu) ?? [];
  const words = pieces.map((piece) => piece.replaceAll('"', '').trim()).filter((word) => word !== '');
  if (words.length === 0) return ALL;
  return { kind: 'and', of: words.map((word): Query => ({ kind: 'like', field: NAME_FIELD, value: `*${word}*` })) };
}

function refuseInside(scope: Scope, what: string): void {
  if (scope === undefined) return;
  const isEntity = scope.startsWith('@');
  throw new QueryError(`${what} cannot be asked of ${isEntity ? 'what a hop leads over' : 'nested rows'}.`, {
    hint: isEntity
      ? 'Ask for one of its fields, as name:Wallace; for what is true of records at the other end, write hop(collector > maker, …).'
      : 'Ask for a field of the row instead, with * for any characters.',
  });
}

function normaliseNear(query: Extract<Query, { kind: 'near' }>): Query {
  const latitude = round(query.latitude, 1e6);
  const longitude = round(query.longitude, 1e6);
  const radiusInMeters = round(query.radiusInMeters, 1e3);
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
    throw new QueryError('The centre of a distance must lie within latitude ±90 and longitude ±180.', {
      hint: 'The latitude comes first: near(1.55,110.34,50km).',
    });
  }
  if (!(radiusInMeters > 0) || radiusInMeters > 20_100_000) {
    throw new QueryError('A distance must be more than nothing and at most half the globe (20,100 km).');
  }
  return { kind: 'near', latitude, longitude, radiusInMeters };
}

/** Microdegrees and millimetres are as fine as the index is; -0 becomes 0. */
function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0;
}

type Condition = Extract<Query, { kind: 'is' | 'in' | 'range' | 'like' | 'exists' }>;

function normaliseCondition(query: Condition, place: Place): Query {
  const reference = resolveField(query.field, place.scope);
  const { name, type } = reference;
  if (reference.kind === 'named') return normaliseNamed(query, reference, place);
  switch (query.kind) {
    case 'exists':
      return { kind: 'exists', field: name };
    case 'like':
      if (type !== 'keyword' && type !== 'cell') throw unsuited(reference, 'a pattern');
      spend(place.budget, 'patterns');
      return { kind: 'like', field: name, value: query.value };
    case 'is':
      return { kind: 'is', field: name, value: valueOf(reference, query.value), ...uncertain(type, query) };
    case 'in':
      return normaliseIn(query, reference, place.budget);
    case 'range':
      return normaliseRange(query, reference);
  }
}

/** A taxon or place by its name is a hop over it. */
function normaliseNamed(
  query: Condition,
  { name: via }: Extract<FieldReference, { kind: 'named' }>,
  place: Place,
): Query {
  spend(place.budget, 'hops');
  if (query.kind === 'exists') return { kind: 'hop', via };
  const inner: Place = { ...place, scope: entityScope(via) };
  return nested({ kind: 'hop', via, entity: normaliseCondition({ ...query, field: NAME_FIELD }, inner) });
}

function normaliseIn(query: InQuery, reference: FieldReference, budget: Budget): Query {
  spend(budget, 'terms', query.values.length);
  const values = [...new Set(query.values.map((value) => valueOf(reference, value) as string | number))];
  const [first] = values;
  if (first === undefined) throw new QueryError(`"in" for ${reference.name} needs at least one value.`);
  const how = uncertain(reference.type, query);
  // A span is contained in a value or not: several values are several conditions, not one longer span.
  if (values.length === 1) return { kind: 'is', field: reference.name, value: first, ...how };
  return { kind: 'in', field: reference.name, values, ...how };
}

function normaliseRange(query: RangeQuery, reference: FieldReference): Query {
  const { name, type } = reference;
  if (type === 'boolean' || type === 'country') throw unsuited(reference, 'a range');
  let from = query.from === undefined ? undefined : valueOf(reference, query.from, 'begin');
  let to = query.to === undefined ? undefined : valueOf(reference, query.to, 'end');
  if (from === undefined && to === undefined) return { kind: 'exists', field: name };
  if (type === 'cell' && [from, to].every((end) => end === undefined || isNumeric(String(end)))) {
    from = from === undefined ? undefined : Number(from);
    to = to === undefined ? undefined : Number(to);
  }
  refuseReversed(reference, from, to);
  return {
    kind: 'range',
    field: name,
    ...(from === undefined ? {} : { from: from as string | number }),
    ...(to === undefined ? {} : { to: to as string | number }),
    ...uncertain(type, query),
  };
}

type RangeEnd = ReturnType<typeof valueOf> | undefined;

/** Nothing can lie in a range that ends before it begins: whoever asks has the ends the wrong way round. */
function refuseReversed({ name, type }: FieldReference, from: RangeEnd, to: RangeEnd): void {
  const first = type === 'span' ? dayOf(from, 'begin') : from;
  const last = type === 'span' ? dayOf(to, 'end') : to;
  if (typeof first !== 'number' || typeof last !== 'number' || first <= last) return;
  throw new QueryError(`The range of ${name} ends before it begins: ${from}..${to}.`, {
    hint: `The lower end comes first: ${name}:${to}..${from}.`,
  });
}

function dayOf(end: RangeEnd, which: 'begin' | 'end'): number | undefined {
  return end === undefined ? undefined : parseBound(String(end), which);
}

function isNumeric(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text.trim());
}

function unsuited({ name, type }: FieldReference, what: string): QueryError {
  const holds = { number: 'numbers', span: 'dates', boolean: 'yes or no', country: 'country codes' } as const;
  return new QueryError(
    `${name} cannot be asked with ${what}, since it holds ${type in holds ? holds[type as keyof typeof holds] : 'text'}.`,
  );
}

/** Defaults are left out, and what does not apply to the field: only dates and countries are uncertain, only dates inferred. */
function uncertain(type: FieldReference['type'], { match, basis }: Uncertain): Uncertain {
  return {
    ...(match === 'certain' && (type === 'span' || type === 'country') ? { match } : {}),
    ...(basis !== undefined && basis !== 'recorded' && type === 'span' ? { basis } : {}),
  };
}

function valueOf(
  reference: FieldReference,
  value: IsQuery['value'],
  end: 'begin' | 'end' = 'begin',
): string | number | boolean {
  const { name, type } = reference;
  const text = String(value).trim();
  switch (type) {
    case 'number': {
      const number = typeof value === 'number' ? value : isNumeric(text) ? Number(text) : Number.NaN;
      if (Number.isFinite(number)) return number === 0 ? 0 : number;
      throw new QueryError(`${name} holds numbers, and "${text.slice(0, 80)}" is none.`, {
        hint: `For instance ${name}:10 or ${name}:10..20.`,
      });
    }
    case 'boolean': {
      const lower = text.toLowerCase();
      if (lower === 'true' || lower === 'yes' || lower === '1') return true;
      if (lower === 'false' || lower === 'no' || lower === '0') return false;
      throw new QueryError(`${name} is true or false, not "${text.slice(0, 80)}".`);
    }
    case 'span':
      if (parseBound(text, end) !== undefined) return text;
      throw new QueryError(`"${text.slice(0, 80)}" is not a date that ${name} can be asked for.`, {
        hint: 'Write a year, a month or a day, as 1858, 1858-03 or 1858-03-09; or a range, as 1850..1860.',
      });
    case 'country':
      return countryCodeOf(text);
    default:
      return String(value);
  }
}

function countryCodeOf(text: string): string {
  if (/^[a-z]{2}$/iu.test(text)) return text.toUpperCase();
  throw new QueryError(`"${text.slice(0, 80)}" is not a country code.`, {
    hint: 'Countries are asked by two letters (ISO 3166-1), for instance country:MY.',
  });
}
