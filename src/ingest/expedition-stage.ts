import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { GATHERING_TABLES } from '../catalogue/gathering-tables.ts';
import { readAgents } from '../interpret/agent-list.ts';
import { ExpeditionNames, spanOf, type NamedExpedition } from '../link/expedition-names.ts';
import { foldName } from '../link/name-fold.ts';
import { compareNames } from '../link/name-similarity.ts';
import type { AgentKind, PersonName } from '../model/agent.ts';
import { yearOfDay } from '../model/day.ts';
import type { ExpeditionPerson } from '../model/expedition.ts';
import type { Span } from '../model/span.ts';
import { writeAliases } from './entity-aliases.ts';
import type { LinkOptions } from './link-entities.ts';
import { LinkLines } from './link-lines.ts';
import { createOpenRecords, ENTITY_ROW_GROUP, LINK_ROW_GROUP, writeLinkedTable } from './linked-table.ts';

/** Nobody is on an expedition at a younger age. */
const YOUNGEST = 8;
/** In a family with more agents than this only names that are written out are looked for. */
const MOST_NAMESAKES = 200;
/** Roles that do not say that somebody did it then. */
const OTHER_ROLES = ['owner', 'donor', 'subject', 'recipient'] as const;

/**
 * Brings together what belongs to each expedition, declared (the manifest's `expeditions`) or only named by records, and writes
 * `expedition` and `expedition_link` into the folder of an edition that is being built. Needs the agents. Records are of an expedition
 * when they name it, when a group of its name gathered them, or when one of its people gathered or made them wholly within its time.
 */
export async function linkExpeditions(folder: string, options: LinkOptions): Promise<void> {
  const work = join(folder, '.expeditions');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, {
      memoryLimitInMb: options.memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
    await new ExpeditionStage(edition, work, options).run();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  await writeAliases('expedition', folder, options);
}

interface Member {
  readonly name: string;
  readonly agentKey: string | undefined;
}

class ExpeditionStage {
  readonly #edition: Edition;
  readonly #work: string;
  readonly #options: LinkOptions;

  constructor(edition: Edition, work: string, options: LinkOptions) {
    this.#edition = edition;
    this.#work = work;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { database, manifest } = this.#edition;
    this.#options.onStep?.('expeditions');
    await createOpenRecords(this.#edition, this.#options.withdrawn);
    const stated = await this.#statedNames();
    const names = new ExpeditionNames(manifest.expeditions ?? [], stated);
    const people = new Map<NamedExpedition, readonly Member[]>();
    using named = this.#lines('named', { name: 'VARCHAR', expeditionKey: 'VARCHAR' });
    for (const name of stated) {
      const expedition = names.find(name);
      if (expedition !== undefined) named.add({ name, expeditionKey: expedition.key });
    }
    using present = this.#lines('present', {
      expeditionKey: 'VARCHAR',
      agentKey: 'VARCHAR',
      begin: 'INTEGER',
      end: 'INTEGER',
      isGroup: 'BOOLEAN',
    });
    for (const { key, label } of await this.#groups()) {
      const expedition = names.find(label);
      if (expedition !== undefined) present.add({ expeditionKey: expedition.key, agentKey: key, isGroup: true });
    }
    for (const expedition of names.expeditions) {
      const members: Member[] = [];
      for (const person of expedition.declaration?.people ?? []) {
        const span = presence(person, expedition.span);
        const agentKeys = await this.#agentsOf(person, span);
        members.push({ name: person.name, agentKey: agentKeys[0] });
        if (span === undefined) continue;
        for (const agentKey of agentKeys)
          present.add({ expeditionKey: expedition.key, agentKey, ...span, isGroup: false });
      }
      people.set(expedition, members);
    }
    await database.run(`create table named as select * from ${named.end()}`);
    await database.run(`create table present as select * from ${present.end()}`);
    await database.run(`create table belonging as ${BELONGING_SQL}`);
    await this.#write(names.expeditions, people);
  }

  #lines(name: string, columns: Readonly<Record<string, string>>): LinkLines {
    return new LinkLines(join(this.#work, name), columns);
  }

  async #statedNames(): Promise<readonly string[]> {
    const rows = await this.#edition.database.query<{ name: string }>(
      'select distinct unnest(expedition) as name from open_record where len(expedition) > 0 order by name',
    );
    return rows.map(({ name }) => name);
  }

  async #groups(): Promise<readonly { readonly key: string; readonly label: string }[]> {
    return this.#edition.database.query(`select key, label from agent where kind = 'group' order by key`);
  }

  /**
   * Who can be meant by a declared name: agents that bear it, and others of the family whose names can be the same person's and nobody
   * else's. Several, where names were not brought together; those with the most records first. A name that is one word is itself.
   */
  async #agentsOf({ name, identifier }: ExpeditionPerson, span: Span | undefined): Promise<readonly string[]> {
    const { database } = this.#edition;
    if (identifier !== undefined) {
      const rows = await database.query<{ key: string }>(
        'select key from agent where list_contains(identifiers, ?) order by key',
        [identifier],
      );
      if (rows.length > 0) return rows.map(({ key }) => key);
    }
    const [read] = readAgents(name).agents;
    if (read === undefined || read.type === 'group') return [];
    const [first, last] = span === undefined ? [null, null] : [yearOfDay(span.begin), yearOfDay(span.end)];
    const candidates = await database.query<Candidate>(
      `select key, kind, label, family, given, list_transform(names, n -> n.name) as names from agent
       where kind <> 'group' and lower(strip_accents(coalesce(family, label))) = lower(strip_accents(?))
         and coalesce(born + ${YOUNGEST} <= ?, true) and coalesce(died >= ?, true) order by records desc, key`,
      [read.family ?? read.name, last, first],
    );
    const people = candidates.map((candidate) => ({ ...candidate, person: personOf(candidate) }));
    const same = people.filter(({ names }) => names.some((own) => foldName(own) === foldName(read.name)));
    if (read.given === undefined) return same.map(({ key }) => key);
    // A name written out is hardly another's in the same years; initials are.
    const isFull = /\p{L}{2}/u.test(read.given);
    const meant = new Set(isFull || same.length === 1 ? same.filter(({ kind }) => kind === 'person') : []);
    const others = people.filter(({ person }) => compareNames(person, read).conflict !== undefined);
    if (people.length <= MOST_NAMESAKES)
      for (const one of people) {
        const canBe: readonly PersonName[] = [read, ...others.map(({ person }) => person)].filter(
          (other) => compareNames(one.person, other).conflict === undefined,
        );
        if (canBe.length === 1 && canBe[0] === read) meant.add(one);
      }
    return people.filter((one) => meant.has(one)).map(({ key }) => key);
  }

  async #write(
    expeditions: readonly NamedExpedition[],
    people: ReadonlyMap<NamedExpedition, readonly Member[]>,
  ): Promise<void> {
    const { records: _records, stated: _stated, ...columns } = GATHERING_TABLES.expedition;
    using lines = this.#lines('expedition', columns);
    for (const expedition of expeditions) {
      const { key, label, otherNames, span, declaration } = expedition;
      const [begin, end] = [declaration?.begin, declaration?.end];
      lines.add({
        key,
        label,
        otherNames,
        isDeclared: declaration !== undefined,
        dateBegin: span?.begin,
        dateEnd: span?.end,
        date: edtfOf({ begin, end, span }),
        people: people.get(expedition),
        ships: declaration?.ships ?? [],
        places: declaration?.places ?? [],
        description: declaration?.description,
        source: declaration?.source,
      });
    }
    await writeLinkedTable(this.#edition, 'expedition', {
      sql: `select e.*, coalesce(b.records, 0) as records, coalesce(b.stated, 0) as stated from ${lines.end()} e
        left join (select expeditionKey, count(*) as records, count(*) filter (rule = 'stated') as stated from belonging group by all) b
          on b.expeditionKey = e.key
        order by e.key`,
      rowGroup: ENTITY_ROW_GROUP,
    });
    await writeLinkedTable(this.#edition, 'expedition_link', {
      sql: 'select rid, expeditionKey, rule from belonging order by rid, expeditionKey',
      rowGroup: LINK_ROW_GROUP,
    });
  }
}

interface Candidate {
  readonly key: string;
  readonly kind: AgentKind;
  readonly label: string;
  readonly family: string | null;
  readonly given: string | null;
  readonly names: readonly string[];
}

function personOf({ label, family, given }: Candidate): PersonName {
  return { type: 'person', name: label, family: family ?? undefined, given: given ?? undefined };
}

/** Once for each record and expedition; that it is stated is worth more. */
const BELONGING_SQL = `select rid, expeditionKey, max(rule) as rule from (
    select r.rid, n.expeditionKey, 'stated' as rule
    from (select rid, unnest(expedition) as name from open_record where len(expedition) > 0) r join named n using (name)
    union all
    select l.rid, p.expeditionKey, 'stated'
    from agent_link l join present p using (agentKey) join open_record using (rid) where p.isGroup and l.activity = 'gathering'
    union all
    select l.rid, p.expeditionKey, 'people'
    from agent_link l join present p using (agentKey) join open_record r using (rid)
    where not p.isGroup and l.role not in (${OTHER_ROLES.map((role) => `'${role}'`).join(', ')})
      and (l.activity = 'gathering' and r.eventDateBasis is distinct from 'inferred' and r.eventDateBegin >= p.begin and r.eventDateEnd <= p."end"
        or l.activity = 'production' and r.productionDateBasis is distinct from 'inferred' and r.productionDateBegin >= p.begin and r.productionDateEnd <= p."end")
  ) group by rid, expeditionKey`;

/** The days on which somebody was on an expedition; undefined where nobody says when it was. */
function presence(person: ExpeditionPerson, span: Span | undefined): Span | undefined {
  const begin = person.begin === undefined ? span?.begin : spanOf({ begin: person.begin })?.begin;
  const end = person.end === undefined ? span?.end : spanOf({ end: person.end })?.end;
  return begin === undefined || end === undefined || end < begin ? undefined : { begin, end };
}

function edtfOf({
  begin,
  end,
  span,
}: {
  readonly begin: string | undefined;
  readonly end: string | undefined;
  readonly span: Span | undefined;
}): string | undefined {
  if (begin !== undefined && end !== undefined) return begin === end ? begin : `${begin}/${end}`;
  if (begin !== undefined || end !== undefined) return `${begin ?? '..'}/${end ?? '..'}`;
  if (span === undefined) return undefined;
  const [first, last] = [yearOfDay(span.begin), yearOfDay(span.end)];
  return first === last ? String(first) : `${first}/${last}`;
}
