import { INK, mix } from './colours.ts';
import {
  between,
  circle,
  clipped,
  gradient,
  group,
  hatch,
  lines,
  mirrored,
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
import type { Drawing, Form, Point } from './svg.ts';

interface Coil {
  readonly whorls: number;
  readonly growth: number;
  readonly ribs: number;
  readonly depth: number;
  readonly keel: boolean;
  readonly fork: boolean;
}

const RIBBED: Coil = { whorls: 4.4, growth: 2.0, ribs: 34, depth: 0.5, keel: false, fork: false };

const COILS: Readonly<Record<string, Coil>> = {
  ribbed: RIBBED,
  keeled: { whorls: 5.2, growth: 1.75, ribs: 40, depth: 0.7, keel: true, fork: false },
  serpent: { whorls: 7, growth: 1.45, ribs: 46, depth: 0.8, keel: false, fork: false },
  smooth: { whorls: 4, growth: 2.3, ribs: 60, depth: 0.16, keel: false, fork: true },
};

/** A coiled shell of outer radius 1 × size about the origin. */
function coil({ random, colours }: Drawing, form: Coil, size: number): string {
  const grow = Math.log(form.growth) / (Math.PI * 2);
  const end = form.whorls * Math.PI * 2;
  const turn = random.between(-0.5, 0.5);
  const radius = (a: number): number => size * Math.exp(grow * (a - end));
  const at = (a: number, share: number): Point => {
    const [inner, outer] = [radius(a - Math.PI * 2) * 0.985, radius(a)];
    return polar([0, 0], inner + (outer - inner) * share, a + turn);
  };
  const steps = Math.round(form.whorls * 44);
  let body = '';
  const piece = (end - 0.2) / steps;
  for (let i = Math.round(steps * 0.12); i < steps; i++) {
    const [a, b] = [i * piece, (i + 1.15) * piece];
    const light = 0.5 + 0.5 * Math.cos(a + turn + Math.PI * 0.75);
    const wave = Math.sin((a / (Math.PI * 2)) * form.ribs * Math.PI);
    const tone = mix(
      mix(colours.dark, colours.main, 0.35 + light * 0.65),
      colours.light,
      Math.max(0, light * 0.5 + wave * form.depth * 0.3),
    );
    body += shape(lines([at(a, 0), at(a, 0.5), at(a, 1), at(b, 1), at(b, 0.5), at(b, 0)], true), tone, tone, 1.2);
  }
  let ribs = '';
  for (let i = Math.round(form.ribs * 0.5); i < form.whorls * form.ribs - 1; i++) {
    const a = (i / form.ribs) * Math.PI * 2;
    ribs += smooth([at(a, 0.06), at(a + 0.015, 0.4), at(a - 0.02, 0.75), at(a + (form.fork ? 0.06 : 0.02), 0.98)]);
  }
  const whorl = smooth(points(steps, (i) => at(i * piece, 1)));
  const keel = form.keel
    ? stroke(smooth(points(steps, (i) => at(i * piece, 0.88))), colours.dark, 3.5, { opacity: 0.7 })
    : '';
  const mouth = smooth([at(end - 0.2, 0), at(end - 0.14, 0.3), at(end - 0.14, 0.7), at(end - 0.2, 1)]);
  return (
    circle([0, 0], radius(Math.PI), colours.dark) +
    body +
    stroke(ribs, mix(colours.dark, INK, 0.4), 1 + form.depth * 4, { opacity: 0.35 + form.depth * 0.4 }) +
    group(
      stroke(ribs, colours.light, 1 + form.depth * 2.4, { opacity: 0.25 + form.depth * 0.4 }),
      `translate(${-1.5 - form.depth * 2} ${-1.5 - form.depth * 2})`,
    ) +
    keel +
    stroke(whorl, INK, 3.6) +
    stroke(mouth, INK, 5)
  );
}

export const ammonite: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  if (kind === 'cluster') {
    const rock = smooth(
      points(13, (i) =>
        polar([width / 2, height / 2], random.between(370, 445) * (i % 2 ? 1 : 1.04), (i / 13) * Math.PI * 2),
      ),
      true,
    );
    const spots: Point[] = way('380 420, 610 380, 490 610, 290 640, 700 640, 430 850, 650 860, 560 240, 760 480');
    return (
      shape(rock, '#8b857a') +
      clipped(rock, hatch({ x: 0, y: 0, width, height }, 10, 0.3, INK, 1.2, 0.3)) +
      spots
        .map((p, i) =>
          group(
            coil(drawing, { ...RIBBED, ribs: 22, whorls: 4 }, random.between(80, 128)),
            `translate(${p[0]} ${p[1]}) rotate(${i * 47})`,
          ),
        )
        .join('') +
      stroke(rock, INK, 3)
    );
  }
  const rock =
    kind === 'smooth'
      ? shape(
          smooth(
            points(11, (i) => polar([width / 2, height / 2], random.between(410, 470), (i / 11) * Math.PI * 2)),
            true,
          ),
          mix('#a59d8e', colours.dark, 0.1),
        )
      : oval([width / 2 + 16, height / 2 + 22], 372, 368, '#5a4526', 'none', { opacity: 0.13 });
  return (
    rock +
    group(
      coil(drawing, COILS[kind] ?? RIBBED, kind === 'smooth' ? 330 : 400),
      `translate(${width / 2} ${height / 2}) rotate(${round(random.between(0, 360))})`,
    )
  );
};

/** Lines of growth, ever wider from the apex, which is the first point. */
function ribsAcross(d: Point[], count: number, colour: string, width: number): string {
  const apex = d[0] ?? [0, 0];
  return repeat(count, (i) =>
    stroke(
      smooth(
        d.map((p) => between(apex, p, (i + 1) / count)),
        true,
      ),
      colour,
      width,
      { opacity: 0.5 },
    ),
  );
}

const SHELLS: Readonly<Record<string, (drawing: Drawing) => string>> = {
  nautilus: (drawing) => {
    const form: Coil = { whorls: 2.6, growth: 3.2, ribs: 17, depth: 0.9, keel: false, fork: true };
    return coil(
      { ...drawing, colours: { ...drawing.colours, main: '#d9c6a4', light: '#f7eedb', dark: '#a8512e' } },
      form,
      400,
    );
  },
  spire: ({ random, colours }) => {
    const [defs, paint] = gradient([
      mix(colours.main, colours.dark, 0.5),
      mix(colours.light, '#ffffff', 0.3),
      colours.main,
      colours.dark,
    ]);
    const whorls = repeat(6, (i) => {
      const [y, w, h] = [-330 + i * 92 + i * i * 7, 40 + i * 38 + i * i * 2, 58 + i * 17];
      return group(
        oval([0, 0], w, h, paint, INK) +
          repeat(9, (j) =>
            stroke(
              `M${round(-w * 0.9 + j * w * 0.22)} ${round(-h * 0.6)}q14 ${round(h * 0.6)} 0 ${round(h * 1.1)}`,
              colours.dark,
              1.8,
              { opacity: 0.4 },
            ),
          ) +
          stroke(`M${-w} ${h * 0.15}Q0 ${h * 0.75} ${w} ${h * 0.15}`, colours.accent, 7, { opacity: 0.5 }),
        `translate(0 ${round(y)}) rotate(-11)`,
      );
    });
    return (
      defs +
      group(
        whorls +
          oval([76, 300], 118, 148, mix(colours.light, '#ffffff', 0.4), INK) +
          oval([84, 304], 84, 112, mix(colours.dark, INK, 0.3), INK),
        `rotate(${round(random.between(8, 20))})`,
      )
    );
  },
  ear: ({ random, colours }) => {
    const d = smooth(way('-330 60, -250 -190, 0 -275, 260 -200, 370 20, 280 210, 20 280, -230 220'), true);
    const bands = ['#2d7d80', '#5aa08e', '#7a5a9a', '#3b5ba0', '#9cc7b0', '#b5739b', '#2f8a8a'];
    const nacre = repeat(26, (i) =>
      stroke(
        smooth(points(9, (j) => polar([-150, 40], 30 + i * 21, j * 0.75 + random.between(-0.05, 0.05)))),
        random.pick(bands),
        19,
        { opacity: 0.7 },
      ),
    );
    const holes = repeat(6, (i) =>
      oval(polar([-20, 10], 250 - i * 3, -2.3 + i * 0.27), 15 - i * 0.8, 11 - i * 0.6, '#1f2b2b', INK),
    );
    return (
      shape(d, mix(colours.main, '#3b3a33', 0.3), INK, 16) +
      clipped(d, nacre + hatch({ x: -400, y: -300, width: 800, height: 620 }, 13, -0.5, '#ffffff', 1.4, 0.3)) +
      stroke(d, INK, 4) +
      holes +
      stroke(smooth(way('-330 60, -200 90, -120 30, -170 -30, -210 20')), colours.dark, 8, { opacity: 0.7 })
    );
  },
  cowrie: ({ random, colours }) => {
    const d = smooth(way('-370 0, -250 -220, 30 -265, 290 -170, 375 10, 270 190, 0 255, -270 190'), true);
    const [defs, paint] = gradient([mix(colours.light, '#ffffff', 0.6), colours.light, colours.main], 'ball');
    const spots = repeat(150, () =>
      oval(
        [random.between(-350, 350), random.between(-240, 240)],
        random.between(6, 23),
        random.between(5, 19),
        mix(colours.dark, '#24140a', 0.4),
        'none',
        { opacity: random.between(0.45, 0.95) },
      ),
    );
    return (
      defs +
      shape(d, paint) +
      clipped(d, spots + stroke('M-380 30Q0 70 380 0', colours.accent, 22, { opacity: 0.45 })) +
      stroke(d, INK, 3) +
      oval([-90, -120], 130, 34, '#ffffff', 'none', { opacity: 0.45 })
    );
  },
  gryphaea: (drawing) => {
    const d: Point[] = way('-60 -250, -190 -150, -270 60, -190 260, 60 330, 280 220, 320 -10, 210 -190, 60 -240');
    const [defs, paint] = gradient(
      [mix(drawing.colours.light, '#ffffff', 0.2), drawing.colours.main, drawing.colours.dark],
      'ball',
    );
    return (
      defs +
      shape(smooth(d, true), paint) +
      ribsAcross(d, 19, INK, 2.2) +
      shape(smooth(way('-60 -250, 40 -330, 150 -290, 150 -190, 60 -180'), true), drawing.colours.main) +
      clipped(smooth(d, true), hatch({ x: -300, y: -300, width: 700, height: 700 }, 11, 0.8, INK, 1.2, 0.25))
    );
  },
  limpet: (drawing) => cone(drawing, 30, 1),
  barnacle: (drawing) =>
    repeat(5, (i) =>
      group(
        cone(drawing, 16, 0.34) +
          oval([0, 0], 62, 46, '#2a1f18', INK) +
          mirrored(shape('M2 -40L46 0L2 40Z', drawing.colours.light)),
        `translate(${[-190, 150, -30, 250, -250][i] ?? 0} ${[-150, -170, 70, 150, 170][i] ?? 0}) scale(${[0.95, 0.8, 1.05, 0.7, 0.66][i] ?? 1}) rotate(${i * 31})`,
      ),
    ),
  carapace: ({ colours }) => {
    const d = smooth(
      way('0 -380, 230 -290, 330 -40, 290 230, 150 360, 0 390, -150 360, -290 230, -330 -40, -230 -290'),
      true,
    );
    const rings = (x: number, y: number, rx: number, ry: number, sides: number): string =>
      repeat(6, (i) =>
        shape(
          lines(
            points(sides, (k) => [
              x + Math.cos((k / sides) * Math.PI * 2 + Math.PI / sides) * rx * (1 - i * 0.15),
              y + Math.sin((k / sides) * Math.PI * 2 + Math.PI / sides) * ry * (1 - i * 0.15),
            ]),
            true,
          ),
          mix(colours.main, i % 2 ? colours.dark : colours.light, 0.12 + i * 0.07),
          INK,
          i === 0 ? 3 : 1.2,
        ),
      );
    const plates =
      repeat(5, (i) => rings(0, -290 + i * 148, 112, 92, 6)) +
      mirrored(
        repeat(4, (i) => rings(198 - Math.abs(i - 1.4) * 14, -212 + i * 146, 104, 90, 6)) +
          repeat(9, (i) => {
            const a = -1.35 + i * 0.345;
            return rings(Math.cos(a) * 322, Math.sin(a) * 368, 44, 66, 5);
          }),
      );
    return shape(d, colours.dark, INK, 5) + clipped(d, plates) + stroke(d, INK, 5);
  },
};

function cone({ random, colours }: Drawing, ribs: number, size: number): string {
  const edge = points(ribs * 2, (i) =>
    polar([0, 0], (i % 2 ? 350 : 325) * size * random.between(0.96, 1.04), (i / (ribs * 2)) * Math.PI * 2),
  ).map(([x, y]): Point => [x, y * 0.86]);
  const d = smooth(edge, true);
  const [defs, paint] = gradient([mix(colours.light, '#ffffff', 0.4), colours.main, colours.dark], 'ball');
  const rays = repeat(
    ribs,
    (i) =>
      stroke(lines([[-30 * size, -40 * size], edge[i * 2] ?? [0, 0]]), colours.dark, 5 * size, { opacity: 0.5 }) +
      stroke(lines([[-30 * size, -40 * size], edge[i * 2 + 1] ?? [0, 0]]), colours.light, 4 * size, { opacity: 0.5 }),
  );
  return (
    defs +
    shape(d, paint) +
    rays +
    repeat(7, (i) =>
      stroke(
        smooth(
          edge.map((p) => between([-30 * size, -40 * size], p, 0.25 + i * 0.11 + random.between(-0.02, 0.02))),
          true,
        ),
        colours.dark,
        2,
        { opacity: 0.45 },
      ),
    )
  );
}

export const shell: Form = (drawing) => {
  const { shape: kind, width, height } = drawing;
  const draw = SHELLS[kind] ?? cone.bind(undefined, drawing, 30, 1);
  return (
    oval([width / 2 + 10, height / 2 + 300], 330, 38, '#5a4526', 'none', { opacity: 0.22 }) +
    group(
      draw(drawing),
      `translate(${width / 2} ${height / 2}) scale(${kind === 'spire' ? 0.84 : kind === 'carapace' ? 0.9 : 1})`,
    )
  );
};
