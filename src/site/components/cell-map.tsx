/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import type { Query } from '../../model/query.ts';
import type { GridCell } from '../../search/engine.ts';
import { BASEMAP_SVG } from '../basemap.ts';
import { coordinateWords } from '../number-words.ts';
import { usePage } from '../page-context.ts';
import { searchHref, withCondition } from '../query-parts.ts';
import { project, WORLD_HEIGHT, WORLD_WIDTH } from '../world.ts';

interface CellMapProps {
  readonly cells: readonly GridCell[];
  readonly query: Query;
  /** Radius of the largest dot, in the map's units (the world is 1,000 wide). */
  readonly largest?: number;
}

/** Objects by place: a dot for each cell, its area as its count, each a link to what lies in the cell. */
export function CellMap({ cells, query, largest = 16 }: CellMapProps) {
  const page = usePage();
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return (
    <svg
      class="cell-map"
      viewBox={`0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT}`}
      role="group"
      aria-label={page.t('map.label')}
      data-roving
    >
      <use href={`${BASEMAP_SVG}#sea`} class="sea" />
      <use href={`${BASEMAP_SVG}#land`} class="land" />
      {cells
        .toSorted((a, b) => b.count - a.count)
        .map((cell) => {
          const [x, y] = project(cell.longitude, cell.latitude);
          const words = page.t('map.cell', {
            count: cell.count,
            ...coordinateWords(cell.latitude, cell.longitude, page),
          });
          return (
            <a
              href={searchHref(withCondition(query, { kind: 'within', geometry: cellWkt(cell) }))}
              aria-label={words}
              tabindex={-1}
            >
              <circle
                class="dot"
                cx={x}
                cy={y}
                r={Math.round(Math.max(largest / 7, Math.sqrt(cell.count / most) * largest) * 10) / 10}
              />
              <title>{words}</title>
            </a>
          );
        })}
    </svg>
  );
}

function cellWkt({ west, south, east, north }: GridCell): string {
  const [w, s, e, n] = [west, south, east, north].map((value) => Math.round(value * 1e6) / 1e6);
  return `POLYGON((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s}))`;
}
