import { INK, mix } from './colours.ts';
import { box, circle, clipped, gradient, group, lines, oval, points, repeat, round, smooth, stroke } from './svg.ts';
import { scribble } from './writing.ts';
import type { Drawing, Form, Point } from './svg.ts';

export function ridge({ random }: Drawing, width: number, y: number, tall: number): Point[] {
  const [a, b, c] = [random.between(0, 6), random.between(0, 6), random.between(0.6, 1.4)];
  return points(34, (i) => [
    (i / 33) * width,
    y - tall * (0.5 + 0.32 * Math.sin(i * 0.33 * c + a) + 0.18 * Math.sin(i * 0.9 + b)) + random.between(-3, 3),
  ]);
}

const hill = (way: Point[], width: number, bottom: number, paint: string): string =>
  `<path d="${smooth(way)}L${width} ${bottom}L0 ${bottom}Z" fill="${paint}"/>`;

export function palm(drawing: Drawing, x: number, y: number, tall: number, tone: string): string {
  const { random } = drawing;
  const top: Point = [x + random.between(-60, 60), y - tall];
  const fronds = repeat(13, (i) => {
    const a = -Math.PI * 1.08 + (i / 12) * Math.PI * 1.16 + random.between(-0.1, 0.1);
    const reach = tall * random.between(0.34, 0.46);
    const at = (t: number): Point => [
      top[0] + Math.cos(a) * reach * t,
      top[1] + Math.sin(a) * reach * 0.75 * t + reach * 0.85 * t * t,
    ];
    const rib = points(8, (k) => at(k / 7));
    const leaflets = repeat(13, (k) => {
      const [p, q] = [at(k / 13), at((k + 2.2) / 13)];
      return (
        lines([p, [q[0] + (p[1] - q[1]) * 0.7, q[1] + tall * 0.035]]) +
        lines([p, [q[0] - (p[1] - q[1]) * 0.7, q[1] + tall * 0.012]])
      );
    });
    return stroke(smooth(rib), tone, tall * 0.009) + stroke(leaflets, tone, tall * 0.0065);
  });
  return stroke(smooth([[x, y], [x + (top[0] - x) * 0.3, y - tall * 0.5], top]), tone, tall * 0.032) + fronds;
}

function landscape(drawing: Drawing, width: number, height: number): string {
  const { random, colours, shape: kind } = drawing;
  const [defs, sky] = gradient(
    [mix(colours.main, colours.light, 0.55), mix(colours.light, '#ffffff', 0.5), mix(colours.light, '#ffffff', 0.2)],
    'down',
  );
  const clouds = repeat(7, () =>
    oval(
      [random.between(0, width), random.between(40, height * 0.32)],
      random.between(90, 260),
      random.between(12, 34),
      '#ffffff',
      'none',
      { opacity: 0.28 },
    ),
  );
  const far = repeat(4, (i) =>
    hill(
      ridge(drawing, width, height * (0.5 + i * 0.06), height * (0.26 - i * 0.04)),
      width,
      height,
      mix(mix(colours.light, colours.main, 0.3 + i * 0.18), colours.dark, i * 0.14),
    ),
  );
  const water =
    kind === 'coast' || kind === 'river'
      ? box(0, height * 0.66, width, height * 0.34, mix(colours.light, colours.main, 0.25)) +
        stroke(
          repeat(
            60,
            () =>
              `M${round(random.between(0, width))} ${round(random.between(height * 0.68, height))}h${round(random.between(20, 130))}`,
          ),
          '#ffffff',
          2.4,
          { opacity: 0.4 },
        )
      : '';
  const bank = hill(
    points(20, (i): Point => [(i / 19) * width, height * (0.86 + 0.08 * Math.sin(i * 0.6 + 2))]),
    width,
    height,
    mix(colours.dark, colours.main, 0.25),
  );
  const trees =
    kind === 'garden'
      ? repeat(26, () =>
          circle(
            [random.between(0, width), random.between(height * 0.62, height * 0.84)],
            random.between(36, 100),
            mix(colours.dark, colours.main, random.between(0.1, 0.6)),
            'none',
            0,
            { opacity: 0.8 },
          ),
        ) + palm(drawing, width * 0.8, height * 0.92, height * 0.62, colours.dark)
      : '';
  const palms = repeat(kind === 'garden' ? 0 : random.whole(3, 5), (i) =>
    palm(
      drawing,
      width * (kind === 'coast' ? 0.62 + i * 0.09 : 0.1 + i * 0.2 + random.between(-0.04, 0.04)),
      height * random.between(0.88, 0.97),
      height * random.between(0.4, 0.66),
      mix(colours.dark, INK, 0.3),
    ),
  );
  const grass = stroke(
    repeat(
      150,
      () =>
        `M${round(random.between(0, width))} ${height}l${round(random.between(-26, 26))} ${round(-random.between(24, 110))}`,
    ),
    mix(colours.dark, INK, 0.4),
    3,
    { opacity: 0.7 },
  );
  return defs + box(0, 0, width, height, sky) + clouds + far + water + trees + bank + palms + grass;
}

export const photograph: Form = (drawing) => {
  const { random, colours, width, height } = drawing;
  const [w, h] = [920, 650];
  const frame = `M0 0H${w}V${h}H0Z`;
  return (
    box(0, 0, width, height, mix('#d9ccb0', colours.light, 0.2)) +
    group(
      box(12, 16, w, h, '#4a3a1f', 'none', { opacity: 0.3 }) +
        clipped(frame, landscape(drawing, w, h)) +
        stroke(frame, INK, 2),
      `translate(${(width - w) / 2} 110)`,
    ) +
    scribble(random, { x: 150, y: 830, width: 360, lines: 1, size: 15 }) +
    box(60, 40, width - 120, height - 80, 'none', '#8a7550', { 'stroke-width': 1.5 })
  );
};
