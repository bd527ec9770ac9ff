import { INK, mix } from './colours.ts';
import {
  box,
  circle,
  clipped,
  gradient,
  group,
  hatch,
  lines,
  polar,
  repeat,
  round,
  shape,
  smooth,
  stroke,
} from './svg.ts';
import type { Drawing, Point } from './svg.ts';

export const STEEL = '#8b949a';

export const WOOD = '#7a4a26';

export const brass = ({ colours }: Drawing): string => mix('#c9992f', colours.main, 0.35);

export const metal = (tone: string): [string, string] =>
  gradient([mix(tone, INK, 0.5), mix(tone, '#ffffff', 0.5), tone, mix(tone, INK, 0.55)]);

/** A turned tube from one point to another. */
export function tube(from: Point, to: Point, w: number, tone: string): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const [defs, paint] = gradient([mix(tone, INK, 0.45), mix(tone, '#ffffff', 0.5), tone, mix(tone, INK, 0.6)], 'down');
  return (
    defs +
    group(
      box(0, -w / 2, length, w, paint, INK, { rx: 3 }),
      `translate(${round(from[0])} ${round(from[1])}) rotate(${round(turn)})`,
    )
  );
}

export function scale(centre: Point, r: number, from: number, to: number, count: number, length: number): string {
  return stroke(
    repeat(count + 1, (i) => {
      const a = from + ((to - from) * i) / count;
      return lines([polar(centre, r, a), polar(centre, r + length * (i % 5 === 0 ? 1 : 0.55), a)]);
    }),
    INK,
    1.6,
  );
}

export function dial(r: number, face: string, rim: string, hours: number): string {
  const [defs, paint] = gradient([mix(rim, '#ffffff', 0.5), rim, mix(rim, INK, 0.5)], 'ball');
  return (
    defs +
    circle([0, 0], r * 1.12, paint, INK, 3) +
    circle([0, 0], r, face, INK, 2) +
    scale([0, 0], r * 0.88, 0, Math.PI * 2, 60, r * 0.08) +
    repeat(hours, (i) => {
      const a = (i / hours) * Math.PI * 2;
      return stroke(lines([polar([0, 0], r * 0.66, a), polar([0, 0], r * 0.82, a)]), INK, r * 0.035);
    })
  );
}

export const hand = (length: number, turn: number, w: number, colour = '#1e2a44'): string =>
  group(
    shape(
      smooth(
        [
          [0, w],
          [length * 0.55, w * 0.5],
          [length * 0.7, w * 1.6],
          [length, 0],
          [length * 0.7, -w * 1.6],
          [length * 0.55, -w * 0.5],
          [0, -w],
          [-length * 0.18, 0],
        ],
        true,
      ),
      colour,
      INK,
      1,
    ),
    `rotate(${round(turn)})`,
  );

export function wood(x: number, y: number, w: number, h: number, tone: string = WOOD): string {
  const d = `M${x} ${y}h${w}v${h}h${-w}Z`;
  return shape(d, tone) + clipped(d, hatch({ x, y, width: w, height: h }, 7, 0.015, mix(tone, INK, 0.6), 1.2, 0.42));
}
