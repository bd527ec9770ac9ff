import { readEditionClaims } from '../catalogue/edition-claims.ts';
import type { Edition } from '../catalogue/edition.ts';
import type { ClaimFilter } from '../desk/claim-ledger.ts';
import type { Desk } from '../desk/desk.ts';
import type { DeskClaim } from '../desk/desk-claim.ts';
import type { Lease } from '../search/live.ts';
import { isClaimPublic } from './claim-references.ts';

/** A claim, and whether the edition that is served rests on it. */
export interface ClaimView extends DeskClaim {
  readonly isPublished: boolean;
}

/** A page of claims. */
export interface ClaimPage {
  readonly claims: readonly ClaimView[];
  /** The claim before which the next page begins; absent where there is none. */
  readonly next?: string;
}

/** Claims that are looked through for a page: those of records that were withdrawn are left out of it. */
const MOST_LOOKED_AT = 1_000;

const published = new WeakMap<Edition, ReadonlySet<string>>();

/** The keys of the claims on which an edition rests. */
function publishedClaims(edition: Edition): ReadonlySet<string> {
  let keys = published.get(edition);
  if (keys === undefined) {
    keys = new Set(readEditionClaims(edition.folder).map(({ key }) => key));
    published.set(edition, keys);
  }
  return keys;
}

/** A page of the claims that are public, the newest first; `isMeant` picks among those that the filter finds. */
export async function listClaims(
  lease: Lease,
  desk: Desk,
  { isMeant = () => true, ...filter }: ClaimFilter & { readonly isMeant?: (claim: DeskClaim) => boolean },
): Promise<ClaimPage> {
  const claims: ClaimView[] = [];
  let { before } = filter;
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT;) {
    const batch = desk.claims.list({ ...filter, ...(before === undefined ? {} : { before }) });
    for (const claim of batch) {
      lookedAt += 1;
      before = claim.key;
      if (isMeant(claim) && (await isClaimPublic(lease, claim))) claims.push(viewOf(lease, claim));
      if (claims.length === filter.limit) break;
    }
    if (claims.length === filter.limit || lookedAt >= MOST_LOOKED_AT) break;
    if (batch.length < filter.limit) return { claims };
  }
  const isMore = desk.claims.list({ ...filter, limit: 1, ...(before === undefined ? {} : { before }) }).length > 0;
  return { claims, ...(isMore && before !== undefined ? { next: before } : {}) };
}

/** A claim by its key, if there is one and it is public. */
export async function readClaim(lease: Lease, desk: Desk, key: string): Promise<ClaimView | undefined> {
  const claim = desk.claims.find(key);
  return claim !== undefined && (await isClaimPublic(lease, claim)) ? viewOf(lease, claim) : undefined;
}

export function viewOf({ edition }: Pick<Lease, 'edition'>, claim: DeskClaim): ClaimView {
  return { ...claim, isPublished: publishedClaims(edition).has(claim.key) };
}
