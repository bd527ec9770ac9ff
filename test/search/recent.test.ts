import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/search/recent.ts';

describe('Recent', () => {
  it('lets the longest unused go first', () => {
    const recent = new Recent<string, number>(4);
    for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) recent.set(name, at);
    recent.get('a');
    recent.set('e', 4);
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => recent.get(name))).toEqual([0, undefined, 2, 3, 4]);
  });

  it('does not keep what would drive out too much', () => {
    const recent = new Recent<string, string>(100);
    recent.set('small', 'x', 25);
    recent.set('large', 'y', 26);
    expect([recent.get('small'), recent.get('large')]).toEqual(['x', undefined]);
  });

  it('holds no more than its limit and answers with what was set last', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const recent = new Recent<number, number>(40);
        const last = new Map<number, { value: number; weight: number }>();
        for (const [value, [key, weight]] of steps.entries()) {
          recent.set(key, value, weight);
          if (weight <= 10) last.set(key, { value, weight });
          const kept = [...last].filter(([name]) => recent.get(name) !== undefined);
          expect(kept.reduce((sum, [, entry]) => sum + entry.weight, 0)).toBeLessThanOrEqual(40);
          for (const [name, entry] of kept) expect(recent.get(name)).toBe(entry.value);
        }
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});
