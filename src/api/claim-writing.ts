import type { Desk } from '../desk/desk.ts';
import { DeskError } from '../desk/desk-error.ts';
import type { DeskClaim } from '../desk/desk-claim.ts';
import type { Lease } from '../search/live.ts';
import { findReference, findRuleClaim, type ClaimReference } from './claim-references.ts';

/** What someone says: of two whom they point at, or of what a rule claims. */
export type Statement =
  | {
      readonly kind: 'same' | 'different';
      readonly subject: ClaimReference;
      readonly object: ClaimReference;
      readonly note?: string | undefined;
    }
  | { readonly kind: 'accept' | 'reject'; readonly claim: string; readonly note?: string | undefined };

/**
 * Enters what someone says at the desk. Throws DeskError where what is pointed at is not in the published edition, where the two are of
 * different kinds, and as ClaimLedger.make does.
 */
export async function makeClaim(
  lease: Lease,
  desk: Desk,
  { statement, maker }: { readonly statement: Statement; readonly maker: string },
): Promise<{ readonly claim: DeskClaim; readonly isNew: boolean }> {
  const { note } = statement;
  return desk.claims.make({
    ...(await whatIsSaid(lease, statement)),
    ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
    maker,
    time: new Date().toISOString(),
  });
}

async function whatIsSaid(
  lease: Lease,
  statement: Statement,
): Promise<Pick<DeskClaim, 'entity' | 'kind' | 'subject' | 'object'>> {
  if ('claim' in statement) {
    const found = await findRuleClaim(lease, statement.claim);
    if (found === undefined)
      throw new DeskError(
        'unknown',
        `No rule of edition ${lease.edition.name} makes the claim “${statement.claim.slice(0, 80)}”.`,
      );
    return { kind: statement.kind === 'accept' ? 'same' : 'different', ...found };
  }
  const { kind, subject, object } = statement;
  const [one, other] = [await resolve(lease, subject), await resolve(lease, object)];
  if (one.entity !== other.entity)
    throw new DeskError(
      'invalid',
      'One of the two is a person or group, the other a record: a claim is about two of a kind.',
    );
  return { entity: one.entity, kind, subject: one.end, object: other.end };
}

async function resolve(lease: Lease, reference: ClaimReference) {
  const found = await findReference(lease, reference);
  if (found !== undefined) return found;
  const { key, name } = reference;
  throw new DeskError(
    'unknown',
    name === undefined
      ? `Edition ${lease.edition.name} has no person, group or record with the key “${key.slice(0, 80)}”. The key is the last part of the page's address.`
      : `Edition ${lease.edition.name} has nobody with the key “${key.slice(0, 80)}” and the name “${name.slice(0, 80)}”.`,
  );
}
