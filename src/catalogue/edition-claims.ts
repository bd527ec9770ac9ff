import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../model/claim.ts';

/** In an edition's folder: people's claims on which it rests, one line of JSON each, in the order of their keys. */
const CLAIMS_FILE = 'claims.jsonl';

/** The claims of people on which an edition rests; none where it is from before there were any. */
export function readEditionClaims(folder: string): Claim[] {
  const path = join(folder, CLAIMS_FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Claim);
}

export function writeEditionClaims(folder: string, claims: readonly Claim[]): void {
  writeFileSync(join(folder, CLAIMS_FILE), claims.map((claim) => `${JSON.stringify(claim)}\n`).join(''));
}
