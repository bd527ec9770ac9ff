import { INK, mix } from './colours.ts';
import {
  along,
  between,
  clipped,
  gradient,
  group,
  hatch,
  lines,
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

const BONE = '#d9c49a';

export function slab({ random, colours, width, height }: Drawing, inset = 84): string {
  const corner: Point[] = [
    [inset, inset + 20],
    [width * 0.35, inset],
    [width * 0.7, inset + 16],
    [width - inset, inset + 4],
    [width - inset - 10, height * 0.45],
    [width - inset, height - inset - 10],
    [width * 0.62, height - inset],
    [width * 0.25, height - inset - 18],
    [inset + 10, height - inset],
    [inset, height * 0.55],
  ];
  const rough = corner.flatMap((p, i): Point[] => {
    const q = corner[(i + 1) % corner.length] ?? p;
    return points(5, (k) => {
      const m = between(p, q, k / 5);
      return [m[0] + random.between(-9, 9), m[1] + random.between(-9, 9)];
    });
  });
  const d = lines(rough, true);
  const tone = mix('#9b968a', colours.main, 0.22);
  const [defs, paint] = gradient([mix(tone, '#ffffff', 0.22), tone, mix(tone, INK, 0.25)], 'down');
  const cracks = repeat(5, () => {
    const from: Point = [random.between(inset, width - inset), random.between(inset, height - inset)];
    return stroke(
      lines(points(6, (i) => [from[0] + i * random.between(20, 50), from[1] + i * random.between(-14, 30)])),
      mix(tone, INK, 0.55),
      1.6,
      { opacity: 0.6 },
    );
  });
  return (
    defs +
    shape(d, paint, INK, 3) +
    clipped(
      d,
      hatch({ x: 0, y: 0, width, height }, 15, 0.04, INK, 1, 0.16) +
        cracks +
        repeat(160, () =>
          oval(
            [random.between(inset, width - inset), random.between(inset, height - inset)],
            random.between(1, 4),
            random.between(1, 3),
            INK,
            'none',
            { opacity: 0.22 },
          ),
        ),
    )
  );
}

function bone(from: Point, to: Point, w: number, tone: string): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const d = smooth(
    [
      [0, -w * 0.5],
      [w * 0.4, -w * 0.62],
      [length * 0.3, -w * 0.3],
      [length * 0.7, -w * 0.3],
      [length - w * 0.3, -w * 0.6],
      [length, -w * 0.3],
      [length - w * 0.1, 0],
      [length, w * 0.35],
      [length - w * 0.3, w * 0.58],
      [length * 0.7, w * 0.3],
      [length * 0.3, w * 0.3],
      [w * 0.4, w * 0.62],
      [0, w * 0.4],
      [w * 0.1, 0],
    ],
    true,
  );
  return group(
    shape(d, tone, INK, 2.2) +
      stroke(
        `M${round(w * 0.5)} ${round(w * 0.14)}H${round(length - w * 0.5)}M${round(w * 0.7)} ${round(w * 0.22)}H${round(length * 0.6)}`,
        mix(tone, INK, 0.5),
        1.4,
      ),
    `translate(${round(from[0])} ${round(from[1])}) rotate(${round(turn)})`,
  );
}

function pebble(random: Drawing['random'], at: Point, rx: number, ry: number, tone: string): string {
  const d = smooth(
    points(7, (i) => [
      at[0] + Math.cos((i / 7) * Math.PI * 2) * rx * random.between(0.88, 1.1),
      at[1] + Math.sin((i / 7) * Math.PI * 2) * ry * random.between(0.88, 1.1),
    ]),
    true,
  );
  return (
    shape(d, mix(tone, random.chance(0.5) ? '#ffffff' : INK, random.between(0, 0.18)), INK, 2) +
    stroke(
      `M${round(at[0] - rx * 0.5)} ${round(at[1] + ry * 0.3)}q${round(rx * 0.5)} ${round(ry * 0.35)} ${round(rx)} 0`,
      INK,
      1.2,
      { opacity: 0.45 },
    )
  );
}

/** Vertebrae along a curve, growing and shrinking, with spines. */
export function backbone(
  random: Drawing['random'],
  path: Point[],
  count: number,
  big: number,
  spine: number,
  tone: string,
): string {
  return repeat(count, (i) => {
    const t = i / count;
    const [p, q] = [along(path, t), along(path, Math.min(1, t + 0.02))];
    const size = big * (0.35 + 0.65 * Math.sin(Math.PI * (0.12 + t * 0.8)));
    const turn = (Math.atan2(q[1] - p[1], q[0] - p[0]) * 180) / Math.PI;
    return group(
      shape(
        `M${round(-size * 0.3)} ${round(-size * 0.4)}l${round(-spine * 0.2)} ${round(-spine * Math.sin(Math.PI * (0.1 + t * 0.85)))}h${round(size * 0.34)}l${round(spine * 0.2)} ${round(spine * Math.sin(Math.PI * (0.1 + t * 0.85)))}Z`,
        tone,
        INK,
        1.6,
      ) + pebble(random, [0, 0], size * 0.44, size * 0.52, tone),
      `translate(${round(p[0])} ${round(p[1])}) rotate(${round(turn)})`,
    );
  });
}

const teeth = (from: Point, to: Point, count: number, length: number): string =>
  repeat(count, (i) => {
    const [a, b] = [between(from, to, i / count), between(from, to, (i + 0.8) / count)];
    return shape(
      `M${round(a[0])} ${round(a[1])}L${round((a[0] + b[0]) / 2)} ${round((a[1] + b[1]) / 2 + length)}L${round(b[0])} ${round(b[1])}Z`,
      '#f0e3c4',
      INK,
      1.5,
    );
  });

const vertebrae = ({ random, colours }: Drawing): string =>
  backbone(
    random,
    way('260 260, 520 300, 640 500, 560 720, 440 860, 500 1010, 700 1040'),
    17,
    150,
    90,
    mix(BONE, colours.main, 0.3),
  );

const BONES: Readonly<Record<string, (drawing: Drawing) => string>> = {
  paddle: ({ random, colours }) => {
    const tone = mix(BONE, colours.main, 0.25);
    return (
      bone([500, 200], [500, 370], 150, tone) +
      repeat(13, (row) =>
        repeat(row < 2 ? row + 2 : 6 - Math.floor(row / 4), (col) => {
          const n = row < 2 ? row + 2 : 6 - Math.floor(row / 4);
          const w = (46 - row * 2.2) * (row < 2 ? 1.5 : 1);
          return pebble(
            random,
            [500 + (col - (n - 1) / 2) * w * 1.95 + Math.sin(row / 4) * 50, 430 + row * 56 - row * row * 0.9],
            w * 0.92,
            w * 0.74,
            tone,
          );
        }),
      )
    );
  },
  neck: ({ random, colours }) => {
    const tone = mix(BONE, colours.main, 0.3);
    const spine: Point[] = way('250 240, 370 250, 450 340, 440 470, 450 600, 520 720, 600 830, 650 950, 640 1060');
    const ribs = repeat(
      9,
      (i) =>
        stroke(
          smooth([
            [470 + i * 18, 600 + i * 34],
            [380 + i * 16, 660 + i * 32],
            [350 + i * 18, 740 + i * 26],
          ]),
          tone,
          11,
        ) +
        stroke(
          smooth([
            [490 + i * 18, 600 + i * 34],
            [600 + i * 14, 600 + i * 34],
            [690 + i * 8, 680 + i * 26],
          ]),
          tone,
          11,
        ),
    );
    const limb = (x: number, y: number, turn: number): string =>
      group(
        bone([0, 0], [130, 0], 54, tone) +
          repeat(5, (row) =>
            repeat(4, (c) => pebble(random, [160 + row * 32, (c - 1.5) * (26 - row * 3)], 14, 10, tone)),
          ),
        `translate(${x} ${y}) rotate(${turn})`,
      );
    return (
      ribs +
      backbone(random, spine, 52, 52, 34, tone) +
      limb(420, 660, 150) +
      limb(560, 650, -20) +
      limb(560, 960, 130) +
      limb(680, 930, 20) +
      shape(smooth(way('255 225, 190 200, 120 240, 130 270, 240 275'), true), tone) +
      oval([205, 232], 12, 9, INK) +
      teeth([128, 264], [220, 274], 9, 13)
    );
  },
  ribs: ({ random, colours }) => {
    const tone = mix(BONE, colours.main, 0.35);
    return (
      repeat(
        13,
        (i) =>
          stroke(
            smooth([
              [300 + i * 34, 380 + i * 20],
              [330 + i * 36, 600 + i * 16],
              [260 + i * 40, 830 - i * 6],
            ]),
            INK,
            21,
          ) +
          stroke(
            smooth([
              [300 + i * 34, 380 + i * 20],
              [330 + i * 36, 600 + i * 16],
              [260 + i * 40, 830 - i * 6],
            ]),
            tone,
            16,
          ),
      ) +
      backbone(random, way('150 330, 300 350, 500 460, 700 600, 850 700'), 26, 74, 70, tone) +
      shape(smooth(way('200 260, 330 210, 480 300, 420 370, 230 350'), true), tone) +
      oval([340, 285], 40, 30, '#4a4238', INK) +
      teeth([210, 345], [420, 368], 12, 26)
    );
  },
  wing: ({ random, colours }) => {
    const tone = mix(BONE, colours.light, 0.3);
    return (
      bone([620, 930], [520, 700], 44, tone) +
      bone([520, 700], [690, 470], 36, tone) +
      bone([690, 470], [640, 300], 28, tone) +
      bone([640, 300], [420, 210], 22, tone) +
      bone([420, 210], [230, 330], 19, tone) +
      bone([230, 330], [150, 560], 15, tone) +
      bone([150, 560], [170, 760], 11, tone) +
      repeat(
        3,
        (i) =>
          bone([690, 470], [760 + i * 24, 420 + i * 40], 14, tone) +
          shape(`M${764 + i * 24} ${412 + i * 40}q40 10 26 46q-16 -20 -30 -22Z`, tone),
      ) +
      shape(smooth(way('330 820, 430 760, 560 780, 550 860, 400 890, 250 880'), true), tone) +
      oval([470, 815], 34, 24, '#4a4238', INK) +
      oval([390, 842], 38, 15, '#4a4238', INK) +
      teeth([270, 884], [500, 872], 14, 22) +
      backbone(random, way('560 840, 650 880, 740 960, 780 1060'), 18, 32, 20, tone)
    );
  },
  claw: ({ random, colours }) => {
    const tone = mix(BONE, colours.main, 0.3);
    return (
      bone([300, 240], [360, 560], 110, tone) +
      bone([420, 260], [460, 580], 96, tone) +
      repeat(
        4,
        (i) =>
          bone([330 + i * 90, 580], [350 + i * 105, 760], 76 - i * 5, tone) +
          shape(
            smooth(
              [
                [310 + i * 108, 790],
                [400 + i * 108, 770],
                [440 + i * 100, 900],
                [400 + i * 96, 1060],
                [370 + i * 104, 920],
              ],
              true,
            ),
            mix(tone, colours.dark, 0.35),
          ),
      ) +
      pebble(random, [640, 420], 60, 50, tone)
    );
  },
  jaw: ({ colours }) => {
    const tone = mix(BONE, colours.main, 0.25);
    const d = smooth(
      way('150 720, 240 640, 520 630, 680 600, 700 380, 790 330, 850 480, 820 720, 700 830, 400 850, 190 800'),
      true,
    );
    return (
      repeat(8, (i) =>
        shape(
          smooth(
            [
              [250 + i * 52, 655],
              [262 + i * 52, 560 - (i % 2) * 16 - (i === 0 ? 70 : 0)],
              [300 + i * 52, 565],
              [298 + i * 52, 655],
            ],
            true,
          ),
          '#efe2c2',
        ),
      ) +
      shape(d, tone, INK, 3) +
      clipped(d, hatch({ x: 100, y: 300, width: 800, height: 600 }, 12, -0.35, INK, 1.2, 0.35)) +
      oval([330, 760], 22, 12, '#4a4238', INK)
    );
  },
  skull: ({ colours }) => {
    const tone = mix(BONE, colours.light, 0.2);
    const d = smooth(
      way('140 700, 200 590, 420 500, 610 380, 800 400, 880 560, 830 720, 640 760, 400 790, 180 780'),
      true,
    );
    return (
      shape(
        smooth(way('200 830, 420 830, 700 800, 840 740, 870 830, 760 930, 450 950, 220 910'), true),
        mix(tone, INK, 0.1),
        INK,
        3,
      ) +
      repeat(8, (i) => shape(`M${260 + i * 58} ${790 - i * 3}h44v46h-44Z`, '#efe2c2', INK, 2)) +
      shape(d, tone, INK, 3) +
      clipped(d, hatch({ x: 100, y: 300, width: 800, height: 600 }, 12, -0.3, INK, 1.2, 0.35)) +
      oval([600, 560], 66, 50, '#463d33', INK) +
      oval([260, 650], 62, 30, '#463d33', INK) +
      stroke(smooth(way('640 690, 760 640, 850 640')), INK, 7)
    );
  },
  vertebrae,
  arm: ({ random, colours }) => {
    const tone = mix(BONE, colours.light, 0.3);
    return (
      bone([520, 150], [430, 520], 84, tone) +
      bone([410, 540], [500, 880], 56, tone) +
      bone([470, 540], [550, 870], 48, tone) +
      repeat(7, (i) => pebble(random, [480 + (i % 4) * 36, 905 + Math.floor(i / 4) * 30], 17, 14, tone)) +
      repeat(5, (f) => {
        const a: Point = [470 + f * 34, 960];
        const lean = (f - 2) * 20;
        return bone(a, [a[0] + lean, 1040], 20, tone) + bone([a[0] + lean, 1044], [a[0] + lean * 1.8, 1110], 16, tone);
      })
    );
  },
};

export const bones: Form = (drawing) =>
  slab(drawing) +
  group(
    (BONES[drawing.shape] ?? vertebrae)(drawing),
    `translate(${drawing.shape === 'neck' ? '40 60) scale(.9' : '0 10'})`,
  );
