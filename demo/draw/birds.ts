import { INK, mix } from './colours.ts';
import { group, oval, repeat, round, shape, smooth, stroke } from './svg.ts';
import type { Drawing, Form, Point } from './svg.ts';

interface Vane {
  readonly length: number;
  readonly wide: number;
  readonly bend: number;
  readonly loose: number;
  readonly bars: number;
  readonly bareFrom: number;
}

const PLAIN: Vane = { length: 880, wide: 118, bend: 60, loose: 0, bars: 0, bareFrom: 1 };

const VANES: Readonly<Record<string, Vane>> = {
  plain: PLAIN,
  bars: { ...PLAIN, length: 880, wide: 108, bars: 9 },
  broad: { ...PLAIN, length: 800, wide: 185, bend: 30 },
  plume: { ...PLAIN, length: 930, wide: 170, bend: 150, loose: 1 },
  wire: { ...PLAIN, length: 900, wide: 84, bend: 220, bareFrom: 0.28 },
  racket: { ...PLAIN, length: 930, wide: 70, bend: 90, bareFrom: 0.4 },
  standard: { ...PLAIN, length: 860, wide: 60, bend: 170 },
  crest: { ...PLAIN, length: 640, wide: 74, bend: 190 },
};

/** A feather standing on its quill at the origin. */
function featherAt({ random, colours }: Drawing, given: Vane): string {
  const vane = {
    ...given,
    length: given.length * random.between(0.92, 1.03),
    bend: given.bend * random.between(0.7, 1.25),
  };
  const at = (t: number): Point => [vane.bend * t * t, -vane.length * t];
  const width = (t: number): number => {
    if (vane.bareFrom < 1 && t > vane.bareFrom && t < 0.86) return 0;
    if (vane.bareFrom < 1 && t >= 0.86) return vane.wide * Math.sin(((t - 0.86) / 0.14) * Math.PI) * 1.1;
    const top = vane.bareFrom < 1 ? t / vane.bareFrom : t;
    return vane.wide * Math.sin(Math.PI * Math.min(1, top * 0.93 + 0.07)) ** 0.55;
  };
  const strokes: string[] = ['', '', '', ''];
  const rows = vane.loose ? 130 : 210;
  for (let i = 0; i < rows; i++) {
    const t = 0.13 + (i / rows) * 0.87;
    const [x, y] = at(t);
    const w = width(t);
    if (w < 2) continue;
    const down = t < 0.24;
    const bar = vane.bars > 0 && Math.sin(t * vane.bars * Math.PI * 2) > 0.25;
    const tone = down ? 3 : bar ? 2 : t > 0.82 && vane.bars === 0 ? 1 : i % 3 === 0 ? 1 : 0;
    for (const side of [-1, 1]) {
      const reach = w * (side < 0 ? 0.72 : 1) * random.between(down || vane.loose ? 0.6 : 0.94, 1.02);
      const rise = vane.loose ? random.between(60, 190) : down ? random.between(-10, 40) : reach * 0.62;
      const droop = vane.loose ? random.between(-10, 40) : 0;
      strokes[tone] +=
        `M${round(x)} ${round(y)}Q${round(x + side * reach * 0.6)} ${round(y - rise * 0.3)} ${round(x + side * reach + droop)} ${round(y - rise)}`;
    }
  }
  const tones = [
    colours.main,
    mix(colours.main, colours.light, 0.45),
    colours.dark,
    mix(colours.light, '#ffffff', 0.4),
  ];
  const barbs = strokes
    .map((d, i) =>
      d === ''
        ? ''
        : stroke(d, mix(tones[i] ?? INK, INK, 0.38), vane.loose ? 2.4 : 5.4) +
          stroke(d, tones[i] ?? INK, vane.loose ? 1.6 : 3.4),
    )
    .join('');
  const quill = smooth([at(-0.06), at(0.1), at(0.35), at(0.6), at(0.85), at(0.99)]);
  return barbs + stroke(quill, INK, 8.5) + stroke(quill, mix(colours.light, '#ffffff', 0.45), 5);
}

export const feather: Form = (drawing) => {
  const { random, shape: kind, width, height } = drawing;
  const vane = VANES[kind] ?? PLAIN;
  const small = { ...PLAIN, length: 430, wide: 82, bend: 40 };
  if (kind === 'crest')
    return repeat(6, (i) =>
      group(
        featherAt(drawing, { ...vane, length: vane.length * (0.75 + i * 0.09) }),
        `translate(${330 + i * 26} 1010) rotate(${-44 + i * 10})`,
      ),
    );
  const second =
    kind === 'standard' || kind === 'wire' || kind === 'racket'
      ? group(featherAt(drawing, vane), `translate(${width * 0.6} ${height * 0.88}) rotate(4)`) +
        group(featherAt(drawing, vane), `translate(${width * 0.4} ${height * 0.88}) rotate(-4) scale(-1 1)`)
      : group(
          featherAt(drawing, vane),
          `translate(${width * 0.4} ${height * 0.88}) rotate(${round(random.between(-10, 2))})`,
        );
  const third =
    kind === 'plume'
      ? group(featherAt(drawing, { ...vane, length: 720 }), `translate(${width * 0.44} ${height * 0.88}) rotate(-32)`)
      : kind === 'standard' || kind === 'wire' || kind === 'racket'
        ? group(featherAt(drawing, { ...small, length: 300 }), `translate(${width * 0.5} ${height * 0.88})`)
        : group(
            featherAt(drawing, small),
            `translate(${width * 0.71} ${height * 0.86}) rotate(${round(random.between(6, 16))})`,
          ) +
          group(
            featherAt(drawing, { ...small, length: 230, wide: 52 }),
            `translate(${width * 0.73} ${height * 0.46}) rotate(${round(random.between(16, 34))})`,
          );
  return third + second;
};

export const egg: Form = ({ random, colours, shape: kind, width, height }) => {
  const large = kind === 'large';
  const one = (x: number, y: number, size: number, turn: number): string => {
    const d = smooth(
      [
        [0, -size],
        [size * 0.52, -size * 0.55],
        [size * 0.72, size * 0.1],
        [size * 0.5, size * 0.72],
        [0, size * 0.92],
        [-size * 0.5, size * 0.72],
        [-size * 0.72, size * 0.1],
        [-size * 0.52, -size * 0.55],
      ],
      true,
    );
    const tone = mix(colours.light, '#ffffff', 0.25);
    const paint = `<radialGradient id="egg${round(x)}" cx=".36" cy=".34" r=".8"><stop offset="0%" stop-color="${mix(tone, '#ffffff', 0.6)}"/><stop offset="55%" stop-color="${tone}"/><stop offset="100%" stop-color="${mix(colours.main, INK, 0.3)}"/></radialGradient>`;
    const speckles = repeat(large ? 60 : 190, () => {
      const [a, r] = [random.between(0, Math.PI * 2), Math.sqrt(random.next()) * 0.93];
      return oval(
        [Math.cos(a) * r * size * 0.68, Math.sin(a) * r * size * 0.9],
        random.between(1, large ? 4 : 9),
        random.between(1, large ? 4 : 8),
        mix(colours.dark, colours.accent, random.next()),
        'none',
        { opacity: large ? 0.3 : random.between(0.3, 0.8) },
      );
    });
    return (
      oval([x + size * 0.14, y + size * 0.93], size * 0.66, size * 0.13, '#5a4526', 'none', { opacity: 0.3 }) +
      group(
        paint +
          shape(d, `url(#egg${round(x)})`, INK, 2.4) +
          speckles +
          oval([-size * 0.22, -size * 0.42], size * 0.12, size * 0.24, '#ffffff', 'none', { opacity: 0.35 }),
        `translate(${x} ${y}) rotate(${turn})`,
      )
    );
  };
  if (large) return one(width / 2, height / 2 - 20, 400, random.between(-8, 8));
  return one(360, 460, 230, -12) + one(680, 620, 220, 22) + one(400, 850, 224, 84);
};
