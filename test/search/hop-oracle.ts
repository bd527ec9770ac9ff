import { quoteLiteral } from '../../src/catalogue/database.ts';
import { parseBound } from '../../src/model/day.ts';
import type { HopComparison, HopQuery, Query } from '../../src/model/query.ts';
import type { OracleSql } from './sql-oracle.ts';

/** The tables in which a record `r` and another one `l2` stand in an entity `e`. */
const TABLES: Readonly<Record<string, readonly [link: string, key: string, table: string]>> = {
  agent: ['agent_link', 'agentKey', 'agent'],
  gathering: ['gathering_link', 'gatheringKey', 'gathering'],
  taxon: ['taxon_link', 'taxonKey', 'taxon'],
};

/** What a hop means, as a join of records with records over `record r`. */
export function hopSql(hop: HopQuery, whereSql: (query: Query, ofAnyType: boolean) => OracleSql): OracleSql {
  const side = (which: keyof OracleSql) => {
    const { via, role, to, entity, compare = [] } = hop;
    const joins: string[] = [];
    const tests: string[] = [];
    if (to !== undefined) {
      const { possible, certain } = whereSql(to.query, via === 'relation' || to.role === 'entry');
      joins.push(
        `join (select *, (${certain}) as certainly from record r where ${possible}) t on ${which === 'certain' ? 't.certainly' : 'true'}`,
      );
      tests.push('t.rid <> r.rid');
    }
    if (via === 'relation') {
      const end = to === undefined ? 'true' : 't.rid = l.otherRid';
      tests.push(`l.rid = r.rid and ${end} and ${role === undefined ? 'true' : `l.type = ${quoteLiteral(role)}`}`);
      return exists(['relation_link l', ...joins], [...tests, ...compare.map((item) => compareSql(item, which))]);
    }
    const [link, key, table] = TABLES[via]!;
    const isTree = via === 'taxon' && entity !== undefined;
    const stands = (name: string) =>
      isTree
        ? `join taxon_above ${name}_above on ${name}_above.key = ${name}.${key} and ${name}_above.above = e.key`
        : '';
    joins.unshift(
      `${link} l`,
      isTree ? `join ${table} e on true ${stands('l')}` : `join ${table} e on e.key = l.${key}`,
    );
    tests.push('l.rid = r.rid');
    if (role !== undefined) tests.push(roleSql('l', role));
    if (to !== undefined) {
      joins.push(
        isTree
          ? `join ${link} l2 on l2.rid = t.rid ${stands('l2')}`
          : `join ${link} l2 on l2.rid = t.rid and l2.${key} = e.key`,
      );
      if (to.role !== undefined) tests.push(roleSql('l2', to.role));
    }
    if (entity !== undefined) tests.push(entitySql(entity)[which]);
    if (which === 'certain' && via === 'agent') tests.push(`e.kind <> 'name'`);
    return exists(joins, [...tests, ...compare.map((item) => compareSql(item, which))]);
  };
  return { possible: side('possible'), certain: side('certain') };
}

function exists(joins: readonly string[], tests: readonly string[]): string {
  return `exists (select 1 from ${joins.join(' ')} where ${tests.join(' and ')})`;
}

function roleSql(link: string, role: string): string {
  if (role !== 'maker') return `${link}.role = ${quoteLiteral(role)}`;
  return `(${link}.role = 'maker' or (${link}.activity = 'production' and ${link}.role not in ('subject', 'recipient')))`;
}

/** A query over an entity `e`. */
function entitySql(query: Query): OracleSql {
  switch (query.kind) {
    case 'all':
      return same('true');
    case 'and':
    case 'or': {
      const parts = query.of.map(entitySql);
      const join = (which: keyof OracleSql) => `(${parts.map((part) => part[which]).join(` ${query.kind} `)})`;
      return { possible: join('possible'), certain: join('certain') };
    }
    case 'not': {
      const { possible, certain } = entitySql(query.of);
      return { possible: `not (${certain})`, certain: `not (${possible})` };
    }
    case 'exists':
      return same(`e.${query.field} is not null`);
    case 'range':
      return same(
        `coalesce(e.${query.field} between ${Number(query.from ?? -1e9)} and ${Number(query.to ?? 1e9)}, false)`,
      );
    case 'is':
    case 'in': {
      const wanted = query.kind === 'is' ? [query.value] : query.values;
      if (query.field === 'date') {
        const [from, to] = [parseBound(String(wanted[0]), 'begin')!, parseBound(String(wanted[0]), 'end')!];
        const certain = `coalesce(e.dateBegin >= ${from} and e.dateEnd <= ${to}, false)`;
        const possible = `coalesce(e.dateBegin <= ${to} and e.dateEnd >= ${from}, false)`;
        return { certain, possible: query.match === 'certain' ? certain : possible };
      }
      const list = wanted.map((value) => quoteLiteral(String(value).toLowerCase())).join(', ');
      return same(`lower(e.${query.field === 'name' ? 'label' : query.field}) in (${list})`);
    }
    case 'like':
      return same(`lower(e.label) like ${quoteLiteral(query.value.toLowerCase().replaceAll('*', '%'))}`);
    default:
      throw new Error(`the oracle knows no ${query.kind} of an entity`);
  }
}

function same(sql: string): OracleSql {
  return { possible: sql, certain: sql };
}

interface Dates {
  /** A table expression with begin and end. */
  readonly from: string;
}

function datesOf(record: string, field: string): Dates {
  const [rows, name] =
    field === 'date' ? [`from activity d where d.rid = ${record}.rid and`, 'd.date'] : ['where', `${record}.${field}`];
  return {
    from: `(select coalesce(${name}Begin, -1e12) as first, coalesce(${name}End, 1e12) as last ${rows}
      (${name}Begin is not null or ${name}End is not null) and coalesce(${name}Basis, 'recorded') = 'recorded')`,
  };
}

function compareSql(comparison: HopComparison, which: keyof OracleSql): string {
  switch (comparison.kind) {
    case 'before':
    case 'after':
    case 'within': {
      const there =
        comparison.of === 'entity' || comparison.there === 'born' || comparison.there === 'died'
          ? `(select year_begin(e.${comparison.there}) as first, year_end(e.${comparison.there}) as last where e.${comparison.there} is not null)`
          : datesOf('t', comparison.there).from;
      const test = {
        before: { certain: 'h.last < o.first', possible: 'h.first < o.last' },
        after: { certain: 'h.first > o.last', possible: 'h.last > o.first' },
        within: {
          certain: `greatest(h.last - o.first, o.last - h.first) <= ${comparison.kind === 'within' ? comparison.amount : 0}`,
          possible: `greatest(h.first - o.last, o.first - h.last) <= ${comparison.kind === 'within' ? comparison.amount : 0}`,
        },
      }[comparison.kind][which];
      return `exists (select 1 from ${datesOf('r', comparison.here).from} h, ${there} o where ${test})`;
    }
    case 'near':
      return `coalesce(2 * 6371008.8 * asin(least(1, sqrt(pow(sin(radians(r.decimalLatitude - t.decimalLatitude) / 2), 2) +
        cos(radians(r.decimalLatitude)) * cos(radians(t.decimalLatitude)) *
        pow(sin(radians(r.decimalLongitude - t.decimalLongitude) / 2), 2)))) <= ${comparison.radiusInMeters}, false)`;
    case 'same':
    case 'different':
      return equalitySql(comparison, which);
  }
}

function equalitySql(
  { kind, field }: Extract<HopComparison, { kind: 'same' | 'different' }>,
  which: keyof OracleSql,
): string {
  if (field === 'country') {
    const known = `(coalesce(len(r.possibleCountryCodes), 0) > 0 and coalesce(len(t.possibleCountryCodes), 0) > 0)`;
    const shares = `coalesce(list_has_any(r.possibleCountryCodes, t.possibleCountryCodes), false)`;
    const equal = `coalesce(r.countryCode = t.countryCode, false)`;
    if (kind === 'same') return which === 'certain' ? equal : shares;
    return `${known} and not ${which === 'certain' ? shares : equal}`;
  }
  if (field === 'recordedBy') {
    const list = (record: string) => `list_transform(${record}.recordedBy, lambda x: lower(x))`;
    const shares = `list_has_any(${list('r')}, ${list('t')})`;
    const known = `len(r.recordedBy) > 0 and len(t.recordedBy) > 0`;
    return `coalesce(${known} and ${kind === 'same' ? shares : `not ${shares}`}, false)`;
  }
  const [here, there] = [`lower(r.${field}::varchar)`, `lower(t.${field}::varchar)`];
  return `coalesce(${here} ${kind === 'same' ? '=' : '<>'} ${there}, false)`;
}

/** Macros for the first and last day of a year. */
export const YEAR_MACROS = [
  `create macro year_begin(y) as date_diff('day', date '1970-01-01', make_date(y, 1, 1))`,
  `create macro year_end(y) as date_diff('day', date '1970-01-01', make_date(y, 12, 31))`,
];
