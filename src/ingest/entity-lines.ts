import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database, quoteLiteral } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import {
  ALL_ROLES,
  changedStoreFile,
  ENTITY_FILES,
  EntityStoreWriter,
  LINK_BLOCK,
  type KeyedTable,
  type RecordLinkTable,
  type StoredTable,
} from '../catalogue/entity-store.ts';
import { changedFile, replacedFile } from '../catalogue/linked-tables.ts';
import { shareFile } from '../catalogue/share-file.ts';
import type { LinkOptions } from './link-entities.ts';

/** Taxa of one name that are kept of a name: all that is asked for. */
const MOST_NAMED = 100;

/** Records whose links are put together at a time: what is grouped cannot be spilled. */
const SLICE_RECORDS = LINK_BLOCK * 16_384;

/** Tables whose lines are lists. */
type ListTable = 'gathering_group' | 'place_name' | 'record_claim' | 'taxon_named';

const AGENT_FILE = 'agent-entities.sqlite';
const AGENT_COLUMNS = 'key, kind, label, born, died, activeBegin, activeEnd, records, identifiers, through, names';

/** The line of each key. What is only searched for, or shown on the page of a taxon or a person only, is not in it. */
const KEYED: Readonly<Record<Exclude<KeyedTable, ListTable>, string>> = {
  agent: rowsOf('agent', AGENT_COLUMNS),
  agent_role: `select '${ALL_ROLES}' as key, to_json(coalesce(list(role order by role), []))::varchar as line
    from (select distinct role from agent_link where role is not null)`,
  expedition: rowsOf('expedition', '*'),
  gathering: rowsOf('gathering', '*'),
  gathering_claim: rowsOf('gathering_claim', 'key, kind, "value", status, score, facts, keys, records, datasets'),
  place_detail: `select key, to_json(d)::varchar as line from (
    select key, {names: names, otherNames: otherNames, certainWithin: certainWithin, possibleWithin: possibleWithin,
      children: children, within: within} as d from place)`,
  place: rowsOf('place', 'key, kind, label, countryCode, "begin", "end", latitude, longitude, records, lineage'),
  taxon: rowsOf('taxon', 'key, label, kind, authorship, rank, classificationKey, datasetKey'),
  // A large checklist has twenty times as many taxa and names as anybody asks for.
  taxon_detail: `select key, to_json(d)::varchar as line from (
    select key, {scientificName: scientificName, canonicalName: canonicalName, status: status, identifiers: identifiers,
      vernacularNames: vernacularNames, objects: objects, objectsBelow: objectsBelow, lineage: lineage} as d
    from taxon where objectsBelow > 0)`,
  taxon_match: rowsOf(
    'taxon_match',
    'match::varchar as key, name, classificationKey, taxonKey, usageKey, kind, score, evidence, candidates, objects',
  ),
};

/** The items of each list, as JSON, one row each, in the order of the keys and then their own. */
const LISTS: Readonly<Record<ListTable, { readonly sql: string; readonly most?: number }>> = {
  gathering_group: {
    sql: `select gatheringKey as key, to_json(key)::varchar as item
      from gathering_claim order by gatheringKey, score desc, records desc, "value"`,
  },
  place_name: {
    sql: `select folded as key, to_json(placeKey)::varchar as item
      from place_name where folded is not null order by folded, records desc, placeKey`,
  },
  record_claim: {
    sql: `select recordKey as key, to_json(key)::varchar as item
      from (select unnest(keys) as recordKey, key, score, "value" from gathering_claim) order by recordKey, score desc, "value"`,
  },
  taxon_named: {
    sql: `select folded as key, to_json({taxonKey: taxonKey, name: name, kind: kind})::varchar as item
      from taxon_name where folded in (select folded from taxon_name where objects > 0)
      order by folded, kind, objects desc, taxonKey`,
    most: MOST_NAMED,
  },
};

/** The links of each record, as JSON, and their order. A match knows its taxon. */
const LINKS: Readonly<
  Record<RecordLinkTable, { readonly from: (rows: string) => string; readonly link: string; readonly order: string }>
> = {
  expedition_link: {
    from: (rows) => `expedition_link where ${rows}`,
    link: 'to_json([expeditionKey, rule])',
    order: 'expeditionKey',
  },
  gathering_link: {
    from: (rows) => `gathering_link where ${rows}`,
    link: 'to_json([gatheringKey, rule])',
    order: 'gatheringKey',
  },
  place_link: {
    from: (rows) => `(select distinct rid, placeKey from place_link where role = 'gathering' and ${rows})`,
    link: 'to_json([placeKey])',
    order: 'placeKey',
  },
  taxon_link: {
    from: (rows) => `taxon_link where ${rows}`,
    link: 'to_json([case when match is null then taxonKey end, match::varchar])',
    order: 'match, taxonKey',
  },
};

function rowsOf(table: string, columns: string): string {
  return `select r.key, to_json(r)::varchar as line from (select ${columns} from ${table}) r`;
}

type Lines = AsyncGenerator<readonly [key: string | number, line: string]>;

async function* linesOf(edition: Edition, table: StoredTable, signal: AbortSignal | undefined): Lines {
  if (table in LINKS) {
    for (let from = 0; from < edition.manifest.records; from += SLICE_RECORDS)
      yield* rowsIn(edition, linksSql(table as RecordLinkTable, from), signal);
  } else if (table in LISTS) yield* listsIn(edition, table as ListTable, signal);
  else yield* rowsIn(edition, `${KEYED[table as Exclude<KeyedTable, ListTable>]} order by key`, signal);
}

function linksSql(table: RecordLinkTable, first: number): string {
  const { from, link, order } = LINKS[table];
  const rows = `rid >= ${first} and rid < ${first + SLICE_RECORDS}`;
  const line = `'[' || string_agg('[' || rid % ${LINK_BLOCK} || ',' || substr((${link})::varchar, 2), ',' order by rid, ${order}) || ']'`;
  return `select rid // ${LINK_BLOCK} as key, ${line} as line from ${from(rows)} group by 1 order by 1`;
}

async function* rowsIn({ database }: Pick<Edition, 'database'>, sql: string, signal: AbortSignal | undefined): Lines {
  for await (const [keys, lines] of database.chunks(sql, { signal }))
    for (const [at, key] of keys!.entries()) yield [key as string | number, lines![at] as string];
}

/** Sorting can be spilled, grouping cannot: the rows come sorted and are grouped here. */
async function* listsIn(edition: Edition, table: ListTable, signal: AbortSignal | undefined): Lines {
  const { sql, most = Infinity } = LISTS[table];
  let list: { readonly key: string | number; readonly items: string[] } | undefined;
  for await (const [key, item] of rowsIn(edition, sql, signal)) {
    if (list?.key !== key) {
      if (list !== undefined) yield [list.key, `[${list.items.join(',')}]`];
      list = { key, items: [] };
    }
    if (list.items.length < most) list.items.push(item);
  }
  if (list !== undefined) yield [list.key, `[${list.items.join(',')}]`];
}

/**
 * Writes the files of the entity store that the folder of an edition that is being built does not have yet, out of its linked
 * tables: those that were taken over from the edition before are true.
 */
export async function writeEntityLines(
  folder: string,
  { memoryLimitInMb, signal, onStep }: LinkOptions,
): Promise<void> {
  const files = Object.entries(ENTITY_FILES).filter(([file]) => !existsSync(join(folder, file)));
  if (files.length === 0) return;
  onStep?.('names of entities');
  const work = join(folder, '.entities');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, { memoryLimitInMb, temporaryFolder: work });
    for (const [file, tables] of files) {
      using writer = new EntityStoreWriter(join(folder, file));
      for (const table of tables) {
        const add = writer.table(table);
        for await (const [key, line] of linesOf(edition, table, signal)) add(key, line);
      }
      writer.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Gives the store of an edition whose agents differ from those of the edition before in a few the file of before, and one beside it with
 * those few. Nothing where the edition before has no store.
 */
export async function writeChangedLines(folder: string, previous: string): Promise<void> {
  const file = AGENT_FILE;
  if (!existsSync(join(previous, file))) return;
  shareFile(join(previous, file), join(folder, file));
  const [replaced, changed] = [replacedFile, changedFile].map((fileOf) => quoteLiteral(fileOf(folder, 'agent')));
  await using database = await Database.open({ folders: [folder] });
  using writer = new EntityStoreWriter(join(folder, changedStoreFile(file)));
  const add = writer.table('agent');
  const rows = `read_parquet(${changed})`;
  const gone = `select key, '' as line from read_parquet(${replaced}) where key not in (select key from ${rows})`;
  for await (const [key, line] of rowsIn({ database }, `${rowsOf(rows, AGENT_COLUMNS)} union all ${gone}`, undefined))
    add(key, line);
  writer.close();
}
