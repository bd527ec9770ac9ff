import { KINDS } from '../vocabulary/kinds.ts';
import type { Query } from '../model/query.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { KindTime } from './components/kind-times.tsx';
import { withCondition } from './query-parts.ts';
import { binsOn, readTimeBins, scaleOf, trimScale, type TimeBin } from './time-bins.ts';

/** Each kind that a query selects, through time, all on one scale. */
export async function readKindTimes(engine: SearchEngine, query: Query, lastYear: number): Promise<KindTime[]> {
  const scale = scaleOf({}, lastYear);
  const all = await Promise.all(
    KINDS.map(async (kind): Promise<KindTime> => {
      await using selection = await engine.resolve(withCondition(query, { kind: 'is', field: 'kind', value: kind }));
      if (selection.total === 0) return { kind, total: 0, bins: [] };
      return { kind, total: selection.total, bins: (await readTimeBins(selection, scale)).bins };
    }),
  );
  const present = all.filter(({ total }) => total > 0);
  const sums = (present[0]?.bins ?? []).map(({ from, to, certain, possible }, index): TimeBin => ({
    from,
    to,
    certain,
    possible,
    spread: present.reduce((sum, { bins }) => sum + (bins[index]?.spread ?? 0), 0),
  }));
  const trimmed = trimScale(scale, sums);
  return present.map(({ kind, total, bins }) => ({ kind, total, bins: binsOn(trimmed, bins) }));
}
