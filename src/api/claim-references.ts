import { readAgentDetails, readAgents } from '../catalogue/agent-store.ts';
import type { Edition } from '../catalogue/edition.ts';
import type { ClaimEnd, ClaimEntity, DeskClaim } from '../desk/desk-claim.ts';
import type { Query } from '../model/query.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Lease } from '../search/live.ts';
import { RECORD_TYPES } from '../vocabulary/kinds.ts';

/** What someone points at: a person or group, one of its names, or a record. */
export interface ClaimReference {
  readonly key: string;
  /** One of the agent's names: all records that have it. */
  readonly name?: string | undefined;
}

/** Reads a reference as a person writes it: `KEY`, `KEY:NAME`, or the address of a page. */
export function parseReference(text: string): ClaimReference {
  const trimmed = text.trim();
  const address = /^https?:/u.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (address !== undefined) return { key: address.pathname.split('/').at(-1) ?? '' };
  const colon = trimmed.indexOf(':');
  return colon < 0 ? { key: trimmed } : { key: trimmed.slice(0, colon), name: trimmed.slice(colon + 1) };
}

/** What it is, as a claim names it. */
export interface FoundReference {
  readonly entity: ClaimEntity;
  readonly end: ClaimEnd;
}

/** Finds what a reference points at in the published edition; undefined where nothing public is there. */
export async function findReference(
  { engine, edition }: Lease,
  { key, name }: ClaimReference,
): Promise<FoundReference | undefined> {
  const [agent] = await readAgents(edition, [key]);
  if (agent !== undefined) {
    const end = name === undefined ? { key, name: agent.label } : await nameOfAgent(edition, { key, name });
    if (end === undefined || !(await isNamePublic(engine, end.name))) return undefined;
    return { entity: 'agent', end: { ...end, entityKey: key } };
  }
  const record = name === undefined ? await engine.record(key) : undefined;
  return record === undefined
    ? undefined
    : { entity: 'gathering', end: { key, entityKey: key, name: labelOf(record) } };
}

async function nameOfAgent(
  edition: Edition,
  { key, name }: { readonly key: string; readonly name: string },
): Promise<Pick<ClaimEnd, 'key' | 'name'> | undefined> {
  const { names } = await readAgentDetails(edition, key);
  const found = names.find((variant) => variant.name === name);
  return found === undefined ? undefined : { key: found.nameKey, name };
}

function labelOf({ key, interpreted }: CatalogueRecord): string {
  const text = interpreted['catalogNumber'] ?? interpreted['title'] ?? interpreted['identifier'];
  return typeof text === 'string' && text.trim() !== '' ? text : key;
}

/** Finds the two units of which a rule of the published edition claims that they are the same; undefined where none does. */
export async function findRuleClaim(
  { engine, edition }: Lease,
  key: string,
): Promise<Pick<DeskClaim, 'entity' | 'subject' | 'object'> | undefined> {
  const [row] = await edition.database.query<{
    readonly agentKey: string;
    readonly otherKey: string;
    readonly subjectKey: string;
    readonly objectKey: string;
    readonly subject: string;
    readonly object: string;
  }>('select agentKey, otherKey, subjectKey, objectKey, subject, object from agent_claim where key = ? limit 1', [key]);
  if (row === undefined) return undefined;
  const { agentKey, otherKey, subject, object } = row;
  for (const name of [subject, object]) if (!(await isNamePublic(engine, name))) return undefined;
  const { names } = await readAgentDetails(edition, agentKey);
  const [first, second] = names.some(({ name }) => name === subject) ? [agentKey, otherKey] : [otherKey, agentKey];
  return {
    entity: 'agent',
    subject: { key: row.subjectKey, entityKey: first, name: subject },
    object: { key: row.objectKey, entityKey: second, name: object },
  };
}

/** Whether what a claim says is in records that are public: names that no record has any more, and records that were withdrawn, are not. */
export async function isClaimPublic({ engine }: Lease, { entity, subject, object }: DeskClaim): Promise<boolean> {
  for (const { key, name } of [subject, object]) {
    const isPublic = entity === 'agent' ? await isNamePublic(engine, name) : (await engine.record(key)) !== undefined;
    if (!isPublic) return false;
  }
  return true;
}

async function isNamePublic(engine: SearchEngine, name: string): Promise<boolean> {
  const query: Query = {
    kind: 'and',
    of: [
      { kind: 'in', field: 'recordType', values: [...RECORD_TYPES] },
      // The record of an authority is about the one whom its title names.
      { kind: 'or', of: ['agent', 'title'].map((field): Query => ({ kind: 'is', field, value: name })) },
    ],
  };
  await using selection = await engine.resolve(query);
  return selection.total > 0;
}
