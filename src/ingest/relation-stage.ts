import type { Stage } from './stage.ts';
import { ISSUES_TYPE } from './interpret-stage.ts';
import { sameAddressSql } from './quoted-identifiers.ts';

/** Of an end that is a record and was not found. */
const UNRESOLVED = 'targetKey is null and target is not null and targetKind is null';

/** The issue of such an end, over a row of relations: its code, and what it quotes. */
export const DANGLING_CODE = `case when type = 'part of' then 'PART_OF_DANGLING' else 'RELATION_DANGLING' end`;
export const DANGLING_DETAIL = `case when type = 'part of' then target else left(type || ': ' || target, 200) end`;

/**
 * Finds the other end of relations within the dataset: by identifier, else by a catalogue number that one record alone
 * has. An end that is not in the dataset is reported on the record, and so is a record that is part of itself by way of
 * others: its whole becomes a related record, which has no place in the tree.
 */
export async function resolveRelations({ database, onStep }: Stage): Promise<void> {
  onStep('resolving relations');
  const [open] = await database.query<{ n: number }>(`select count(*) as n from child_relation where ${UNRESOLVED}`);
  if ((open?.n ?? 0) > 0) await findTargets(database);
  await cutCircles(database);
}

/** Ends that are no records have no name to be found by: a second condition on them would make DuckDB compare all with all. */
async function findTargets(database: Stage['database']): Promise<void> {
  await database.run(
    `create table target as
     select ${sameAddressSql('identifier')} as name, min_by(key, row) as key from core where identifier is not null group by name
     union all
     select catalogNumber, any_value(key) from interpreted join core using (row)
     where catalogNumber is not null and catalogNumber not in (select identifier from core where identifier is not null)
     group by catalogNumber having count(*) = 1`,
  );
  await database.run(
    `create or replace table child_relation as
     select r.row, r.type, r.target, coalesce(r.targetKey, t.key) as targetKey, r.targetKind, r.remarks
     from (select *, rowid as position from child_relation) r left join target t
       on t.name = case when r.targetKind is null then ${sameAddressSql('r.target')} end
     order by r.row, r.position`,
  );
  // An address at a host where none of the dataset's own records is leads outside, as it is meant to; a whole should be here.
  const host = (text: string) => `regexp_extract(lower(${text}), '^https?://([^/?#]+)', 1)`;
  await database.run(
    `insert into child_issues
     select row, [{'code': ${DANGLING_CODE}, 'term': case when type = 'part of' then 'isPartOf' else 'relatedResourceID' end, 'detail': ${DANGLING_DETAIL}}]::${ISSUES_TYPE}
     from child_relation where ${UNRESOLVED} and (type = 'part of'
       or ${host('target')} = '' or ${host('target')} in (select distinct ${host('identifier')} from core where identifier is not null))`,
  );
}

/** Wholes above wholes beyond which a circle is not looked for; the deepest archives have about ten levels. */
const MOST_LEVELS = 40;

/** Only what is part of something and has parts itself can be in a circle, so that most records are never looked at. */
async function cutCircles(database: Stage['database']): Promise<void> {
  await database.run(
    `create table link_up as
     with link as (
       select distinct r.row, c.key, r.targetKey as whole from child_relation r join core c using (row)
       where r.type = 'part of' and r.targetKey is not null
     )
     select * from link where key in (select whole from link) and whole in (select key from link)`,
  );
  await database.run(
    `create table in_circle as
     with recursive above as (
       select row, key as start, whole as reached, 1 as level from link_up
       union
       select a.row, a.start, l.whole, a.level + 1 from above a join link_up l on l.key = a.reached
       where a.reached <> a.start and a.level < ${MOST_LEVELS}
     )
     select distinct row from above where reached = start`,
  );
  await database.run(
    `insert into child_issues select r.row, [{'code': 'PART_OF_CIRCULAR', 'term': 'isPartOf', 'detail': any_value(r.target)}]::${ISSUES_TYPE}
     from child_relation r join in_circle using (row) where r.type = 'part of' group by r.row`,
  );
  await database.run(
    `update child_relation set type = 'related' where type = 'part of' and row in (select row from in_circle)`,
  );
}
