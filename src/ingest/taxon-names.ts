import { quoteIdentifier } from '../catalogue/database.ts';
import type { Edition } from '../catalogue/edition.ts';
import type { StatedName } from '../link/taxon-match.ts';
import { HIGHER_RANKS } from '../link/taxon-records.ts';
import { authorshipOf, cellSql } from './checklist-entries.ts';

/** A name that records have with the same words beside it. */
export interface RecordName {
  /** Its number in the table `record_name`. */
  readonly name: number;
  readonly stated: StatedName;
  readonly objects: number;
  /** What the records call it in languages of people. */
  readonly vernacularNames: readonly string[];
}

const COLUMNS = ['scientificName', 'canonicalName', 'taxonRank', ...HIGHER_RANKS] as const;
const LIST = [...COLUMNS, 'authorship'].map(quoteIdentifier).join(', ');

/**
 * The different names of the records that are not entries of checklists themselves. Makes the table `record_name` (rid, name).
 * `records` is the table or view of the records that may be read.
 */
export async function nameRecords({ database, manifest }: Edition, records: string): Promise<RecordName[]> {
  const authors = manifest.sources.flatMap((source) => {
    const cell = cellSql(source, ({ term }) => term === 'scientificNameAuthorship');
    return source.role !== 'core' || cell === undefined
      ? []
      : [`select rid, ${cell} as authorship from verbatim_${source.source}`];
  });
  const columns = COLUMNS.map((name) => `r.${quoteIdentifier(name)}`);
  const from =
    authors.length === 0
      ? `(select *, null::varchar as authorship from ${records}) r`
      : `${records} r left join (${authors.join(' union all ')}) a using (rid)`;
  await database.run(
    `create table named as select r.rid, r.recordType, r.vernacularName, ${columns.join(', ')}, authorship from ${from}
     where r.recordType <> 'taxon' and coalesce(${columns.filter((column) => column !== 'r."taxonRank"').join(', ')}) is not null`,
  );
  await database.run(
    `create table asked as select (row_number() over (order by ${LIST}) - 1)::integer as name, *
     from (select ${LIST}, count(*)::integer as records, count(*) filter (recordType = 'object')::integer as objects,
       list(distinct vernacularName order by vernacularName) filter (vernacularName is not null and recordType = 'object')[1:5] as vernacularNames
       from named group by ${LIST})`,
  );
  const same = [...COLUMNS, 'authorship']
    .map(quoteIdentifier)
    .map((name) => `n.${name} is not distinct from a.${name}`);
  await database.run(
    `create table record_name as select n.rid, a.name from named n join asked a on ${same.join(' and ')}`,
  );
  await database.run('drop table named');
  const names: RecordName[] = [];
  const sql = `select name, records, objects, vernacularNames, authorship, ${COLUMNS.map(quoteIdentifier).join(', ')} from asked order by name`;
  for await (const [numbers, counts, objects, common, written, ...values] of database.chunks(sql))
    for (const [at, name] of numbers!.entries()) {
      const stated = Object.fromEntries(
        COLUMNS.flatMap((column, index) => {
          const value = values[index]![at] as string | null;
          return value === null ? [] : [[column, value]];
        }),
      ) as Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;
      const { scientificName, ...rest } = stated;
      names.push({
        name: name as number,
        objects: objects![at] as number,
        vernacularNames: (common![at] as string[] | null) ?? [],
        stated: {
          ...rest,
          records: counts![at] as number,
          authorship:
            (written![at] as string | null) ??
            (scientificName === undefined ? undefined : authorshipOf(scientificName, stated.canonicalName)),
        },
      });
    }
  await database.run('drop table asked');
  return names;
}
