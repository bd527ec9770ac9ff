import { INK, mix } from './colours.ts';
import {
  between,
  circle,
  clipped,
  gradient,
  group,
  lines,
  mirrored,
  oval,
  points,
  repeat,
  round,
  shape,
  smooth,
  stroke,
  way,
} from './svg.ts';
import type { Drawing, Form, Point } from './svg.ts';

interface Wings {
  readonly fore: readonly Point[];
  readonly hind: readonly Point[];
  /** Where the coloured cells begin and end between root (0) and margin (1). */
  readonly cells: readonly [number, number];
}

const NYMPH: Wings = {
  fore: way('8 -18, 120 -170, 270 -235, 350 -225, 352 -150, 300 -60, 190 5, 60 18'),
  hind: way('12 6, 150 5, 230 60, 240 140, 185 205, 105 215, 45 170, 18 90'),
  cells: [0.3, 0.86],
};

const WINGS: Readonly<Record<string, Wings>> = {
  nymph: NYMPH,
  birdwing: {
    fore: way('8 -20, 115 -175, 270 -290, 405 -330, 412 -270, 330 -140, 190 -15, 60 16'),
    hind: way('12 6, 120 -5, 205 35, 222 120, 180 205, 105 258, 50 225, 22 110'),
    cells: [0.42, 0.87],
  },
  swallowtail: {
    fore: way('8 -20, 110 -190, 250 -285, 350 -285, 358 -200, 312 -65, 200 18, 60 20'),
    hind: way('12 8, 140 8, 232 66, 252 150, 218 215, 232 292, 206 345, 178 292, 160 240, 92 228, 40 185, 18 95'),
    cells: [0.2, 0.74],
  },
  swordtail: {
    fore: way('8 -20, 120 -200, 255 -290, 335 -290, 318 -190, 260 -70, 170 10, 55 18'),
    hind: way('12 8, 130 8, 200 75, 205 150, 208 280, 222 420, 203 440, 182 300, 150 210, 85 200, 38 165, 18 90'),
    cells: [0.34, 0.8],
  },
  leaf: {
    fore: way('8 -18, 100 -160, 235 -255, 352 -330, 338 -245, 318 -130, 235 -20, 60 18'),
    hind: way('12 6, 150 0, 240 60, 250 130, 200 190, 150 240, 120 300, 95 225, 40 150, 18 80'),
    cells: [0.4, 0.7],
  },
  moth: {
    fore: way('6 -20, 110 -200, 260 -285, 400 -270, 418 -190, 350 -150, 310 -60, 220 0, 60 18'),
    hind: way('12 6, 180 -5, 255 70, 270 160, 210 235, 120 260, 50 190, 18 90'),
    cells: [0.55, 0.72],
  },
};

/** The outer margin as many points, from the tip near the body round to the inner edge. */
function margin(outline: readonly Point[], count: number): Point[] {
  const outer = outline.slice(1, -1);
  return points(count, (i) => {
    const at = (i / (count - 1)) * (outer.length - 1);
    const k = Math.min(outer.length - 2, Math.floor(at));
    return between(outer[k] ?? [0, 0], outer[k + 1] ?? [0, 0], at - k);
  });
}

function wing(
  outline: readonly Point[],
  cells: readonly [number, number],
  { random, colours, shape: kind }: Drawing,
): string {
  const jittered = outline.map(([x, y]): Point => [x * random.between(0.96, 1.04), y * random.between(0.96, 1.04)]);
  const d = smooth(jittered, true);
  const root = jittered[0] ?? [0, 0];
  const pale = colours.light === '#f3ead3';
  const [defs, paint] = gradient(
    pale
      ? [colours.light, colours.main]
      : [
          colours.dark,
          mix(colours.dark, colours.main, kind === 'nymph' || kind === 'moth' || kind === 'leaf' ? 0.85 : 0.3),
        ],
    'across',
  );
  const edge = margin(jittered, 11);
  const tips = edge.slice(0, -1);
  const cell = (i: number): string => {
    const [a, b] = [edge[i] ?? root, edge[i + 1] ?? root];
    const [from, to] = [cells[0] + random.between(-0.05, 0.05), cells[1] + random.between(-0.07, 0.03)];
    const middle = between(between(a, b, 0.5), root, 1 - to - 0.03);
    const patch = [
      between(root, between(a, b, 0.3), from),
      between(root, between(a, b, 0.14), to * 0.9),
      middle,
      between(root, between(a, b, 0.86), to * 0.9),
      between(root, between(a, b, 0.7), from),
    ];
    return shape(
      smooth(patch, true),
      pale ? colours.dark : mix(colours.main, colours.light, random.between(0, 0.35)),
      'none',
      0,
      { opacity: pale ? 0.3 : 0.92 },
    );
  };
  const veins = edge
    .map(
      (p) =>
        `M${round(root[0])} ${round(root[1])}Q${round(p[0] * 0.5)} ${round(p[1] * 0.56)} ${round(p[0])} ${round(p[1])}`,
    )
    .join('');
  const spots = repeat(tips.length, (i) => {
    const at = between(root, between(edge[i] ?? root, edge[i + 1] ?? root, 0.5), 0.93);
    return circle(at, random.between(3, 8), kind === 'nymph' ? colours.accent : colours.light, 'none', 0, {
      opacity: 0.9,
    });
  });
  const scales = repeat(70, () => {
    const at = between(root, random.pick(edge), random.between(0.15, 1));
    return `M${round(at[0] + random.between(-18, 18))} ${round(at[1] + random.between(-18, 18))}l${round(at[0] * 0.05)} ${round(at[1] * 0.05)}`;
  });
  const eye =
    kind === 'moth'
      ? shape(
          lines(
            [
              between(root, edge[4] ?? root, 0.45),
              between(root, edge[6] ?? root, 0.4),
              between(root, edge[5] ?? root, 0.62),
            ],
            true,
          ),
          colours.light,
          colours.dark,
          5,
        )
      : '';
  const stripe =
    kind === 'leaf'
      ? stroke(
          smooth([
            between(root, edge[2] ?? root, 0.5),
            between(root, edge[5] ?? root, 0.62),
            between(root, edge[9] ?? root, 0.6),
          ]),
          colours.accent,
          34,
          { opacity: 0.7 },
        )
      : '';
  const rim = stroke(
    d,
    kind === 'nymph' || kind === 'birdwing' ? colours.dark : mix(colours.dark, colours.main, 0.25),
    kind === 'birdwing' ? 40 : 30,
    { opacity: pale ? 0.75 : 0.8 },
  );
  return `${defs}${shape(d, paint, INK, 2.5)}${clipped(d, repeat(edge.length - 1, cell) + stripe + rim + stroke(veins, pale ? colours.dark : mix(colours.dark, INK, 0.4), 2.6, { opacity: 0.75 }) + stroke(scales, colours.light, 1, { opacity: 0.25 }) + eye + spots)}${stroke(d, INK, 2.2)}`;
}

const segments = (colour: string, line: string): string =>
  repeat(9, (i) =>
    oval([0, 30 + i * 19], 21 - Math.abs(i - 3) * 1.9, 13, mix(colour, '#000000', i % 2 ? 0.12 : 0), line),
  );

export const butterfly: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const wings = WINGS[kind] ?? NYMPH;
  const right =
    wing(wings.hind, wings.cells, drawing) + group(wing(wings.fore, wings.cells, drawing), 'translate(0 -4)');
  const feeler =
    kind === 'moth'
      ? stroke('M6 -62Q40 -110 60 -150', INK, 3) +
        repeat(12, (i) => stroke(`M${round(12 + i * 4)} ${round(-72 - i * 6.4)}l14 -2m-14 2l2 -14`, INK, 1.4))
      : stroke(`M5 -62Q${round(random.between(20, 50))} -130 ${round(random.between(80, 115))} -178l6 -6`, INK, 2.6) +
        circle([0, 0], 0, INK);
  const body =
    segments(colours.dark, INK) +
    oval([0, -14], 27, 44, mix(colours.dark, colours.accent, 0.25), INK) +
    repeat(40, () =>
      stroke(
        `M${round(random.between(-20, 20))} ${round(random.between(-46, 22))}l${round(random.between(-5, 5))} 10`,
        colours.light,
        1.1,
        { opacity: 0.5 },
      ),
    ) +
    circle([0, -62], 16, colours.dark, INK, 2) +
    mirrored(circle([11, -64], 6, INK));
  return group(
    mirrored(right + feeler) + body,
    `translate(${width / 2} ${height * 0.5 - (kind === 'swordtail' ? 70 : -10)}) scale(${round(1.05)})`,
  );
};
