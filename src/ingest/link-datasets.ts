import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { quoteLiteral, type Database } from '../catalogue/database.ts';
import { Edition, LINKS_FILE } from '../catalogue/edition.ts';
import { inverseRelation, RELATION_TYPES } from '../vocabulary/relations.ts';
import type { LinkOptions } from './link-entities.ts';
import { createOpenRecords, ENTITY_ROW_GROUP, LINK_ROW_GROUP, writeLinkedTable } from './linked-table.ts';
import { writeSettledIssues } from './settled-issues.ts';
import { findNumbers, findQuoted, sameAddressSql, sameNumberSql } from './quoted-identifiers.ts';

/**
 * Brings together the records of all datasets that have a relation. First the other ends that are in another dataset are
 * found: where exactly one record has the identifier, or the number with its institution's code, that is quoted. Then both ends of
 * every relation are written, RELATION_TABLES, with what descriptions and remarks quote. Parts stay as they are; the links are the
 * edition's. Withdrawn records, by key, are at neither end.
 */
export async function linkDatasets(
  editionFolder: string,
  { withdrawn = [], memoryLimitInMb = 2048 }: Partial<Pick<LinkOptions, 'withdrawn' | 'memoryLimitInMb'>> = {},
): Promise<void> {
  const work = join(editionFolder, '.relations');
  mkdirSync(work);
  try {
    const options = { memoryLimitInMb, temporaryFolder: join(work, 'spill') };
    {
      await using edition = await Edition.open(editionFolder, options);
      await createOpenRecords(edition, withdrawn);
      await findOtherEnds(edition.database, join(editionFolder, LINKS_FILE));
    }
    // Opened again, so that relations have the ends that were found.
    await using edition = await Edition.open(editionFolder, options);
    await createOpenRecords(edition, withdrawn);
    await writeSettledIssues(edition);
    await writeRelations(edition);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function findOtherEnds(database: Database, file: string): Promise<void> {
  await database.run(
    `create table wanted as
     select target, ${sameAddressSql('target')} as address, ${sameNumberSql('target')} as number
     from (select distinct target from relation where targetKey is null and target is not null and targetKind is null)`,
  );
  await database.run(
    `create table found as
     select target, any_value(r.key) as key from wanted w join open_record r on ${sameAddressSql('r.identifier')} = w.address
     group by target having count(*) = 1`,
  );
  await database.run('delete from wanted where target in (select target from found)');
  if (await hasRows(database, 'wanted')) {
    await findNumbers(database, 'wanted');
    await database.run('insert into found select target, key from wanted join record_number using (number)');
  }
  await database.run(`copy (select target, key from found order by target) to ${quoteLiteral(file)} (format parquet)`);
}

async function hasRows(database: Database, table: string): Promise<boolean> {
  return (await database.query(`select 1 from ${table} limit 1`)).length > 0;
}

async function writeRelations(edition: Edition): Promise<void> {
  const { database } = edition;
  await findQuoted(database);
  await findNumbers(database, '(select number from quoted where number is not null)');
  await database.run(
    `create table stated as
     select r.rid, r.type, o.rid as otherRid from relation r join open_record o on o.key = r.targetKey
     where r.rid in (select rid from open_record) and r.rid <> o.rid`,
  );
  await database.run(
    `create table quoting as
     select distinct rid, otherRid from (
       select q.rid, n.rid as otherRid from quoted q join record_number n using (number)
       union all
       select q.rid, any_value(r.rid) from quoted q join open_record r on ${sameAddressSql('r.identifier')} = q.address
       group by q.rid, q.address having count(*) = 1)
     where rid <> otherRid`,
  );
  const inverses = RELATION_TYPES.map(
    (type) => `when ${quoteLiteral(type)} then ${quoteLiteral(inverseRelation(type))}`,
  );
  await database.run(
    `create table both_ends as
     select rid, type, otherRid, arg_min(stated, weight) as stated from (
       select rid, type, otherRid, 'here' as stated, 1 as weight from stated
       union all
       select otherRid, case type ${inverses.join(' ')} else 'related' end, rid, 'there', 2 from stated
       union all
       select rid, 'mentions', otherRid, 'text', 3 from quoting anti join stated s using (rid, otherRid)
       union all
       select otherRid, 'mentioned in', rid, 'text', 3 from quoting anti join stated s using (rid, otherRid)
     ) group by rid, type, otherRid`,
  );
  if (!(await hasRows(database, 'both_ends'))) return;
  // What is said exactly by one of the two need not be said vaguely again.
  await database.run(
    `delete from both_ends using (
       select rid, otherRid from both_ends group by rid, otherRid having count(*) > 1 and bool_or(type <> 'related')
     ) exact where both_ends.type = 'related' and both_ends.rid = exact.rid and both_ends.otherRid = exact.otherRid`,
  );
  await writeLinkedTable(edition, 'relation_link', {
    rowGroup: LINK_ROW_GROUP,
    sql: `select b.rid, b.type, b.otherRid, o.key as otherKey, b.type || ':' || o.key as related, b.stated
      from both_ends b join record o on o.rid = b.otherRid order by b.rid, b.type, b.otherRid`,
  });
  await writeLinkedTable(edition, 'whole', {
    rowGroup: ENTITY_ROW_GROUP,
    sql: `select w.key, arg_min(above.key, up.otherRid) as parentKey,
        coalesce(any_value(w.catalogNumber), any_value(w.title), w.key) as label
      from (select distinct otherRid as rid from both_ends where type = 'part of') x
      join record w using (rid)
      left join both_ends up on up.rid = x.rid and up.type = 'part of'
      left join record above on above.rid = up.otherRid
      group by w.key order by w.key`,
  });
  await writeLinkedTable(edition, 'whole_link', {
    rowGroup: LINK_ROW_GROUP,
    sql: `select distinct l.rid, w.key as wholeKey from (
        select rid, otherRid as whole from both_ends where type = 'part of'
        union all
        select otherRid, otherRid from both_ends where type = 'part of'
      ) l join record w on w.rid = l.whole order by l.rid, w.key`,
  });
}
