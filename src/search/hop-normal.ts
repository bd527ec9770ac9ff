import { nearestName } from '../model/nearest-name.ts';
import type { HopComparison, HopQuery, Query } from '../model/query.ts';
import { inverseRelation } from '../vocabulary/relations.ts';
import { entityFields, type EntityField } from './hop-fields.ts';
import { HOP_VIAS, isEntityVia, isRelationType, normaliseName, withArticle, type EntityVia } from './hop-names.ts';
import { QueryError } from './query-error.ts';
import { entityScope, resolveField, type Scope } from './query-fields.ts';

/** How many comparisons a hop may have. */
export const MAX_COMPARISONS = 8;
const LONGEST_NAME = 200;
const MOST_DAYS = 4_000_000;
const DAYS_A_YEAR = 365.2425;
const FARTHEST_METERS = 20_100_000;

/** A hop in its canonical form, checked as far as it can be without an edition. `inner` does the same of the queries in it. */
export function normaliseHop(query: HopQuery, inner: (query: Query, scope: Scope) => Query): HopQuery {
  const { via, compare = [] } = query;
  if (!HOP_VIAS.includes(via)) {
    throw new QueryError(`A hop cannot lead over "${via.slice(0, 80)}".`, {
      hint: `It leads over ${HOP_VIAS.join(', ')}, or in the line over a role, such as maker or collector.`,
    });
  }
  if (compare.length > MAX_COMPARISONS) {
    throw new QueryError(`A hop can have at most ${MAX_COMPARISONS} comparisons.`);
  }
  const entity = normaliseEntity(query, inner);
  const to = query.to === undefined && compare.length > 0 && !isEntityVia(via) ? { query: ALL_RECORDS } : query.to;
  const toRole = roleOf(to?.role);
  if (toRole !== undefined && via !== 'agent')
    throw new QueryError('Only agents have a role at the other end of a hop.');
  const end =
    to === undefined
      ? undefined
      : { ...(toRole === undefined ? {} : { role: toRole }), query: inner(to.query, undefined) };
  const comparisons = compare.map((comparison) => normaliseComparison(comparison, { via, hasEnd: end !== undefined }));
  return {
    kind: 'hop',
    via,
    ...normaliseRole(query),
    ...(entity === undefined || entity.kind === 'all' ? {} : { entity }),
    ...(end === undefined ? {} : { to: end }),
    ...(comparisons.length === 0 ? {} : { compare: comparisons }),
  };
}

const ALL_RECORDS: Query = { kind: 'all' };

function normaliseEntity({ via, entity }: HopQuery, inner: (query: Query, scope: Scope) => Query): Query | undefined {
  if (entity === undefined) return undefined;
  if (isEntityVia(via)) return inner(entity, entityScope(via));
  throw new QueryError('A relation has no fields of its own.', {
    hint: 'Ask for the record at its other end: hop(part of > any, kind:instrument).',
  });
}

function roleOf(role: string | undefined): string | undefined {
  if (role === undefined) return undefined;
  const name = normaliseName(role);
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new QueryError(`A role has 1 to ${LONGEST_NAME} letters.`);
}

/** The type of a relation as this record would say it, where that has a name. */
function normaliseRole({ via, role, inverse }: HopQuery): Pick<HopQuery, 'role' | 'inverse'> {
  if (role !== undefined && via !== 'agent' && via !== 'relation') {
    throw new QueryError(`A record has no role in ${withArticle(via)}.`, {
      hint: 'Only agents have roles, and relations types.',
    });
  }
  if (inverse === true && (via !== 'relation' || role === undefined))
    throw new QueryError('Only a type of relation can be taken the other way round.');
  const name = roleOf(role);
  if (name === undefined) return {};
  if (inverse !== true) return { role: name };
  return isRelationType(name) ? { role: inverseRelation(name) } : { role: name, inverse };
}

interface Ends {
  readonly via: HopQuery['via'];
  readonly hasEnd: boolean;
}

function normaliseComparison(comparison: HopComparison, ends: Ends): HopComparison {
  const ofEntity = comparison.of === 'entity' || !ends.hasEnd;
  if (ofEntity && !isEntityVia(ends.via)) throw new QueryError('A relation has no fields of its own to compare with.');
  // Where the hop leads no further, there is nothing else to compare with.
  const of = ofEntity && ends.hasEnd ? ({ of: 'entity' } as const) : {};
  const via = ends.via as EntityVia;
  switch (comparison.kind) {
    case 'before':
    case 'after':
    case 'within': {
      const here = dateField(comparison.here);
      const there = ofEntity ? entityDate(comparison.there, via) : dateField(comparison.there);
      if (comparison.kind !== 'within') return { kind: comparison.kind, here, there, ...of };
      return { kind: 'within', here, there, ...normaliseTime(comparison), ...of };
    }
    case 'near': {
      if (ofEntity) requirePoint(via);
      const radiusInMeters = Math.round(comparison.radiusInMeters * 1e3) / 1e3;
      if (radiusInMeters > 0 && radiusInMeters <= FARTHEST_METERS) return { kind: 'near', radiusInMeters, ...of };
      throw new QueryError('A distance must be more than nothing and at most half the globe (20,100 km).');
    }
    case 'same':
    case 'different': {
      if (ofEntity) {
        throw new QueryError(
          `"${comparison.kind} ${comparison.field}" compares two records, and this hop leads to none.`,
          {
            hint: 'Say which other record: hop(maker > collector, same country).',
          },
        );
      }
      return { kind: comparison.kind, field: comparedField(comparison.field) };
    }
  }
}

function normaliseTime({ amount, unit }: Extract<HopComparison, { kind: 'within' }>) {
  if (Number.isInteger(amount) && amount >= 0 && daysOf({ amount, unit }) <= MOST_DAYS) return { amount, unit };
  throw new QueryError('A time between two dates is a whole number of days or years, at most 10,000 years.');
}

/** So many whole days are within it. */
export function daysOf({ amount, unit }: { readonly amount: number; readonly unit: 'days' | 'years' }): number {
  return unit === 'days' ? amount : Math.ceil(amount * DAYS_A_YEAR);
}

function dateField(name: string): string {
  const reference = resolveField(name);
  if (reference.kind === 'field' && reference.type === 'span' && reference.field.indexed) return reference.name;
  throw new QueryError(`${reference.name} is not a date that can be compared with another.`, {
    hint: 'Dates of a record are date, eventDate, productionDate, acquisitionDate and dateIdentified.',
  });
}

function comparedField(name: string): string {
  const reference = resolveField(name);
  const isValue = reference.type !== 'span' && reference.type !== 'cell';
  if (reference.kind === 'field' && reference.field.indexed && isValue) return reference.name;
  throw new QueryError(`${reference.name} cannot be compared with that of another record.`, {
    hint: 'Any value that can be counted will do; dates are compared by before, after and within.',
  });
}

function entityDate(name: string, via: EntityVia): string {
  const dates = [...entityFields(via).values()].filter(isDate);
  const found = dates.find((field) => field.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found.name;
  const names = dates.map((field) => field.name);
  const nearest = nearestName(name, names);
  const known = names.length === 0 ? `A ${via} has no dates.` : `It has ${names.join(', ')}.`;
  throw new QueryError(`"${name.slice(0, 80)}" is not a date of the ${via}.`, {
    hint: nearest === undefined ? known : `Did you mean ${nearest}?`,
  });
}

function isDate({ type, isYear }: EntityField): boolean {
  return type === 'span' || isYear;
}

/** The columns with an entity's coordinates. */
export const POINT_FIELDS = ['latitude', 'longitude'] as const;

function requirePoint(via: EntityVia): void {
  if (POINT_FIELDS.every((name) => entityFields(via).has(name))) return;
  throw new QueryError(`Nothing is known of where ${withArticle(via)} is.`, {
    hint: 'Say which other record it is to be near to: hop(maker > collector, within 50km).',
  });
}
