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

/** Places are known to a millionth of a degree. */
const MICRO = 1e6;

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

/** A cell has its western and southern edge; what lies on the others is in the next cell, but at the end of the world. */
function cellWkt({ west, south, east, north }: GridCell): string {
  const [w, s] = [west, south].map((value) => Math.round(value * MICRO) / MICRO);
  const e = east >= 180 ? 180 : (Math.round(east * MICRO) - 1) / MICRO;
  const n = north >= 90 ? 90 : (Math.round(north * MICRO) - 1) / MICRO;
  return `POLYGON((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s}))`;
}
