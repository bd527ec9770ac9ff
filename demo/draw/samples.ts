import { INK, mix } from './colours.ts';
import { WOOD, wood } from './metalwork.ts';
import { box, circle, clipped, group, oval, polar, repeat, round, shape, smooth, stroke, way } from './svg.ts';
import type { Form, Point } from './svg.ts';

const glass = (d: string, fill: string, level: number): string =>
  shape(d, '#e6eeea', 'none', 0, { opacity: 0.75 }) +
  clipped(
    d,
    box(0, level, 1000, 1240, fill, 'none', { opacity: 0.55 }) +
      oval([500, level], 480, 13, mix(fill, '#ffffff', 0.5), 'none', { opacity: 0.7 }),
  );

export const vial: Form = (drawing) => {
  const { random, colours, shape: kind } = drawing;
  if (kind === 'tube')
    return (
      repeat(5, (i) => {
        const x = 220 + i * 132;
        const d = `M${x} 300V860a42 42 0 0 0 84 0V300Z`;
        const tone = i === 2 ? colours.main : mix(colours.light, '#ffffff', 0.3);
        return (
          glass(d, tone, 560 + random.whole(-60, 90)) +
          repeat(6, () =>
            circle(
              [x + random.between(16, 68), random.between(720, 860)],
              random.between(3, 9),
              mix(tone, INK, 0.4),
              INK,
              1,
            ),
          ) +
          stroke(d, INK, 3) +
          box(x - 9, 250, 102, 60, i === 2 ? colours.accent : '#b9b2a2', INK, { rx: 8 }) +
          stroke(`M${x + 14} 340V820`, '#ffffff', 7, { opacity: 0.8 }) +
          box(x + 12, 410, 60, 70, '#f8f3e6', INK, { 'stroke-width': 1.4 }) +
          stroke(
            repeat(4, (k) => `M${x + 20} ${424 + k * 14}h${random.whole(20, 42)}`),
            '#3b2c1c',
            2,
          )
        );
      }) +
      wood(150, 620, 700, 54) +
      wood(150, 900, 700, 70)
    );
  if (kind === 'slide')
    return repeat(2, (i) =>
      group(
        box(-410, -130, 820, 260, '#dbe7e4', INK, { opacity: 0.85 }) +
          box(-400, -120, 190, 240, '#f1ead6', INK, { 'stroke-width': 1.4 }) +
          box(210, -120, 190, 240, mix(colours.light, '#f1ead6', 0.5), INK, { 'stroke-width': 1.4 }) +
          stroke(
            repeat(5, (k) => `M-384 ${-84 + k * 40}h${random.whole(70, 150)}`),
            '#3b2c1c',
            3,
          ) +
          circle([0, 0], 104, '#eef3ee', INK, 3) +
          repeat(46, (k) => {
            const p = polar([0, 0], Math.sqrt(k / 46) * 92, k * 2.4);
            return group(
              oval(
                [0, 0],
                random.between(6, 15),
                random.between(3, 8),
                mix(colours.main, colours.light, random.next()),
                colours.dark,
                { 'stroke-width': 1.4 },
              ) + stroke('M-8 0H8M0 -5V5', colours.dark, 1),
              `translate(${round(p[0])} ${round(p[1])}) rotate(${k * 137})`,
            );
          }),
        `translate(500 ${400 + i * 420}) rotate(${i === 0 ? -7 : 6})`,
      ),
    );
  const jar = 'M270 330Q240 360 240 420V1010Q240 1060 290 1060H710Q760 1060 760 1010V420Q760 360 730 330Z';
  const thing =
    kind === 'flower'
      ? group(
          repeat(5, (i) =>
            group(
              shape(smooth(way('0 0, 110 -90, 80 -210, 0 -235, -80 -210, -110 -90'), true), colours.main) +
                repeat(14, () =>
                  oval(
                    [random.between(-70, 70), random.between(-200, -60)],
                    random.between(7, 18),
                    random.between(5, 13),
                    colours.light,
                    colours.dark,
                    { 'stroke-width': 1.2 },
                  ),
                ),
              `rotate(${i * 72})`,
            ),
          ) +
            oval([0, 0], 104, 92, mix(colours.main, '#ffffff', 0.2), INK) +
            oval([0, 0], 66, 56, mix(colours.dark, INK, 0.4), INK),
          'translate(500 760) scale(.9 .84)',
        )
      : kind === 'fungus'
        ? stroke(smooth(way('300 960, 470 860, 640 640, 700 480')), '#5a4326', 34) +
          repeat(11, (i) => {
            const p: Point = [380 + i * 28 + random.between(-50, 50), 900 - i * 36 + random.between(-40, 40)];
            return (
              circle(p, random.between(32, 60), mix(colours.main, colours.light, random.between(0, 0.5)), INK, 2.5) +
              repeat(9, () =>
                circle(
                  [p[0] + random.between(-24, 24), p[1] + random.between(-24, 24)],
                  random.between(3, 7),
                  colours.dark,
                  'none',
                  0,
                  { opacity: 0.5 },
                ),
              )
            );
          })
        : stroke(smooth(way('380 540, 560 600, 600 740, 440 800, 420 930, 600 980')), INK, 58) +
          stroke(
            smooth(way('380 540, 560 600, 600 740, 440 800, 420 930, 600 980')),
            mix(colours.dark, colours.main, 0.5),
            50,
          ) +
          stroke(smooth(way('380 540, 560 600, 600 740, 440 800, 420 930, 600 980')), colours.light, 8);
  return (
    glass(jar, mix('#d8b35e', colours.light, 0.4), 430) +
    clipped(jar, thing + box(240, 430, 520, 640, '#d8b35e', 'none', { opacity: 0.16 })) +
    stroke(jar, INK, 4) +
    oval([500, 330], 232, 34, '#dfe6e0', INK) +
    shape('M300 300Q500 360 700 300V230Q500 180 300 230Z', mix(WOOD, INK, 0.4)) +
    stroke('M290 480V960', '#ffffff', 17, { opacity: 0.7 }) +
    box(560, 860, 170, 130, '#f8f3e6', INK, { 'stroke-width': 1.6 }) +
    stroke(
      repeat(4, (k) => `M576 ${886 + k * 26}h${random.whole(80, 136)}`),
      '#3b2c1c',
      3,
    )
  );
};
