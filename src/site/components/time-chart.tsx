/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { Query } from '../../model/query.ts';
import type { Kind } from '../../vocabulary/kinds.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import type { TimeBin } from '../time-bins.ts';

interface TimeChartProps {
  readonly bins: readonly TimeBin[];
  /** What each bar adds its span to. */
  readonly query: Query;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly kind?: Kind;
  /** The years to mark as chosen. */
  readonly chosen?: { readonly from: number; readonly to: number } | undefined;
}

/**
 * Objects by time: solid what lies wholly in a bar's years, hollow what may. Each bar leads to its objects; the first can
 * be reached by Tab, the others by the arrow keys.
 */
export function TimeChart({ bins, query, width, height, label, kind, chosen }: TimeChartProps) {
  const page = usePage();
  const highest = Math.max(1, ...bins.map(({ certain, spread }) => Math.max(certain, spread)));
  const step = width / Math.max(1, bins.length);
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  const xOf = (year: number) => ((year - first) / (last + 1 - first)) * width;
  const fill = kind === undefined ? 'fill-ink' : `fill-${kind}`;
  return (
    <svg
      class="time-chart"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="group"
      aria-label={label}
      data-roving
      data-first={first}
      data-last={last + 1}
    >
      {chosen === undefined ? null : (
        <rect
          class="chosen"
          x={xOf(chosen.from)}
          y="0"
          width={Math.max(1, xOf(chosen.to + 1) - xOf(chosen.from))}
          height={height}
        />
      )}
      {bins.map(({ from, to, certain, possible, spread }, index) => {
        if (possible === 0) return null;
        const solid = (certain / highest) * (height - 2);
        const hollow = (Math.max(0, spread - certain) / highest) * (height - 2);
        const x = index * step;
        const gap = step > 4 ? 1 : 0.4;
        const words = page.t('chart.bin', {
          from: String(from),
          to: String(to),
          certain: page.number(certain),
          possible: page.number(possible),
        });
        return (
          <a
            href={searchHref(
              withCondition(query, { kind: 'range', field: 'date', from: padYear(from), to: padYear(to) }),
            )}
            aria-label={words}
            tabindex={-1}
          >
            <rect class="target" x={x} y="0" width={step} height={height} />
            {solid > 0 ? (
              <rect
                class={fill}
                x={round(x)}
                y={round(height - Math.max(1, solid))}
                width={round(step - gap)}
                height={round(Math.max(1, solid))}
              />
            ) : null}
            {hollow > 0.3 ? (
              <rect
                class={`hollow hollow-${kind ?? 'ink'}`}
                x={round(x + 0.5)}
                y={round(height - solid - hollow)}
                width={round(Math.max(0.5, step - gap - 1))}
                height={round(hollow)}
              />
            ) : null}
            <title>{words}</title>
          </a>
        );
      })}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A year as EDTF writes it, with four digits. */
export function padYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** The years under a chart: where it begins, its centuries or decades, where it ends. */
export function TimeAxis({ bins }: { readonly bins: readonly TimeBin[] }) {
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  const years = last - first + 1;
  const step = [10, 20, 50, 100, 200, 500, 1000].find((size) => years / size <= 7) ?? 1000;
  const from = Math.ceil(first / step) * step;
  const ticks = Array.from(
    { length: Math.max(0, Math.floor((last - from) / step) + 1) },
    (_, index) => from + index * step,
  );
  return (
    <svg class="time-axis" width="100%" height="20" aria-hidden="true">
      {ticks.map((year) => {
        const share = (year - first) / years;
        return (
          <>
            <line x1={`${round(share * 100)}%`} x2={`${round(share * 100)}%`} y1="0" y2="4" />
            <text
              x={`${round(share * 100)}%`}
              y="17"
              text-anchor={share < 0.04 ? 'start' : share > 0.94 ? 'end' : 'middle'}
            >
              {year}
            </text>
          </>
        );
      })}
    </svg>
  );
}
