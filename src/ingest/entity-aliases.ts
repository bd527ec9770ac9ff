import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database, quoteLiteral } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import { linkedFile } from '../catalogue/linked-tables.ts';
import type { LinkOptions } from './link-entities.ts';
import { ENTITY_ROW_GROUP, writeLinkedTable } from './linked-table.ts';

/** How one kind of entity is found again, as expressions over a row of its table and of its table of links. */
interface Aliased {
  /** Only with what is alike in this is an entity one. */
  readonly realm: string;
  /** Of several that hold its records, those of the same sort come first. */
  readonly sort: string;
  /** The keys of what it lies in, as a list, the widest first; its records are theirs too. */
  readonly above: string;
  /** Of a link: what it says of the record. */
  readonly role: string;
  /** More than this share of the records that are still there must be in one entity. */
  readonly least: number;
}

const FLAT: Aliased = { realm: `''`, sort: `''`, above: '[]::varchar[]', role: `''`, least: 0 };
const ALIASED = {
  gathering: FLAT,
  expedition: FLAT,
  place: { ...FLAT, sort: 'kind', above: 'list_transform(lineage, lambda x: x.key)', role: 'role', least: 0.5 },
  // A classification is no taxon; it comes first in the lineage.
  taxon: { ...FLAT, realm: 'classificationKey', sort: `coalesce("rank", '')`, above: 'lineage[2:]', least: 0.5 },
} as const satisfies Readonly<Record<string, Aliased>>;

export type AliasedEntity = keyof typeof ALIASED;

/**
 * Writes `<entity>_alias` into an edition's folder: of each entity of the edition before that is none any more, the one that holds the most
 * of its records, and what was an alias already and still leads somewhere. In a hierarchy it is the narrowest that holds most of them,
 * of the same kind or rank where there is one, and must hold more than half. What is nowhere now has none.
 */
export async function writeAliases(
  entity: AliasedEntity,
  folder: string,
  { previous, memoryLimitInMb }: Pick<LinkOptions, 'previous' | 'memoryLimitInMb'>,
): Promise<void> {
  const table = `${entity}_alias`;
  const column = `${entity}Key`;
  const nothing = `select null as key, null as ${column} where false`;
  const before =
    previous !== undefined && [entity, `${entity}_link`].every((name) => existsSync(linkedFile(previous, name)))
      ? previous
      : undefined;
  const work = join(folder, `.${entity}-aliases`);
  mkdirSync(work);
  try {
    await using database = await Database.open({
      folders: before === undefined ? [folder] : [before, folder],
      memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
    if (before !== undefined) {
      await createEntities(database, entity, { before, now: folder });
      await database.run('create table moved (key varchar, aliasKey varchar)');
      if (await hasRows(database, 'gone')) await findMoved(database, ALIASED[entity], { before, now: folder });
      const earlier = existsSync(linkedFile(before, table)) ? parquet(before, table) : `(${nothing})`;
      await database.run(
        `create table alias as select key, aliasKey from moved union all
         select a.key, coalesce(m.aliasKey, a.${column}) from ${earlier} a left join moved m on m.key = a.${column}
         where a.key not in (select key from now_entity) and a.key not in (select key from moved)
           and coalesce(m.aliasKey, a.${column}) in (select key from now_entity)`,
      );
    }
    await writeLinkedTable({ folder, database }, table, {
      sql: before === undefined ? nothing : `select key, aliasKey as ${column} from alias order by key`,
      rowGroup: ENTITY_ROW_GROUP,
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Folders {
  readonly before: string;
  readonly now: string;
}

/** The entities and links of both editions, and of those before what is `gone`. */
async function createEntities(database: Database, entity: AliasedEntity, folders: Folders): Promise<void> {
  const { realm, sort, above, role } = ALIASED[entity];
  for (const [name, folder] of Object.entries(folders)) {
    await database.run(
      `create view ${name}_entity as select key, ${realm} as realm, ${sort} as sort, ${above} as above from ${parquet(folder, entity)}`,
    );
    await database.run(
      `create view ${name}_link as select l.rid, l.key, l.role, e.realm
       from (select rid, ${entity}Key as key, ${role} as role from ${parquet(folder, `${entity}_link`)}) l join ${name}_entity e using (key)`,
    );
  }
  await database.run('create table gone as select key, sort from before_entity anti join now_entity using (key)');
}

/** Records are told by their keys; where they were and are is counted once for all that were and are together. */
async function findMoved(database: Database, { least }: Aliased, folders: Folders): Promise<void> {
  for (const [name, folder] of Object.entries(folders))
    await database.run(`create view ${name}_record as ${await recordKeysSql(folder)}`);
  await database.run(
    `create table below as select g.key as gone, b.key
     from (select key, unnest(list_append(above, key)) as holder from before_entity) b join gone g on g.key = b.holder`,
  );
  await database.run(
    `create table kept as select n.rid, l.key, l.role, l.realm
     from (select * from before_link where key in (select key from below)) l
     join before_record r using (rid) join now_record n on n.key = r.key`,
  );
  await database.run(
    `create table pair as select k.key, l.key as nowKey, count(*) as records
     from kept k join now_link l on l.rid = k.rid and l.role = k.role and l.realm = k.realm group by all`,
  );
  await database.run(
    `insert into moved select key, arg_max(holder, (isAlike, records, depth, holder)) from (
       select b.gone as key, n.holder, n.sort = any_value(g.sort) as isAlike, n.depth, sum(p.records) as records
       from pair p join below b using (key) join gone g on g.key = b.gone
       join (select a.key, e.key as holder, e.sort, len(e.above) as depth
         from (select key, unnest(list_append(above, key)) as holder from now_entity where key in (select nowKey from pair)) a
         join now_entity e on e.key = a.holder) n on n.key = p.nowKey
       group by b.gone, n.holder, n.sort, n.depth
     ) join (select b.gone as key, count(distinct k.rid) as held from below b join kept k using (key) group by b.gone) using (key)
     where records > ${least} * held group by key`,
  );
}

async function hasRows(database: Database, table: string): Promise<boolean> {
  return (await database.query(`select 1 from ${table} limit 1`)).length > 0;
}

function parquet(folder: string, table: string): string {
  return `read_parquet(${quoteLiteral(linkedFile(folder, table))})`;
}

/** Numbers and keys of all records of an edition, as a query for any database that may read its folder. */
async function recordKeysSql(folder: string): Promise<string> {
  await using edition = await Edition.open(folder);
  const selects = edition
    .slices(Number.MAX_SAFE_INTEGER)
    .map((slice) => `select rid, key from ${edition.sliceSql('record', slice)}`);
  return selects.length === 0 ? 'select null::integer as rid, null as key where false' : selects.join(' union all ');
}
