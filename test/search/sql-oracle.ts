import { quoteLiteral } from '../../src/catalogue/database.ts';
import { parseBound } from '../../src/model/day.ts';
import type { Query, Uncertain } from '../../src/model/query.ts';
import { namesRecordType } from '../../src/search/query-base.ts';
import { normaliseQuery } from '../../src/search/query-normal.ts';
import { hopSql } from './hop-oracle.ts';

/** What a query means, in plain SQL over the table `record r`: the plainest way, with no regard to speed. ASCII texts only. */
export interface OracleSql {
  readonly possible: string;
  readonly certain: string;
}

/** The condition on `record r`, the default base included; `ofAnyType` leaves that out. */
export function whereSql(query: Query, ofAnyType = false): OracleSql {
  const normal = normaliseQuery(query);
  const base = ofAnyType || namesRecordType(normal) ? 'true' : `recordType = 'object'`;
  const { possible, certain } = oracleSql(normal);
  return { possible: `${base} and (${possible})`, certain: `${base} and (${certain})` };
}

const MANY = new Set(['kind', 'recordedBy']);
const NUMBERS = new Set(['year', 'measurementNumber']);

function oracleSql(query: Query): OracleSql {
  switch (query.kind) {
    case 'all':
      return same('true');
    case 'and':
    case 'or': {
      const parts = query.of.map(oracleSql);
      const join = (side: keyof OracleSql) => `(${parts.map((part) => part[side]).join(` ${query.kind} `)})`;
      return { possible: join('possible'), certain: join('certain') };
    }
    case 'not': {
      const { possible, certain } = oracleSql(query.of);
      return { possible: `not (${certain})`, certain: `not (${possible})` };
    }
    case 'exists':
      return same(
        MANY.has(query.field)
          ? `coalesce(len(${query.field}), 0) > 0`
          : query.field === 'eventDate'
            ? '(eventDateBegin is not null or eventDateEnd is not null)'
            : `${query.field} is not null`,
      );
    case 'is':
      return values(query.field, [query.value], query);
    case 'in':
      return values(query.field, query.values, query);
    case 'range':
      return rangeSql(query);
    case 'like': {
      const pattern = quoteLiteral(query.value.toLowerCase().replaceAll('*', '%').replaceAll('?', '_'));
      return same(anyValue(query.field, (value) => `lower(${value}) like ${pattern}`));
    }
    case 'near':
      return same(
        `coalesce(2 * 6371008.8 * asin(sqrt(pow(sin(radians(decimalLatitude - ${query.latitude}) / 2), 2) +
          cos(radians(decimalLatitude)) * cos(radians(${query.latitude})) *
          pow(sin(radians(decimalLongitude - ${query.longitude}) / 2), 2))) <= ${query.radiusInMeters}, false)`,
      );
    case 'some': {
      const { possible } = oracleSql(query.query);
      return same(`exists (select 1 from ${query.child} c where c.rid = r.rid and ${possible})`);
    }
    case 'hop':
      return hopSql(query, whereSql);
    default:
      throw new Error(`the oracle knows no ${query.kind}`);
  }
}

function same(sql: string): OracleSql {
  return { possible: sql, certain: sql };
}

function anyValue(field: string, test: (value: string) => string): string {
  if (!MANY.has(field)) return `coalesce(${test(field)}, false)`;
  return `coalesce(len(list_filter(${field}, lambda x: ${test('x')})) > 0, false)`;
}

function values(field: string, wanted: readonly (string | number | boolean)[], how: Uncertain): OracleSql {
  if (field === 'eventDate' || field === 'date') {
    const parts = wanted.map((value) => spanSql(field, bounds(String(value), String(value)), how));
    const any = (side: keyof OracleSql) => `(${parts.map((part) => part[side]).join(' or ')})`;
    return { possible: any('possible'), certain: any('certain') };
  }
  if (field === 'country') {
    const codes = `[${wanted.map((value) => quoteLiteral(String(value))).join(', ')}]`;
    const certain = `(coalesce(list_contains(${codes}, countryCode), false) or
      (coalesce(len(possibleCountryCodes), 0) > 0 and list_has_all(${codes}, possibleCountryCodes)))`;
    return {
      certain,
      possible: how.match === 'certain' ? certain : `coalesce(list_has_any(${codes}, possibleCountryCodes), false)`,
    };
  }
  if (NUMBERS.has(field) || field === 'hasCoordinate')
    return same(`coalesce(${field} in (${wanted.join(', ')}), false)`);
  const list = wanted.map((value) => quoteLiteral(String(value).toLowerCase())).join(', ');
  return same(anyValue(field, (value) => `lower(${value}) in (${list})`));
}

function bounds(from: string | undefined, to: string | undefined): readonly [number, number] {
  return [from === undefined ? -1e9 : parseBound(from, 'begin')!, to === undefined ? 1e9 : parseBound(to, 'end')!];
}

function rangeSql(query: Extract<Query, { kind: 'range' }>): OracleSql {
  const { field, from, to } = query;
  if (field === 'eventDate' || field === 'date') {
    return spanSql(field, bounds(from === undefined ? from : String(from), to === undefined ? to : String(to)), query);
  }
  return same(`coalesce(${field} >= ${Number(from ?? -1e9)} and ${field} <= ${Number(to ?? 1e9)}, false)`);
}

/** -1e12 and 1e12 stand for open ends. */
function spanSql(field: string, [from, to]: readonly [number, number], how: Uncertain): OracleSql {
  const table = field === 'date' ? 'a.' : 'r.';
  const [begin, end] = [`coalesce(${table}${field}Begin, -1e12)`, `coalesce(${table}${field}End, 1e12)`];
  const basis =
    how.basis === 'any' ? 'true' : `coalesce(${table}${field}Basis, 'recorded') = '${how.basis ?? 'recorded'}'`;
  const present = `(${table}${field}Begin is not null or ${table}${field}End is not null) and ${basis}`;
  const wrap = (test: string) =>
    field === 'date'
      ? `exists (select 1 from activity a where a.rid = r.rid and ${present} and ${test})`
      : `(${present} and ${test})`;
  const certain = wrap(`${begin} >= ${from} and ${end} <= ${to}`);
  return { certain, possible: how.match === 'certain' ? certain : wrap(`${begin} <= ${to} and ${end} >= ${from}`) };
}
