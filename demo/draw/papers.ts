import { INK, mix } from './colours.ts';
import { ichthyosaur, plesiosaur, ship } from './penwork.ts';
import {
  between,
  box,
  circle,
  clipped,
  gradient,
  group,
  lines,
  points,
  polar,
  repeat,
  round,
  shape,
  smooth,
  stroke,
} from './svg.ts';
import { flourish, foxing, scribble, stamp } from './writing.ts';
import type { Drawing, Form, Point } from './svg.ts';

const table = (random: Drawing['random'], width: number, height: number): string => {
  const tone = random.pick(['#5a4a3a', '#3f4644', '#6a5a48', '#4a3f3a', '#47504f']);
  const [defs, paint] = gradient([mix(tone, '#ffffff', 0.14), mix(tone, INK, 0.35)], 'down');
  return defs + box(0, 0, width, height, paint);
};

/** The outline of a leaf of paper; torn along one side when asked for. */
function sheetOutline(random: Drawing['random'], w: number, h: number, torn: boolean): string {
  const side = (a: Point, b: Point, rough: number): Point[] =>
    points(24, (i) => {
      const p = between(a, b, i / 24);
      return [p[0] + random.between(-rough, rough), p[1] + random.between(-rough, rough)];
    });
  return lines(
    [
      ...side([0, 0], [w, 0], 1.2),
      ...side([w, 0], [w, h * (torn ? 0.72 : 1)], 1.5),
      ...side([w, h * (torn ? 0.72 : 1)], [torn ? w * 0.2 : 0, h], torn ? 11 : 1.5),
      ...side([0, torn ? h * 0.9 : h], [0, 0], 1.5),
    ],
    true,
  );
}

export const letter: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const [w, h] = [random.between(730, 800), random.between(960, 1040)];
  const tone = mix(random.pick(['#f1e8d2', '#ece0c4', '#e8e4d6', '#f3ecda', '#e6d9bd']), colours.light, 0.14);
  const d = sheetOutline(random, w, h, kind === 'fragment');
  const script = {
    size: random.between(11.5, 16),
    slant: random.between(0.15, 0.6),
    colour: mix('#33261a', colours.dark, 0.4),
  };
  const gap = script.size * random.between(2.5, 3.2);
  const rows = Math.floor((h * (kind === 'fragment' ? 0.68 : 1) - 330) / gap) + (kind === 'fragment' ? 3 : 0);
  const head =
    scribble(random, { ...script, x: w * 0.56, y: 96, width: w * 0.34, lines: 2, gap }) +
    scribble(random, { ...script, x: 80, y: 196, width: w * 0.28, lines: 1 });
  const sketchRows = kind === 'sketch' ? Math.floor(rows * 0.45) : rows;
  const body = scribble(random, {
    ...script,
    x: 76,
    y: 196 + gap * 1.4,
    width: w - 150,
    lines: kind === 'addressed' ? 3 : sketchRows,
    gap,
  });
  const crossed =
    kind === 'crossed'
      ? group(
          scribble(random, {
            ...script,
            x: 70,
            y: 60,
            width: h - 160,
            lines: 15,
            gap: (w - 120) / 15.5,
            colour: mix(script.colour, colours.accent, 0.4),
          }),
          `translate(${w} 0) rotate(90)`,
        )
      : '';
  const folds =
    (kind === 'folded' || kind === 'sealed' || kind === 'addressed' ? [1 / 3, 2 / 3] : [0.5])
      .map(
        (t) =>
          box(0, h * t - 3, w, 3, '#ffffff', 'none', { opacity: 0.5 }) +
          box(0, h * t, w, 12, '#6a5230', 'none', { opacity: 0.13 }),
      )
      .join('') + (kind === 'folded' ? box(w / 2, 0, 10, h, '#6a5230', 'none', { opacity: 0.12 }) : '');
  const seal =
    kind === 'sealed'
      ? group(
          shape(
            smooth(
              points(13, (i) => polar([0, 0], 66 * random.between(0.85, 1.1), (i / 13) * 6.283)),
              true,
            ),
            '#8e2222',
            '#4a0f0f',
            3,
          ) +
            circle([0, 0], 42, '#a33030', '#5f1515', 4) +
            shape('M-16 14L0 -24L16 14Z', '#7a1b1b', '#5f1515', 2),
          `translate(${w * 0.5} ${h - 76})`,
        )
      : '';
  const address =
    kind === 'addressed'
      ? group(
          box(0, 0, w * 0.84, 330, mix(tone, '#c9b483', 0.5), '#8a7550', { 'stroke-width': 1.5 }) +
            scribble(random, { ...script, size: script.size * 1.7, x: 170, y: 140, width: 330, lines: 3 }) +
            stamp(random, [w * 0.72, 80], '#3a4a6a') +
            box(26, 26, 74, 90, mix(colours.main, '#c98a7a', 0.3), '#6a3a2a'),
          `translate(${w * 0.08} ${h * 0.56}) rotate(${round(random.between(-2, 2))})`,
        )
      : '';
  const picture =
    kind === 'sketch'
      ? group(
          colours.main === '#8a6647' ? ichthyosaur(mix(colours.dark, '#5a3a1c', 0.5)) : plesiosaur(script.colour),
          `translate(${w / 2} ${h * 0.68}) scale(.92)`,
        )
      : '';
  const end =
    kind === 'fragment' || kind === 'addressed' || kind === 'sealed'
      ? ''
      : flourish(random, [w * 0.52, h - 84], script.size * 2, script.colour);
  return (
    table(random, width, height) +
    group(
      group(shape(d, '#000000', 'none', 0, { opacity: 0.28 }), 'translate(14 18)') +
        (random.chance(0.5)
          ? group(shape(d, mix(tone, '#8a7550', 0.18), '#8a7550', 1.5), 'rotate(2.2) translate(12 8)')
          : '') +
        shape(d, tone, '#8a7550', 1.5) +
        clipped(d, folds + foxing(random, w, h, 46)) +
        head +
        body +
        crossed +
        picture +
        end +
        address +
        seal,
      `translate(${round((width - w) / 2)} ${round((height - h) / 2)}) rotate(${round(random.between(-2.4, 2.4))} ${round(w / 2)} ${round(h / 2)})`,
    )
  );
};

export const notebook: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const ground = table(random, width, height);
  const leather = mix(colours.main, '#4a2f1c', 0.45);
  if (kind === 'closed' || kind === 'clasp') {
    const [w, h] = kind === 'clasp' ? [800, 520] : [560, 760];
    const [defs, paint] = gradient([mix(leather, '#ffffff', 0.15), leather, mix(leather, INK, 0.35)], 'down');
    const cover =
      box(14, 20, w, h, '#000000', 'none', { opacity: 0.35, rx: 8 }) +
      box(0, 10, w + 8, h - 4, '#e3d6b8', INK, { rx: 4 }) +
      stroke(
        repeat(5, (i) => `M${w + 1} ${24 + i * 3}V${h - 16}`),
        '#a08c60',
        1,
      ) +
      defs +
      box(0, 0, w, h, paint, INK, { rx: 8 }) +
      repeat(70, () =>
        stroke(
          `M${round(random.between(10, w - 20))} ${round(random.between(10, h - 10))}l${round(random.between(-30, 30))} ${round(random.between(-10, 10))}`,
          mix(leather, random.chance(0.5) ? '#ffffff' : INK, 0.4),
          1.2,
          { opacity: 0.5 },
        ),
      ) +
      box(0, 0, 46, h, mix(leather, INK, 0.45), INK, { opacity: 0.8 }) +
      repeat(4, (i) => box(0, 70 + (i * (h - 160)) / 3, 46, 11, '#b8923f'));
    const label =
      box(w * 0.27, h * 0.2, w * 0.5, h * 0.24, '#efe4c8', '#6a5230') +
      scribble(random, { x: w * 0.3, y: h * 0.2 + 56, width: w * 0.42, lines: 2, size: 17, gap: 46 });
    const lock =
      kind === 'clasp'
        ? box(w - 110, h / 2 - 34, 150, 68, '#b8923f', INK) + circle([w - 66, h / 2], 15, '#6a5230', INK, 3)
        : stroke(`M${w * 0.8} 0V${h}`, mix(colours.accent, INK, 0.3), 13);
    return (
      ground +
      group(
        cover + label + lock,
        `translate(${(width - w) / 2} ${(height - h) / 2}) rotate(${round(random.between(-5, 5))} ${w / 2} ${h / 2})`,
      )
    );
  }
  const [pw, ph] = [492, 690];
  const tone = mix('#f0e6cc', colours.light, 0.12);
  const [defs, left] = gradient([mix(tone, '#ffffff', 0.25), tone, mix(tone, '#5a4526', 0.42)]);
  const [defs2, right] = gradient([mix(tone, '#5a4526', 0.42), tone, mix(tone, '#ffffff', 0.25)]);
  const rules =
    kind === 'ruled' || kind === 'table'
      ? stroke(
          repeat(21, (i) => `M20 ${60 + i * 30}h${pw - 40}`),
          '#7d94a8',
          1,
          { opacity: 0.7 },
        )
      : '';
  const text = (rows: number, from: number): string =>
    scribble(random, {
      x: 42,
      y: from,
      width: pw - 92,
      lines: rows,
      size: 10.5,
      gap: 30,
      colour: mix('#33261a', colours.dark, 0.3),
    });
  const drawn: Readonly<Record<string, () => string>> = {
    labels: () =>
      repeat(24, (i) =>
        group(
          circle([0, 0], 40, '#f6efdc', INK, 2) +
            scribble(random, { x: -25, y: -4, width: 50, lines: 2, size: 6.5, gap: 20 }),
          `translate(${74 + (i % 4) * 112} ${86 + Math.floor(i / 4) * 106})`,
        ),
      ),
    tree: () => {
      let d = '';
      const grow = (p: Point, a: number, l: number, n: number): void => {
        const q = polar(p, l, a);
        d += lines([p, q]);
        if (n > 0)
          for (const turn of [-0.55, 0.08, 0.6])
            if (random.chance(0.82)) grow(q, a + turn + random.between(-0.2, 0.2), l * 0.7, n - 1);
      };
      grow([250, 560], -1.57, 130, 4);
      return text(3, 70) + stroke(d, '#2d2219', 3.4) + circle([250, 566], 15, 'none', '#2d2219', 3);
    },
    sketch: () =>
      stroke(
        smooth(points(14, (i): Point => [40 + i * 32, 300 - Math.sin(i * 0.8) * random.between(10, 50) - 20])),
        '#3a3026',
        3,
      ) +
      stroke('M40 340H450M90 362H400M60 384H330', '#3a3026', 1.6) +
      group(ship('#3a3026'), 'translate(290 330) scale(.62)') +
      text(8, 440),
    table: () =>
      repeat(16, (i) =>
        scribble(random, {
          x: 40 + (i % 4) * 104,
          y: 88 + Math.floor(i / 4) * 120,
          width: 84,
          lines: 3,
          size: 9,
          gap: 30,
        }),
      ) + stroke('M138 40V660M244 40V660M350 40V660M20 70H472', '#8a4b3a', 1.6),
    open: () =>
      random.chance(0.5)
        ? text(20, 70)
        : text(9, 70) +
          stroke(smooth(points(30, (i) => polar([250, 500], 12 + i * 4, i * 0.6))), '#3a3026', 3) +
          text(2, 640),
  };
  const page = (x: number, paint: string, content: string): string =>
    group(
      box(0, 0, pw, ph, paint, '#7a6540', { 'stroke-width': 1.5 }) + rules + foxing(random, pw, ph, 18) + content,
      `translate(${x} ${(height - ph) / 2})`,
    );
  const first = kind === 'labels' ? (drawn.labels?.() ?? '') : text(20, 70);
  return (
    ground +
    defs +
    defs2 +
    group(
      box(86, (height - ph) / 2 - 18, 1028, ph + 42, mix(leather, INK, 0.2), INK, { rx: 9 }) +
        repeat(4, (i) =>
          box(98 - i * 2, (height - ph) / 2 - 2 + i * 3, 1004 + i * 4, ph, '#ddcfae', '#9a8558', {
            'stroke-width': 0.8,
          }),
        ) +
        page(108, left, first) +
        page(600, right, (drawn[kind] ?? (() => text(17, 70)))()),
      `rotate(${round(random.between(-2, 2))} ${width / 2} ${height / 2})`,
    )
  );
};
