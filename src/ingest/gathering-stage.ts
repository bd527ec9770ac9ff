import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnChunk } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import { GATHERING_TABLES } from '../catalogue/gathering-tables.ts';
import { describeGathering, type GatheringMember } from '../link/gathering-facts.ts';
import { GatheringGroups, type Separation } from '../link/gathering-groups.ts';
import { linkCollector, linkFamily, type NamedRecord } from '../link/gathering-link.ts';
import type { GatheringRecord } from '../link/gathering-record.ts';
import type { Claim } from '../model/claim.ts';
import { hashKey } from '../model/key.ts';
import { writeAliases } from './entity-aliases.ts';
import {
  collectorRecordsSql,
  COLLECTORS_SQL,
  eventsSql,
  familyRecordsSql,
  MEMBERS_SQL,
  SAME_EVENT_SQL,
  STATED_SQL,
  type Slice,
} from './gathering-queries.ts';
import { createScope, unchangedSql, type GatheringChange } from './gathering-scope.ts';
import type { LinkOptions } from './link-entities.ts';
import { LinkLines } from './link-lines.ts';
import { createOpenRecords, ENTITY_ROW_GROUP, LINK_ROW_GROUP, writeLinkedTable } from './linked-table.ts';

/** Collectors' records that are sorted at a time. */
const SLICE_RECORDS = 1_000_000;

/**
 * Brings together the records of each gathering, of all datasets of an edition that is being built, and writes `gathering`,
 * `gathering_link` and `gathering_claim` into its folder. Needs the agents. The same records and claims give the same gatherings.
 */
export async function linkGatherings(folder: string, options: LinkOptions): Promise<void> {
  await runStage(folder, options, undefined);
}

/**
 * The same where only people's claims, and by them some agents, are others than in the edition before: what that can touch is made
 * again, everything else taken over. Gives what linkGatherings would.
 */
export async function relinkGatherings(folder: string, options: LinkOptions, change: GatheringChange): Promise<void> {
  await runStage(folder, options, change);
}

async function runStage(folder: string, options: LinkOptions, change: GatheringChange | undefined): Promise<void> {
  const work = join(folder, '.gatherings');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, {
      memoryLimitInMb: options.memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
    await new GatheringStage(edition, work, options).run(change);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  await writeAliases('gathering', folder, options);
}

class GatheringStage {
  readonly #edition: Edition;
  readonly #work: string;
  readonly #options: LinkOptions;

  constructor(edition: Edition, work: string, options: LinkOptions) {
    this.#edition = edition;
    this.#work = work;
    this.#options = options;
  }

  async run(change: GatheringChange | undefined): Promise<void> {
    const { database, manifest } = this.#edition;
    const { claims = [], withdrawn } = this.#options;
    this.#step('gatherings: reading');
    await createOpenRecords(this.#edition, withdrawn);
    for (const sql of COLLECTORS_SQL) await database.run(sql);
    const isScoped = change !== undefined && (await createScope(this.#edition, this.#work, { change, claims }));
    await database.run(`create table event_of as ${eventsSql(manifest.sources)}`);
    const { same, different } = await this.#claims(claims);
    const groups = new GatheringGroups(manifest.records, different);
    this.#step('gatherings: linking');
    for (const [one, other] of same) groups.unite(one, other, 'claim');
    await this.#uniteStated(groups);
    const slices = Math.ceil((await this.#count('collector_of')) / SLICE_RECORDS);
    for (let slice = 0; slice < slices; slice += 1) await this.#linkCollectors(groups, { slice, slices });
    for (let slice = 0; slice < slices; slice += 1) await this.#linkFamilies(groups, { slice, slices });
    this.#step('gatherings: writing');
    await this.#write(groups, isScoped);
  }

  #step(step: string): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onStep?.(step);
  }

  async #count(table: string): Promise<number> {
    const [row] = await this.#edition.database.query<{ n: number }>(`select count(*) as n from ${table}`);
    return row?.n ?? 0;
  }

  #rows(sql: string): AsyncGenerator<readonly ColumnChunk[]> {
    return this.#edition.database.chunks(sql, { signal: this.#options.signal });
  }

  /** What people say of two records by their keys. Claims of other units name none. */
  async #claims(claims: readonly Claim[]): Promise<{ same: Separation[]; different: Separation[] }> {
    const accepted = claims.filter(({ status }) => status === 'accepted');
    const keys = [...new Set(accepted.flatMap(({ subject, object }) => [subject, object]))];
    const found = new Map<string, number>();
    for (let at = 0; at < keys.length; at += 1000) {
      const some = keys.slice(at, at + 1000);
      const rows = await this.#edition.database.query<{ key: string; rid: number }>(
        `select key, rid from open_record where key in (${some.map(() => '?').join(', ')})`,
        some,
      );
      for (const { key, rid } of rows) found.set(key, rid);
    }
    const pairs = (kind: Claim['kind']) =>
      accepted.flatMap((claim): Separation[] => {
        const [one, other] = [found.get(claim.subject), found.get(claim.object)];
        return claim.kind !== kind || one === undefined || other === undefined ? [] : [[one, other]];
      });
    return { same: pairs('same'), different: pairs('different') };
  }

  /** What the museums say themselves. */
  async #uniteStated(groups: GatheringGroups): Promise<void> {
    for await (const [ones, others] of this.#rows(STATED_SQL))
      for (const [at, one] of ones!.entries()) groups.unite(one as number, others![at] as number, 'stated');
    let first: { readonly event: unknown; readonly rid: number } | undefined;
    for await (const [rids, events] of this.#rows(SAME_EVENT_SQL))
      for (const [at, event] of events!.entries()) {
        const rid = rids![at] as number;
        if (first?.event === event) groups.unite(first!.rid, rid, 'event');
        else first = { event, rid };
      }
  }

  async #linkCollectors(groups: GatheringGroups, slice: Slice): Promise<void> {
    const rows = runsOf(this.#rows(collectorRecordsSql(slice)), ([agents, ...columns], at) => ({
      run: agents![at],
      item: recordOf(columns, at),
    }));
    for await (const { items } of rows) linkCollector(items, groups);
  }

  async #linkFamilies(groups: GatheringGroups, slice: Slice): Promise<void> {
    const rows = runsOf(
      this.#rows(familyRecordsSql(slice)),
      ([block, key, kind, label, family, given, ...rest], at) => {
        const item: NamedRecord = {
          ...recordOf(rest, at),
          agentKey: String(key![at]),
          name: {
            name: String(label![at]),
            type: kind![at] === 'group' ? 'group' : 'person',
            family: textAt(family, at),
            given: textAt(given, at),
          },
        };
        return { run: block![at], item };
      },
    );
    for await (const { items } of rows) linkFamily(items, groups);
  }

  /** All gatherings; or those with a record in the scope, beside the others of the edition before. */
  async #write(groups: GatheringGroups, isScoped: boolean): Promise<void> {
    const { database } = this.#edition;
    const { gathering, gathering_claim: claim } = GATHERING_TABLES;
    const lines = (name: string, columns: Readonly<Record<string, string>>) =>
      new LinkLines(join(this.#work, name), columns);
    using members = lines('member', { id: 'INTEGER', group: 'INTEGER', rule: 'VARCHAR' });
    for (const member of groups.members()) members.add(member);
    await database.run(`create table member as select * from ${members.end()}`);
    if (isScoped)
      await database.run(
        'delete from member where "group" not in (select "group" from member where id in (select rid from scope_row))',
      );
    const unchanged = (table: Parameters<typeof unchangedSql>[0]) =>
      isScoped ? `union all by name ${unchangedSql(table)}` : '';
    using gatherings = lines('gathering', gathering);
    using claims = lines('claim', claim);
    using keys = lines('key', { group: 'INTEGER', key: 'VARCHAR' });
    const rows = runsOf(this.#rows(MEMBERS_SQL), ([group, ...columns], at) => ({
      run: group![at] as number,
      item: memberOf(columns, at),
    }));
    for await (const { run: group, items } of rows) {
      const { duplicates, begin, end, ...rest } = describeGathering(items);
      gatherings.add({ ...rest, dateBegin: begin, dateEnd: end });
      keys.add({ group, key: rest.key });
      for (const each of duplicates) {
        const key = hashKey(['duplicates', rest.key, each.kind, each.value].join('\u001F'));
        claims.add({ key, gatheringKey: rest.key, ...each });
      }
    }
    await writeLinkedTable(this.#edition, 'gathering', {
      sql: `select * from (select * from ${gatherings.end()} ${unchanged('gathering')}) order by key`,
      rowGroup: ENTITY_ROW_GROUP,
    });
    await writeLinkedTable(this.#edition, 'gathering_claim', {
      sql: `select * from (select * from ${claims.end()} ${unchanged('gathering_claim')}) order by gatheringKey, kind, "value"`,
      rowGroup: ENTITY_ROW_GROUP,
    });
    await writeLinkedTable(this.#edition, 'gathering_link', {
      sql: `select * from (
          select m.id as rid, k.key as gatheringKey, m.rule from member m join ${keys.end()} k using ("group") ${unchanged('gathering_link')}
        ) order by rid`,
      rowGroup: LINK_ROW_GROUP,
    });
  }
}

/** The rows of a query that is in the order of something, as one list for each of its values. */
async function* runsOf<Run, Item>(
  chunks: AsyncIterable<readonly ColumnChunk[]>,
  rowOf: (columns: readonly ColumnChunk[], at: number) => { readonly run: Run; readonly item: Item },
): AsyncGenerator<{ readonly run: Run; readonly items: readonly Item[] }> {
  let current: { readonly run: Run; readonly items: Item[] } | undefined;
  for await (const columns of chunks)
    for (const at of columns[0]!.keys()) {
      const { run, item } = rowOf(columns, at);
      if (current?.run === run) current.items.push(item);
      else {
        if (current !== undefined) yield current;
        current = { run, items: [item] };
      }
    }
  if (current !== undefined) yield current;
}

function textAt(column: ColumnChunk | undefined, at: number): string | undefined {
  return (column![at] as string | null) ?? undefined;
}

function numberAt(column: ColumnChunk | undefined, at: number): number | undefined {
  return (column![at] as number | null) ?? undefined;
}

/** A row of RECORD_COLUMNS. */
function recordOf(columns: readonly ColumnChunk[], at: number): GatheringRecord {
  const [id, key, recordNumber, fieldNumber, begins, ends, countryCode, locality, latitudes, longitudes, uncertainty] =
    columns;
  const [begin, end] = [numberAt(begins, at), numberAt(ends, at)];
  const [latitude, longitude] = [numberAt(latitudes, at), numberAt(longitudes, at)];
  return {
    id: id![at] as number,
    key: String(key![at]),
    recordNumber: textAt(recordNumber, at),
    fieldNumber: textAt(fieldNumber, at),
    span: begin === undefined || end === undefined ? undefined : { begin, end },
    countryCode: textAt(countryCode, at),
    locality: textAt(locality, at),
    point: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
    uncertaintyInMeters: numberAt(uncertainty, at),
  };
}

/** A row of MEMBERS_SQL without its gathering. */
function memberOf(
  [datasetKey, date, taxon, collectorText, eventID, collectors, ...columns]: readonly ColumnChunk[],
  at: number,
): GatheringMember {
  return {
    ...recordOf(columns, at),
    datasetKey: String(datasetKey![at]),
    date: textAt(date, at),
    taxon: textAt(taxon, at),
    collectorText: textAt(collectorText, at),
    eventID: textAt(eventID, at),
    collectors: (collectors![at] as GatheringMember['collectors'] | null) ?? [],
  };
}
