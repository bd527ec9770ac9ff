import type { StatedName } from './agent-block.ts';
import type { NumberedYear } from './agent-series.ts';

/** Roles that say nothing of when an agent lived: what they own, receive or stand in for may be older or younger. So do qualifiers: "after". */
const TIMELESS_ROLES = ['owner', 'donor', 'subject', 'recipient', 'designer', 'maker of the parts'] as const;
/** What is printed again when its author is dead. */
const REPRINTED = ['book', 'books', 'printed book'] as const;
/** Dates that leave more than these days open say little about a life. */
const MOST_DAYS = 3660;
const SPANS = {
  gathering: 'eventDate',
  production: 'productionDate',
  identification: 'dateIdentified',
} as const;
/** The order of the names in a list; where two have one position, their roles and names decide. */
export const LIST_ORDER = 'position, role, agent, agentType, family, given, born, died, agentID';
/** The columns of `participation` that linking reads. */
export const LIST_COLUMNS = `rid, activity, qualifier, ${LIST_ORDER}`;
/** Years in which collectors number what they gather; a number and its year are one integer, the number before the year. */
const NUMBERED_YEARS = [1700, 2100] as const;
const YEARS = 10_000;
const UNIT = '\u001F';
const RECORD = '\u001E';

/**
 * SQL for each record and activity: its list of names, in whose order the participations stand, with place, dataset, year and decade.
 * `participation` and `record` are table expressions whose rows share `rid` (see CHILDREN and FIELDS): slices, since the lists of millions
 * of records do not fit in memory together.
 */
export function entriesSql({
  participation,
  record,
}: {
  readonly participation: string;
  readonly record: string;
}): string {
  const spans = Object.entries(SPANS).map(
    ([activity, column]) =>
      `when '${activity}' then case when r.${column}End - r.${column}Begin <= ${MOST_DAYS} then r.${column}Begin end`,
  );
  const cells = ['agentType', 'agent', 'family', 'given', 'born', 'died', 'agentID'].map(
    (column) => `translate(coalesce(${column}::varchar, ''), chr(30) || chr(31), '  ')`,
  );
  return `select *, case when beganIn between ${NUMBERED_YEARS[0]} and ${NUMBERED_YEARS[1]} then number * ${YEARS} + beganIn end as numbered from (select p.rid, p.activity, p.names, coalesce(r.countryCode, '') as place, r.datasetKey,
  case when p.activity = 'gathering' then try_cast(regexp_extract(r.recordNumber, '^[^0-9]*([0-9]{1,6})[^0-9]*$', 1) as bigint) end as number,
  case when p.isTimeless or (p.activity = 'production' and list_has_any(list_transform(r.objectType, lambda type: lower(type)), [${REPRINTED.map((type) => `'${type}'`).join(', ')}])) then null else year(date '1970-01-01' + (case p.activity ${spans.join(' ')} end)) end as beganIn, beganIn // 10 as decade
from (
  select rid, activity,
    string_agg(concat(${cells.join(', chr(31), ')}), chr(30) order by ${LIST_ORDER}) as names,
    bool_and(role in (${TIMELESS_ROLES.map((role) => `'${role}'`).join(', ')}) or qualifier is not null) as isTimeless
  from ${participation} group by rid, activity
) p join ${record} r using (rid))`;
}

/** SQL of what is distinct in some entries, and in how many records and which years it stands. */
export function partListsSql(entries: string): string {
  return `select names, place, datasetKey, decade, min(beganIn)::integer as beginYear, max(beganIn)::integer as endYear, count(*)::integer as records,
min(numbered)::double as leastNumber, max(numbered)::double as greatestNumber
from (${entries}) group by names, place, datasetKey, decade`;
}

/** SQL that makes the table `agent_list` out of the table `agent_part_list`: the rows to be added to an AgentCollection, in the order of `list`. */
export const LISTS_SQL = `create table agent_list as
select row_number() over (order by names, place, datasetKey, decade)::integer as list, * from (
  select names, place, datasetKey, decade, min(beginYear) as beginYear, max(endYear) as endYear, sum(records)::integer as records,
  min(leastNumber) as leastNumber, max(greatestNumber) as greatestNumber
  from agent_part_list group by names, place, datasetKey, decade
)`;

/** SQL of the list of each of some entries: rows `rid`, `activity`, `list`. */
export function listedSql(entries: string): string {
  return `select e.rid, e.activity, l.list from (${entries}) e join agent_list l
on e.names = l.names and e.place = l.place and e.datasetKey = l.datasetKey and e.decade is not distinct from l.decade`;
}

/** The least and the greatest number of a row of `agent_list`; none where it has no numbers. */
export function numbersOfList(least: number | null, greatest: number | null): readonly NumberedYear[] {
  if (least === null || greatest === null) return [];
  return [least, greatest].map((numbered) => ({ year: numbered % YEARS, number: Math.floor(numbered / YEARS) }));
}

const IRI = /^https?:\/\/\S+$/u;

/** The names in a row of `agent_list`. */
export function namesOfList(text: string): readonly StatedName[] {
  return text.split(RECORD).map((entry) => {
    const [type, name = '', family = '', given = '', born = '', died = '', identifier = ''] = entry.split(UNIT);
    return {
      type: type === 'group' || type === 'unnamed' ? type : 'person',
      name,
      ...(family === '' ? {} : { family }),
      ...(given === '' ? {} : { given }),
      ...(born === '' ? {} : { born: Number(born) }),
      ...(died === '' ? {} : { died: Number(died) }),
      ...(IRI.test(identifier) ? { identifier } : {}),
    };
  });
}
