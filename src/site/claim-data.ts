import { listClaims, type ClaimView } from '../api/claim-view.ts';
import type { DeskGate } from '../api/desk-gate.ts';
import { readEarlierKeys } from '../catalogue/agent-store.ts';
import type { ClaimEntity, DeskClaim } from '../desk/desk-claim.ts';
import { Desk } from '../desk/desk.ts';
import type { Lease, LiveEngine } from '../search/live.ts';

const MOST_CLAIMS = 50;
const MOST_EARLIER_KEYS = 50;

/** An entity about which people may say something. */
export interface Claimed {
  readonly entity: ClaimEntity;
  readonly key: string;
}

/** What people say of it: what the edition rests on and, where people may write, what waits for the next. */
export async function readClaimsOf(
  lease: Lease,
  { live, gate }: { readonly live: LiveEngine; readonly gate?: DeskGate },
  claimed: Claimed,
): Promise<readonly ClaimView[]> {
  if (gate !== undefined) return claimsAt(lease, gate.desk, claimed);
  if ((lease.edition.manifest.claims?.count ?? 0) === 0) return [];
  using desk = Desk.read(live.paths.desk);
  const claims = desk === undefined ? [] : await claimsAt(lease, desk, claimed);
  return claims.filter(({ isPublished }) => isPublished);
}

async function claimsAt(lease: Lease, desk: Desk, { entity, key }: Claimed): Promise<readonly ClaimView[]> {
  const which =
    entity === 'agent'
      ? { about: [key, ...(await readEarlierKeys(lease.edition, key)).slice(0, MOST_EARLIER_KEYS)] }
      : { isMeant: (claim: DeskClaim) => isOfGathering(lease, claim, key) };
  return (await listClaims(lease, desk, { entity, limit: MOST_CLAIMS, ...which })).claims;
}

/** Claims name records of a gathering; it may have too many to ask for those of each. */
function isOfGathering({ engine }: Lease, { subject, object }: DeskClaim, key: string): boolean {
  return [subject, object].some((end) => {
    const row = engine.find(end.key);
    return row !== undefined && engine.valuesOf('gatheringKey', row).includes(key);
  });
}
