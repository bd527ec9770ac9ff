import { INK, mix } from './colours.ts';
import { createRandom } from './random.ts';
import {
  box,
  circle,
  clipped,
  gradient,
  group,
  hatch,
  oval,
  polar,
  repeat,
  round,
  shape,
  smooth,
  stroke,
  way,
} from './svg.ts';
import type { Drawing, Form, Point } from './svg.ts';

const PROFILES: readonly (readonly Point[])[] = [
  way('60 -210, 120 -160, 128 -110, 150 -70, 134 -52, 142 -30, 132 -14, 136 8, 110 34, 64 40, 70 100'),
  way('50 -220, 116 -180, 120 -126, 164 -74, 130 -60, 140 -40, 130 -24, 142 2, 118 30, 64 46, 66 100'),
  way('56 -204, 108 -166, 116 -112, 138 -78, 124 -60, 134 -40, 126 -26, 130 -4, 104 22, 60 34, 58 100'),
];

/** A head and shoulders cut from paper, looking right. */
function silhouette(random: Drawing['random'], tone: string, woman: boolean): string {
  const face = random.pick(PROFILES);
  const back: Point[] = woman
    ? way(
        '110 190, 210 260, 240 380, -260 380, -230 270, -120 200, -60 110, -92 30, -150 20, -176 -40, -150 -120, -90 -150, -80 -220, 0 -250',
      )
    : way('120 150, 230 210, 280 380, -280 380, -250 220, -120 150, -84 60, -116 -40, -104 -150, -40 -224, 10 -236');
  const extra = woman
    ? shape(smooth(way('-150 -10, -196 -50, -190 -110, -140 -120, -110 -70'), true), tone, tone, 2) +
      repeat(5, (i) =>
        stroke(
          smooth([
            [10 + i * 4, -160 + i * 8],
            [26 + i * 3, -90 + i * 12],
            [4, -30 + i * 14],
          ]),
          tone,
          9,
        ),
      )
    : random.chance(0.6)
      ? shape(smooth(way('40 -40, 96 0, 110 60, 60 110, 0 70, -10 0'), true), tone, tone, 4)
      : shape(smooth(way('-20 -70, 16 -60, 26 10, -10 24'), true), tone, tone, 4);
  const collar = woman
    ? stroke(smooth(way('-90 190, 0 230, 110 196')), '#e9dfc8', 7, { opacity: 0.8, 'stroke-dasharray': '9 6' })
    : shape('M40 120L96 190L20 214L-40 150Z', '#e9dfc8', tone, 2);
  return shape(smooth([...face, ...back], true, 7), tone, tone, 2) + extra + collar;
}

export const portrait: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const [cx, cy] = [width / 2, height / 2];
  const woman =
    drawing.colours.main === '#6a4b8c' ||
    (kind === 'standing' && colours.main === '#6b7a3a') ||
    (kind === 'daguerreotype' && colours.main === '#6d7a80');
  const wall = mix(random.pick(['#e9dfc8', '#ddd2bb', '#d5cbb6']), colours.light, 0.2);
  const ovalPath = (rx: number, ry: number): string =>
    `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
  const dark = mix(colours.dark, INK, 0.4);
  const [glow, back] = gradient(
    [
      mix(colours.light, '#ffffff', 0.45),
      mix(colours.light, colours.main, 0.35),
      mix(colours.main, colours.dark, 0.35),
    ],
    'ball',
  );
  if (kind === 'medallion') {
    const at = random.whole(0, 1_000_000);
    const bust = (tone: string): string => silhouette(createRandom(String(at)), tone, false);
    const [defs, blue] = gradient(
      [mix(colours.main, '#ffffff', 0.2), colours.main, mix(colours.main, INK, 0.3)],
      'ball',
    );
    return (
      box(0, 0, width, height, wall) +
      oval([cx + 18, cy + 24], 352, 430, '#4a3a1f', 'none', { opacity: 0.3 }) +
      defs +
      shape(ovalPath(350, 426), '#efe9dc', INK, 3) +
      shape(ovalPath(322, 398), blue, INK, 2) +
      clipped(
        ovalPath(322, 398),
        group(bust('#a39a8a'), `translate(${cx + 9} ${cy - 2}) scale(.98)`) +
          group(bust('#f4efe4'), `translate(${cx} ${cy - 10}) scale(.98)`),
      ) +
      repeat(60, (i) => circle([cx + Math.cos(i * 0.1047) * 336, cy + Math.sin(i * 0.1047) * 412], 4.5, colours.light))
    );
  }
  if (kind === 'daguerreotype') {
    const mat = `M150 170H850V1070H150Z`;
    return (
      box(0, 0, width, height, '#3a1f1a') +
      box(60, 70, width - 120, height - 140, '#5a2a24', '#20100c', { 'stroke-width': 8 }) +
      shape(mat, '#c79a45', INK, 5) +
      clipped(mat, hatch({ x: 140, y: 160, width: 720, height: 920 }, 6, 0.7, '#7a5620', 1, 0.35)) +
      glow +
      shape(ovalPath(270, 350), back, INK, 9) +
      clipped(
        ovalPath(270, 350),
        group(silhouette(random, dark, woman), `translate(${cx - 10} ${cy + 10}) scale(.86)`) +
          stroke(`M${cx - 300} ${cy - 260}L${cx + 120} ${cy + 420}`, '#ffffff', 70, { opacity: 0.1 }),
      ) +
      stroke(ovalPath(286, 366), '#7a5620', 4) +
      repeat(4, (i) => circle([i % 2 ? 800 : 200, i < 2 ? 220 : 1020], 22, '#a87c30', INK, 3))
    );
  }
  if (kind === 'standing')
    return (
      box(0, 0, width, height, wall) +
      box(90, 80, width - 180, height - 160, '#f3ecdc', '#8a7550') +
      glow +
      box(130, 120, width - 260, height - 250, back, INK) +
      clipped(
        `M130 120H${width - 130}V${height - 130}H130Z`,
        box(130, height * 0.72, width - 260, 300, mix(colours.main, colours.dark, 0.3)) +
          stroke(
            repeat(7, (i) => `M170 ${140 + i * 8}Q${260 + i * 6} 500 ${180 + i * 10} ${height * 0.72}`),
            dark,
            9,
            { opacity: 0.35 },
          ) +
          (woman
            ? shape(smooth(way('470 330, 560 330, 640 560, 740 1010, 300 1010, 410 560'), true), dark) +
              shape(smooth(way('430 200, 600 190, 612 300, 540 330, 440 300'), true), dark) +
              stroke(smooth(way('590 470, 690 600, 760 560')), dark, 40) +
              shape(smooth(way('210 950, 260 900, 330 920, 360 1000, 220 1010'), true), '#efe6d2', INK)
            : shape(smooth(way('430 330, 600 330, 640 620, 600 1010, 430 1010, 390 620'), true), dark) +
              circle([515, 250], 76, dark) +
              stroke(smooth(way('610 420, 690 600, 640 720')), dark, 46) +
              box(650, 720, 170, 290, mix(colours.dark, colours.main, 0.4), INK) +
              box(640, 700, 190, 26, colours.main, INK)) +
          hatch({ x: 130, y: 120, width: 800, height: 1000 }, 9, 0.2, dark, 1, 0.16),
      )
    );
  const head = clipped(
    ovalPath(330, 430),
    group(silhouette(random, dark, woman), `translate(${cx - 6} ${cy + 10}) scale(1.06)`) +
      (kind === 'woven'
        ? stroke(
            repeat(170, (i) => `M${cx - 340} ${cy - 430 + i * 5.1}H${cx + 340}`),
            '#ffffff',
            1.4,
            { opacity: 0.35 },
          )
        : hatch({ x: cx - 340, y: cy - 440, width: 680, height: 880 }, 8, 0.5, dark, 1, 0.18)),
  );
  const border =
    kind === 'woven'
      ? repeat(44, (i) => {
          const p = polar([0, 0], 1, i * 0.1428);
          return group(
            shape('M0 -14L14 0L0 14L-14 0Z', colours.main, INK, 1.4),
            `translate(${round(cx + p[0] * 372)} ${round(cy + p[1] * 478)})`,
          );
        })
      : stroke(ovalPath(352, 452), '#b08b45', 20) +
        stroke(ovalPath(366, 466), INK, 2) +
        stroke(ovalPath(338, 438), INK, 2);
  return (
    box(0, 0, width, height, wall) +
    box(60, 60, width - 120, height - 120, mix(wall, '#ffffff', 0.35), '#8a7550') +
    glow +
    shape(ovalPath(330, 430), back, INK, 3) +
    head +
    border
  );
};
