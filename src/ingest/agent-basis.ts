import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../model/claim.ts';
import type { LinkTaskResult } from './agent-link-task.ts';

const BASIS_FILE = 'agent-basis.json';
/** Counts up when units or scores come out in another way than before. */
const LINKING_VERSION = 3;

/** What the agents of an edition rest on, beside its records: what has to be the same for taking over blocks. */
export interface AgentBasis {
  readonly version: number;
  /** A hash of the withdrawn keys. */
  readonly withdrawn: string;
  /** The claims that linking followed, and the blocks with what they speak of. */
  readonly claims: readonly AppliedClaim[];
}

export interface AppliedClaim extends Pick<Claim, 'key' | 'kind' | 'subject' | 'object'> {
  readonly blocks: readonly number[];
}

export function writeAgentBasis(
  folder: string,
  {
    claims,
    blocksOf,
    withdrawn,
    before = [],
  }: {
    readonly claims: readonly Claim[];
    readonly blocksOf: (reference: string) => readonly number[];
    readonly withdrawn: readonly string[];
    /** The claims of the edition before, whose blocks stay: what they speak of does not change with claims. */
    readonly before?: readonly AppliedClaim[];
  },
): void {
  const known = new Map(before.map((claim) => [identityOf(claim), claim]));
  const basis: AgentBasis = {
    version: LINKING_VERSION,
    withdrawn: hashWithdrawn(withdrawn),
    claims: acceptedClaims(claims).map(
      ({ key, kind, subject, object }) =>
        known.get(identityOf({ key, kind, subject, object })) ?? {
          key,
          kind,
          subject,
          object,
          blocks: [...new Set([...blocksOf(subject), ...blocksOf(object)])].toSorted((left, right) => left - right),
        },
    ),
  };
  writeFileSync(join(folder, BASIS_FILE), JSON.stringify(basis));
}

/** The basis of an edition's agents; undefined where it has none, or one on which this version or these withdrawals cannot build. */
export function readAgentBasis(folder: string, withdrawn: readonly string[]): AgentBasis | undefined {
  const path = join(folder, BASIS_FILE);
  if (!existsSync(path)) return undefined;
  const basis = JSON.parse(readFileSync(path, 'utf8')) as AgentBasis;
  return basis.version === LINKING_VERSION && basis.withdrawn === hashWithdrawn(withdrawn) ? basis : undefined;
}

/** Two claims of one identity say the same. */
export function identityOf({ key, kind, subject, object }: Pick<Claim, 'key' | 'kind' | 'subject' | 'object'>): string {
  return JSON.stringify([key, kind, subject, object]);
}

export function acceptedClaims(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ status }) => status === 'accepted');
}

/** The blocks in which keys of claims mean something, as linking found. */
export function blocksOfReferences(results: readonly LinkTaskResult[]): (reference: string) => readonly number[] {
  const blocks = new Map<string, number[]>();
  for (const { meant } of results)
    for (const { reference, block } of meant) blocks.set(reference, [...(blocks.get(reference) ?? []), block]);
  return (reference) => blocks.get(reference) ?? [];
}

function hashWithdrawn(withdrawn: readonly string[]): string {
  return createHash('sha256').update(withdrawn.toSorted().join('\n')).digest('hex');
}
