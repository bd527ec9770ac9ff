import { INK, mix } from './colours.ts';
import {
  box,
  circle,
  clipped,
  gradient,
  group,
  hatch,
  lines,
  oval,
  points,
  polar,
  repeat,
  round,
  shape,
  stroke,
} from './svg.ts';
import type { Drawing, Form, Point } from './svg.ts';

const BRASS = '#c9992f';

const STEEL = '#8b949a';

const WOOD = '#7a4a26';

/** A toothed wheel about the origin. */
function wheel(r: number, teeth: number, tone: string, spokes: number): string {
  const rim = points(teeth * 4, (i) =>
    polar([0, 0], i % 4 === 1 || i % 4 === 2 ? r : r * (1 - 2.6 / teeth), ((i + 0.5) / (teeth * 4)) * Math.PI * 2),
  );
  const [defs, paint] = gradient([mix(tone, '#ffffff', 0.35), tone, mix(tone, INK, 0.4)], 'ball');
  const holes =
    spokes === 0
      ? ''
      : repeat(spokes, (i) => {
          const [a, b] = [(i / spokes) * Math.PI * 2 + 0.16, ((i + 1) / spokes) * Math.PI * 2 - 0.16];
          const [p, q, u, v] = [
            polar([0, 0], r * 0.3, a + 0.12),
            polar([0, 0], r * 0.72, a),
            polar([0, 0], r * 0.72, b),
            polar([0, 0], r * 0.3, b - 0.12),
          ];
          return shape(
            `M${lines([p, q]).slice(1)}A${round(r * 0.72)} ${round(r * 0.72)} 0 0 1 ${round(u[0])} ${round(u[1])}L${round(v[0])} ${round(v[1])}A${round(r * 0.3)} ${round(r * 0.3)} 0 0 0 ${round(p[0])} ${round(p[1])}Z`,
            '#e9dec4',
            INK,
            2,
          );
        });
  return (
    defs +
    shape(lines(rim, true), paint, INK, 2) +
    circle([0, 0], r * 0.84, 'none', mix(tone, INK, 0.45), 2) +
    holes +
    circle([0, 0], r * 0.2, mix(tone, '#ffffff', 0.2), INK, 2.5) +
    circle([0, 0], r * 0.075, STEEL, INK, 2)
  );
}

/** A figure wheel seen from its edge, with ten ticks where a machine has its figures. */
function drum(x: number, y: number, w: number, h: number, tone: string): string {
  const [defs, paint] = gradient([mix(tone, INK, 0.5), mix(tone, '#ffffff', 0.45), tone, mix(tone, INK, 0.55)]);
  const ticks = repeat(
    9,
    (i) => `M${round(x + w * (0.5 - Math.cos((i + 0.5) * 0.35) * 0.47))} ${round(y + h * 0.24)}v${round(h * 0.5)}`,
  );
  return (
    defs +
    box(x, y, w, h, paint, INK, { rx: 5, 'stroke-width': 2 }) +
    stroke(ticks, mix(tone, INK, 0.75), 3) +
    stroke(`M${x} ${round(y + h * 0.12)}h${w}M${x} ${round(y + h * 0.87)}h${w}`, mix(tone, INK, 0.5), 1.2)
  );
}

function pillar(x: number, y: number, h: number, w = 22): string {
  const [defs, paint] = gradient(['#5c666c', '#dfe5e6', STEEL, '#3f484d']);
  return defs + box(x - w / 2, y, w, h, paint, INK, { 'stroke-width': 1.8 });
}

const plank = (x: number, y: number, w: number, h: number, tone: string = WOOD): string => {
  const d = `M${x} ${y}h${w}v${h}h${-w}Z`;
  return shape(d, tone) + clipped(d, hatch({ x, y, width: w, height: h }, 7, 0.01, mix(tone, INK, 0.6), 1.2, 0.4));
};

function engine(
  { random, colours }: Drawing,
  columns: number,
  rows: number,
  area: { x: number; y: number; width: number; height: number },
): string {
  const [w, h] = [area.width / columns, (area.height - 60) / rows];
  return repeat(columns, (c) => {
    const x = area.x + c * w;
    return (
      pillar(x + w / 2, area.y, area.height, w * 0.16) +
      repeat(
        rows,
        (r) =>
          drum(
            x + w * 0.14,
            area.y + 30 + r * h,
            w * 0.72,
            h * 0.56,
            mix(BRASS, random.chance(0.2) ? STEEL : colours.main, random.between(0.1, 0.5)),
          ) +
          box(x + w * 0.3, area.y + 30 + r * h + h * 0.6, w * 0.4, h * 0.2, STEEL, INK, { 'stroke-width': 1.2 }) +
          stroke(
            `M${round(x + w * 0.86)} ${round(area.y + 30 + (r + 0.3) * h)}l${round(w * 0.16)} ${round(h * 0.4)}`,
            INK,
            3,
          ),
      )
    );
  });
}

function frame(x: number, y: number, w: number, h: number): string {
  const posts = [x + 16, x + w - 16]
    .map((at) => pillar(at, y, h, 30) + circle([at, y - 6], 19, BRASS, INK, 2))
    .join('');
  return (
    posts +
    box(x - 12, y, w + 24, 26, mix(STEEL, INK, 0.25), INK) +
    box(x - 12, y + h - 26, w + 24, 26, mix(STEEL, INK, 0.3), INK)
  );
}

function train({ random, colours }: Drawing, wheels: readonly (readonly [number, number, number, number])[]): string {
  return wheels
    .map(([x, y, r, spokes]) =>
      group(
        oval([9, 11], r, r, '#4a3a1f', 'none', { opacity: 0.2 }) +
          group(
            wheel(
              r,
              Math.round(r / 4.6),
              mix(BRASS, random.chance(0.3) ? STEEL : colours.main, random.between(0.15, 0.7)),
              spokes,
            ),
            `rotate(${round(random.between(0, 60))})`,
          ),
        `translate(${x} ${y})`,
      ),
    )
    .join('');
}

export const gears: Form = (drawing) => {
  const { random, shape: kind, colours, width, height } = drawing;
  switch (kind) {
    case 'columns':
      return (
        frame(230, 110, 740, 640) +
        engine(drawing, random.whole(3, 5), random.whole(6, 8), { x: 270, y: 135, width: 660, height: 590 }) +
        group(wheel(92, 26, BRASS, 5), 'translate(1010 420)') +
        stroke('M1010 420L1070 330', INK, 17) +
        stroke('M1010 420L1070 330', STEEL, 11) +
        circle([1070, 328], 19, WOOD, INK) +
        plank(180, 752, 850, 62)
      );
    case 'figure':
      return group(
        oval([14, 20], 320, 320, '#4a3a1f', 'none', { opacity: 0.22 }) +
          wheel(315, 90, mix(BRASS, colours.main, 0.4), 6) +
          repeat(10, (i) => {
            const p = polar([0, 0], 262, (i / 10) * Math.PI * 2);
            return (
              circle(p, 19, '#efe2bd', INK, 2) +
              repeat((i % 5) + 1, (k) => circle([p[0] - 6 + (k % 3) * 6, p[1] - 4 + Math.floor(k / 3) * 8], 2.2, INK))
            );
          }),
        `translate(${width / 2} ${height / 2})`,
      );
    case 'plan': {
      const line = (at: Point, r: number): string =>
        circle(at, r, 'none', colours.dark, 2.8) +
        circle(at, r * 0.86, 'none', colours.dark, 1.5) +
        circle(at, r * 0.2, 'none', colours.accent, 1.6) +
        repeat(36, (i) => {
          const [a, b] = [polar(at, r * 0.86, i / 5.73), polar(at, r, i / 5.73)];
          return stroke(lines([a, b]), colours.dark, 1.4);
        });
      const rings = repeat(15, (i) => line(polar([410, 470], i === 0 ? 0 : 268, i * 0.42), i === 0 ? 190 : 56));
      const store = repeat(9, (i) => line([790 + (i % 3) * 118, 300 + Math.floor(i / 3) * 170], 52));
      return (
        rings +
        store +
        stroke('M600 470H1080M600 440H1080M600 500H1080', colours.accent, 1.6) +
        repeat(40, (i) => stroke(`M${600 + i * 12} 440v60`, colours.accent, 0.8)) +
        stroke('M70 470H1130M410 90V850', '#8a4b3a', 0.9, { 'stroke-dasharray': '18 6 3 6' })
      );
    }
    case 'arith':
      return (
        plank(150, 560, 900, 150) +
        box(150, 480, 900, 84, mix(BRASS, '#ffffff', 0.2), INK) +
        repeat(
          7,
          (i) =>
            box(196 + i * 92, 498, 14, 50, '#3a2f22', INK) +
            circle([203 + i * 92, 508 + random.whole(0, 28)], 13, STEEL, INK),
        ) +
        box(150, 400, 900, 78, BRASS, INK) +
        repeat(
          13,
          (i) => circle([198 + i * 62, 440], 19, '#f3ecd8', INK, 2) + stroke(`M${192 + i * 62} 440h12`, INK, 2),
        ) +
        stroke('M930 522L1000 440', INK, 16) +
        circle([1004, 434], 22, WOOD, INK) +
        shape('M150 400L230 210H970L1050 400Z', mix(WOOD, '#ffffff', 0.08)) +
        box(300, 235, 600, 100, colours.main, INK, { opacity: 0.5 })
      );
    case 'wheels':
      return train(drawing, [
        [430, 420, 240, 6],
        [762, 560, 128, 5],
        [800, 300, 142, 5],
        [225, 690, 110, 4],
        [590, 735, 96, 4],
        [1010, 430, 92, 0],
        [200, 215, 92, 0],
        [960, 700, 116, 5],
      ]);
    case 'stack':
      return (
        plank(380, 790, 440, 54) +
        pillar(600, 90, 700, 36) +
        repeat(
          9,
          (i) =>
            drum(460 + (i % 2) * 6, 120 + i * 73, 270, 46, mix(BRASS, colours.main, random.between(0, 0.6))) +
            stroke(`M740 ${140 + i * 73}l66 ${random.whole(-20, 20)}`, STEEL, 9),
        ) +
        group(wheel(78, 24, STEEL, 4), 'translate(866 470)')
      );
    case 'piece':
      return (
        plank(250, 700, 700, 84) +
        frame(330, 250, 540, 450) +
        engine(drawing, random.whole(2, 3), 4, { x: 380, y: 276, width: 440, height: 400 }) +
        train(drawing, [
          [900, 330, 88, 5],
          [300, 560, 76, 4],
        ])
      );
    default:
      return (
        plank(130, 760, 940, 66) +
        frame(160, 300, 880, 460) +
        engine(drawing, random.whole(6, 8), 4, { x: 200, y: 326, width: 800, height: 410 }) +
        train(drawing, [
          [230, 230, 92, 5],
          [390, 250, 66, 4],
          [960, 235, 96, 6],
        ]) +
        stroke('M520 300V190H860', INK, 6)
      );
  }
};

export const cards: Form = ({ random, colours, shape: kind }) => {
  const card = (x: number, y: number, w: number, h: number, columns: number, rows: number, turn: number): string =>
    group(
      box(9, 11, w, h, '#4a3a1f', 'none', { opacity: 0.2 }) +
        box(0, 0, w, h, mix(colours.light, '#efe2c4', 0.5), INK, { 'stroke-width': 2 }) +
        repeat(columns * rows, (i) => {
          const at: Point = [
            w * 0.12 + ((i % columns) * w * 0.76) / Math.max(1, columns - 1),
            h * 0.09 + (Math.floor(i / columns) * h * 0.82) / (rows - 1),
          ];
          return random.chance(0.45) ? circle(at, Math.min(w / columns, h / rows) * 0.3, '#2a2119', INK, 1.5) : '';
        }) +
        circle([w / 2, h * 0.035], 6, '#2a2119') +
        circle([w / 2, h * 0.965], 6, '#2a2119'),
      `translate(${x} ${y}) rotate(${round(turn)})`,
    );
  if (kind === 'rods')
    return repeat(10, (i) => {
      const x = 190 + i * 84;
      return group(
        plank(0, 0, 66, 640, mix('#d8b878', colours.main, random.between(0.1, 0.5))) +
          repeat(
            9,
            (r) =>
              stroke(`M0 ${(r + 1) * 64}h66M0 ${(r + 1) * 64}L66 ${r * 64}`, INK, 2) +
              circle([20, r * 64 + 22], 3 + ((i * r) % 4), INK) +
              circle([46, r * 64 + 46], 2 + ((i + r) % 4), INK),
          ),
        `translate(${x} ${140 + random.whole(-14, 14)}) rotate(${round(random.between(-1.5, 1.5))})`,
      );
    });
  if (kind === 'chain')
    return repeat(
      7,
      (i) =>
        card(230, 90 + i * 112, 740, 96, 24, 4, random.between(-0.6, 0.6)) +
        stroke(`M260 ${180 + i * 112}v22M600 ${180 + i * 112}v22M940 ${180 + i * 112}v22`, '#7a5a3a', 7),
    );
  return kind === 'small'
    ? repeat(4, (i) => card(210 + i * 208, 170 + (i % 2) * 36, 160, 560, 3, 12, random.between(-4, 4)))
    : repeat(3, (i) => card(170 + i * 300, 110 + (i % 2) * 30, 256, 690, 6, 16, random.between(-3, 3)));
};
