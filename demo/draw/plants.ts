import { INK, mix } from './colours.ts';
import { scribble, stamp } from './writing.ts';
import type { Drawing, Form, Point } from './svg.ts';
import { between, box, circle, clipped, gradient, group, hatch, lines, mirrored, oval, points, polar, repeat, round, shape, smooth, stroke } from './svg.ts';

/** A leaf along the y axis, tip up, its stalk at the origin. */
function leaf({ random, colours, shape: kind }: Drawing, size: number): string {
  const tone = mix(mix(colours.main, '#6f6a3c', 0.45), random.chance(0.5) ? colours.dark : colours.light, random.between(0.05, 0.35));
  const w = size * ({ needle: 0.035, strap: 0.06, lance: 0.12, oval: 0.27, banksia: 0.12, lobed: 0.34, study: 0.13, slipper: 0.11 }[kind] ?? 0.17) * random.between(0.9, 1.1);
  const teeth = kind === 'banksia' || kind === 'study' ? 13 : kind === 'lobed' ? 5 : 0;
  const side = teeth === 0
    ? [[w * 0.35, -size * 0.1], [w, -size * 0.4], [w * 0.8, -size * 0.7], [w * 0.2, -size * 0.95]] as Point[]
    : points(teeth * 2, (i): Point => {
        const t = (i + 1) / (teeth * 2 + 1);
        return [w * Math.sin(Math.PI * t ** 0.8) * (i % 2 ? 1 : teeth === 5 ? 0.4 : 0.78) + 3, -size * (t + (i % 2 ? 0.03 : 0))];
      });
  const outline: Point[] = [[0, 0], ...side, [0, -size], ...[...side].reverse().map(([x, y]): Point => [-x, y])];
  const d = teeth && teeth > 5 ? lines(outline, true) : smooth(outline, true);
  const veins = kind === 'needle' ? '' : repeat(kind === 'strap' ? 3 : 8, (i) => {
    const y = -size * (0.12 + i * 0.1);
    return kind === 'strap' ? `M${(i - 1) * w * 0.5} 0L${(i - 1) * w * 0.3} ${-size * 0.95}` : `M0 ${round(y)}l${round(w)} ${round(-size * 0.09)}M0 ${round(y)}l${round(-w)} ${round(-size * 0.09)}`;
  });
  return shape(d, tone, mix(INK, colours.dark, 0.3), 1.8) + clipped(d, box(0, -size, w, size, '#000000', 'none', { opacity: 0.1 }) + stroke(veins, colours.light, 1.3, { opacity: 0.7 })) + stroke(`M0 0V${round(-size * 0.97)}`, colours.light, kind === 'needle' ? 1 : 2.4, { opacity: 0.8 });
}

function flower({ random, colours, shape: kind }: Drawing, size: number): string {
  if (kind === 'banksia' || kind === 'study') {
    const d = smooth([[-size * 0.32, 0], [-size * 0.36, -size], [0, -size * 1.22], [size * 0.36, -size], [size * 0.32, 0], [0, size * 0.1]], true);
    const rows = repeat(15, (r) => repeat(9, (c) => `M${round((c - 4) * size * 0.085)} ${round(-r * size * 0.085 + 4)}q${round((c - 4) * 7)} -6 ${round((c - 4) * 9)} -26`));
    return shape(d, mix(colours.accent, colours.light, 0.3), INK, 1.6) + stroke(rows, mix(colours.accent, '#fff6d8', 0.55), 4.5) + stroke(rows, mix(colours.accent, INK, 0.55), 1.5);
  }
  if (kind === 'slipper') {
    const petal = (a: number, w: number, l: number): string => group(shape(smooth([[0, 0], [w, -l * 0.5], [0, -l], [-w, -l * 0.5]], true), mix(colours.light, '#ffffff', 0.3), INK, 2) + repeat(7, (i) => stroke(`M0 0Q${(i - 3) * w * 0.36} ${-l * 0.5} ${(i - 3) * w * 0.12} ${-l * 0.93}`, colours.dark, 2)), `rotate(${a})`);
    return petal(0, size * 0.4, size) + petal(104, size * 0.13, size * 1.5) + petal(-104, size * 0.13, size * 1.5) + petal(180, size * 0.3, size * 0.8) + shape(smooth([[-size * 0.25, 0], [-size * 0.3, size * 0.45], [0, size * 0.75], [size * 0.3, size * 0.45], [size * 0.25, 0], [0, size * 0.14]], true), colours.main) + oval([0, size * 0.05], size * 0.2, size * 0.1, colours.accent, INK);
  }
  const count = random.whole(5, 8);
  return repeat(count, (i) => group(shape(smooth([[0, 0], [size * 0.2, -size * 0.35], [0, -size * 0.6], [-size * 0.2, -size * 0.35]], true), mix(colours.accent, colours.light, random.between(0, 0.4)), INK, 1.5), `rotate(${round((i * 360) / count)})`)) + circle([0, 0], size * 0.13, colours.dark, INK, 1.5);
}

function branch(drawing: Drawing, length: number): string {
  const { random, colours, shape: kind } = drawing;
  const sway = random.between(-90, 90);
  const spine = points(7, (i): Point => [Math.sin(i / 2.2 + sway) * 30 + (sway * i) / 6, (-length * i) / 6]);
  const at = (t: number): Point => { const k = Math.min(5, Math.floor(t * 6)); return between(spine[k] ?? [0, 0], spine[k + 1] ?? [0, 0], t * 6 - k); };
  const stem = stroke(smooth(spine), mix(colours.dark, '#7a5a32', 0.4), 9) + stroke(smooth(spine), '#b59766', 3, { opacity: 0.5 });
  if (kind === 'strap') return repeat(9, (i) => group(leaf(drawing, length * random.between(0.7, 1)), `rotate(${round((i - 4) * 9 + random.between(-4, 4))})`)) + stroke(`M0 0L20 ${-length * 0.86}`, colours.dark, 8) + repeat(7, (i) => group(flower(drawing, 90), `translate(${round(20 + Math.cos(i) * 40)} ${round(-length * 0.86 + Math.sin(i) * 50)})`));
  if (kind === 'fan') return repeat(17, (i) => group(leaf({ ...drawing, shape: 'lance' }, length * 0.72 * random.between(0.9, 1.05)), `translate(0 ${-length * 0.22}) rotate(${(i - 8) * 11})`)) + stroke(`M0 160L0 ${-length * 0.22}`, '#6d5a33', 13);
  if (kind === 'cactus') {
    const pad = (x: number, y: number, a: number, s: number): string => {
      const d = smooth([[0, 0], [s * 0.36, -s * 0.4], [s * 0.3, -s * 0.9], [0, -s * 1.05], [-s * 0.3, -s * 0.9], [-s * 0.36, -s * 0.4]], true);
      return group(shape(d, mix(colours.main, colours.light, random.between(0, 0.3))) + clipped(d, hatch({ x: -s, y: -s * 1.2, width: 2 * s, height: s * 1.4 }, 9, 0.5, colours.dark)) + repeat(26, () => { const p: Point = [random.between(-0.26, 0.26) * s, -random.between(0.15, 0.95) * s]; return stroke(`M${round(p[0])} ${round(p[1])}l-9 -14m9 14l9 -14m-9 14v-18`, INK, 1.3); }), `translate(${x} ${y}) rotate(${a})`);
    };
    return pad(0, 0, 4, 330) + pad(-30, -320, -30, 270) + pad(50, -320, 28, 290) + pad(-170, -560, -10, 190) + pad(185, -570, 34, 180) + group(flower(drawing, 110), 'translate(200 -590)');
  }
  const fronds = kind === 'pinnate' || kind === 'fern' ? 9 : kind === 'needle' ? 46 : random.whole(10, 15);
  const foliage = repeat(fronds, (i) => {
    const t = 0.1 + (i / fronds) * 0.88;
    const [p, turn] = [at(t), (i % 2 ? 1 : -1) * random.between(38, 68) * (1 - t * 0.45)];
    const size = length * ({ needle: 0.17, banksia: 0.38, study: 0.36, lance: 0.4, lobed: 0.36, oval: 0.3 }[kind] ?? 0.34) * random.between(0.8, 1.12) * (1 - t * 0.3);
    const blade = kind === 'pinnate' || kind === 'fern'
      ? stroke(`M0 0V${-size}`, colours.dark, 3) + repeat(11, (j) => mirrored(group(leaf({ ...drawing, shape: kind === 'fern' ? 'lance' : 'oval' }, size * 0.26 * (1 - j * 0.04)), `translate(0 ${-size * (0.1 + j * 0.085)}) rotate(${kind === 'fern' ? 52 : 64})`))) : leaf(drawing, size);
    return group(blade, `translate(${round(p[0])} ${round(p[1])}) rotate(${round(turn)})`);
  });
  const blooms = repeat(kind === 'banksia' || kind === 'study' || kind === 'slipper' ? 1 : random.whole(2, 5), (i) => {
    const p = at(kind === 'banksia' || kind === 'study' || kind === 'slipper' ? 1 : 1 - i * 0.13);
    return group(flower(drawing, kind === 'banksia' || kind === 'study' ? 200 : kind === 'slipper' ? 170 : kind === 'needle' ? 44 : 76), `translate(${round(p[0])} ${round(p[1])}) rotate(${round(random.between(-12, 12))})`);
  });
  return stem + foliage + blooms;
}

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
  const ground = box(0, 0, width, height, study ? '#d9c9a6' : '#cbb892') + box(26, 26, width - 52, height - 52, tone, '#a08a60', { 'stroke-width': 1.5 });
  const plant = group(branch(drawing, kind === 'banksia' || study ? random.between(560, 640) : random.between(690, 770)), `translate(${round(width * random.between(0.42, 0.5))} ${round(height * (kind === 'cactus' ? 0.84 : kind === 'fan' ? 0.74 : 0.9))}) rotate(${round(random.between(-7, 7))}) scale(${kind === 'fan' ? '.8' : kind === 'strap' || kind === 'slipper' ? '.95' : kind === 'needle' ? '1.3 1.12' : '1.22'})`);
  if (study) return ground + plant + scribble(random, { x: 560, y: 1120, width: 330, lines: 2, size: 15 });
  const straps = repeat(4, (i) => group(box(-48, -8, 96, 16, '#f7f1e2', '#b7a47d', { 'stroke-width': 1 }), `translate(${round(width * 0.49)} ${round(height * (0.36 + i * 0.13))}) rotate(${round(random.between(-25, 25))})`));
  const label = box(width - 410, height - 255, 350, 195, '#f8f3e6', '#6d5a41', { 'stroke-width': 1.6 }) + stroke(`M${width - 390} ${height - 208}h310`, '#6d5a41', 1) + scribble(random, { x: width - 385, y: height - 218, width: 250, lines: 1, size: 13 }) + scribble(random, { x: width - 385, y: height - 172, width: 305, lines: 4, size: 12 });
  const packet = random.chance(0.5) ? group(box(0, 0, 150, 110, '#efe5c9', '#9a8558', { 'stroke-width': 1.5 }) + stroke('M0 0L75 62L150 0', '#9a8558', 1.5), `translate(70 ${random.whole(70, 130)}) rotate(${round(random.between(-4, 4))})`) : '';
  return ground + group(plant, 'translate(7 9)', { opacity: 0.16 }) + plant + straps + label + packet + stamp(random, [random.between(110, 190), height - random.between(110, 180)]);
};

export const pitcher: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const fat = kind === 'squat' ? 150 : kind === 'spotted' ? 104 : 116;
  const tall = kind === 'squat' ? 330 : 470;
  const one = (): string => {
    const d = smooth([[-fat * 0.8, 0], [-fat, tall * 0.45], [-fat * 0.72, tall * 0.86], [0, tall], [fat * 0.72, tall * 0.84], [fat, tall * 0.42], [fat * 0.8, -14]], true);
    const [defs, paint] = gradient([mix(colours.dark, colours.main, 0.55), mix(colours.main, colours.light, 0.55), colours.main, mix(colours.dark, colours.main, 0.35)]);
    const spots = repeat(kind === 'spotted' ? 60 : 32, () => oval([random.between(-fat, fat), random.between(20, tall)], random.between(5, 17), random.between(9, 30), mix(colours.dark, colours.accent, 0.4), 'none', { opacity: 0.6 }));
    const rim = repeat(44, (i) => { const [a, b] = [polar([0, 0], 1, (i / 44) * Math.PI * 2), 1.34]; return `M${round(a[0] * fat * 0.72)} ${round(a[1] * 46)}L${round(a[0] * fat * b * 0.78)} ${round(a[1] * 70)}`; });
    const wings = stroke(smooth([[-26, 70], [-40, tall * 0.5], [-16, tall * 0.9]]), colours.dark, 5) + repeat(16, (i) => stroke(`M${round(-30 - Math.sin(i / 5) * 9)} ${round(80 + i * tall * 0.045)}l-22 -9`, colours.dark, 2.4));
    const lid = group(shape(smooth([[0, 10], [fat * 0.9, -40], [fat * 0.85, -150], [0, -205], [-fat * 0.85, -150], [-fat * 0.9, -40]], true), mix(colours.main, '#7c8a44', 0.5)) + repeat(7, (i) => stroke(`M0 5Q${(i - 3) * 34} -90 ${(i - 3) * 22} -190`, colours.light, 1.8, { opacity: 0.7 })), `translate(0 -40) rotate(${round(random.between(-10, 10))})`);
    return defs + lid + shape(d, paint) + clipped(d, spots + hatch({ x: 20, y: 0, width: fat, height: tall }, 8, 0.25, colours.dark, 1.3, 0.35)) + wings + stroke(d) + oval([0, 0], fat * 1.06, 72, mix(colours.accent, colours.main, 0.4), INK) + oval([0, 2], fat * 0.74, 46, '#2a1a14', INK) + stroke(rim, colours.light, 2.6, { opacity: 0.8 });
  };
  const green: Drawing = { ...drawing, shape: 'lance', colours: { ...colours, main: '#5f7a3c', dark: '#2d3a1c', light: '#c2cf94' } };
  const leafOne = group(leaf(green, 620), `translate(190 1060) rotate(${round(random.between(8, 18))}) scale(1.2 1)`);
  const leafTwo = group(leaf(green, 480), `translate(240 1090) rotate(${round(random.between(50, 66))})`);
  const tendril = stroke(smooth([[330, 470], [420, 250], [620, 160], [860, 330], [840, 800], [700, 1010], [random.between(590, 620), 430 + tall + 40]]), '#5f7a3c', 8) + stroke(smooth([[330, 470], [420, 250], [620, 160], [860, 330], [840, 800]]), '#2d3a1c', 2);
  const small = kind === 'squat' ? group(one(), 'translate(330 760) scale(.55) rotate(-6)') : '';
  return tendril + leafOne + leafTwo + small + group(one(), `translate(600 ${430}) rotate(${round(random.between(-6, 6))}) scale(${width / 1000})`) + (kind === 'sketch' ? scribble(random, { x: 120, y: height - 110, width: 260, lines: 2, size: 14 }) : '');
};

export const fern: Form = (drawing) => {
  const { random, colours, shape: kind, width, height } = drawing;
  const frond = (size: number): string => stroke(`M0 0Q${round(random.between(-40, 40))} ${-size * 0.5} 0 ${-size}`, colours.dark, 5) + repeat(20, (i) => mirrored(group(leaf({ ...drawing, shape: 'lance' }, size * 0.27 * Math.sin(Math.PI * (0.25 + i * 0.036))), `translate(0 ${-size * (0.08 + i * 0.045)}) rotate(66)`)));
  if (kind === 'ward') {
    const pane = 'M170 1000V480L500 250L830 480V1000Z';
    const plants = repeat(6, (i) => group(frond(random.between(330, 500)), `translate(${290 + i * 84} 1000) rotate(${(i - 2.5) * 11})`));
    return box(120, 1000, 760, 110, '#7a5630', INK) + clipped(pane, box(0, 0, width, height, '#dfe8df', 'none', { opacity: 0.8 }) + plants) + stroke(pane, '#5a3d1f', 16) + stroke('M170 480H830M390 480V1000M610 480V1000M500 250V480', '#5a3d1f', 9) + stroke('M200 900L380 520M640 960L800 620', '#ffffff', 9, { opacity: 0.6 }) + hatch({ x: 122, y: 1010, width: 756, height: 90 }, 9, 0.02, INK, 1, 0.35);
  }
  const count = kind === 'palm' ? 23 : 11;
  const fan = repeat(count, (i) => {
    const turn = (i - (count - 1) / 2) * (kind === 'palm' ? 10.5 : 17);
    return group(kind === 'palm' ? leaf({ ...drawing, shape: 'strap' }, random.between(410, 480)) : frond(random.between(360, 430)), `rotate(${round(turn)})`);
  });
  const roots = repeat(16, () => stroke(`M0 0q${round(random.between(-60, 60))} 40 ${round(random.between(-150, 150))} ${round(random.between(30, 90))}`, colours.dark, 2));
  return stroke(`M500 1080Q${round(random.between(440, 560))} 850 500 620`, mix(colours.dark, '#6d5a33', 0.4), 13) + group(roots, 'translate(500 1075)') + group(fan, 'translate(500 620)');
};
