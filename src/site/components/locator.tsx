/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import { BASEMAP_SVG } from '../basemap.ts';
import { coordinateWords } from '../number-words.ts';
import { usePage } from '../page-context.ts';
import { project } from '../world.ts';

/** Width and height, in SVG units, of the part of the world that a locator shows: about 75° across. */
const WIDTH = 210;
const HEIGHT = 140;

interface LocatorProps {
  readonly latitude: number;
  readonly longitude: number;
  readonly uncertaintyInMeters?: number | undefined;
}

/** The region around a point, the point marked. */
export function Locator({ latitude, longitude, uncertaintyInMeters }: LocatorProps) {
  const page = usePage();
  const [x, y] = project(longitude, latitude);
  const words = coordinateWords(latitude, longitude, page);
  const left = x - WIDTH / 2;
  const top = y - HEIGHT / 2;
  // One degree of latitude is 111 km; along a parallel the projection is close enough for a circle of doubt.
  const [, north] = project(longitude, Math.min(90, latitude + (uncertaintyInMeters ?? 0) / 111_000));
  const radius = Math.abs(y - north);
  return (
    <figure class="locator">
      <svg viewBox={`${left} ${top} ${WIDTH} ${HEIGHT}`} role="img" aria-label={page.t('record.mapLabel', words)}>
        <use href={`${BASEMAP_SVG}#sea`} class="sea" />
        <use href={`${BASEMAP_SVG}#land`} class="land" />
        <path
          class="crosshair"
          d={`M${left} ${y}H${x - 6}M${x + 6} ${y}H${left + WIDTH}M${x} ${top}V${y - 6}M${x} ${y + 6}V${top + HEIGHT}`}
        />
        {radius > 2 ? <circle class="doubt" cx={x} cy={y} r={radius} /> : null}
        <circle class="point" cx={x} cy={y} r="2.2" />
      </svg>
      <figcaption>
        {page.t('record.mapCaption', {
          ...words,
          uncertainty:
            uncertaintyInMeters === undefined
              ? 'none'
              : uncertaintyInMeters >= 1000
                ? `${page.number(Math.round(uncertaintyInMeters / 100) / 10)}\u00A0km`
                : `${page.number(Math.round(uncertaintyInMeters))}\u00A0m`,
        })}
      </figcaption>
    </figure>
  );
}
