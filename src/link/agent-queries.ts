import type { StatedName } from './agent-block.ts';

/** Roles that say nothing of when an agent lived: what they own, receive or stand in for may be older or younger. So do qualifiers: "after". */
const TIMELESS_ROLES = ['owner', 'donor', 'subject', 'recipient'] as const;
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
const UNIT = '\u001F';
const RECORD = '\u001E';

/**
 * SQL that makes the table `agent_entry`: for each record and activity its list of names, in whose order the participations stand, with
 * place, dataset and year. `participation` and `record` are tables or views whose rows share `rid` (see CHILDREN and FIELDS).
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
  return `create table agent_entry as
select p.rid, p.activity, p.names, coalesce(r.countryCode, '') as place, r.datasetKey,
  case when p.isTimeless then null else year(date '1970-01-01' + (case p.activity ${spans.join(' ')} end)) end as year
from (
  select rid, activity,
    string_agg(concat(${cells.join(', chr(31), ')}), chr(30) order by ${LIST_ORDER}) as names,
    bool_and(role in (${TIMELESS_ROLES.map((role) => `'${role}'`).join(', ')}) or qualifier is not null) as isTimeless
  from ${participation} group by rid, activity
) p join ${record} r using (rid)`;
}

/** SQL that makes the table `agent_list` of what is distinct in `agent_entry`: the rows to be added to an AgentCollection, in the order of `list`. */
export const LISTS_SQL = `create table agent_list as
select row_number() over (order by names, place, datasetKey, decade) as list, * from (
  select names, place, datasetKey, year // 10 as decade, min(year)::integer as beginYear, max(year)::integer as endYear, count(*)::integer as records
  from agent_entry group by names, place, datasetKey, decade
)`;

/** SQL of the list of each record and activity: rows `rid`, `activity`, `list`. */
export const LISTED_SQL = `select e.rid, e.activity, l.list from agent_entry e join agent_list l
on e.names = l.names and e.place = l.place and e.datasetKey = l.datasetKey and (e.year // 10) is not distinct from l.decade`;

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
