import type { Colours } from './colours.ts';
import { INK } from './colours.ts';
import type { Random } from './random.ts';

export type Point = readonly [x: number, y: number];

/** What a form draws with; its answer is the inside of an SVG of this width and height. */
export interface Drawing {
  readonly random: Random;
  readonly colours: Colours;
  readonly shape: string;
  readonly width: number;
  readonly height: number;
}

export type Form = (drawing: Drawing) => string;
type Attributes = Readonly<Record<string, string | number>>;

export const round = (value: number): string => String(Math.round(value * 10) / 10);

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value}"`)
    .join('');
}

function element(name: string, given: Attributes, content = ''): string {
  const { opacity, ...rest } = given;
  // librsvg paints everything with `opacity` on a surface of its own, ten times as slow as a transparent paint.
  const attributes: Attributes =
    opacity === undefined
      ? rest
      : name === 'g'
        ? given
        : { ...rest, 'fill-opacity': opacity, 'stroke-opacity': opacity };
  return content === ''
    ? `<${name}${attributesOf(attributes)}/>`
    : `<${name}${attributesOf(attributes)}>${content}</${name}>`;
}

/** A filled shape with an ink outline. */
export function shape(d: string, fill: string, stroke: string = INK, width = 2.5, more: Attributes = {}): string {
  return element('path', { d, fill, stroke, 'stroke-width': width, 'stroke-linejoin': 'round', ...more });
}

/** A stroke without a fill. */
export function stroke(d: string, colour: string = INK, width = 2, more: Attributes = {}): string {
  const line = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return element('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, ...line, ...more });
}

export function circle(at: Point, r: number, fill: string, line = 'none', width = 2, more: Attributes = {}): string {
  return element('circle', { cx: at[0], cy: at[1], r, fill, stroke: line, 'stroke-width': width, ...more });
}

export function oval(at: Point, rx: number, ry: number, fill: string, line = 'none', more: Attributes = {}): string {
  return element('ellipse', { cx: at[0], cy: at[1], rx, ry, fill, stroke: line, 'stroke-width': 2.5, ...more });
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  line = 'none',
  more: Attributes = {},
): string {
  return element('rect', { x, y, width, height, fill, stroke: line, 'stroke-width': 2.5, ...more });
}

export function lines(points: readonly Point[], closed = false): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'Z' : ''}`;
}

/** A smooth curve through all points (Catmull and Rom's, as Bézier pieces). */
export function smooth(points: readonly Point[], closed = false, tension = 6): string {
  const count = points.length;
  const at = (i: number): Point => {
    const wrapped = closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i));
    return points[wrapped] ?? [0, 0];
  };
  let d = `M${round(at(0)[0])} ${round(at(0)[1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first: Point = [b[0] + (c[0] - a[0]) / tension, b[1] + (c[1] - a[1]) / tension];
    const second: Point = [c[0] - (e[0] - b[0]) / tension, c[1] - (e[1] - b[1]) / tension];
    d += `C${[...first, ...second, ...c].map(round).join(' ')}`;
  }
  return closed ? `${d}Z` : d;
}

export const polar = (centre: Point, r: number, angle: number): Point => [
  centre[0] + Math.cos(angle) * r,
  centre[1] + Math.sin(angle) * r,
];

export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** Points written as `x y, x y`. */
export function way(text: string): Point[] {
  return text.split(', ').map((pair): Point => {
    const [x = 0, y = 0] = pair.split(' ').map(Number);
    return [x, y];
  });
}

/** The point at a share of a way, each of whose pieces counts alike. */
export function along(path: readonly Point[], share: number): Point {
  const at = share * (path.length - 1);
  const k = Math.min(path.length - 2, Math.floor(at));
  return between(path[k] ?? [0, 0], path[k + 1] ?? [0, 0], at - k);
}

/** Whole numbers from 0 up to, but without, `count`, each made into something; SVG pieces are joined. */
export function repeat(count: number, make: (i: number) => string): string {
  return Array.from({ length: Math.max(0, Math.round(count)) }, (_, i) => make(i)).join('');
}

export function points(count: number, make: (i: number) => Point): Point[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

export function group(content: string, transform: string, more: Attributes = {}): string {
  return element('g', { transform, ...more }, content);
}

/** The content and its mirror image about the vertical line x = 0. */
export const mirrored = (content: string): string => `${content}<g transform="scale(-1 1)">${content}</g>`;

let lastId = 0;
/** Ids are unique in the process, not repeatable: nothing visible depends on them. */
const nextId = (): string => `i${(lastId = (lastId + 1) % 1_000_000_000)}`;

export function clipped(d: string, content: string): string {
  const id = nextId();
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
}

/** A gradient from left to right, or the way `direction` says; returns its definition and its paint. */
export function gradient(
  stops: readonly string[],
  direction: 'across' | 'down' | 'ball' = 'across',
): [defs: string, paint: string] {
  const id = nextId();
  const inside = stops
    .map((colour, i) => `<stop offset="${round((i / (stops.length - 1)) * 100)}%" stop-color="${colour}"/>`)
    .join('');
  const defs =
    direction === 'ball'
      ? `<radialGradient id="${id}" cx=".38" cy=".34" r=".75">${inside}</radialGradient>`
      : `<linearGradient id="${id}" x2="${direction === 'across' ? 1 : 0}" y2="${direction === 'across' ? 0 : 1}">${inside}</linearGradient>`;
  return [defs, `url(#${id})`];
}

/** Engraver's lines over a rectangle, to be clipped. */
export function hatch(
  area: { x: number; y: number; width: number; height: number },
  gap: number,
  slope: number,
  colour: string,
  width = 1,
  opacity = 0.35,
): string {
  let d = '';
  const reach = Math.abs(slope) * area.width;
  for (let y = area.y - reach; y < area.y + area.height + reach; y += gap) {
    d += `M${round(area.x)} ${round(y)}l${round(area.width)} ${round(slope * area.width)}`;
  }
  return stroke(d, colour, width, { opacity });
}
