export type ClaimStatus = 'proposed' | 'accepted' | 'rejected';

/**
 * What a person or a rule asserts of two units: that they are the same agent, gathering or taxon, or that they are not.
 * A rejected "same" does not separate; only an accepted "different" does.
 */
export interface Claim {
  readonly key: string;
  readonly kind: 'same' | 'different';
  /** What it is about; left out where the place where it stands says so. */
  readonly entity?: 'agent' | 'gathering';
  /** Keys of units, of names (every unit of the name), or of entities, which then stand for their founding unit. */
  readonly subject: string;
  readonly object: string;
  readonly status: ClaimStatus;
  /** 0 to 1. A person's claim has 1. */
  readonly score: number;
  /** The rule's name, or `person`. */
  readonly rule: string;
  /** Reasons in words. */
  readonly evidence: readonly string[];
  /** Who claims: a rule of this program or an account. */
  readonly maker: string;
  /** When, as ISO 8601; a rule's claim has the time of the build, or none. */
  readonly time?: string;
}
