import { backbone, slab } from './bones.ts';
import { INK, mix } from './colours.ts';
import {
  between,
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
import type { Form, Point } from './svg.ts';

export const fossilfish: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const tone = mix(colours.main, colours.dark, 0.25);
  const [cx, cy] = [width / 2, height / 2];
  if (kind === 'ray') {
    const d = smooth(
      way('-430 0, -300 -50, -150 -210, 30 -170, 120 -60, 330 -20, 480 0, 330 20, 120 60, 30 170, -150 210, -300 50'),
      true,
    );
    const rays = repeat(
      34,
      (i) => `M-120 0L${round(Math.cos(i * 0.185) * 250 - 80)} ${round(Math.sin(i * 0.185) * 215)}`,
    );
    return (
      slab(drawing) +
      group(
        shape(d, tone) +
          clipped(
            d,
            stroke(rays, colours.light, 3, { opacity: 0.6 }) +
              hatch({ x: -450, y: -220, width: 950, height: 440 }, 9, 0.4, INK, 1, 0.3),
          ) +
          backbone(random, way('-260 0, 0 4, 240 0, 470 2'), 60, 30, 8, colours.light),
        `translate(${cx - 20} ${cy}) rotate(-8)`,
      )
    );
  }
  const d = smooth(
    way('-390 10, -320 -90, -160 -230, 40 -250, 220 -150, 330 -40, 340 50, 220 160, 30 260, -190 220, -330 110'),
    true,
  );
  const scales = repeat(17, (row) =>
    repeat(26, (col) => {
      const [x, y] = [-300 + col * 26 + (row % 2) * 13, -250 + row * 31];
      return x < -230
        ? ''
        : shape(`M${x} ${y}l18 -12l12 16l-18 15Z`, mix(tone, colours.light, random.between(0.05, 0.5)), INK, 1);
    }),
  );
  const fin = (x: number, y: number, w: number, h: number): string =>
    repeat(16, (i) =>
      stroke(`M${x + (i * w) / 16} ${y}l${round(30 + i * 3)} ${round(h * (1 - i / 22))}`, colours.dark, 4),
    );
  const tail = repeat(26, (i) =>
    stroke(`M325 ${-40 + i * 3.4}L${470 + Math.abs(i - 13) * 5} ${-190 + i * 15}`, colours.dark, 4),
  );
  return (
    slab(drawing) +
    group(
      fin(-20, -235, 260, -110) +
        fin(20, 245, 230, 90) +
        tail +
        shape(d, tone, INK, 3) +
        clipped(d, scales) +
        stroke(d, INK, 3) +
        shape(
          smooth(way('-390 10, -320 -90, -225 -170, -205 0, -230 170, -330 110'), true),
          mix(tone, colours.dark, 0.35),
        ) +
        oval([-300, -40], 27, 25, colours.light, INK) +
        oval([-300, -40], 13, 12, INK) +
        stroke(smooth(way('-388 30, -340 44, -310 30')), INK, 4),
      `translate(${cx - 30} ${cy})`,
    )
  );
};

export const crinoid: Form = (drawing) => {
  const { random, colours } = drawing;
  const stems = repeat(4, (k) =>
    repeat(26, (i) => {
      const [x, y] = [360 + k * 90 + Math.sin(i / 6 + k) * 46, 1110 - i * 23];
      return shape(
        lines(
          points(5, (j) => polar([x, y], 17 - (i % 3) * 3, (j / 5) * Math.PI * 2)),
          true,
        ),
        mix(colours.main, colours.light, random.between(0, 0.6)),
        INK,
        1.6,
      );
    }),
  );
  const arms = repeat(4, (k) =>
    repeat(10, (i) => {
      const x = 360 + k * 90 + Math.sin(25 / 6 + k) * 46;
      const way: Point[] = points(6, (j) => [
        x + (i - 4.5) * j * 9 + Math.sin(j + i) * 6,
        540 - j * 66 + Math.abs(i - 4.5) * j * 4,
      ]);
      return (
        stroke(smooth(way), INK, 13) +
        stroke(smooth(way), mix(colours.main, colours.light, random.between(0.1, 0.6)), 9, {
          'stroke-dasharray': '9 2',
        }) +
        repeat(5, (j) => {
          const p = way[j] ?? [0, 0];
          return stroke(`M${round(p[0])} ${round(p[1])}l-13 -34M${round(p[0])} ${round(p[1])}l13 -34`, colours.main, 3);
        })
      );
    }),
  );
  return slab(drawing) + stems + arms;
};

export const ink: Form = (drawing) => {
  const { colours } = drawing;
  const [defs, paint] = gradient([colours.dark, colours.light, colours.main, colours.dark]);
  const guard = (x: number, y: number, l: number, turn: number): string =>
    group(
      shape(
        smooth(
          [
            [-34, 0],
            [-38, l * 0.5],
            [-24, l * 0.85],
            [0, l],
            [24, l * 0.85],
            [38, l * 0.5],
            [34, 0],
          ],
          true,
        ),
        paint,
        INK,
        3,
      ) + stroke(`M0 20V${l * 0.9}`, colours.dark, 2),
      `translate(${x} ${y}) rotate(${turn})`,
    );
  const bag = smooth(way('500 300, 570 390, 560 520, 500 580, 440 520, 430 390'), true);
  return (
    slab(drawing) +
    defs +
    group(guard(0, 0, 430, 0), 'translate(500 610)') +
    shape(
      smooth(way('500 170, 630 280, 620 560, 500 640, 380 560, 370 280'), true),
      mix(colours.light, '#8d8778', 0.5),
      INK,
      2.5,
      { opacity: 0.7 },
    ) +
    shape(bag, '#2c1c12', INK, 3) +
    oval([480, 400], 16, 44, '#6b4a33') +
    guard(250, 480, 330, 24) +
    guard(740, 420, 360, -18) +
    guard(290, 860, 210, 70)
  );
};

export const coral: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  if (kind === 'brain') {
    const d = smooth(
      points(12, (i) => polar([0, 0], 370 * random.between(0.92, 1.06), (i / 12) * Math.PI * 2)).map(
        ([x, y]): Point => [x, y * 0.82],
      ),
      true,
    );
    const [defs, paint] = gradient([mix(colours.light, '#ffffff', 0.4), colours.main, colours.dark], 'ball');
    const pores = repeat(640, (i) => {
      const r = Math.sqrt(i / 640) * 375;
      const p = polar([0, 0], r, i * 2.39996);
      return oval(
        [p[0], p[1] * 0.82],
        9.5,
        8,
        mix(colours.dark, colours.main, random.between(0, 0.4)),
        mix(colours.light, '#ffffff', 0.3),
        { opacity: 0.75, 'stroke-width': 2 },
      );
    });
    return (
      defs +
      oval([width / 2 + 20, height / 2 + 290], 340, 50, '#5a4526', 'none', { opacity: 0.3 }) +
      group(shape(d, paint) + clipped(d, pores) + stroke(d, INK, 3.5), `translate(${width / 2} ${height / 2})`)
    );
  }
  let twigs: { d: string; w: number }[] = [];
  const grow = (from: Point, angle: number, length: number, w: number, depth: number): void => {
    const to = polar(from, length, angle);
    twigs = [...twigs, { d: smooth([from, between(from, [to[0] + random.between(-14, 14), to[1]], 0.5), to]), w }];
    if (depth > 0)
      for (let i = 0; i < random.whole(2, 3); i++)
        grow(to, angle + random.between(-0.62, 0.62), length * random.between(0.68, 0.9), w * 0.74, depth - 1);
  };
  for (let i = 0; i < 5; i++)
    grow([width / 2 + (i - 2) * 34, height - 190], -Math.PI / 2 + (i - 2) * 0.36, random.between(210, 260), 50, 4);
  const layer = (colour: string, share: number, shift: number): string =>
    twigs.map(({ d, w }) => group(stroke(d, colour, w * share), `translate(${-shift} ${-shift})`)).join('');
  const tree =
    layer(INK, 1.12, 0) +
    layer(mix(colours.main, colours.dark, 0.25), 1, 0) +
    layer(mix(colours.light, '#ffffff', 0.3), 0.5, 4) +
    twigs.map(({ d }) => stroke(d, colours.dark, 5, { 'stroke-dasharray': '1 15', opacity: 0.7 })).join('') +
    oval([width / 2, height - 185], 190, 50, mix(colours.main, colours.dark, 0.4), INK);
  return group(tree, `translate(${width * 0.11} ${height * 0.12}) scale(.78)`);
};
