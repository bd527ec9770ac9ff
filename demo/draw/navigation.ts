import { INK, mix } from './colours.ts';
import { STEEL, WOOD, brass, dial, hand, scale, tube, wood } from './metalwork.ts';
import { box, circle, group, lines, oval, points, polar, repeat, round, shape, smooth, stroke, way } from './svg.ts';
import type { Form, Point } from './svg.ts';

export const chronometer: Form = (drawing) => {
  const { random, colours, shape: kind } = drawing;
  const face = (r: number): string =>
    dial(r, '#f4efe0', brass(drawing), 12) +
    group(
      circle([0, 0], r * 0.26, '#f9f5e8', INK, 1.6) +
        scale([0, 0], r * 0.2, 0, Math.PI * 2, 30, r * 0.05) +
        hand(r * 0.2, random.between(0, 360), 2),
      `translate(0 ${round(r * 0.42)})`,
    ) +
    hand(r * 0.5, random.between(0, 360), 9) +
    hand(r * 0.78, random.between(0, 360), 6) +
    circle([0, 0], r * 0.05, '#c9992f', INK, 2);
  if (kind === 'pocket')
    return (
      stroke('M500 300V230', INK, 34) +
      stroke('M500 300V230', brass(drawing), 28) +
      circle([500, 175], 62, 'none', INK, 22) +
      circle([500, 175], 62, 'none', brass(drawing), 15) +
      group(face(330), 'translate(500 660)') +
      stroke(smooth(points(18, (i): Point => [560 + i * 17, 170 - Math.sin(i / 2.2) * 52])), brass(drawing), 13, {
        'stroke-dasharray': '16 7',
      })
    );
  if (kind === 'movement')
    return group(
      circle([0, 0], 372, mix(STEEL, '#ffffff', 0.25), INK, 5) +
        circle([0, 0], 340, mix('#c9992f', '#ffffff', 0.25), INK, 2.5) +
        repeat(5, (i) => {
          const p = polar([0, 0], [190, 170, 200, 150, 0][i] ?? 0, i * 1.5);
          const r = [118, 100, 92, 122, 76][i] ?? 80;
          return group(
            circle([0, 0], r, mix('#c9992f', colours.main, i * 0.16), INK, 2.5) +
              circle([0, 0], r * 0.86, 'none', INK, 1.2) +
              stroke(
                repeat(44, (k) => lines([polar([0, 0], r * 0.93, k * 0.1428), polar([0, 0], r * 1.04, k * 0.1428)])),
                INK,
                4,
              ) +
              stroke(
                repeat(6, (k) => lines([polar([0, 0], 0, 0), polar([0, 0], r * 0.84, k * 1.047)])),
                INK,
                6,
              ) +
              circle([0, 0], 15, '#9a2630', INK, 2),
            `translate(${round(p[0])} ${round(p[1])})`,
          );
        }) +
        stroke(smooth(points(46, (i) => polar([-10, 40], 20 + i * 2.1, i * 0.7))), '#2b55a8', 4) +
        repeat(4, (i) => circle(polar([0, 0], 306, i * 1.57 + 0.6), 14, '#2b3f63', INK, 2)),
      'translate(500 620)',
    );
  if (kind === 'regulator')
    return (
      wood(300, 110, 400, 1010, mix(WOOD, INK, 0.15)) +
      box(330, 480, 340, 600, '#d8cfb8', INK, { opacity: 0.5 }) +
      group(
        dial(165, '#f4efe0', brass(drawing), 12) +
          hand(120, random.between(0, 360), 5) +
          hand(84, random.between(0, 360), 7),
        'translate(500 300)',
      ) +
      tube([500, 480], [500, 960], 13, STEEL) +
      repeat(4, (i) => tube([462 + i * 25, 560], [462 + i * 25, 840], 8, i % 2 ? '#c9992f' : STEEL)) +
      circle([500, 980], 84, brass(drawing), INK, 3) +
      circle([500, 980], 56, 'none', INK, 1.6) +
      shape('M280 110L500 40L720 110Z', WOOD)
    );
  return (
    wood(120, 300, 760, 690) +
    wood(160, 340, 680, 610, mix(WOOD, INK, 0.45)) +
    shape('M120 300L210 120H790L880 300Z', mix(WOOD, '#ffffff', 0.1)) +
    circle([500, 645], 288, 'none', INK, 27) +
    circle([500, 645], 288, 'none', brass(drawing), 20) +
    tube([190, 645], [240, 645], 22, '#c9992f') +
    tube([760, 645], [812, 645], 22, '#c9992f') +
    group(face(216), 'translate(500 645)') +
    repeat(4, (i) =>
      shape(
        `M${i % 2 ? 880 : 120} ${i < 2 ? 300 : 990}l${i % 2 ? -70 : 70} 0l${i % 2 ? 70 : -70} ${i < 2 ? 70 : -70}Z`,
        '#c9992f',
      ),
    )
  );
};

export const sextant: Form = (drawing) => {
  const { random, shape: kind } = drawing;
  const tone = brass(drawing);
  if (kind === 'pocket')
    return group(
      circle([20, 26], 330, '#4a3a1f', 'none', 0, { opacity: 0.2 }) +
        dial(318, mix(tone, '#ffffff', 0.25), tone, 0) +
        shape(
          `M${lines([polar([0, -60], 300, 0.35), polar([0, -60], 300, 2.8)]).slice(1)}L${round(polar([0, -60], 240, 2.8)[0])} ${round(polar([0, -60], 240, 2.8)[1])}Q0 240 ${round(polar([0, -60], 240, 0.35)[0])} ${round(polar([0, -60], 240, 0.35)[1])}Z`,
          '#e8e2cf',
          INK,
          2,
        ) +
        scale([0, -60], 236, 0.4, 2.74, 60, 34) +
        tube([0, -60], polar([0, -60], 290, random.between(1, 2.2)), 26, tone) +
        circle([0, -60], 44, tone, INK, 3) +
        circle([0, -60], 17, INK) +
        repeat(
          3,
          (i) =>
            circle(polar([0, 0], 250, 3.6 + i * 0.75), 40, mix(tone, INK, 0.2), INK, 3) +
            circle(polar([0, 0], 250, 3.6 + i * 0.75), 24, ['#7a8a98', '#9a3b30', '#3f6a4a'][i] ?? INK, INK, 2),
        ),
      'translate(500 620)',
    );
  if (kind === 'theodolite')
    return (
      repeat(3, (i) => tube([500 + (i - 1) * 30, 830], [500 + (i - 1) * 250, 1130], 30, WOOD)) +
      oval([500, 800], 205, 46, tone, INK) +
      oval([500, 780], 175, 38, mix(tone, '#ffffff', 0.4), INK) +
      tube([360, 770], [400, 520], 34, tone) +
      tube([640, 770], [600, 520], 34, tone) +
      circle([500, 500], 170, 'none', INK, 44) +
      circle([500, 500], 170, 'none', '#e4e0d0', 36) +
      scale([500, 500], 156, 0, Math.PI * 2, 90, 26) +
      stroke('M330 500H670M500 330V670', tone, 14) +
      group(
        tube([-290, 0], [270, 0], 56, tone) +
          tube([270, 0], [330, 0], 76, tone) +
          tube([-350, 0], [-290, 0], 40, STEEL),
        `translate(500 450) rotate(${round(random.between(-20, -8))})`,
      ) +
      tube([400, 320], [600, 320], 24, '#cfd9c4')
    );
  const quadrant = kind === 'quadrant';
  const [apex, r, from, to]: [Point, number, number, number] = quadrant
    ? [[250, 210], 600, 0, Math.PI / 2]
    : [[500, 210], 690, 1.05, 2.09];
  const arc = (radius: number): string => {
    const [a, b] = [polar(apex, radius, from), polar(apex, radius, to)];
    return `${round(a[0])} ${round(a[1])}A${round(radius)} ${round(radius)} 0 0 1 ${round(b[0])} ${round(b[1])}`;
  };
  const arm = random.between(from + 0.3, to - 0.25);
  const limb =
    stroke(`M${arc(r)}`, INK, 84) +
    stroke(`M${arc(r)}`, tone, 78) +
    stroke(`M${arc(r - 4)}`, '#eee6cf', 36) +
    scale(apex, r - 20, from, to, quadrant ? 90 : 80, 34);
  const struts =
    [from, to, ...(quadrant ? [from + 0.52, from + 1.05] : [])]
      .map((a) => tube(apex, polar(apex, r, a), 27, tone))
      .join('') +
    stroke(`M${arc(r * 0.56)}`, INK, 25) +
    stroke(`M${arc(r * 0.56)}`, mix(tone, '#ffffff', 0.2), 19);
  const stand = quadrant
    ? tube([480, 700], [480, 1110], 46, tone) + repeat(3, (i) => tube([480, 1060], [280 + i * 200, 1150], 26, tone))
    : '';
  const glass = quadrant
    ? group(
        tube([0, 0], [640, 0], 36, STEEL),
        `translate(${apex[0]} ${apex[1]}) rotate(${round((arm * 180) / Math.PI)})`,
      )
    : tube([210, 500], [440, 500], 46, tone) +
      tube([170, 500], [212, 500], 60, tone) +
      repeat(3, (i) => circle([700 + i * 26, 540 + i * 6], 42, ['#5f7a5a', '#8a4b3a', '#4a5a7a'][i] ?? INK, INK, 3)) +
      box(646, 470, 30, 96, '#c4d3d6', INK) +
      box(478, 150, 52, 78, '#c4d3d6', INK) +
      shape(smooth(way('540 640, 680 660, 690 780, 550 770'), true), WOOD);
  return (
    stand +
    limb +
    struts +
    tube(apex, polar(apex, r + 30, arm), 34, mix(tone, '#ffffff', 0.15)) +
    circle(polar(apex, r - 4, arm), 40, mix(tone, '#ffffff', 0.3), INK, 3) +
    circle(apex, 50, tone, INK, 3) +
    circle(apex, 18, STEEL, INK, 2) +
    glass
  );
};

export const compass: Form = (drawing) => {
  const { random, colours, shape: kind } = drawing;
  const tone = brass(drawing);
  const needle = (l: number, turn: number): string =>
    group(
      shape(
        lines(
          [
            [0, -22],
            [l, 0],
            [0, 22],
          ],
          true,
        ),
        '#24344f',
      ) +
        shape(
          lines(
            [
              [0, -22],
              [-l, 0],
              [0, 22],
            ],
            true,
          ),
          '#dfe4e4',
        ) +
        circle([0, 0], 15, tone, INK, 2.5),
      `rotate(${round(turn)})`,
    );
  const rose = (r: number): string =>
    repeat(16, (i) => {
      const long = i % 4 === 0 ? 1 : i % 2 === 0 ? 0.72 : 0.5;
      return group(
        shape(
          lines(
            [
              [0, 0],
              [r * 0.09, -r * 0.12],
              [0, -r * long],
            ],
            true,
          ),
          i % 4 === 0 ? colours.dark : colours.main,
          INK,
          1.4,
        ) +
          shape(
            lines(
              [
                [0, 0],
                [-r * 0.09, -r * 0.12],
                [0, -r * long],
              ],
              true,
            ),
            mix(colours.light, '#ffffff', 0.4),
            INK,
            1.4,
          ),
        `rotate(${i * 22.5})`,
      );
    });
  if (kind === 'cyanometer')
    return group(
      repeat(52, (i) => {
        const [a, b] = [(i / 52) * Math.PI * 2, ((i + 0.86) / 52) * Math.PI * 2];
        return shape(
          lines([polar([0, 0], 260, a), polar([0, 0], 395, a), polar([0, 0], 395, b), polar([0, 0], 260, b)], true),
          i < 26 ? mix('#fbfaf4', '#2a5fb0', i / 26) : mix('#2a5fb0', '#0b0d16', (i - 26) / 26),
          '#6a5a44',
          1.2,
        );
      }) +
        circle([0, 0], 418, 'none', INK, 3) +
        circle([0, 0], 240, 'none', INK, 2),
      'translate(500 620)',
    );
  if (kind === 'needles')
    return (
      shape('M500 120L860 620L500 1120L140 620Z', mix(WOOD, '#ffffff', 0.12), INK, 8) +
      shape('M500 190L812 620L500 1050L188 620Z', '#e9e0c8', INK, 3) +
      stroke(
        repeat(
          4,
          (i) =>
            `M${500 - 78 * (i + 1)} ${190 + 107 * (i + 1)}L${812 - 78 * (i + 1)} ${620 + 107 * (i + 1)}M${500 + 78 * (i + 1)} ${190 + 107 * (i + 1)}L${188 + 78 * (i + 1)} ${620 + 107 * (i + 1)}`,
        ),
        colours.dark,
        1.6,
      ) +
      repeat(5, (i) => group(needle(96, [90, 52, 90, 128, 90][i] ?? 90), `translate(${260 + i * 120} 620)`))
    );
  if (kind === 'dip')
    return (
      repeat(3, (i) => tube([500, 960], [250 + i * 250, 1130], 30, tone)) +
      oval([500, 950], 190, 42, tone, INK) +
      tube([500, 930], [500, 850], 44, tone) +
      group(
        dial(310, '#efe8d3', tone, 4) +
          stroke('M-300 0H300M0 -300V300', tone, 12) +
          needle(268, random.between(55, 75)),
        'translate(500 520)',
      )
    );
  if (kind === 'azimuth')
    return (
      wood(110, 190, 780, 860) +
      wood(150, 230, 700, 780, mix(WOOD, INK, 0.4)) +
      group(
        circle([0, 0], 332, 'none', INK, 26) +
          circle([0, 0], 332, 'none', tone, 19) +
          dial(258, '#f1e9d4', tone, 0) +
          rose(210) +
          needle(90, random.between(0, 360)),
        'translate(500 620)',
      )
    );
  if (kind === 'prismatic')
    return group(
      oval([24, 330], 330, 50, '#4a3a1f', 'none', { opacity: 0.22 }) +
        dial(300, '#f1ead6', tone, 8) +
        rose(180) +
        box(-34, -420, 68, 130, mix(tone, '#ffffff', 0.1), INK) +
        box(-12, -410, 24, 90, '#c4d3d6', INK) +
        shape('M-46 300L46 300L60 400L-60 400Z', mix(tone, INK, 0.15)) +
        circle([0, 350], 20, '#c4d3d6', INK, 3) +
        needle(110, random.between(0, 360)),
      'translate(500 620)',
    );
  return (
    stroke('M500 310V270', tone, 30) +
    circle([500, 220], 50, 'none', tone, 16) +
    group(
      circle([16, 22], 350, '#4a3a1f', 'none', 0, { opacity: 0.2 }) +
        dial(320, '#f1ead6', tone, 12) +
        rose(200) +
        scale([0, 0], 226, 0.2, 2.94, 50, 22) +
        shape(lines(way('0 0, -12 170, 0 205, 12 170'), true), STEEL) +
        needle(236, random.between(0, 360)),
      'translate(500 670)',
    )
  );
};
