import type { Stage } from './stage.ts';
import { ISSUES_TYPE } from './interpret-stage.ts';

/**
 * Finds the other end of relations within the dataset: by identifier, else by a catalogue number that one record alone
 * has. A whole that is not in the dataset is reported on the record.
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
}
