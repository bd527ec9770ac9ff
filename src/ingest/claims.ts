import { createHash } from 'node:crypto';
import type { EditionManifest } from '../catalogue/manifest.ts';
import type { NodePaths } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { toClaim } from '../desk/desk-claim.ts';
import type { Claim } from '../model/claim.ts';

/** What people claim at this moment, in the order of the claims' keys; nothing where nobody has claimed anything yet. */
export function readClaims(paths: NodePaths): Claim[] {
  using desk = Desk.read(paths.desk);
  return desk?.claims.holding().map(toClaim) ?? [];
}

/** Claims as an edition's manifest names them. */
export function describeClaims(claims: readonly Claim[]): NonNullable<EditionManifest['claims']> {
  const hash = createHash('sha256');
  for (const { key } of claims) hash.update(`${key}\n`);
  return { count: claims.length, hash: hash.digest('hex') };
}
