import type { Stage } from './stage.ts';
import { ISSUES_TYPE } from './interpret-stage.ts';

/**
 * Finds the other end of relations within the dataset: by identifier, else by a catalogue number that one record alone
 * has. A whole that is not in the dataset is reported on the record, and so is a record that is part of itself by way of
 * others: its whole becomes a related record, which has no place in the tree.
 */
export async function resolveRelations({ database, onStep }: Stage): Promise<void> {
  onStep('resolving relations');
  await database.run(
    `create table target as
     select identifier as name, min_by(key, row) as key from core where identifier is not null group by identifier
     union all
     select catalogNumber, any_value(key) from interpreted join core using (row)
     where catalogNumber is not null and catalogNumber not in (select identifier from core where identifier is not null)
     group by catalogNumber having count(*) = 1`,
  );
  await database.run(
    `create or replace table child_relation as
     select r.row, r.type, r.target, coalesce(r.targetKey, t.key) as targetKey, r.remarks
     from (select *, rowid as position from child_relation) r left join target t on t.name = r.target order by r.row, r.position`,
  );
  await database.run(
    `insert into child_issues select row, [{'code': 'PART_OF_DANGLING', 'term': 'isPartOf', 'detail': target}]::${ISSUES_TYPE}
     from child_relation where type = 'part of' and targetKey is null and target is not null`,
  );
  await cutCircles(database);
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
