import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import {
  ALL_ROLES,
  ENTITY_FILES,
  EntityStoreWriter,
  LINK_BLOCK,
  type KeyedTable,
  type RecordLinkTable,
  type StoredTable,
} from '../catalogue/entity-store.ts';
import type { LinkOptions } from './link-entities.ts';

/** Taxa of one name that are kept of a name: all that is asked for. */
const MOST_NAMED = 100;

/** The line of each key. What is only searched for, or shown on the page of a taxon or a person only, is not in it. */
const KEYED: Readonly<Record<KeyedTable, string>> = {
  agent: rowsOf('agent', 'key, kind, label, born, died, activeBegin, activeEnd, records, identifiers, through, names'),
  agent_role: `select '${ALL_ROLES}' as key, to_json(coalesce(list(role order by role), []))::varchar as line
    from (select distinct role from agent_link where role is not null)`,
  expedition: rowsOf('expedition', '*'),
  gathering: rowsOf('gathering', '*'),
  gathering_claim: rowsOf('gathering_claim', 'key, kind, "value", status, score, facts, keys, records, datasets'),
  gathering_group: `select gatheringKey as key, to_json(list(key order by score desc, records desc, "value"))::varchar as line
    from gathering_claim group by gatheringKey`,
  place_detail: `select key, to_json(d)::varchar as line from (
    select key, {names: names, otherNames: otherNames, certainWithin: certainWithin, possibleWithin: possibleWithin,
      children: children, within: within} as d from place)`,
  place_name: `select folded as key, to_json(list(placeKey order by records desc, placeKey))::varchar as line
    from place_name where folded is not null group by folded`,
  place: rowsOf('place', 'key, kind, label, countryCode, "begin", "end", latitude, longitude, records, lineage'),
  record_claim: `select recordKey as key, to_json(list(key order by score desc, "value"))::varchar as line
    from (select unnest(keys) as recordKey, key, score, "value" from gathering_claim) group by recordKey`,
  taxon: rowsOf('taxon', 'key, label, kind, authorship, rank, classificationKey, datasetKey'),
  // A large checklist has twenty times as many taxa and names as anybody asks for.
  taxon_detail: `select key, to_json(d)::varchar as line from (
    select key, {scientificName: scientificName, canonicalName: canonicalName, status: status, identifiers: identifiers,
      vernacularNames: vernacularNames, objects: objects, objectsBelow: objectsBelow, lineage: lineage} as d
    from taxon where objectsBelow > 0)`,
  taxon_named: `select folded as key, to_json(list({taxonKey: taxonKey, name: name, kind: kind}
      order by kind, objects desc, taxonKey)[:${MOST_NAMED}])::varchar as line
    from taxon_name where folded in (select folded from taxon_name where objects > 0) group by folded`,
  taxon_match: rowsOf(
    'taxon_match',
    'match::varchar as key, name, classificationKey, taxonKey, usageKey, kind, score, evidence, candidates, objects',
  ),
};

/** The links of each record, as JSON, and their order. A match knows its taxon. */
const LINKS: Readonly<
  Record<RecordLinkTable, { readonly from: string; readonly link: string; readonly order: string }>
> = {
  expedition_link: { from: 'expedition_link', link: 'to_json([expeditionKey, rule])', order: 'expeditionKey' },
  gathering_link: { from: 'gathering_link', link: 'to_json([gatheringKey, rule])', order: 'gatheringKey' },
  place_link: {
    from: `(select distinct rid, placeKey from place_link where role = 'gathering')`,
    link: 'to_json([placeKey])',
    order: 'placeKey',
  },
  taxon_link: {
    from: 'taxon_link',
    link: 'to_json([case when match is null then taxonKey end, match::varchar])',
    order: 'match, taxonKey',
  },
};

function rowsOf(table: string, columns: string): string {
  return `select r.key, to_json(r)::varchar as line from (select ${columns} from ${table}) r`;
}

function linesOf(table: StoredTable): string {
  if (table in KEYED) return `${KEYED[table as KeyedTable]} order by key`;
  const { from, link, order } = LINKS[table as RecordLinkTable];
  const line = `'[' || string_agg('[' || rid % ${LINK_BLOCK} || ',' || substr((${link})::varchar, 2), ',' order by rid, ${order}) || ']'`;
  return `select rid // ${LINK_BLOCK} as key, ${line} as line from ${from} group by 1 order by 1`;
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
        for await (const [keys, lines] of edition.database.chunks(linesOf(table), { signal }))
          for (const [at, key] of keys!.entries()) add(key as string | number, lines![at] as string);
      }
      writer.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
