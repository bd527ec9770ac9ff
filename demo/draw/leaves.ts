import { INK, mix } from './colours.ts';
import {
  between,
  box,
  circle,
  clipped,
  group,
  hatch,
  lines,
  mirrored,
  oval,
  points,
  repeat,
  round,
  shape,
  smooth,
  stroke,
} from './svg.ts';
import type { Drawing, Point } from './svg.ts';

/** A leaf along the y axis, tip up, its stalk at the origin. */
export function leaf({ random, colours, shape: kind }: Drawing, size: number): string {
  const tone = mix(
    mix(colours.main, '#6f6a3c', 0.45),
    random.chance(0.5) ? colours.dark : colours.light,
    random.between(0.05, 0.35),
  );
  const w =
    size *
    ({ needle: 0.035, strap: 0.06, lance: 0.12, oval: 0.27, banksia: 0.12, lobed: 0.34, study: 0.13, slipper: 0.11 }[
      kind
    ] ?? 0.17) *
    random.between(0.9, 1.1);
  const teeth = kind === 'banksia' || kind === 'study' ? 13 : kind === 'lobed' ? 5 : 0;
  const side =
    teeth === 0
      ? ([
          [w * 0.35, -size * 0.1],
          [w, -size * 0.4],
          [w * 0.8, -size * 0.7],
          [w * 0.2, -size * 0.95],
        ] as Point[])
      : points(teeth * 2, (i): Point => {
          const t = (i + 1) / (teeth * 2 + 1);
          return [
            w * Math.sin(Math.PI * t ** 0.8) * (i % 2 ? 1 : teeth === 5 ? 0.4 : 0.78) + 3,
            -size * (t + (i % 2 ? 0.03 : 0)),
          ];
        });
  const outline: Point[] = [[0, 0], ...side, [0, -size], ...side.toReversed().map(([x, y]): Point => [-x, y])];
  const d = teeth && teeth > 5 ? lines(outline, true) : smooth(outline, true);
  const veins =
    kind === 'needle'
      ? ''
      : repeat(kind === 'strap' ? 3 : 8, (i) => {
          const y = -size * (0.12 + i * 0.1);
          return kind === 'strap'
            ? `M${(i - 1) * w * 0.5} 0L${(i - 1) * w * 0.3} ${-size * 0.95}`
            : `M0 ${round(y)}l${round(w)} ${round(-size * 0.09)}M0 ${round(y)}l${round(-w)} ${round(-size * 0.09)}`;
        });
  return (
    shape(d, tone, mix(INK, colours.dark, 0.3), 1.8) +
    clipped(
      d,
      box(0, -size, w, size, '#000000', 'none', { opacity: 0.1 }) + stroke(veins, colours.light, 1.3, { opacity: 0.7 }),
    ) +
    stroke(`M0 0V${round(-size * 0.97)}`, colours.light, kind === 'needle' ? 1 : 2.4, { opacity: 0.8 })
  );
}

function flower({ random, colours, shape: kind }: Drawing, size: number): string {
  if (kind === 'banksia' || kind === 'study') {
    const d = smooth(
      [
        [-size * 0.32, 0],
        [-size * 0.36, -size],
        [0, -size * 1.22],
        [size * 0.36, -size],
        [size * 0.32, 0],
        [0, size * 0.1],
      ],
      true,
    );
    const rows = repeat(15, (r) =>
      repeat(
        9,
        (c) =>
          `M${round((c - 4) * size * 0.085)} ${round(-r * size * 0.085 + 4)}q${round((c - 4) * 7)} -6 ${round((c - 4) * 9)} -26`,
      ),
    );
    return (
      shape(d, mix(colours.accent, colours.light, 0.3), INK, 1.6) +
      stroke(rows, mix(colours.accent, '#fff6d8', 0.55), 4.5) +
      stroke(rows, mix(colours.accent, INK, 0.55), 1.5)
    );
  }
  if (kind === 'slipper') {
    const petal = (a: number, w: number, l: number): string =>
      group(
        shape(
          smooth(
            [
              [0, 0],
              [w, -l * 0.5],
              [0, -l],
              [-w, -l * 0.5],
            ],
            true,
          ),
          mix(colours.light, '#ffffff', 0.3),
          INK,
          2,
        ) +
          repeat(7, (i) =>
            stroke(`M0 0Q${(i - 3) * w * 0.36} ${-l * 0.5} ${(i - 3) * w * 0.12} ${-l * 0.93}`, colours.dark, 2),
          ),
        `rotate(${a})`,
      );
    return (
      petal(0, size * 0.4, size) +
      petal(104, size * 0.13, size * 1.5) +
      petal(-104, size * 0.13, size * 1.5) +
      petal(180, size * 0.3, size * 0.8) +
      shape(
        smooth(
          [
            [-size * 0.25, 0],
            [-size * 0.3, size * 0.45],
            [0, size * 0.75],
            [size * 0.3, size * 0.45],
            [size * 0.25, 0],
            [0, size * 0.14],
          ],
          true,
        ),
        colours.main,
      ) +
      oval([0, size * 0.05], size * 0.2, size * 0.1, colours.accent, INK)
    );
  }
  const count = random.whole(5, 8);
  return (
    repeat(count, (i) =>
      group(
        shape(
          smooth(
            [
              [0, 0],
              [size * 0.2, -size * 0.35],
              [0, -size * 0.6],
              [-size * 0.2, -size * 0.35],
            ],
            true,
          ),
          mix(colours.accent, colours.light, random.between(0, 0.4)),
          INK,
          1.5,
        ),
        `rotate(${round((i * 360) / count)})`,
      ),
    ) + circle([0, 0], size * 0.13, colours.dark, INK, 1.5)
  );
}

export function branch(drawing: Drawing, length: number): string {
  const { random, colours, shape: kind } = drawing;
  const sway = random.between(-90, 90);
  const spine = points(7, (i): Point => [Math.sin(i / 2.2 + sway) * 30 + (sway * i) / 6, (-length * i) / 6]);
  const at = (t: number): Point => {
    const k = Math.min(5, Math.floor(t * 6));
    return between(spine[k] ?? [0, 0], spine[k + 1] ?? [0, 0], t * 6 - k);
  };
  const stem =
    stroke(smooth(spine), mix(colours.dark, '#7a5a32', 0.4), 9) + stroke(smooth(spine), '#b59766', 3, { opacity: 0.5 });
  if (kind === 'strap')
    return (
      repeat(9, (i) =>
        group(leaf(drawing, length * random.between(0.7, 1)), `rotate(${round((i - 4) * 9 + random.between(-4, 4))})`),
      ) +
      stroke(`M0 0L20 ${-length * 0.86}`, colours.dark, 8) +
      repeat(7, (i) =>
        group(
          flower(drawing, 90),
          `translate(${round(20 + Math.cos(i) * 40)} ${round(-length * 0.86 + Math.sin(i) * 50)})`,
        ),
      )
    );
  if (kind === 'fan')
    return (
      repeat(17, (i) =>
        group(
          leaf({ ...drawing, shape: 'lance' }, length * 0.72 * random.between(0.9, 1.05)),
          `translate(0 ${-length * 0.22}) rotate(${(i - 8) * 11})`,
        ),
      ) + stroke(`M0 160L0 ${-length * 0.22}`, '#6d5a33', 13)
    );
  if (kind === 'cactus') {
    const pad = (x: number, y: number, a: number, s: number): string => {
      const d = smooth(
        [
          [0, 0],
          [s * 0.36, -s * 0.4],
          [s * 0.3, -s * 0.9],
          [0, -s * 1.05],
          [-s * 0.3, -s * 0.9],
          [-s * 0.36, -s * 0.4],
        ],
        true,
      );
      return group(
        shape(d, mix(colours.main, colours.light, random.between(0, 0.3))) +
          clipped(d, hatch({ x: -s, y: -s * 1.2, width: 2 * s, height: s * 1.4 }, 9, 0.5, colours.dark)) +
          repeat(26, () => {
            const p: Point = [random.between(-0.26, 0.26) * s, -random.between(0.15, 0.95) * s];
            return stroke(`M${round(p[0])} ${round(p[1])}l-9 -14m9 14l9 -14m-9 14v-18`, INK, 1.3);
          }),
        `translate(${x} ${y}) rotate(${a})`,
      );
    };
    return (
      pad(0, 0, 4, 330) +
      pad(-30, -320, -30, 270) +
      pad(50, -320, 28, 290) +
      pad(-170, -560, -10, 190) +
      pad(185, -570, 34, 180) +
      group(flower(drawing, 110), 'translate(200 -590)')
    );
  }
  const fronds = kind === 'pinnate' || kind === 'fern' ? 9 : kind === 'needle' ? 46 : random.whole(10, 15);
  const foliage = repeat(fronds, (i) => {
    const t = 0.1 + (i / fronds) * 0.88;
    const [p, turn] = [at(t), (i % 2 ? 1 : -1) * random.between(38, 68) * (1 - t * 0.45)];
    const size =
      length *
      ({ needle: 0.17, banksia: 0.38, study: 0.36, lance: 0.4, lobed: 0.36, oval: 0.3 }[kind] ?? 0.34) *
      random.between(0.8, 1.12) *
      (1 - t * 0.3);
    const blade =
      kind === 'pinnate' || kind === 'fern'
        ? stroke(`M0 0V${-size}`, colours.dark, 3) +
          repeat(11, (j) =>
            mirrored(
              group(
                leaf({ ...drawing, shape: kind === 'fern' ? 'lance' : 'oval' }, size * 0.26 * (1 - j * 0.04)),
                `translate(0 ${-size * (0.1 + j * 0.085)}) rotate(${kind === 'fern' ? 52 : 64})`,
              ),
            ),
          )
        : leaf(drawing, size);
    return group(blade, `translate(${round(p[0])} ${round(p[1])}) rotate(${round(turn)})`);
  });
  const blooms = repeat(kind === 'banksia' || kind === 'study' || kind === 'slipper' ? 1 : random.whole(2, 5), (i) => {
    const p = at(kind === 'banksia' || kind === 'study' || kind === 'slipper' ? 1 : 1 - i * 0.13);
    return group(
      flower(
        drawing,
        kind === 'banksia' || kind === 'study' ? 200 : kind === 'slipper' ? 170 : kind === 'needle' ? 44 : 76,
      ),
      `translate(${round(p[0])} ${round(p[1])}) rotate(${round(random.between(-12, 12))})`,
    );
  });
  return stem + foliage + blooms;
}
