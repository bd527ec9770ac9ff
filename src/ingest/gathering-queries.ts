import type { SourceManifest } from '../catalogue/manifest.ts';

/** What a record tells of its gathering. An inferred date is no evidence. */
const RECORD_COLUMNS = `r.rid, r.key, r.recordNumber, r.fieldNumber,
  case when r.eventDateBasis is distinct from 'inferred' then r.eventDateBegin end as dateBegin,
  case when r.eventDateBasis is distinct from 'inferred' then r.eventDateEnd end as dateEnd,
  r.countryCode, r.locality, r.decimalLatitude, r.decimalLongitude, r.coordinateUncertaintyInMeters`;

/** Values that identify no event. */
const NO_EVENTS = ['', '0', '-', 'n/a', 'na', 'none', 'null', 'unknown', 'not recorded'];
/** An event in which more days than this were gathered is none: the column holds something else. */
const LONGEST_EVENT = 366;

/** Numbers that foldNumber makes equal have an equal coarse number. */
export function coarseNumber(column: string): string {
  return `nullif(regexp_extract(regexp_replace(${column}, '[\\s.,:#-]+', '', 'g'), '[1-9][0-9]*'), '')`;
}

/** Of an agent `a`: what names that may be one person's have in common. */
export const FAMILY_BLOCK = 'lower(strip_accents(coalesce(a.family, a.label)))';

/** SQL that makes the tables `collecting_agent` (number, key, kind, label, family, given, block) and `collector_of` (rid, agent, position). */
export const COLLECTORS_SQL = [
  `create table collecting_agent as
   select (row_number() over (order by key) - 1)::integer as number, key, kind, label, family, given,
     (dense_rank() over (order by ${FAMILY_BLOCK}) - 1)::integer as block from agent a`,
  `create table collector_of as
   select l.rid, u.agent, min(l.position) as position
   from agent_link l join (select u.unit, a.number as agent from agent_unit u join collecting_agent a on a.key = u.agentKey) u using (unit)
   where l.activity = 'gathering' group by l.rid, u.agent`,
] as const;

export interface Slice {
  readonly slice: number;
  readonly slices: number;
}

/** Slices are one after the other in the order of numbers, so that it makes no difference how many there are. */
function sliceOf({ slice, slices }: Slice): (number: string) => string {
  return (number) => `${number} * ${slices} // (select count(*) from collecting_agent) = ${slice}`;
}

/** Records of persons, by person, as far as another of theirs has the same day or number; a slice of the persons. */
export function collectorRecordsSql(part: Slice): string {
  const inSlice = sliceOf(part);
  return `select * from (
     select c.agent, ${RECORD_COLUMNS} from collector_of c join collecting_agent a on a.number = c.agent join open_object r using (rid)
     where ${inSlice('c.agent::bigint')} and a.kind = 'person'
   )
   qualify count(*) over (partition by agent, dateBegin, dateEnd) > 1 and dateEnd - dateBegin < 3
     or count(*) over (partition by agent, ${coarseNumber('recordNumber')}) > 1 and ${coarseNumber('recordNumber')} is not null
     or count(*) over (partition by agent, ${coarseNumber('fieldNumber')}) > 1 and ${coarseNumber('fieldNumber')} is not null
   order by agent`;
}

/** Records of one exact day under family names of which several agents, or a name that several may bear, gathered on it. */
export function familyRecordsSql(part: Slice): string {
  const inSlice = sliceOf(part);
  return `select * from (
     select a.block, a.key as agentKey, a.kind, a.label, a.family, a.given, ${RECORD_COLUMNS}
     from collector_of c join collecting_agent a on a.number = c.agent join open_object r using (rid)
     where ${inSlice('a.block::bigint')} and a.kind <> 'unnamed' and r.eventDateBegin = r.eventDateEnd
   )
   where dateBegin is not null
   qualify count(*) over (partition by block, dateBegin) > 1
     and (min(agentKey) over (partition by block, dateBegin) <> max(agentKey) over (partition by block, dateBegin) or kind <> 'person')
   order by block`;
}

/** Records to which the museum gave an event: rows rid, datasetKey, eventID. Empty where no source has such a column. */
export function eventsSql(sources: readonly SourceManifest[]): string {
  const selects = sources.flatMap(({ source, role, columns, datasetKey }) => {
    const at = columns.findIndex(({ term }) => term === 'eventID');
    return role !== 'core' || at < 0
      ? []
      : [`select rid, '${datasetKey}' as datasetKey, trim(c${at}) as eventID from verbatim_${source}`];
  });
  if (selects.length === 0) return `select null::integer as rid, null as datasetKey, null as eventID where false`;
  return `select * from (${selects.join(' union all ')})
    where eventID is not null and lower(eventID) not in (${NO_EVENTS.map((none) => `'${none}'`).join(', ')})`;
}

/** Records of one event of a dataset beside each other, where the event is one: one country at most, and not longer than a year. */
export const SAME_EVENT_SQL = `select rid, event from (
    select r.rid, r.key, e.datasetKey || chr(31) || e.eventID as event,
      count(*) over own as records, min(r.countryCode) over own as least, max(r.countryCode) over own as greatest,
      max(r.eventDateEnd) over own - min(r.eventDateBegin) over own as days
    from event_of e join open_object r using (rid) window own as (partition by e.datasetKey, e.eventID)
  ) where records > 1 and least is not distinct from greatest and coalesce(days, 0) <= ${LONGEST_EVENT} order by event, key`;

/** Pairs of records of which one names the other as of the same gathering. */
export const STATED_SQL = `select one.rid as one, other.rid as other from relation l
  join open_record one on one.rid = l.rid join open_record other on other.key = l.targetKey
  where l.type = 'same gathering' and one.rid <> other.rid order by one.key, other.key`;

/** All that the records of gatherings tell of them, gathering by gathering. Needs `member` (id, group, rule) and `event_of`. */
export const MEMBERS_SQL = `select m."group" as gathering, r.datasetKey, r.eventDate, r.canonicalName,
    array_to_string(r.recordedBy, ' | ') as collectorText, e.eventID, c.collectors, ${RECORD_COLUMNS}
  from member m join open_record r on r.rid = m.id
  left join (select rid, any_value(eventID) as eventID from event_of group by rid) e on e.rid = m.id
  left join (
    select c.rid, list({'key': a.key, 'label': a.label} order by c.position, a.key) as collectors
    from collector_of c join collecting_agent a on a.number = c.agent where c.rid in (select id from member) group by c.rid
  ) c on c.rid = m.id
  order by gathering`;
