import type { Agent } from '../model/agent.ts';
import type { Edition } from './edition.ts';
import { ALL_ROLES } from './entity-store.ts';

/** What is shown of an agent in a list, from the table `agent`; what is not known is null. */
export interface AgentLine {
  readonly key: string;
  readonly kind: Agent['kind'];
  readonly label: string;
  readonly born: number | null;
  readonly died: number | null;
  readonly activeBegin: number | null;
  readonly activeEnd: number | null;
  readonly records: number;
}

/** The rest of the row. */
export interface AgentDetails {
  readonly identifiers: readonly string[];
  readonly through: string | null;
  readonly names: readonly {
    readonly name: string;
    readonly datasetKey: string;
    readonly records: number;
    /** By which people's claims name it: all units that bear it. */
    readonly nameKey: string;
  }[];
}

/** A row of the table `agent_claim`. */
export interface AgentClaimRow {
  readonly key: string;
  readonly otherKey: string;
  /** The units of which it is said: what a person's claim of the same names. */
  readonly subjectKey: string;
  readonly objectKey: string;
  readonly subject: string;
  readonly object: string;
  readonly status: 'accepted' | 'proposed';
  readonly score: number;
  readonly rule: string;
  readonly evidence: readonly string[];
}

type Tables = Pick<Edition, 'database' | 'entities'>;

const LINE = 'key, kind, label, born, died, activeBegin, activeEnd, records';

/** Agents by key, in the order of the keys; without those that the edition does not have. */
export async function readAgents({ database, entities }: Tables, keys: readonly string[]): Promise<AgentLine[]> {
  const stored = entities.read('agent', keys);
  if (stored !== undefined) return stored;
  if (keys.length === 0) return [];
  const found = await database.query<AgentLine>(
    `select ${LINE} from agent where key in (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  const byKey = new Map(found.map((line) => [line.key, line]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** All of an agent's row; undefined where the edition has none of this key. */
export async function readAgent(
  { database, entities }: Tables,
  key: string,
): Promise<(AgentLine & AgentDetails) | undefined> {
  const stored = entities.read('agent', [key]);
  if (stored !== undefined) return stored[0];
  const [agent] = await database.query<AgentLine & AgentDetails>(
    `select ${LINE}, identifiers, through, names from agent where key = ?`,
    [key],
  );
  return agent;
}

/** Names, identifiers and the like of an agent that is in the edition. */
export async function readAgentDetails(tables: Tables, key: string): Promise<AgentDetails> {
  return (await readAgent(tables, key)) ?? { identifiers: [], through: null, names: [] };
}

/** Agents of whose names every one of the folded words is a part, those with the most records first; all without words. */
export async function findAgents(
  { database }: Tables,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<{ readonly total: number; readonly agents: readonly AgentLine[] }> {
  const conditions = ['true', ...words.map(() => 'contains(folded, ?)')].join(' and ');
  const [counted] = await database.query<{ total: number }>(
    `select count(*) as total from agent where ${conditions}`,
    words,
  );
  const agents = await database.query<AgentLine>(
    `select ${LINE} from agent where ${conditions} order by records desc, label, key limit ${limit}`,
    words,
  );
  return { total: counted?.total ?? 0, agents };
}

/**
 * The agents of one record by the names that stand on it, `keys` being those that the index has of it. A name that stands for
 * two there, or is borne by two of them in its dataset, has neither.
 */
export async function agentsOfRecord(
  { database, entities }: Tables,
  { rid, keys, datasetKey }: { readonly rid: number; readonly keys: readonly string[]; readonly datasetKey: string },
): Promise<ReadonlyMap<string, string>> {
  const stored = entities.read('agent', keys);
  if (stored !== undefined) return bearersOf(stored, datasetKey);
  const rows = await database.query<{ name: string; key: string }>(
    'select name, any_value(agentKey) as key from agent_link where rid = ? group by name having count(distinct agentKey) = 1',
    [rid],
  );
  return new Map(rows.map(({ name, key }) => [name, key]));
}

function bearersOf(agents: readonly (AgentLine & AgentDetails)[], datasetKey: string): ReadonlyMap<string, string> {
  const bearers = new Map<string, string>();
  const shared = new Set<string>();
  for (const agent of agents)
    for (const variant of agent.names) {
      if (variant.datasetKey !== datasetKey) continue;
      if ((bearers.get(variant.name) ?? agent.key) !== agent.key) shared.add(variant.name);
      bearers.set(variant.name, agent.key);
    }
  for (const name of shared) bearers.delete(name);
  return bearers;
}

/** The claims that an agent rests on, and those that would unite it with others; the surest first. */
export async function claimsOfAgent({ database }: Tables, key: string): Promise<AgentClaimRow[]> {
  return database.query<AgentClaimRow>(
    `select key, otherKey, subjectKey, objectKey, subject, object, status, score, rule, evidence from agent_claim
     where agentKey = ? order by score desc, key limit 500`,
    [key],
  );
}

/** The keys of agents of earlier editions that are this one now. */
export async function readEarlierKeys({ database }: Tables, key: string): Promise<string[]> {
  const rows = await database.query<{ key: string }>('select key from agent_alias where agentKey = ? order by key', [
    key,
  ]);
  return rows.map((row) => row.key);
}

const rolesOf = new WeakMap<object, Promise<readonly string[]>>();

/** Every role in which somebody stands in the edition; read once. */
export async function listRoles({ database, entities }: Tables): Promise<readonly string[]> {
  const stored = entities.read('agent_role', [ALL_ROLES]);
  if (stored !== undefined) return stored.flat();
  let roles = rolesOf.get(database);
  if (roles === undefined) {
    roles = database
      .query<{ role: string }>('select distinct role from agent_link where role is not null order by role')
      .then((rows) => rows.map(({ role }) => role));
    rolesOf.set(database, roles);
  }
  return roles;
}
