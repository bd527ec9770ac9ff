import { INK, mix } from './colours.ts';
import { palm, ridge } from './landscapes.ts';
import { ichthyosaur, plesiosaur, ship } from './penwork.ts';
import {
  between,
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
  smooth,
  stroke,
  way,
} from './svg.ts';
import { scribble } from './writing.ts';
import type { Drawing, Form, Point } from './svg.ts';

const washed = (random: Drawing['random'], way: Point[], tone: string, spread: number): string =>
  repeat(3, () =>
    shape(
      smooth(
        way.map(([x, y]): Point => [x + random.between(-spread, spread), y + random.between(-spread, spread)]),
        true,
      ),
      tone,
      'none',
      0,
      { opacity: 0.28 },
    ),
  );

function map(drawing: Drawing): string {
  const { random, colours, width, height } = drawing;
  const land = points(random.whole(11, 15), (): Point => [
    random.between(140, width - 140),
    random.between(140, height - 140),
  ])
    .map((at) => {
      const size = random.between(26, 128);
      const way = points(17, (i) => polar(at, size * random.between(0.55, 1.25), (i / 17) * Math.PI * 2)).map(
        ([x, y]): Point => [x, at[1] + (y - at[1]) * 0.72],
      );
      const grown = (by: number): Point[] => way.map((p) => between(at, p, by));
      return (
        repeat(4, (i) =>
          stroke(smooth(grown(1.08 + i * 0.07 + 6 / size), true), colours.main, 1.2, { opacity: 0.75 - i * 0.15 }),
        ) +
        shape(smooth(way, true), mix(colours.light, '#e8d8a8', 0.5), INK, 2) +
        stroke(
          repeat(
            Math.round(size / 12),
            (i) => `M${round(at[0] - size * 0.4 + i * 10)} ${round(at[1] + 6 + (i % 3) * 8)}l8 -13l8 13`,
          ),
          mix(colours.dark, INK, 0.3),
          1.6,
        )
      );
    })
    .join('');
  const route = smooth(
    points(8, (i): Point => [150 + i * 128, height / 2 + Math.sin(i * 1.3) * 230 + random.between(-40, 40)]),
  );
  const grid = stroke(
    repeat(9, (i) => `M${100 + i * 125} 90V${height - 90}`) + repeat(6, (i) => `M90 ${140 + i * 132}H${width - 90}`),
    colours.dark,
    0.9,
    { opacity: 0.5 },
  );
  const frame =
    box(76, 76, width - 152, height - 152, 'none', INK, { 'stroke-width': 3 }) +
    stroke(`M84 84H${width - 84}M84 ${height - 84}H${width - 84}`, INK, 7, { 'stroke-dasharray': '40 40' });
  return (
    grid +
    land +
    stroke(route, '#9a2f26', 3.4, { 'stroke-dasharray': '4 11' }) +
    group(
      repeat(8, (i) =>
        group(
          shape(`M0 0L9 -14L0 ${i % 2 ? -40 : -66}L-9 -14Z`, i % 2 ? colours.light : colours.dark, INK, 1.3),
          `rotate(${i * 45})`,
        ),
      ),
      `translate(${width - 190} ${height - 190})`,
    ) +
    frame
  );
}

const wave = (x: number, base: number): number => base + Math.sin(x / 210 + 1) * 16 + x * 0.05;

const web = (x: number, y: number, turn: number): string =>
  group(
    shape(lines(way('0 0, 130 -90, 150 -30, 156 30, 126 86'), true), '#d8b45e', INK, 2.4, { opacity: 0.85 }) +
      repeat(
        4,
        (i) =>
          stroke(
            lines([
              [0, 0],
              [[130, 150, 156, 126][i] ?? 0, [-90, -30, 30, 86][i] ?? 0],
            ]),
            INK,
            7,
          ) + circle([[130, 150, 156, 126][i] ?? 0, [-90, -30, 30, 86][i] ?? 0], 14, '#d8b45e', INK, 2),
      ),
    `translate(${x} ${y}) rotate(${turn})`,
  );

const SCENES: Readonly<Record<string, (drawing: Drawing) => string>> = {
  map,
  coast: (drawing) => {
    const { random, colours, width } = drawing;
    const hills = repeat(3, (i) =>
      washed(
        random,
        [
          ...ridge(drawing, width - 200, 480 + i * 40, 260 - i * 60).map(([x, y]): Point => [x + 100, y]),
          [width - 100, 560],
          [100, 560],
        ],
        mix(colours.main, colours.dark, i * 0.25),
        7,
      ),
    );
    return (
      hills +
      stroke(smooth(ridge(drawing, width - 200, 470, 240)), INK, 1.8, { opacity: 0.7, transform: 'translate(100 0)' }) +
      washed(
        random,
        [
          [100, 560],
          [width - 100, 560],
          [width - 100, 800],
          [100, 800],
        ],
        colours.light,
        6,
      ) +
      stroke(
        repeat(
          46,
          () =>
            `M${round(random.between(110, width - 240))} ${round(random.between(575, 800))}h${round(random.between(20, 110))}`,
        ),
        colours.dark,
        1.6,
        { opacity: 0.6 },
      ) +
      group(ship(mix(colours.dark, INK, 0.3)), `translate(${random.whole(380, 800)} 640) scale(1.05)`)
    );
  },
  strata: ({ random, colours, height }) => {
    let y = 150;
    let out = '';
    const shade = [colours.light, colours.main, '#b9ad94', colours.accent, '#e9e0c8', colours.dark, '#a8977a'];
    while (y < height - 190) {
      const thick = random.between(26, 96);
      const d = lines(
        [
          ...points(20, (i): Point => [110 + i * 51, wave(i * 51, y)]),
          ...points(20, (i): Point => [1079 - i * 51, wave(969 - i * 51, y + thick)]),
        ],
        true,
      );
      const tone = mix(random.pick(shade), '#efe4cc', 0.35);
      out +=
        shape(d, tone, INK, 1.8) +
        clipped(
          d,
          random.chance(0.5)
            ? hatch(
                { x: 100, y: y - 60, width: 1000, height: thick + 160 },
                random.between(7, 14),
                random.pick([0.05, 0.9, -0.8]),
                INK,
                1,
                0.35,
              )
            : repeat(90, () =>
                circle(
                  [random.between(100, 1090), random.between(y - 20, y + thick + 70)],
                  random.between(1, 5),
                  INK,
                  'none',
                  0,
                  { opacity: 0.4 },
                ),
              ),
        );
      y += thick;
    }
    return (
      out +
      stroke('M110 150Q60 400 110 800', INK, 2.4) +
      scribble(random, { x: 130, y: height - 95, width: 420, lines: 1, size: 14 })
    );
  },
  sea: (drawing) => {
    const { random, colours, width, height } = drawing;
    return (
      washed(
        random,
        [
          [90, 420],
          [width - 90, 400],
          [width - 90, height - 90],
          [90, height - 90],
        ],
        '#6f8f8a',
        8,
      ) +
      washed(
        random,
        [
          [90, 90],
          [width - 90, 90],
          [width - 90, 330],
          [90, 380],
        ],
        '#d9cfae',
        8,
      ) +
      stroke(smooth(points(28, (i): Point => [90 + i * 38, 410 + Math.sin(i * 1.2) * 13])), INK, 3) +
      group(ichthyosaur(INK), 'translate(420 560) scale(.9) rotate(-8)') +
      group(plesiosaur(INK), 'translate(800 690) scale(.8) rotate(6)') +
      group(ichthyosaur(colours.dark), 'translate(760 500) scale(.46)') +
      palm(drawing, 180, 420, 250, colours.dark) +
      palm(drawing, 250, 430, 200, colours.dark) +
      repeat(5, (i) =>
        group(
          stroke(smooth(way('-60 0, -30 -22, 0 0, 30 -22, 60 0')), INK, 5) + stroke('M0 0L16 -20L34 -16', INK, 4),
          `translate(${440 + i * 120} ${150 + (i % 3) * 56}) scale(${0.6 + (i % 2) * 0.3})`,
        ),
      ) +
      repeat(9, () =>
        group(
          circle([0, 0], 17, 'none', INK, 2.5) +
            stroke(smooth(points(14, (k) => polar([0, 0], 2 + k, k * 0.8))), INK, 2),
          `translate(${random.whole(140, 1060)} ${random.whole(770, 830)})`,
        ),
      )
    );
  },
  fishes: ({ random, colours }) =>
    repeat(4, (i) =>
      group(
        shape(
          smooth(
            [
              [-250, 0],
              [-150, -60 - i * 12],
              [30, -80 - i * 10],
              [180, -26],
              [180, 26],
              [30, 70 + i * 12],
              [-150, 54],
            ],
            true,
          ),
          mix('#efe6d0', colours.light, 0.4),
          INK,
          2.4,
        ) +
          shape(smooth(way('175 -24, 270 -80, 246 0, 270 80, 175 24')), 'none', INK, 2.4) +
          stroke(
            repeat(12, (k) => `M${-30 + k * 16} ${-78 - i * 8 + k * 4}l${10 + k} -44`),
            INK,
            1.8,
          ) +
          circle([-190, -12], 15, '#f6f0de', INK, 2.4) +
          circle([-190, -12], 6, INK) +
          stroke(smooth(way('-140 -52, -118 0, -140 50')), INK, 2.2) +
          stroke(
            repeat(70, () => `M${round(random.between(-110, 160))} ${round(random.between(-50, 44))}q8 6 0 12`),
            INK,
            1.2,
            { opacity: 0.6 },
          ),
        `translate(${[370, 840, 350, 830][i] ?? 0} ${[280, 350, 640, 690][i] ?? 0}) scale(${[0.95, 0.82, 0.86, 0.9][i] ?? 1}) rotate(${[-3, 4, 3, -5][i] ?? 0})`,
      ),
    ),
  palms: (drawing) =>
    repeat(4, (i) =>
      palm(drawing, 260 + i * 230, 800, 520 + (i % 2) * 110, mix(drawing.colours.dark, INK, 0.2 + i * 0.1)),
    ) + stroke('M110 806Q600 786 1090 806M140 822H1000', INK, 2),
  wash: ({ random, colours }) => {
    const body: Point[] = way('-120 30, -80 -60, 10 -96, 90 -70, 130 -10, 90 60, -30 80');
    const limb = (way: Point[]): string => stroke(smooth(way), INK, 41) + stroke(smooth(way), colours.main, 34);
    return group(
      limb(way('80 -50, 190 -120, 260 -80')) +
        limb(way('-90 -40, -190 -140, -280 -120')) +
        limb(way('90 40, 230 110, 310 60')) +
        limb(way('-100 50, -210 140, -310 110')) +
        web(260, -85, -30) +
        web(-284, -122, 205) +
        web(312, 60, 10) +
        web(-312, 112, 165) +
        shape(smooth(body, true), colours.main, INK, 3) +
        washed(random, body, colours.dark, 9) +
        circle([-92, -50], 26, '#f2e3a8', INK, 3) +
        oval([-92, -50], 7, 18, INK) +
        stroke(smooth(way('-122 20, -80 36, -30 20')), INK, 3) +
        repeat(22, () =>
          circle([random.between(-60, 90), random.between(-70, 50)], random.between(3, 8), colours.light, 'none', 0, {
            opacity: 0.6,
          }),
        ),
      'translate(600 460) scale(1.05)',
    );
  },
  plan: ({ colours, random }) =>
    box(180, 230, 840, 470, 'none', INK, { 'stroke-width': 13 }) +
    stroke('M180 465H460M560 465H1020M460 230V400M460 530V700M760 230V465M760 530V700', INK, 9) +
    hatch({ x: 190, y: 240, width: 262, height: 216 }, 12, 0.6, colours.main, 1.4, 0.6) +
    repeat(14, (i) => box(214 + i * 58, 204, 26, 13, colours.accent) + box(214 + i * 58, 712, 26, 13, colours.accent)) +
    stroke('M180 780H1020M180 766V794M1020 766V794', INK, 2) +
    scribble(random, { x: 470, y: 830, width: 260, lines: 1, size: 12 }) +
    circle([600, 465], 120, 'none', colours.accent, 2),
  copper: ({ random, colours, width, height }) => {
    const [defs, plate] = gradient(['#f0b48a', '#c9794a', '#a5552d', '#d99a70'], 'down');
    return (
      defs +
      box(180, 110, width - 360, height - 220, plate, INK, { 'stroke-width': 4, rx: 6 }) +
      repeat(13, (i) =>
        group(
          shape(
            lines(
              points(22, (k): Point => [
                (k < 11 ? 1 : -1) * Math.sin(((k % 11) / 10) * Math.PI) * (k % 2 ? 26 : 18),
                -(k < 11 ? k : 21 - k) * 17,
              ]),
              true,
            ),
            'none',
            colours.dark,
            2,
          ) +
            stroke('M0 0V-170', colours.dark, 1.5) +
            hatch({ x: -16, y: -150, width: 32, height: 130 }, 9, 0.6, colours.dark, 1, 0.6),
          `translate(600 ${720 - i * 30}) rotate(${(i % 2 ? 1 : -1) * (70 - i * 2)})`,
        ),
      ) +
      stroke('M600 780V260', colours.dark, 7) +
      repeat(12, (r) =>
        stroke(
          repeat(9, (c) => `M${530 + c * 17} ${360 - r * 17}q${(c - 4) * 4} -4 ${(c - 4) * 5} -16`),
          colours.dark,
          1.8,
        ),
      ) +
      repeat(30, () =>
        stroke(
          `M${round(random.between(200, 1000))} ${round(random.between(130, 800))}l${round(random.between(-30, 30))} ${round(random.between(-9, 9))}`,
          '#ffffff',
          1,
          { opacity: 0.4 },
        ),
      )
    );
  },
  paintbox: ({ random }) => {
    const d = 'M180 470H1020V790H180Z';
    return (
      shape('M180 470L240 160H960L1020 470Z', '#8a5a2e') +
      shape('M215 452L262 186H938L985 452Z', '#e9dcc0') +
      hatch({ x: 262, y: 200, width: 676, height: 240 }, 13, 0.05, '#8a7550', 1, 0.2) +
      washed(random, way('330 380, 470 270, 620 330, 760 240, 880 400'), '#4f7a5a', 16) +
      washed(random, way('320 260, 520 220, 880 230, 860 270'), '#7a9ab0', 12) +
      shape(d, '#7a4a26', INK, 4) +
      repeat(
        14,
        (i) =>
          box(
            214 + (i % 7) * 112,
            506 + Math.floor(i / 7) * 98,
            94,
            78,
            [
              '#a3262f',
              '#d99a26',
              '#2b55a8',
              '#2f8a5b',
              '#6a4b8c',
              '#e9e0c8',
              '#3d3a38',
              '#b96a6e',
              '#7f7c3b',
              '#2d7d80',
              '#cf6f1e',
              '#8a6647',
              '#f0cf5e',
              '#1f2f5a',
            ][i] ?? INK,
            INK,
            { rx: 6 },
          ) + oval([244 + (i % 7) * 112, 530 + Math.floor(i / 7) * 98], 19, 9, '#ffffff', 'none', { opacity: 0.3 }),
      ) +
      repeat(3, (i) =>
        group(
          box(0, -6, 430, 12, '#b8823a', INK, { rx: 5 }) +
            box(430, -8, 56, 16, '#c3c9cb', INK) +
            shape('M486 -8Q540 -6 556 0Q540 6 486 8Z', '#4a3020'),
          `translate(${250 + i * 60} ${724 + i * 20}) rotate(${-2 + i * 2})`,
        ),
      )
    );
  },
  engine: ({ colours, random }) =>
    repeat(
      8,
      (c) =>
        stroke(`M${200 + c * 112} 150V780M${240 + c * 112} 150V780`, colours.dark, 1.4) +
        repeat(
          9,
          (r) =>
            box(184 + c * 112, 172 + r * 66, 72, 36, mix('#efe6d0', colours.main, 0.22), colours.dark, {
              'stroke-width': 1.5,
            }) +
            stroke(
              `M${184 + c * 112} ${184 + r * 66}h72M${256 + c * 112} ${190 + r * 66}l40 ${random.whole(8, 30)}`,
              colours.dark,
              1.2,
            ),
        ),
    ) +
    box(150, 130, 900, 22, 'none', colours.dark) +
    box(150, 780, 900, 26, 'none', colours.dark) +
    stroke('M120 850H1080M120 840V860M1080 840V860', colours.accent, 1.6) +
    stroke('M600 100V830', '#9a2f26', 1.2, { 'stroke-dasharray': '16 6 3 6' }),
  figures: ({ random, colours }) => {
    const man = (x: number, coat: string, flip: number): string =>
      group(
        washed(random, way('-70 -170, 70 -170, 84 60, 60 230, -60 230, -84 60'), coat, 5) +
          shape(smooth(way('-70 -170, 70 -170, 84 60, 60 230, -60 230, -84 60'), true), 'none', INK, 2.6) +
          circle([0, -232], 56, '#d9b48a', INK, 2.6) +
          shape(smooth(way('-60 -240, -40 -296, 40 -296, 60 -240, 0 -262'), true), mix(colours.dark, INK, 0.3)) +
          stroke(
            lines([
              [-36, 230],
              [-40, 390],
            ]),
            INK,
            31,
          ) +
          stroke(
            lines([
              [36, 230],
              [40, 390],
            ]),
            INK,
            31,
          ) +
          stroke(smooth(way('60 -130, 140 -50, 210 -70')), INK, 34) +
          stroke(smooth(way('60 -130, 140 -50, 210 -70')), coat, 27) +
          circle([12, -238], 5, INK) +
          stroke('M10 -212h26', INK, 3),
        `translate(${x} 470) scale(${flip} 1)`,
      );
    return (
      man(360, '#b08a4e', 1) +
      man(850, '#3f5a7a', -1) +
      group(
        oval([0, 0], 52, 26, '#a3362f', INK) +
          stroke('M-50 -6Q-110 -60 -150 -20M-50 4Q-110 60 -150 26M40 0L96 -26M40 0L96 26', INK, 5) +
          stroke(
            repeat(6, (i) => `M${-30 + i * 12} 22v24`),
            INK,
            4,
          ),
        'translate(606 390)',
      ) +
      stroke('M130 872Q600 846 1070 872', INK, 2.4)
    );
  },
};

export const drawing: Form = (given) => (SCENES[given.shape] ?? map)(given);
