import type { Lease, LiveEngine } from '../search/live.ts';

/**
 * What is the same for every visitor of an edition is made once: the last answer is kept until the edition, or what is
 * withdrawn from it, changes. Visitors who come while it is being made wait for the same one.
 */
export function oncePerEdition<T>(
  live: Pick<LiveEngine, 'revision'>,
  make: (lease: Lease) => Promise<T>,
): (lease: Lease) => Promise<T> {
  let kept: { readonly revision: string; readonly value: Promise<T> } | undefined;
  return (lease) => {
    const revision = `${lease.edition.name} ${live.revision}`;
    if (kept?.revision === revision) return kept.value;
    const value = make(lease);
    kept = { revision, value };
    value.catch(() => {
      if (kept?.value === value) kept = undefined;
    });
    return value;
  };
}
