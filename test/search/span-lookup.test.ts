import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlappingSpans } from '../../src/search/span-lookup.ts';

const day = fc.integer({ min: -300, max: 300 });
const span = fc.tuple(day, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }));

describe('overlappingSpans', () => {
  it('finds what overlaps and nothing else, open ends and several bounds included', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 400 }),
        fc.array(fc.tuple(day, fc.integer({ min: -5, max: 100 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 1,
          maxLength: 3,
        }),
        (drawn, asked) => {
          const spans = drawn
            .map(([begin, days, open]) => ({
              begin: open === 1 ? -2_147_483_648 : begin,
              end: open === 2 ? 2_147_483_647 : begin + days,
            }))
            .toSorted((a, b) => a.begin - b.begin || a.end - b.end);
          const bounds = asked.map(([from, days, open]) => ({
            from: open === 1 ? -Infinity : from,
            to: open === 2 ? Infinity : from + days,
          }));
          const expected = spans.flatMap(({ begin, end }, at) =>
            bounds.some(({ from, to }) => begin <= to && end >= from) ? [at] : [],
          );
          const found = overlappingSpans(
            {
              begins: Int32Array.from(spans, ({ begin }) => begin),
              ends: Int32Array.from(spans, ({ end }) => end),
            },
            bounds,
          );
          expect(found).toEqual(expected);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
