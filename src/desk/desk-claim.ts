import { z } from 'zod';
import type { Claim } from '../model/claim.ts';
import { hashKey } from '../model/key.ts';

/** What people's claims may be about. */
export const CLAIM_ENTITIES = ['agent', 'gathering'] as const;
export type ClaimEntity = (typeof CLAIM_ENTITIES)[number];

const LONGEST_KEY = 2_000;
const LONGEST_NAME = 1_000;
const LONGEST_NOTE = 4_000;
const LONGEST_MAKER = 200;

const time = z.iso.datetime({ error: 'must be a time, as 2026-11-21T10:00:00.000Z' });
const text = (longest: number) => z.string().trim().min(1).max(longest);

const end = z.object({
  /** The unit's key: what linking takes for one before any claim. */
  key: text(LONGEST_KEY),
  /** The key of the entity in which it stood when the claim was made. */
  entityKey: text(LONGEST_KEY),
  /** What it was called there. */
  name: text(LONGEST_NAME),
});

export const deskClaimSchema = z.object({
  /** Hash of what is claimed, of whom, by whom and when: see keyOfClaim. */
  key: z.string(),
  entity: z.enum(CLAIM_ENTITIES),
  kind: z.enum(['same', 'different']),
  subject: end,
  object: end,
  /** Why, in the words of the one who claims. */
  note: text(LONGEST_NOTE).optional(),
  /** Who claims: the name of a token, or of the user of the command line. */
  maker: text(LONGEST_MAKER),
  time,
  /** When and by whom it was undone; absent where it holds. */
  withdrawn: z.object({ by: text(LONGEST_MAKER), time, note: text(LONGEST_NOTE).optional() }).optional(),
});

/** A claim as a person made it: that two units are the same, or that they are not. */
export type DeskClaim = z.output<typeof deskClaimSchema>;
export type ClaimEnd = DeskClaim['subject'];
/** What someone wants to claim. */
export type ClaimDraft = Omit<DeskClaim, 'key' | 'withdrawn'>;

/** The key of a claim. Nobody can give another claim the same one. */
export function keyOfClaim({ entity, kind, subject, object, maker, time: made }: ClaimDraft): string {
  return hashKey(['claim', entity, kind, subject.key, object.key, maker, made].join('\u001F'));
}

/** A claim that holds, as linking takes it. */
export function toClaim({ key, entity, kind, subject, object, note, maker, time: made }: DeskClaim): Claim {
  return {
    key,
    kind,
    entity,
    subject: subject.key,
    object: object.key,
    status: 'accepted',
    score: 1,
    rule: 'person',
    evidence: note === undefined ? [] : [note],
    maker,
    time: made,
  };
}
