import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { readLand, worldSvg } from './world.ts';

const svg = worldSvg();
const version = createHash('sha256').update(svg).digest('hex').slice(0, 10);

/** The outline of the world for `<use>`: `#land` and `#sea`, in the units of `project`. */
export const BASEMAP_SVG = `/basemap/world-${version}.svg`;
/** Natural Earth's land as GeoJSON, for the map that moves. */
export const BASEMAP_JSON = `/basemap/land-${version}.json`;

const KEPT = { 'cache-control': 'public, max-age=31536000, immutable' };

/** Serves the outlines of land from Natural Earth, so that no page asks another site for a map. */
export function basemapRoutes(): Hono {
  let land: string | undefined;
  return new Hono()
    .get(BASEMAP_SVG, (c) => c.body(svg, 200, { ...KEPT, 'content-type': 'image/svg+xml' }))
    .get(BASEMAP_JSON, (c) => {
      land ??= JSON.stringify(readLand('50m'), (_, value: unknown) =>
        typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
      );
      return c.body(land, 200, { ...KEPT, 'content-type': 'application/geo+json' });
    });
}
