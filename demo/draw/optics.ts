import { INK, mix } from './colours.ts';
import { STEEL, WOOD, brass, metal, tube, wood } from './metalwork.ts';
import { box, circle, clipped, group, hatch, oval, repeat, round, shape, smooth, stroke, way } from './svg.ts';
import type { Form } from './svg.ts';

export const microscope: Form = (drawing) => {
  const { random, shape: kind } = drawing;
  const tone = brass(drawing);
  const [defs, paint] = metal(tone);
  const mirror = group(
    oval([0, 0], 78, 40, tone, INK) + oval([0, -4], 62, 29, '#cfdcdf', INK),
    `translate(480 930) rotate(${round(random.between(-24, -8))})`,
  );
  const stage =
    box(330, 790, 320, 30, tone, INK) +
    box(430, 779, 120, 13, '#d9e4e2', INK) +
    stroke('M360 790q40 -30 70 -6M620 790q-40 -30 -70 -6', STEEL, 6);
  if (kind === 'simple')
    return (
      defs +
      wood(250, 1000, 500, 130) +
      tube([500, 1000], [500, 430], 34, tone) +
      mirror +
      box(380, 740, 260, 26, tone, INK) +
      oval([450, 738], 66, 13, '#d9e4e2', INK) +
      tube([500, 500], [330, 470], 18, tone) +
      oval([300, 464], 54, 22, tone, INK) +
      oval([300, 461], 34, 12, '#cfdcdf', INK) +
      circle([528, 600], 34, tone, INK, 3) +
      circle([528, 600], 19, 'none', INK, 2) +
      circle([500, 424], 24, tone, INK, 3) +
      repeat(4, (i) => tube([610 + i * 34, 1000], [620 + i * 34, 935], 14, tone))
    );
  if (kind === 'tripod')
    return (
      defs +
      oval([500, 1080], 290, 58, WOOD, INK) +
      oval([500, 1062], 270, 50, mix(WOOD, '#ffffff', 0.14), INK) +
      repeat(
        3,
        (i) =>
          stroke(
            smooth([
              [500 + (i - 1) * 190, 1050],
              [500 + (i - 1) * 230, 900],
              [500 + (i - 1) * 130, 780],
              [500 + (i - 1) * 150, 650],
            ]),
            INK,
            31,
          ) +
          stroke(
            smooth([
              [500 + (i - 1) * 190, 1050],
              [500 + (i - 1) * 230, 900],
              [500 + (i - 1) * 130, 780],
              [500 + (i - 1) * 150, 650],
            ]),
            tone,
            24,
          ),
      ) +
      group(oval([0, 0], 78, 40, tone, INK) + oval([0, -4], 62, 29, '#cfdcdf', INK), 'translate(500 1010)') +
      oval([500, 810], 200, 34, tone, INK) +
      oval([500, 806], 60, 12, '#d9e4e2', INK) +
      box(430, 350, 140, 330, mix(drawing.colours.main, '#3f5a3c', 0.4), INK) +
      stroke(
        repeat(9, (i) => `M430 ${380 + i * 34}h140`),
        '#c9992f',
        3,
      ) +
      box(415, 640, 170, 56, paint, INK) +
      shape('M452 696H548L520 770H480Z', paint) +
      box(400, 320, 200, 36, paint, INK) +
      box(455, 190, 90, 130, paint, INK) +
      oval([500, 188], 66, 18, tone, INK)
    );
  const lean = kind === 'side' ? 0 : random.between(8, 15);
  const body =
    box(440, 230, 100, 380, paint, INK) +
    box(428, 214, 124, 26, paint, INK) +
    box(452, 150, 76, 70, paint, INK) +
    oval([490, 148], 50, 13, tone, INK) +
    box(452, 610, 76, 50, paint, INK) +
    shape('M466 660H514L505 750H475Z', paint) +
    stroke(
      repeat(5, (i) => `M440 ${300 + i * 8}h100`),
      INK,
      1.5,
    );
  return (
    defs +
    shape(smooth(way('250 1130, 330 1060, 500 1040, 690 1060, 770 1130'), false) + 'Z', tone) +
    tube([640, 1070], [640, 690], 48, tone) +
    mirror +
    stage +
    group(
      body +
        shape(smooth(way('640 720, 690 560, 660 420, 560 360, 540 420, 610 470, 630 570, 600 700'), true), tone) +
        circle([662, 500], 46, mix(tone, '#ffffff', 0.2), INK, 3) +
        circle([662, 500], 30, 'none', INK, 2),
      `rotate(${round(lean)} 500 800)`,
    ) +
    circle([640, 850], 40, tone, INK, 3) +
    circle([640, 850], 24, 'none', INK, 2) +
    (kind === 'large' ? tube([330, 1100], [400, 830], 26, tone) + circle([690, 650], 30, tone, INK, 3) : '')
  );
};

export const telescope: Form = (drawing) => {
  const { random, shape: kind } = drawing;
  const tone = brass(drawing);
  const lean = random.between(-24, -14);
  if (kind === 'newtonian')
    return (
      wood(330, 740, 620, 36) +
      tube([380, 740], [330, 880], 30, WOOD) +
      tube([900, 740], [950, 880], 30, WOOD) +
      tube([470, 740], [450, 520], 30, WOOD) +
      tube([860, 740], [850, 280], 30, WOOD) +
      group(
        shape('M-440 -74L440 -74L470 -40V40L440 74L-440 74L-470 40V-40Z', WOOD) +
          clipped(
            'M-440 -74L440 -74L470 -40V40L440 74L-440 74L-470 40V-40Z',
            hatch({ x: -480, y: -80, width: 960, height: 160 }, 8, 0.004, INK, 1.2, 0.4),
          ) +
          repeat(4, (i) => box(-430 + i * 280, -78, 18, 156, '#c9992f', INK)) +
          tube([330, -78], [330, -150], 34, tone) +
          tube([150, -96], [400, -96], 18, tone),
        `translate(620 400) rotate(${round(lean)})`,
      )
    );
  const long = kind === 'refractor' ? 470 : 300;
  const body =
    tube([-long, 0], [long, 0], kind === 'refractor' ? 66 : 130, tone) +
    tube([long, 0], [long + 60, 0], kind === 'refractor' ? 92 : 150, mix(tone, INK, 0.1)) +
    tube([-long - 90, 0], [-long, 0], kind === 'refractor' ? 44 : 56, STEEL) +
    tube([-long - 120, 0], [-long - 88, 0], 62, tone) +
    tube([-long + 30, -60], [-long + 300, -60], 18, tone) +
    circle([-long + 120, 62], 24, tone, INK, 3);
  return (
    repeat(
      3,
      (i) =>
        stroke(
          smooth([
            [600, 760],
            [600 + (i - 1) * 90, 770],
            [600 + (i - 1) * 210, 800],
            [600 + (i - 1) * 250, 870],
          ]),
          INK,
          32,
        ) +
        stroke(
          smooth([
            [600, 760],
            [600 + (i - 1) * 90, 770],
            [600 + (i - 1) * 210, 800],
            [600 + (i - 1) * 250, 870],
          ]),
          tone,
          25,
        ),
    ) +
    tube([600, 780], [600, 470], 48, tone) +
    circle([600, 790], 46, tone, INK, 3) +
    circle([600, 470], 50, mix(tone, '#ffffff', 0.2), INK, 3) +
    group(body, `translate(610 410) rotate(${round(lean)})`)
  );
};

export const camera: Form = (drawing) => {
  const { shape: kind } = drawing;
  const tone = brass(drawing);
  const lens = (x: number, y: number, r: number): string =>
    circle([x, y], r * 1.25, mix(tone, INK, 0.15), INK, 3) +
    circle([x, y], r, tone, INK, 3) +
    circle([x, y], r * 0.72, '#1b2328', INK, 3) +
    oval([x - r * 0.24, y - r * 0.28], r * 0.24, r * 0.14, '#9fb6bd', 'none', { opacity: 0.8 });
  const shadow = oval([520, 1000], 400, 44, '#4a3a1f', 'none', { opacity: 0.25 });
  if (kind === 'box')
    return (
      shadow +
      shape('M260 480L380 390H850L730 480Z', mix(WOOD, '#ffffff', 0.25)) +
      shape('M730 480L850 390V860L730 980Z', mix(WOOD, INK, 0.35)) +
      wood(260, 480, 470, 500) +
      lens(495, 730, 108) +
      circle([350, 560], 12, tone, INK)
    );
  if (kind === 'folding')
    return (
      shadow +
      wood(170, 940, 700, 50) +
      wood(600, 380, 230, 560, mix(WOOD, '#ffffff', 0.06)) +
      repeat(9, (i) =>
        shape(
          `M${320 + i * 32} ${470 - i * 8}l16 -16l16 16V${900 + i * 4}l-16 16l-16 -16Z`,
          i % 2 ? '#4a1f1c' : '#6a2d27',
        ),
      ) +
      wood(240, 440, 90, 500) +
      lens(285, 690, 84) +
      stroke('M330 930L600 560', tone, 8) +
      circle([720, 430], 13, tone, INK) +
      stroke('M620 400H810', '#c9992f', 8)
    );
  return (
    shadow +
    shape('M210 430L300 340H700L640 430Z', mix(WOOD, '#ffffff', 0.22)) +
    wood(210, 430, 430, 540) +
    wood(600, 470, 240, 470, mix(WOOD, '#ffffff', 0.1)) +
    lens(425, 700, 130) +
    circle([425, 700], 40, '#0f1418', INK) +
    oval([425, 500], 110, 40, tone, INK) +
    repeat(4, (i) => circle([i % 2 ? 610 : 240, i < 2 ? 460 : 940], 9, tone, INK)) +
    wood(160, 960, 720, 40)
  );
};
