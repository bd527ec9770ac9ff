import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { parseBound } from '../../model/day.ts';
import type { Bounds, HistogramInterval } from '../../search/engine.ts';
import { findField } from '../../vocabulary/fields.ts';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { shortText, wholeNumber } from '../options.ts';
import { defineQueryRoute } from '../query-route.ts';
import { answerHead, facetSchema, gridSchema, histogramSchema } from '../schemas.ts';
import { FACET_OPTIONS, toAnswerHead, toFacetRequests } from './search.ts';

/** Half a degree each, all over the world, and some more. */
const MOST_CELLS = 300_000;

const NAMED_INTERVALS = ['day', 'month', 'year', 'decade', 'century'] as const;

export function defineCounts(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineFacets(api, services);
  defineHistogram(api, services);
  defineGrid(api, services);
}

function defineFacets(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineQueryRoute(api, services, {
    path: '/facets',
    summary: 'How many records have which value of a field',
    description: 'Counts are exact. A record with several values counts for each; `sumExceedsTotal` says when.',
    options: FACET_OPTIONS,
    response: z.object({ ...answerHead, facets: z.array(facetSchema) }),
    async answer({ query, options, lease, signal }) {
      const requests = toFacetRequests(options);
      if (requests.length === 0) {
        throw new ApiError(400, 'bad-parameter', 'No field is named.', { hint: 'facet=kind&facet=country' });
      }
      await using selection = await lease.engine.resolve(query, { signal });
      return { ...toAnswerHead(lease.engine.edition, selection), facets: await selection.facets(requests) };
    },
  });
}

const numberOrDate = z.union([z.number().transform(String), shortText()]).openapi({ type: 'string' });

function defineHistogram(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineQueryRoute(api, services, {
    path: '/histogram',
    summary: 'How records spread over time or over a number',
    description:
      '`certain` counts records whose value lies wholly in a bin, `possible` those that overlap it, `spread` shares each record among the bins it overlaps. At most 2,000 bins.',
    options: {
      field: shortText('must be a field that holds dates or numbers').openapi({
        description: 'A span or number field: eventDate, year, …',
      }),
      from: numberOrDate.optional().openapi({ description: 'First date or least number; default: the least there is' }),
      to: numberOrDate.optional().openapi({ description: 'Last date or greatest number, inclusive' }),
      interval: numberOrDate.optional().openapi({
        description: `${NAMED_INTERVALS.join(', ')}; for numbers the width of a bin; default: decade, for numbers 1`,
      }),
    },
    response: histogramSchema,
    async answer({ query, options, lease, signal }) {
      const { field, from, to } = options;
      const isDate = findField(field)?.type === 'span';
      const interval = toInterval(options.interval ?? (isDate ? 'decade' : '1'));
      await using selection = await lease.engine.resolve(query, { signal });
      const histogram = await selection.histogram({
        field,
        interval,
        ...(from === undefined ? {} : { from: toBound(from, { name: 'from', isDate, end: 'begin' }) }),
        ...(to === undefined ? {} : { to: toBound(to, { name: 'to', isDate, end: 'end' }) }),
      });
      return { ...toAnswerHead(lease.engine.edition, selection), field, ...histogram };
    },
  });
}

function toInterval(text: string): HistogramInterval {
  const named = NAMED_INTERVALS.find((name) => name === text);
  if (named !== undefined) return named;
  const width = Number(text);
  if (Number.isFinite(width) && width > 0) return width;
  throw new ApiError(
    400,
    'bad-parameter',
    `interval must be one of ${NAMED_INTERVALS.join(', ')}, or a number over 0.`,
  );
}

function toBound(text: string, { name, isDate, end }: { name: string; isDate: boolean; end: 'begin' | 'end' }): number {
  const bound = isDate ? parseBound(text, end) : Number(text.trim() === '' ? Number.NaN : text);
  if (bound !== undefined && Number.isFinite(bound)) return bound;
  throw new ApiError(
    400,
    'bad-parameter',
    `${name} must be ${isDate ? 'a date such as 1850, 1850-06 or 1850-06-02' : 'a number'}.`,
  );
}

function defineGrid(api: OpenAPIHono<AppEnv>, services: Services): void {
  defineQueryRoute(api, services, {
    path: '/grid',
    summary: 'How records spread over the map',
    description:
      'Square cells that hold records, with their number. Records without coordinates are in `total` but not in `located`.',
    options: {
      cells: wholeNumber({ min: 4, max: 4096 })
        .optional()
        .openapi({ description: 'Columns across 360 degrees; default 90' }),
      bounds: shortText('must be west,south,east,north in degrees')
        .optional()
        .openapi({ description: 'west,south,east,north in degrees; west over east crosses the antimeridian' }),
    },
    response: gridSchema,
    async answer({ query, options, lease, signal }) {
      const { cells = 90 } = options;
      const bounds = options.bounds === undefined ? undefined : parseBounds(options.bounds);
      refuseTooMany(cells, bounds);
      await using selection = await lease.engine.resolve(query, { signal });
      const grid = await selection.grid({ cells, ...(bounds === undefined ? {} : { bounds }) });
      return { ...toAnswerHead(lease.engine.edition, selection), ...grid };
    },
  });
}

/** An answer may hold a cell for each record; what no map can show is not worth its size. */
function refuseTooMany(cells: number, [west, south, east, north]: Bounds = [-180, -90, 180, 90]): void {
  const columnsPerDegree = cells / 360;
  const width = east >= west ? east - west : east - west + 360;
  if (width * (north - south) * columnsPerDegree ** 2 <= MOST_CELLS) return;
  throw new ApiError(400, 'bad-parameter', `That would be more than ${MOST_CELLS.toLocaleString('en')} cells.`, {
    hint: 'Ask for fewer cells, or for a part of the map with bounds=west,south,east,north.',
  });
}

function parseBounds(text: string): Bounds {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !isPlace(west, south) || !isPlace(east, north) || south! > north!) {
    throw new ApiError(400, 'bad-parameter', 'bounds must be west,south,east,north in degrees.', {
      hint: 'bounds=95,-11,141,6',
    });
  }
  return [west!, south!, east!, north!];
}

function isPlace(longitude: number | undefined, latitude: number | undefined): boolean {
  return Math.abs(longitude ?? Number.NaN) <= 180 && Math.abs(latitude ?? Number.NaN) <= 90;
}
