import type { Claim } from '../model/claim.ts';
import type { MeantUnit } from './agent-link-task.ts';

/** Agents that people's claims unite across blocks: the key of each that goes up in another, and the other's. */
export function uniteAgents(
  claims: readonly Claim[],
  meant: ReadonlyMap<string, MeantUnit>,
): ReadonlyMap<string, string> {
  const accepted = claims.filter(({ status }) => status === 'accepted');
  const ends = ({ subject, object }: Claim) => [meant.get(subject)?.agentKey, meant.get(object)?.agentKey] as const;
  const apart = accepted.filter(({ kind }) => kind === 'different').map(ends);
  const into = new Map<string, string>();
  const find = (key: string): string => {
    const next = into.get(key);
    return next === undefined ? key : find(next);
  };
  for (const claim of accepted.toSorted((left, right) => (left.key < right.key ? -1 : 1))) {
    const [one, other] = ends(claim);
    if (claim.kind !== 'same' || one === undefined || other === undefined) continue;
    const [left, right] = [find(one), find(other)];
    if (left === right || areBlocksSame(claim, meant)) continue;
    const areApart = apart.some(([a, b]) => {
      if (a === undefined || b === undefined) return false;
      const [x, y] = [find(a), find(b)];
      return (x === left && y === right) || (x === right && y === left);
    });
    if (!areApart) into.set(left < right ? right : left, left < right ? left : right);
  }
  return new Map([...into.keys()].map((key) => [key, find(key)]));
}

/** Within a block linking has done what can be done. */
function areBlocksSame({ subject, object }: Claim, meant: ReadonlyMap<string, MeantUnit>): boolean {
  return meant.get(subject)!.block === meant.get(object)!.block;
}

/** The rows of agent_claim for what people say and linking follows. */
export function personClaims(
  claims: readonly Claim[],
  meant: ReadonlyMap<string, MeantUnit>,
  united: ReadonlyMap<string, string>,
): readonly object[] {
  return claims.flatMap(({ key, kind, subject, object, status, score, rule, evidence }) => {
    const [one, other] = [meant.get(subject), meant.get(object)];
    if (status !== 'accepted' || one === undefined || other === undefined) return [];
    const [agentKey, otherKey] = [one, other].map((unit) => united.get(unit.agentKey) ?? unit.agentKey);
    if ((agentKey === otherKey) !== (kind === 'same')) return [];
    return [
      {
        key,
        agentKey,
        otherKey,
        subjectKey: one.unitKey,
        objectKey: other.unitKey,
        subject: one.name,
        object: other.name,
        status: kind === 'same' ? 'accepted' : 'rejected',
        score,
        rule,
        evidence,
      },
    ];
  });
}
