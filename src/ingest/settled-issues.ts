import type { Edition } from '../catalogue/edition.ts';
import { LINK_ROW_GROUP, writeLinkedTable } from './linked-table.ts';
import { DANGLING_CODE, DANGLING_DETAIL } from './relation-stage.ts';

/**
 * Writes `settled_issue`: a dataset by itself reports every end of a relation that it does not have, and some of these ends are found
 * in others. Needs the view `link`. Edition#records leaves out the same issues.
 */
export async function writeSettledIssues(edition: Edition): Promise<void> {
  const { database } = edition;
  await database.run(
    `create table found_end as select distinct rid, ${DANGLING_CODE} as code, ${DANGLING_DETAIL} as detail
     from relation_within join link using (target) where targetKey is null`,
  );
  await database.run('create table raised (rid integer, code varchar, detail varchar)');
  for (const slice of edition.slices(Number.MAX_SAFE_INTEGER))
    await database.run(
      `insert into raised select rid, issue.code, issue.detail from (
         select rid, unnest(issues) as issue from ${edition.sliceSql('record', slice)} where rid in (select rid from found_end))`,
    );
  await writeLinkedTable(edition, 'settled_issue', {
    rowGroup: LINK_ROW_GROUP,
    sql: `select rid, code from raised r left join (select *, true as isFound from found_end) f using (rid, code, detail)
      group by rid, code having bool_and(coalesce(isFound, false)) order by rid, code`,
  });
}
