import { circle, group, lines, oval, repeat, round, smooth, stroke, way } from './svg.ts';
import type { Point } from './svg.ts';
import type { Random } from './random.ts';

export interface Script {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: number;
  /** Height of a small letter. */
  readonly size: number;
  readonly gap?: number;
  readonly slant?: number;
  readonly colour?: string;
}

function word(random: Random, from: Point, length: number, size: number, slant: number): string {
  const way: Point[] = [from];
  let x = from[0];
  while (x < from[0] + length) {
    const tall = random.chance(0.2) ? random.between(1.7, 2.3) : random.between(0.7, 1.05);
    const deep = random.chance(0.1) ? -random.between(0.8, 1.2) : random.between(-0.06, 0.08);
    const step = size * random.between(0.32, 0.5);
    way.push(
      [x + step * 0.45 + tall * size * slant, from[1] - tall * size],
      [x + step * 0.8, from[1] - deep * -size * -1],
    );
    x += step;
  }
  return smooth(way, false, 5);
}

/** Lines of strokes that look like handwriting and say nothing. */
export function scribble(random: Random, script: Script): string {
  const { size, slant = 0.35, colour = '#3b2c1c' } = script;
  const gap = script.gap ?? size * 2.9;
  let thin = '';
  for (let line = 0; line < script.lines; line++) {
    const end =
      script.x + script.width * (line === script.lines - 1 ? random.between(0.35, 0.8) : random.between(0.93, 1));
    let x = script.x + random.between(0, size);
    const y = script.y + line * gap + random.between(-1.5, 1.5);
    while (x < end - size) {
      const length = Math.min(end - x, size * random.between(1.2, 6));
      thin += word(random, [x, y + (x - script.x) * -0.004], length, size, slant);
      x += length + size * random.between(0.7, 1.1);
    }
  }
  return stroke(thin, colour, Math.max(1.3, size * 0.13), { opacity: 0.86 });
}

/** A flourish such as ends a letter. */
export function flourish(random: Random, [x, y]: Point, size: number, colour = '#3b2c1c'): string {
  const path: Point[] = Array.from({ length: 16 }, (_, i): Point => [
    x + i * size * 0.5 + random.between(-0.3, 0.3) * size,
    y - (i % 2 ? random.between(0.5, 2.4) : random.between(-0.6, 0.4)) * size,
  ]);
  return (
    stroke(smooth(path, false, 4), colour, size * 0.13) +
    stroke(
      smooth([
        [x - size, y + size],
        [x + size * 5, y + size * 0.7],
        [x + size * 9, y + size * 1.1],
        [x + size * 4, y + size * 1.4],
      ]),
      colour,
      size * 0.1,
    )
  );
}

/** An ink stamp without words. */
export function stamp(random: Random, at: Point, colour = '#6a3d52'): string {
  const rays = repeat(
    24,
    (i) =>
      `M${round(Math.cos((i * Math.PI) / 12) * 33)} ${round(Math.sin((i * Math.PI) / 12) * 33)}L${round(Math.cos((i * Math.PI) / 12) * 41)} ${round(Math.sin((i * Math.PI) / 12) * 41)}`,
  );
  return group(
    circle([0, 0], 48, 'none', colour, 4) +
      circle([0, 0], 28, 'none', colour, 2) +
      stroke(rays, colour, 3) +
      stroke(lines(way('-16 6, 0 -16, 16 6'), true), colour, 3),
    `translate(${round(at[0])} ${round(at[1])}) rotate(${round(random.between(-30, 30))})`,
    { opacity: 0.6 },
  );
}

/** Punctures, blots and foxing. */
export function foxing(random: Random, width: number, height: number, count: number): string {
  return repeat(count, () =>
    oval(
      [random.between(0, width), random.between(0, height)],
      random.between(2, 16),
      random.between(2, 13),
      '#8a5a24',
      'none',
      { opacity: 0.13 },
    ),
  );
}
