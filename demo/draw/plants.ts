import { INK, mix } from './colours.ts';
import { branch, leaf } from './leaves.ts';
import {
  box,
  clipped,
  gradient,
  group,
  hatch,
  mirrored,
  oval,
  polar,
  repeat,
  round,
  shape,
  smooth,
  stroke,
  way,
} from './svg.ts';
import { scribble, stamp } from './writing.ts';
import type { Drawing, Form } from './svg.ts';

/** Leaves stay green or brown; a palette of another hue colours the flowers. */
function pressed(drawing: Drawing): Drawing {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(drawing.colours.main.slice(at, at + 2), 16));
  if (r === undefined || g === undefined || b === undefined || (r <= g * 1.5 && b <= g * 1.2)) return drawing;
  const { main, light } = drawing.colours;
  const green = drawing.random.pick(['#75743d', '#5f6b3a', '#867446', '#6a6a48']);
  return { ...drawing, colours: { main: green, dark: '#33301c', light: mix(light, '#cfca93', 0.7), accent: main } };
}

export const sheet: Form = (given) => {
  const drawing = pressed(given);
  const { random, width, height, shape: kind } = drawing;
  const study = kind === 'study';
  const tone = random.pick(['#efe7d3', '#e9dfc6', '#f2ecdc', '#e6dac0']);
  const ground =
    box(0, 0, width, height, study ? '#d9c9a6' : '#cbb892') +
    box(26, 26, width - 52, height - 52, tone, '#a08a60', { 'stroke-width': 1.5 });
  const plant = group(
    branch(drawing, kind === 'banksia' || study ? random.between(560, 640) : random.between(690, 770)),
    `translate(${round(width * random.between(0.42, 0.5))} ${round(height * (kind === 'cactus' ? 0.84 : kind === 'fan' ? 0.74 : 0.9))}) rotate(${round(random.between(-7, 7))}) scale(${kind === 'fan' ? '.8' : kind === 'strap' || kind === 'slipper' ? '.95' : kind === 'needle' ? '1.3 1.12' : '1.22'})`,
  );
  if (study) return ground + plant + scribble(random, { x: 560, y: 1120, width: 330, lines: 2, size: 15 });
  const straps = repeat(4, (i) =>
    group(
      box(-48, -8, 96, 16, '#f7f1e2', '#b7a47d', { 'stroke-width': 1 }),
      `translate(${round(width * 0.49)} ${round(height * (0.36 + i * 0.13))}) rotate(${round(random.between(-25, 25))})`,
    ),
  );
  const label =
    box(width - 410, height - 255, 350, 195, '#f8f3e6', '#6d5a41', { 'stroke-width': 1.6 }) +
    stroke(`M${width - 390} ${height - 208}h310`, '#6d5a41', 1) +
    scribble(random, { x: width - 385, y: height - 218, width: 250, lines: 1, size: 13 }) +
    scribble(random, { x: width - 385, y: height - 172, width: 305, lines: 4, size: 12 });
  const packet = random.chance(0.5)
    ? group(
        box(0, 0, 150, 110, '#efe5c9', '#9a8558', { 'stroke-width': 1.5 }) + stroke('M0 0L75 62L150 0', '#9a8558', 1.5),
        `translate(70 ${random.whole(70, 130)}) rotate(${round(random.between(-4, 4))})`,
      )
    : '';
  return (
    ground +
    group(plant, 'translate(7 9)', { opacity: 0.16 }) +
    plant +
    straps +
    label +
    packet +
    stamp(random, [random.between(110, 190), height - random.between(110, 180)])
  );
};

export const pitcher: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const fat = kind === 'squat' ? 150 : kind === 'spotted' ? 104 : 116;
  const tall = kind === 'squat' ? 330 : 470;
  const one = (): string => {
    const d = smooth(
      [
        [-fat * 0.8, 0],
        [-fat, tall * 0.45],
        [-fat * 0.72, tall * 0.86],
        [0, tall],
        [fat * 0.72, tall * 0.84],
        [fat, tall * 0.42],
        [fat * 0.8, -14],
      ],
      true,
    );
    const [defs, paint] = gradient([
      mix(colours.dark, colours.main, 0.55),
      mix(colours.main, colours.light, 0.55),
      colours.main,
      mix(colours.dark, colours.main, 0.35),
    ]);
    const spots = repeat(kind === 'spotted' ? 60 : 32, () =>
      oval(
        [random.between(-fat, fat), random.between(20, tall)],
        random.between(5, 17),
        random.between(9, 30),
        mix(colours.dark, colours.accent, 0.4),
        'none',
        { opacity: 0.6 },
      ),
    );
    const rim = repeat(44, (i) => {
      const [a, b] = [polar([0, 0], 1, (i / 44) * Math.PI * 2), 1.34];
      return `M${round(a[0] * fat * 0.72)} ${round(a[1] * 46)}L${round(a[0] * fat * b * 0.78)} ${round(a[1] * 70)}`;
    });
    const wings =
      stroke(
        smooth([
          [-26, 70],
          [-40, tall * 0.5],
          [-16, tall * 0.9],
        ]),
        colours.dark,
        5,
      ) +
      repeat(16, (i) =>
        stroke(`M${round(-30 - Math.sin(i / 5) * 9)} ${round(80 + i * tall * 0.045)}l-22 -9`, colours.dark, 2.4),
      );
    const lid = group(
      shape(
        smooth(
          [
            [0, 10],
            [fat * 0.9, -40],
            [fat * 0.85, -150],
            [0, -205],
            [-fat * 0.85, -150],
            [-fat * 0.9, -40],
          ],
          true,
        ),
        mix(colours.main, '#7c8a44', 0.5),
      ) +
        repeat(7, (i) => stroke(`M0 5Q${(i - 3) * 34} -90 ${(i - 3) * 22} -190`, colours.light, 1.8, { opacity: 0.7 })),
      `translate(0 -40) rotate(${round(random.between(-10, 10))})`,
    );
    return (
      defs +
      lid +
      shape(d, paint) +
      clipped(d, spots + hatch({ x: 20, y: 0, width: fat, height: tall }, 8, 0.25, colours.dark, 1.3, 0.35)) +
      wings +
      stroke(d) +
      oval([0, 0], fat * 1.06, 72, mix(colours.accent, colours.main, 0.4), INK) +
      oval([0, 2], fat * 0.74, 46, '#2a1a14', INK) +
      stroke(rim, colours.light, 2.6, { opacity: 0.8 })
    );
  };
  const green: Drawing = {
    ...drawing,
    shape: 'lance',
    colours: { ...colours, main: '#5f7a3c', dark: '#2d3a1c', light: '#c2cf94' },
  };
  const leafOne = group(leaf(green, 620), `translate(190 1060) rotate(${round(random.between(8, 18))}) scale(1.2 1)`);
  const leafTwo = group(leaf(green, 480), `translate(240 1090) rotate(${round(random.between(50, 66))})`);
  const tendril =
    stroke(
      smooth([
        [330, 470],
        [420, 250],
        [620, 160],
        [860, 330],
        [840, 800],
        [700, 1010],
        [random.between(590, 620), 430 + tall + 40],
      ]),
      '#5f7a3c',
      8,
    ) + stroke(smooth(way('330 470, 420 250, 620 160, 860 330, 840 800')), '#2d3a1c', 2);
  const small = kind === 'squat' ? group(one(), 'translate(330 760) scale(.55) rotate(-6)') : '';
  return (
    tendril +
    leafOne +
    leafTwo +
    small +
    group(one(), `translate(600 430) rotate(${round(random.between(-6, 6))}) scale(${width / 1000})`) +
    (kind === 'sketch' ? scribble(random, { x: 120, y: height - 110, width: 260, lines: 2, size: 14 }) : '')
  );
};

export const fern: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const frond = (size: number): string =>
    stroke(`M0 0Q${round(random.between(-40, 40))} ${-size * 0.5} 0 ${-size}`, colours.dark, 5) +
    repeat(20, (i) =>
      mirrored(
        group(
          leaf({ ...drawing, shape: 'lance' }, size * 0.27 * Math.sin(Math.PI * (0.25 + i * 0.036))),
          `translate(0 ${-size * (0.08 + i * 0.045)}) rotate(66)`,
        ),
      ),
    );
  if (kind === 'ward') {
    const pane = 'M170 1000V480L500 250L830 480V1000Z';
    const plants = repeat(6, (i) =>
      group(frond(random.between(330, 500)), `translate(${290 + i * 84} 1000) rotate(${(i - 2.5) * 11})`),
    );
    return (
      box(120, 1000, 760, 110, '#7a5630', INK) +
      clipped(pane, box(0, 0, width, height, '#dfe8df', 'none', { opacity: 0.8 }) + plants) +
      stroke(pane, '#5a3d1f', 16) +
      stroke('M170 480H830M390 480V1000M610 480V1000M500 250V480', '#5a3d1f', 9) +
      stroke('M200 900L380 520M640 960L800 620', '#ffffff', 9, { opacity: 0.6 }) +
      hatch({ x: 122, y: 1010, width: 756, height: 90 }, 9, 0.02, INK, 1, 0.35)
    );
  }
  const count = kind === 'palm' ? 23 : 11;
  const fan = repeat(count, (i) => {
    const turn = (i - (count - 1) / 2) * (kind === 'palm' ? 10.5 : 17);
    return group(
      kind === 'palm'
        ? leaf({ ...drawing, shape: 'strap' }, random.between(410, 480))
        : frond(random.between(360, 430)),
      `rotate(${round(turn)})`,
    );
  });
  const roots = repeat(16, () =>
    stroke(
      `M0 0q${round(random.between(-60, 60))} 40 ${round(random.between(-150, 150))} ${round(random.between(30, 90))}`,
      colours.dark,
      2,
    ),
  );
  return (
    stroke(`M500 1080Q${round(random.between(440, 560))} 850 500 620`, mix(colours.dark, '#6d5a33', 0.4), 13) +
    group(roots, 'translate(500 1075)') +
    group(fan, 'translate(500 620)')
  );
};
