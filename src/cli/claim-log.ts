import { pathsOf } from '../catalogue/paths.ts';
import type { AuditEntry } from '../desk/audit-trail.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import type { Invocation } from './command.ts';

const DEFAULT_LIMIT = 100;

export async function run(invocation: Invocation): Promise<void> {
  readConfiguration(invocation.node);
  using desk = Desk.read(pathsOf(invocation.node).desk);
  const limit = invocation.number('limit', { min: 1, max: 1_000_000 }) ?? DEFAULT_LIMIT;
  const target = invocation.text('about');
  const entries = desk?.audit.latest(limit, target === undefined ? {} : { target }) ?? [];
  if (invocation.json) return invocation.answer(entries.map((entry) => ({ ...entry, ...claimOf(entry, desk) })));
  for (const entry of entries) invocation.say(describe(entry, desk));
  if (entries.length === 0) invocation.say('Nothing was done.');
  if (entries.length === limit) invocation.say(`The newest ${limit}; more with --limit.`);
}

/** What a claim says, beside what was done to it. */
function claimOf({ action, target }: AuditEntry, desk: Desk | undefined) {
  const claim = action.startsWith('claim ') ? desk?.claims.find(target) : undefined;
  if (claim === undefined) return {};
  const { kind, subject, object } = claim;
  return { claim: { kind, subject: subject.name, object: object.name } };
}

function describe(entry: AuditEntry, desk: Desk | undefined): string {
  const { time, actor, action, target, detail } = entry;
  const { claim } = claimOf(entry, desk);
  const what = claim === undefined ? '' : ` “${claim.subject}” ${claim.kind === 'same' ? '=' : '≠'} “${claim.object}”`;
  return `${time} ${actor}: ${action} ${target}${what}${detail === undefined || claim !== undefined ? '' : ` (${detail})`}`;
}
