import { listClaims, type ClaimView } from '../api/claim-view.ts';
import type { DeskGate } from '../api/desk-gate.ts';
import { readEarlierKeys } from '../catalogue/agent-store.ts';
import { Desk } from '../desk/desk.ts';
import type { Lease, LiveEngine } from '../search/live.ts';

const MOST_CLAIMS = 50;
const MOST_EARLIER_KEYS = 50;

/** What people say of someone: what the edition rests on and, where people may write, what waits for the next. */
export async function readClaimsOf(
  lease: Lease,
  { live, gate }: { readonly live: LiveEngine; readonly gate?: DeskGate },
  key: string,
): Promise<readonly ClaimView[]> {
  if (gate !== undefined) return claimsAt(lease, gate.desk, key);
  if ((lease.edition.manifest.claims?.count ?? 0) === 0) return [];
  using desk = Desk.read(live.paths.desk);
  const claims = desk === undefined ? [] : await claimsAt(lease, desk, key);
  return claims.filter(({ isPublished }) => isPublished);
}

async function claimsAt(lease: Lease, desk: Desk, key: string): Promise<readonly ClaimView[]> {
  const earlier = await readEarlierKeys(lease.edition, key);
  const about = [key, ...earlier.slice(0, MOST_EARLIER_KEYS)];
  const { claims } = await listClaims(lease, desk, { entity: 'agent', about, limit: MOST_CLAIMS });
  return claims;
}
