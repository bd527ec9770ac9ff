import { INK, mix } from './colours.ts';
import {
  between,
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
} from './svg.ts';
import type { Drawing, Form, Point } from './svg.ts';

const nth = (values: readonly number[], i: number): number => values[i] ?? 0;

const cornerAt = (list: Point[], i: number): Point => list[i % list.length] ?? [0, 0];

/** A broken stone: flat faces about a few inner corners, each lit from the upper left. */
function stone({ random, colours }: Drawing, size: number, faces: number, gloss: number): string {
  const rim = points(faces, (i) =>
    polar([0, 0], size * random.between(0.8, 1.1), (i / faces) * Math.PI * 2 + random.between(-0.1, 0.1)),
  ).map(([x, y]): Point => [x * 1.15, y * 0.86]);
  const inner = points(Math.round(faces / 2), (i) =>
    polar([0, 0], size * random.between(0.3, 0.55), (i / Math.round(faces / 2)) * Math.PI * 2),
  ).map(([x, y]): Point => [x * 1.15 - size * 0.08, y * 0.8 - size * 0.1]);
  const light = (a: Point, b: Point, c: Point): number => {
    const [x, y] = [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3];
    return 0.5 - (x * 0.5 + y) / (size * 2.1) + random.between(-0.16, 0.16);
  };
  const face = (a: Point, b: Point, c: Point): string => {
    const l = light(a, b, c);
    const tone =
      l > 0.5
        ? mix(colours.main, mix(colours.light, '#ffffff', gloss * 0.5), (l - 0.5) * 1.5)
        : mix(colours.dark, colours.main, l * 2);
    const d = lines([a, b, c], true);
    return (
      shape(d, tone, mix(tone, INK, 0.45), 1.4) +
      clipped(
        d,
        hatch(
          { x: -size * 1.3, y: -size * 1.2, width: size * 2.6, height: size * 2.4 },
          9 + l * 12,
          random.between(-0.9, 0.9),
          mix(tone, INK, 0.6),
          1,
          0.34,
        ),
      )
    );
  };
  const middle: Point = [random.between(-0.15, 0.1) * size, random.between(-0.25, 0) * size];
  const n = inner.length;
  return (
    repeat(n, (i) => face(cornerAt(inner, i), cornerAt(inner, i + 1), middle)) +
    repeat(faces, (i) => {
      const k = Math.floor((i / faces) * n);
      return (
        face(cornerAt(rim, i), cornerAt(rim, i + 1), cornerAt(inner, k)) +
        (Math.floor(((i + 1) / faces) * n) === k && i < faces - 1
          ? ''
          : face(cornerAt(rim, i + 1), cornerAt(inner, k), cornerAt(inner, k + 1)))
      );
    }) +
    stroke(lines(rim, true), INK, 3)
  );
}

const lined = (face: Point[], tone: string): string =>
  shape(lines(face, true), tone) +
  repeat(5, (i) =>
    stroke(
      lines([
        between(face[0] ?? [0, 0], face[3] ?? [0, 0], (i + 1) / 6),
        between(face[1] ?? [0, 0], face[2] ?? [0, 0], (i + 1) / 6),
      ]),
      mix(tone, INK, 0.4),
      1,
      { opacity: 0.5 },
    ),
  );

function cube(x: number, y: number, s: number, { random, colours }: Drawing): string {
  const [dx, dy] = [s * 0.87, s * 0.5];
  const top: Point[] = [
    [x, y - s],
    [x + dx, y - s + dy],
    [x, y - s + 2 * dy],
    [x - dx, y - s + dy],
  ];
  const left: Point[] = [
    [x - dx, y - s + dy],
    [x, y],
    [x, y + s],
    [x - dx, y + dy],
  ];
  const right: Point[] = [
    [x + dx, y - s + dy],
    [x, y],
    [x, y + s],
    [x + dx, y + dy],
  ];
  return (
    lined(top, mix(colours.light, '#ffffff', random.between(0.2, 0.5))) +
    lined(left, mix(colours.main, colours.light, 0.35)) +
    lined(right, mix(colours.main, colours.dark, 0.4))
  );
}

function prism(
  x: number,
  y: number,
  r: number,
  h: number,
  tilt: number,
  { colours }: Drawing,
  pointed: boolean,
): string {
  const [w, tip] = [r, pointed ? r * 1.3 : 0];
  const side = (a: number, b: number, tone: string): string =>
    shape(
      lines(
        [
          [a, -h],
          [b, -h],
          [b * 0.96, 0],
          [a * 0.96, 0],
        ],
        true,
      ),
      tone,
    ) +
    (pointed
      ? shape(
          lines(
            [
              [a, -h],
              [b, -h],
              [0, -h - tip],
            ],
            true,
          ),
          mix(tone, '#ffffff', 0.25),
        )
      : '');
  const top = pointed
    ? ''
    : shape(
        lines(
          points(6, (i) => [Math.cos((i * Math.PI) / 3) * w, -h + Math.sin((i * Math.PI) / 3) * w * 0.36]),
          true,
        ),
        mix(colours.light, '#ffffff', 0.3),
      );
  return group(
    side(-w, -w * 0.45, mix(colours.main, colours.dark, 0.2)) +
      side(-w * 0.45, w * 0.45, mix(colours.light, colours.main, 0.25)) +
      side(w * 0.45, w, mix(colours.main, colours.dark, 0.65)) +
      top +
      stroke(
        repeat(6, (i) => `M${round(-w * 0.4 + i * w * 0.14)} ${round(-h + 20 + i * 9)}v${round(h * 0.35)}`),
        INK,
        1,
        { opacity: 0.35 },
      ),
    `translate(${x} ${y}) rotate(${round(tilt)})`,
  );
}

export const mineral: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const [cx, cy] = [width / 2, height / 2];
  const shadow = oval([cx + 26, cy + 290], 420, 54, '#5a4526', 'none', { opacity: 0.3 });
  const middle = (content: string): string => shadow + group(content, `translate(${cx} ${cy})`);
  const base = (tone: string): string =>
    stone(
      { ...drawing, colours: { ...colours, main: tone, dark: mix(tone, INK, 0.7), light: mix(tone, '#ffffff', 0.4) } },
      310,
      13,
      0,
    );
  switch (kind) {
    case 'cubes':
      return (
        shadow +
        repeat(9, (i) =>
          cube(
            cx + nth([-230, 10, 220, -110, 120, -250, 260, 0, 130], i),
            cy + nth([60, -90, 50, 150, 160, 210, 220, 230, 20], i),
            random.between(88, 150),
            drawing,
          ),
        )
      );
    case 'pyrite':
      return middle(
        base('#77706a') +
          repeat(6, (i) =>
            cube(
              nth([-170, 40, 190, -60, 110, 10], i),
              nth([-40, -120, 20, 70, 130, 0], i),
              random.between(46, 96),
              drawing,
            ),
          ),
      );
    case 'crystal':
      return middle(
        group(base('#8b8172'), 'translate(0 150) scale(1 .55)') +
          repeat(8, (i) =>
            prism(
              -240 + i * 68,
              120 + (i % 3) * 26,
              random.between(34, 62),
              random.between(170, 340),
              (i - 3.5) * 11,
              drawing,
              true,
            ),
          ),
      );
    case 'column':
      return middle(
        repeat(6, (i) =>
          prism(
            nth([-250, 190, -110, 260, 40, -20], i),
            nth([170, 180, 230, 260, 280, 180], i),
            104,
            random.between(260, 470),
            0,
            drawing,
            false,
          ),
        ),
      );
    case 'wood':
    case 'nodule': {
      const edge = smooth(
        points(15, (i) => polar([0, 0], 330 * random.between(0.9, 1.08), (i / 15) * Math.PI * 2)).map(
          ([x, y]): Point => [x * 1.18, y * 0.92],
        ),
        true,
      );
      const rings = repeat(kind === 'wood' ? 26 : 11, (i) =>
        stroke(
          smooth(
            points(14, (k) =>
              polar(
                [random.between(-4, 4), 0],
                (18 + i * (kind === 'wood' ? 14 : 33)) * random.between(0.94, 1.06),
                (k / 14) * Math.PI * 2,
              ),
            ).map(([x, y]): Point => [x * 1.15, y * 0.9]),
            true,
          ),
          mix(i % 2 ? colours.dark : colours.accent, colours.light, random.between(0, 0.5)),
          kind === 'wood' ? random.between(2, 8) : random.between(8, 24),
          { opacity: 0.7 },
        ),
      );
      const cracks = repeat(7, (i) =>
        stroke(
          lines(points(5, (k) => polar([0, 0], 40 + k * 75, i * 0.93 + random.between(-0.12, 0.12)))),
          mix(colours.dark, INK, 0.4),
          random.between(2, 7),
        ),
      );
      return middle(shape(edge, colours.main, INK, 20) + clipped(edge, rings + cracks) + stroke(edge, colours.dark, 6));
    }
    case 'coal':
      return middle(
        stone({ ...drawing, colours: { ...colours, main: '#3a3a3c', dark: '#0f0f10', light: '#b9bfc4' } }, 320, 17, 1),
      );
    case 'nugget':
      return middle(
        repeat(9, (i) => {
          const s = random.between(46, 118);
          const [defs, paint] = gradient(['#fff0b0', colours.main, colours.dark], 'ball');
          return group(
            defs +
              shape(
                smooth(
                  points(9, (k) => polar([0, 0], s * random.between(0.75, 1.1), (k / 9) * Math.PI * 2)),
                  true,
                ),
                paint,
              ) +
              repeat(9, () =>
                oval(
                  [random.between(-0.6, 0.6) * s, random.between(-0.6, 0.6) * s],
                  s * 0.09,
                  s * 0.06,
                  colours.dark,
                  'none',
                  { opacity: 0.4 },
                ),
              ),
            `translate(${nth([-250, -40, 180, -160, 70, 290, -300, 0, 210], i)} ${nth([-110, -170, -120, 60, 20, 60, 190, 210, 200], i)})`,
          );
        }),
      );
    case 'glass':
      return middle(
        stone({ ...drawing, colours: { ...colours, main: '#25312f', dark: '#080c0c', light: '#c9e4dc' } }, 320, 9, 1) +
          repeat(5, (i) =>
            stroke(smooth(points(6, (k) => polar([-120, -60], 60 + i * 46, k * 0.22 - 0.2))), '#dff2ea', 3, {
              opacity: 0.5,
            }),
          ),
      );
    case 'ore':
      return middle(
        base('#8a7d6a') +
          repeat(40, () => {
            const p = polar([0, 0], random.between(0, 240), random.between(0, 6.3));
            return shape(
              smooth(
                points(6, (k) => polar(p, random.between(10, 42), k)),
                true,
              ),
              mix(colours.main, random.pick(['#c9a13b', colours.light, '#2c6f8f']), random.between(0.1, 0.6)),
              INK,
              1,
            );
          }),
      );
    case 'sinter':
      return middle(
        repeat(26, (i) => {
          const y = 200 - i * 17;
          const w = 360 - Math.abs(i - 9) * 13;
          return shape(
            smooth(
              points(12, (k) => polar([0, y], 1, (k / 12) * Math.PI * 2)).map(([x, py]): Point => [
                x * w * random.between(0.92, 1.06),
                y + (py - y) * 34 * random.between(0.8, 1.2),
              ]),
              true,
            ),
            mix(colours.light, i % 2 ? '#ffffff' : colours.main, random.between(0.2, 0.6)),
            mix(colours.dark, colours.light, 0.3),
            1.6,
          );
        }),
      );
    default:
      return middle(
        stone(drawing, 320, 14, 0.1) +
          repeat(120, () =>
            circle(
              polar([0, 0], Math.sqrt(random.next()) * 270, random.between(0, 6.3)),
              random.between(1, 4),
              INK,
              'none',
              0,
              { opacity: 0.3 },
            ),
          ),
      );
  }
};
