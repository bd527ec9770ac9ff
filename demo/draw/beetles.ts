import { INK, mix } from './colours.ts';
import {
  between,
  box,
  circle,
  clipped,
  gradient,
  group,
  lines,
  mirrored,
  oval,
  repeat,
  round,
  shape,
  smooth,
  stroke,
  way,
} from './svg.ts';
import type { Drawing, Form, Point } from './svg.ts';

interface BeetleForm {
  readonly long: number;
  readonly wide: number;
  readonly waist: number;
  readonly feeler: number;
  readonly jaws: number;
  readonly fore: number;
  readonly neck: number;
}

const GROUND: BeetleForm = { long: 300, wide: 112, waist: 84, feeler: 190, jaws: 20, fore: 1, neck: 80 };

const BEETLES: Readonly<Record<string, BeetleForm>> = {
  ground: GROUND,
  longhorn: { long: 340, wide: 98, waist: 74, feeler: 520, jaws: 16, fore: 1, neck: 74 },
  stag: { long: 270, wide: 112, waist: 104, feeler: 110, jaws: 165, fore: 1.15, neck: 78 },
  longarm: { long: 270, wide: 132, waist: 118, feeler: 90, jaws: 10, fore: 2.1, neck: 96 },
  jewel: { long: 390, wide: 104, waist: 92, feeler: 100, jaws: 8, fore: 0.8, neck: 84 },
  tiger: { long: 250, wide: 84, waist: 58, feeler: 210, jaws: 46, fore: 1.35, neck: 74 },
  violin: { long: 330, wide: 176, waist: 46, feeler: 400, jaws: 26, fore: 1.2, neck: 120 },
};

function beetleAt({ random, colours, shape: kind }: Drawing): string {
  const form = BEETLES[kind] ?? GROUND;
  const [long, wide] = [form.long * random.between(0.95, 1.05), form.wide * random.between(0.93, 1.07)];
  const leg = (y: number, spread: number, reach: number, bend: number): string => {
    const knee: Point = [wide + spread, y + bend];
    const foot: Point = [wide + spread + reach * 0.55, y + bend * 2.3 + (bend > 0 ? 60 : -60)];
    const tip: Point = [foot[0] + reach * 0.35, foot[1] + (bend > 0 ? 40 : -46)];
    return (
      stroke(lines([[wide * 0.5, y], knee]), INK, 21) +
      stroke(lines([knee, foot]), INK, 14) +
      stroke(lines([foot, tip]), INK, 7) +
      stroke(lines([[wide * 0.5, y], knee]), mix(colours.dark, colours.main, 0.5), 13) +
      stroke(lines([knee, foot]), mix(colours.dark, colours.main, 0.35), 7) +
      repeat(5, (i) => circle(between(foot, tip, i / 5), 5, colours.dark, INK, 1))
    );
  };
  const legs = mirrored(
    leg(-52, 62 * form.fore, 95 * form.fore, -62 * form.fore) + leg(40, 78, 100, 40) + leg(110, 70, 130, 90),
  );
  const head = -form.neck - 62;
  const feeler =
    kind === 'stag' || kind === 'longarm'
      ? stroke(`M28 ${head + 10}Q80 ${head - 20} 96 ${head - 60}`, INK, 6) +
        repeat(3, (i) => stroke(`M${92 + i * 4} ${head - 52 - i * 9}l24 -8`, INK, 5))
      : stroke(
          smooth([
            [30, head],
            [90, head - form.feeler * 0.22],
            [110 + form.feeler * 0.2, head - form.feeler * 0.4],
            [150 + form.feeler * 0.42, head - form.feeler * 0.3 + (form.feeler > 300 ? 180 : 0)],
          ]),
          INK,
          6,
        ) +
        stroke(
          smooth([
            [30, head],
            [90, head - form.feeler * 0.22],
            [110 + form.feeler * 0.2, head - form.feeler * 0.4],
            [150 + form.feeler * 0.42, head - form.feeler * 0.3 + (form.feeler > 300 ? 180 : 0)],
          ]),
          colours.accent,
          3,
          { 'stroke-dasharray': '15 5' },
        );
  const jaw = shape(
    smooth(
      [
        [8, head - 22],
        [30, head - 34],
        [48, head - 40 - form.jaws * 0.55],
        [26, head - 36 - form.jaws],
        [30, head - 44 - form.jaws * 0.5],
        [12, head - 34],
      ],
      true,
    ),
    colours.dark,
  );
  const wingCase = smooth(
    [
      [1, -58],
      [wide * 0.72, -66],
      [wide * (kind === 'violin' ? 0.8 : 1), -14],
      [wide * (kind === 'violin' ? 1.25 : 1.02), long * 0.42],
      [wide * 0.72, long * 0.78],
      [1, long * 0.9],
    ],
    true,
    6,
  );
  const [defs, paint] = gradient(
    [mix(colours.main, '#ffffff', 0.1), colours.main, mix(colours.main, colours.dark, 0.75)],
    'across',
  );
  const marks = repeat(kind === 'violin' ? 0 : random.whole(4, 8), (i) => {
    const y = -30 + i * (long / 8.5);
    return kind === 'ground' || kind === 'longhorn' || kind === 'tiger'
      ? oval(
          [wide * random.between(0.3, 0.75), y],
          random.between(8, 22),
          random.between(6, 13),
          kind === 'ground' ? colours.dark : colours.light,
          'none',
          { opacity: kind === 'ground' ? 0.5 : 0.85 },
        )
      : '';
  });
  const grooves = repeat(8, (i) =>
    stroke(
      smooth([
        [(wide / 8) * i * 0.8, -58],
        [(wide / 8) * (i + 0.4), long * 0.35],
        [(wide / 8) * i * 0.45, long * 0.86],
      ]),
      colours.dark,
      1.7,
      { opacity: 0.55, 'stroke-dasharray': kind === 'stag' || kind === 'violin' ? '0' : '7 4' },
    ),
  );
  const shine = stroke(
    smooth([
      [wide * 0.34, -42],
      [wide * 0.46, 40],
      [wide * 0.4, long * 0.5],
    ]),
    '#ffffff',
    15,
    { opacity: 0.28 },
  );
  const half = defs + shape(wingCase, paint) + clipped(wingCase, marks + grooves + shine) + stroke(wingCase);
  const collar = smooth(
    [
      [0, -68],
      [form.waist * 0.8, -62],
      [form.waist * 1.04, -92],
      [form.waist * 0.8, -60 - form.neck],
      [0, -66 - form.neck],
    ],
    true,
  );
  const [collarDefs, collarPaint] = gradient([
    mix(colours.main, colours.dark, 0.15),
    mix(colours.main, colours.dark, 0.6),
  ]);
  const front =
    mirrored(collarDefs + shape(collar, collarPaint)) +
    stroke(
      smooth([
        [-form.waist * 0.4, -78],
        [0, -84],
        [form.waist * 0.4, -78],
      ]),
      colours.light,
      3,
      { opacity: 0.4 },
    );
  const skull =
    oval([0, head + 4], form.waist * 0.55, 38, mix(colours.dark, colours.main, 0.4), INK) +
    mirrored(oval([form.waist * 0.46, head], kind === 'tiger' ? 20 : 12, 14, INK));
  return legs + mirrored(feeler + jaw) + skull + front + mirrored(half) + shape('M-14 -60L14 -60L0 -28Z', colours.dark);
}

export const beetle: Form = (drawing) => {
  const { width, height, shape: kind, random } = drawing;
  if (kind !== 'drawer') return group(beetleAt(drawing), `translate(${width / 2} ${height * 0.5}) scale(1.14)`);
  const kinds = ['ground', 'longhorn', 'stag', 'jewel', 'tiger', 'longarm', 'jewel', 'ground', 'stag'];
  const frame =
    box(70, 110, width - 140, height - 220, '#efe6d0', INK, { 'stroke-width': 14 }) +
    box(92, 132, width - 184, height - 264, 'none', '#8a6647', { 'stroke-width': 6 });
  return (
    frame +
    kinds
      .map((name, i) =>
        group(
          beetleAt({
            ...drawing,
            shape: name,
            colours: {
              ...drawing.colours,
              main: random.pick(['#7a3b1e', '#2d7d80', '#6b7a3a', '#3d3a38', '#6a4b8c', '#b98237']),
              dark: '#1c1612',
            },
          }) +
            stroke('M0 -20V-66', '#666666', 5) +
            circle([0, -20], 9, '#b5b5b5', INK, 2),
          `translate(${250 + (i % 3) * 250} ${300 + Math.floor(i / 3) * 320}) scale(.36)`,
        ),
      )
      .join('')
  );
};

const beeLeg = (y: number, drop: number): string =>
  stroke(
    lines([
      [60, y],
      [170, y + drop],
      [215, y + drop + 110],
      [240, y + drop + 170],
    ]),
    INK,
    15,
  );

export const bee: Form = ({ random, colours, width, height }) => {
  const wingOf = (tilt: number, size: number): string =>
    group(
      shape(smooth(way('0 0, 90 -70, 260 -90, 370 -40, 350 30, 220 60, 80 40'), true), '#cdb98f', INK, 2, {
        opacity: 0.75,
      }) +
        stroke('M0 0Q150 -60 365 -30M0 0Q160 0 350 20M120 -60L150 30M220 -50L240 45M300 -40L290 30', colours.dark, 2.4),
      `rotate(${tilt}) scale(${size})`,
    );
  const fur = (y: number, w: number, h: number, count: number): string =>
    repeat(count, () => {
      const [a, r] = [random.between(0, Math.PI * 2), Math.sqrt(random.next())];
      return `M${round(Math.cos(a) * r * w)} ${round(y + Math.sin(a) * r * h)}l${round(Math.cos(a) * 15)} ${round(Math.sin(a) * 15 + 5)}`;
    });
  const [defs, paint] = gradient([mix(colours.dark, '#ffffff', 0.28), colours.dark], 'ball');
  const belly = smooth(way('0 50, 98 70, 118 190, 80 310, 0 370'), true);
  const body =
    mirrored(shape(belly, colours.dark)) +
    repeat(5, (i) =>
      stroke(`M-100 ${110 + i * 52}Q0 ${150 + i * 52} 100 ${110 + i * 52}`, colours.light, 4, { opacity: 0.4 }),
    ) +
    oval([0, -10], 104, 88, paint, INK) +
    oval([0, -138], 86, 66, paint, INK) +
    mirrored(
      oval([72, -140], 20, 42, '#14100d', INK) +
        shape('M14 -196Q70 -240 40 -290Q90 -250 62 -182Z', colours.dark) +
        stroke('M34 -180Q90 -220 150 -190', INK, 7),
    );
  return (
    defs +
    group(
      mirrored(
        beeLeg(-40, -70) +
          beeLeg(20, 30) +
          beeLeg(60, 120) +
          group(wingOf(18, 0.86), 'translate(70 30)') +
          group(wingOf(-8, 1.08), 'translate(70 -20)'),
      ) +
        body +
        stroke(fur(-10, 92, 76, 220), colours.light, 1.6, { opacity: 0.5 }) +
        stroke(fur(-138, 70, 50, 90), colours.light, 1.4, { opacity: 0.4 }) +
        stroke(fur(200, 80, 120, 160), '#b8a58c', 1.4, { opacity: 0.35 }),
      `translate(${width / 2} ${height / 2 - 20}) scale(1.02)`,
    )
  );
};
