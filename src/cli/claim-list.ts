import { readEditionClaims } from '../catalogue/edition-claims.ts';
import { pathsOf } from '../catalogue/paths.ts';
import type { DeskClaim } from '../desk/desk-claim.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import { currentName } from '../search/live.ts';
import type { Invocation } from './command.ts';

const DEFAULT_LIMIT = 100;

export async function run(invocation: Invocation): Promise<void> {
  readConfiguration(invocation.node);
  const paths = pathsOf(invocation.node);
  using desk = Desk.read(paths.desk);
  const about = invocation.text('about');
  const limit = invocation.number('limit', { min: 1, max: 1_000_000 }) ?? DEFAULT_LIMIT;
  const claims =
    desk?.claims.list({
      limit,
      ...(about === undefined ? {} : { about: [about] }),
      ...(invocation.flag('all') ? {} : { holds: true }),
    }) ?? [];
  const current = currentName(paths);
  const published = new Set(
    current === undefined ? [] : readEditionClaims(paths.edition(current)).map(({ key }) => key),
  );
  if (invocation.json)
    return invocation.answer(claims.map((claim) => ({ ...claim, isPublished: published.has(claim.key) })));
  for (const claim of claims) invocation.say(describe(claim, published.has(claim.key)));
  if (claims.length === 0) invocation.say('No claims.');
  if (claims.length === limit) invocation.say(`The newest ${limit}; more with --limit.`);
}

function describe(
  { key, kind, subject, object, maker, time, note, withdrawn }: DeskClaim,
  isPublished: boolean,
): string {
  const [sign, day] = [kind === 'same' ? '=' : '≠', time.slice(0, 10)];
  const state =
    withdrawn === undefined
      ? isPublished
        ? ''
        : '; not published yet'
      : `; undone by ${withdrawn.by}, ${withdrawn.time.slice(0, 10)}${isPublished ? ', published still' : ''}`;
  const why = note === undefined ? '' : `\n  ${note}`;
  return `${key} “${subject.name}” ${sign} “${object.name}” (${maker}, ${day}${state})${why}`;
}
