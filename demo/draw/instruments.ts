import { INK, mix } from './colours.ts';
import type { Drawing, Form, Point } from './svg.ts';
import { box, circle, clipped, gradient, group, hatch, lines, oval, points, polar, repeat, round, shape, smooth, stroke } from './svg.ts';

const STEEL = '#8b949a';
const WOOD = '#7a4a26';
const brass = ({ colours }: Drawing): string => mix('#c9992f', colours.main, 0.35);

const metal = (tone: string): [string, string] => gradient([mix(tone, INK, 0.5), mix(tone, '#ffffff', 0.5), tone, mix(tone, INK, 0.55)]);

/** A turned tube from one point to another. */
function tube(from: Point, to: Point, w: number, tone: string): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const [defs, paint] = gradient([mix(tone, INK, 0.45), mix(tone, '#ffffff', 0.5), tone, mix(tone, INK, 0.6)], 'down');
  return defs + group(box(0, -w / 2, length, w, paint, INK, { rx: 3 }), `translate(${round(from[0])} ${round(from[1])}) rotate(${round(turn)})`);
}

function scale(centre: Point, r: number, from: number, to: number, count: number, length: number): string {
  return stroke(repeat(count + 1, (i) => { const a = from + ((to - from) * i) / count; return lines([polar(centre, r, a), polar(centre, r + length * (i % 5 === 0 ? 1 : 0.55), a)]); }), INK, 1.6);
}

function dial(r: number, face: string, rim: string, hours: number): string {
  const [defs, paint] = gradient([mix(rim, '#ffffff', 0.5), rim, mix(rim, INK, 0.5)], 'ball');
  return defs + circle([0, 0], r * 1.12, paint, INK, 3) + circle([0, 0], r, face, INK, 2) + scale([0, 0], r * 0.88, 0, Math.PI * 2, 60, r * 0.08) + repeat(hours, (i) => { const a = (i / hours) * Math.PI * 2; return stroke(lines([polar([0, 0], r * 0.66, a), polar([0, 0], r * 0.82, a)]), INK, r * 0.035); });
}

const hand = (length: number, turn: number, w: number, colour = '#1e2a44'): string =>
  group(shape(smooth([[0, w], [length * 0.55, w * 0.5], [length * 0.7, w * 1.6], [length, 0], [length * 0.7, -w * 1.6], [length * 0.55, -w * 0.5], [0, -w], [-length * 0.18, 0]], true), colour, INK, 1), `rotate(${round(turn)})`);

function wood(x: number, y: number, w: number, h: number, tone: string = WOOD): string {
  const d = `M${x} ${y}h${w}v${h}h${-w}Z`;
  return shape(d, tone) + clipped(d, hatch({ x, y, width: w, height: h }, 7, 0.015, mix(tone, INK, 0.6), 1.2, 0.42));
}

export const chronometer: Form = (drawing) => {
  const { random, colours, shape: kind } = drawing;
  const face = (r: number): string => dial(r, '#f4efe0', brass(drawing), 12) + group(circle([0, 0], r * 0.26, '#f9f5e8', INK, 1.6) + scale([0, 0], r * 0.2, 0, Math.PI * 2, 30, r * 0.05) + hand(r * 0.2, random.between(0, 360), 2), `translate(0 ${round(r * 0.42)})`) + hand(r * 0.5, random.between(0, 360), 9) + hand(r * 0.78, random.between(0, 360), 6) + circle([0, 0], r * 0.05, '#c9992f', INK, 2);
  if (kind === 'pocket') return stroke('M500 300V230', INK, 34) + stroke('M500 300V230', brass(drawing), 28) + circle([500, 175], 62, 'none', INK, 22) + circle([500, 175], 62, 'none', brass(drawing), 15) + group(face(330), 'translate(500 660)') + stroke(smooth(points(18, (i): Point => [560 + i * 17, 170 - Math.sin(i / 2.2) * 52])), brass(drawing), 13, { 'stroke-dasharray': '16 7' });
  if (kind === 'movement') return group(circle([0, 0], 372, mix(STEEL, '#ffffff', 0.25), INK, 5) + circle([0, 0], 340, mix('#c9992f', '#ffffff', 0.25), INK, 2.5) + repeat(5, (i) => { const p = polar([0, 0], [190, 170, 200, 150, 0][i] ?? 0, i * 1.5); const r = [118, 100, 92, 122, 76][i] ?? 80; return group(circle([0, 0], r, mix('#c9992f', colours.main, i * 0.16), INK, 2.5) + circle([0, 0], r * 0.86, 'none', INK, 1.2) + stroke(repeat(44, (k) => lines([polar([0, 0], r * 0.93, k * 0.1428), polar([0, 0], r * 1.04, k * 0.1428)])), INK, 4) + stroke(repeat(6, (k) => lines([polar([0, 0], 0, 0), polar([0, 0], r * 0.84, k * 1.047)])), INK, 6) + circle([0, 0], 15, '#9a2630', INK, 2), `translate(${round(p[0])} ${round(p[1])})`); }) + stroke(smooth(points(46, (i) => polar([-10, 40], 20 + i * 2.1, i * 0.7))), '#2b55a8', 4) + repeat(4, (i) => circle(polar([0, 0], 306, i * 1.57 + 0.6), 14, '#2b3f63', INK, 2)), 'translate(500 620)');
  if (kind === 'regulator') return wood(300, 110, 400, 1010, mix(WOOD, INK, 0.15)) + box(330, 480, 340, 600, '#d8cfb8', INK, { opacity: 0.5 }) + group(dial(165, '#f4efe0', brass(drawing), 12) + hand(120, random.between(0, 360), 5) + hand(84, random.between(0, 360), 7), 'translate(500 300)') + tube([500, 480], [500, 960], 13, STEEL) + repeat(4, (i) => tube([462 + i * 25, 560], [462 + i * 25, 840], 8, i % 2 ? '#c9992f' : STEEL)) + circle([500, 980], 84, brass(drawing), INK, 3) + circle([500, 980], 56, 'none', INK, 1.6) + shape('M280 110L500 40L720 110Z', WOOD);
  return wood(120, 300, 760, 690) + wood(160, 340, 680, 610, mix(WOOD, INK, 0.45)) + shape('M120 300L210 120H790L880 300Z', mix(WOOD, '#ffffff', 0.1)) + circle([500, 645], 288, 'none', INK, 27) + circle([500, 645], 288, 'none', brass(drawing), 20) + tube([190, 645], [240, 645], 22, '#c9992f') + tube([760, 645], [812, 645], 22, '#c9992f') + group(face(216), 'translate(500 645)') + repeat(4, (i) => shape(`M${i % 2 ? 880 : 120} ${i < 2 ? 300 : 990}l${i % 2 ? -70 : 70} 0l${i % 2 ? 70 : -70} ${i < 2 ? 70 : -70}Z`, '#c9992f'));
};

export const sextant: Form = (drawing) => {
  const { random, shape: kind } = drawing;
  const tone = brass(drawing);
  if (kind === 'pocket') return group(circle([20, 26], 330, '#4a3a1f', 'none', 0, { opacity: 0.2 }) + dial(318, mix(tone, '#ffffff', 0.25), tone, 0) + shape(`M${lines([polar([0, -60], 300, 0.35), polar([0, -60], 300, 2.8)]).slice(1)}L${round(polar([0, -60], 240, 2.8)[0])} ${round(polar([0, -60], 240, 2.8)[1])}Q0 ${240} ${round(polar([0, -60], 240, 0.35)[0])} ${round(polar([0, -60], 240, 0.35)[1])}Z`, '#e8e2cf', INK, 2) + scale([0, -60], 236, 0.4, 2.74, 60, 34) + tube([0, -60], polar([0, -60], 290, random.between(1, 2.2)), 26, tone) + circle([0, -60], 44, tone, INK, 3) + circle([0, -60], 17, INK) + repeat(3, (i) => circle(polar([0, 0], 250, 3.6 + i * 0.75), 40, mix(tone, INK, 0.2), INK, 3) + circle(polar([0, 0], 250, 3.6 + i * 0.75), 24, ['#7a8a98', '#9a3b30', '#3f6a4a'][i] ?? INK, INK, 2)), 'translate(500 620)');
  if (kind === 'theodolite') return repeat(3, (i) => tube([500 + (i - 1) * 30, 830], [500 + (i - 1) * 250, 1130], 30, WOOD)) + oval([500, 800], 205, 46, tone, INK) + oval([500, 780], 175, 38, mix(tone, '#ffffff', 0.4), INK) + tube([360, 770], [400, 520], 34, tone) + tube([640, 770], [600, 520], 34, tone) + circle([500, 500], 170, 'none', INK, 44) + circle([500, 500], 170, 'none', '#e4e0d0', 36) + scale([500, 500], 156, 0, Math.PI * 2, 90, 26) + stroke('M330 500H670M500 330V670', tone, 14) + group(tube([-290, 0], [270, 0], 56, tone) + tube([270, 0], [330, 0], 76, tone) + tube([-350, 0], [-290, 0], 40, STEEL), `translate(500 450) rotate(${round(random.between(-20, -8))})`) + tube([400, 320], [600, 320], 24, '#cfd9c4');
  const quadrant = kind === 'quadrant';
  const [apex, r, from, to]: [Point, number, number, number] = quadrant ? [[250, 210], 600, 0, Math.PI / 2] : [[500, 210], 690, 1.05, 2.09];
  const arc = (radius: number): string => { const [a, b] = [polar(apex, radius, from), polar(apex, radius, to)]; return `${round(a[0])} ${round(a[1])}A${round(radius)} ${round(radius)} 0 0 1 ${round(b[0])} ${round(b[1])}`; };
  const arm = random.between(from + 0.3, to - 0.25);
  const limb = stroke(`M${arc(r)}`, INK, 84) + stroke(`M${arc(r)}`, tone, 78) + stroke(`M${arc(r - 4)}`, '#eee6cf', 36) + scale(apex, r - 20, from, to, quadrant ? 90 : 80, 34);
  const struts = [from, to, ...(quadrant ? [from + 0.52, from + 1.05] : [])].map((a) => tube(apex, polar(apex, r, a), 27, tone)).join('') + stroke(`M${arc(r * 0.56)}`, INK, 25) + stroke(`M${arc(r * 0.56)}`, mix(tone, '#ffffff', 0.2), 19);
  const stand = quadrant ? tube([480, 700], [480, 1110], 46, tone) + repeat(3, (i) => tube([480, 1060], [280 + i * 200, 1150], 26, tone)) : '';
  const glass = quadrant ? group(tube([0, 0], [640, 0], 36, STEEL), `translate(${apex[0]} ${apex[1]}) rotate(${round((arm * 180) / Math.PI)})`) : tube([210, 500], [440, 500], 46, tone) + tube([170, 500], [212, 500], 60, tone) + repeat(3, (i) => circle([700 + i * 26, 540 + i * 6], 42, ['#5f7a5a', '#8a4b3a', '#4a5a7a'][i] ?? INK, INK, 3)) + box(646, 470, 30, 96, '#c4d3d6', INK) + box(478, 150, 52, 78, '#c4d3d6', INK) + shape(smooth([[540, 640], [680, 660], [690, 780], [550, 770]], true), WOOD);
  return stand + limb + struts + tube(apex, polar(apex, r + 30, arm), 34, mix(tone, '#ffffff', 0.15)) + circle(polar(apex, r - 4, arm), 40, mix(tone, '#ffffff', 0.3), INK, 3) + circle(apex, 50, tone, INK, 3) + circle(apex, 18, STEEL, INK, 2) + glass;
};

export const compass: Form = (drawing) => {
  const { random, colours, shape: kind } = drawing;
  const tone = brass(drawing);
  const needle = (l: number, turn: number): string => group(shape(lines([[0, -22], [l, 0], [0, 22]], true), '#24344f') + shape(lines([[0, -22], [-l, 0], [0, 22]], true), '#dfe4e4') + circle([0, 0], 15, tone, INK, 2.5), `rotate(${round(turn)})`);
  const rose = (r: number): string => repeat(16, (i) => { const long = i % 4 === 0 ? 1 : i % 2 === 0 ? 0.72 : 0.5; return group(shape(lines([[0, 0], [r * 0.09, -r * 0.12], [0, -r * long]], true), i % 4 === 0 ? colours.dark : colours.main, INK, 1.4) + shape(lines([[0, 0], [-r * 0.09, -r * 0.12], [0, -r * long]], true), mix(colours.light, '#ffffff', 0.4), INK, 1.4), `rotate(${i * 22.5})`); });
  if (kind === 'cyanometer') return group(repeat(52, (i) => { const [a, b] = [(i / 52) * Math.PI * 2, ((i + 0.86) / 52) * Math.PI * 2]; return shape(lines([polar([0, 0], 260, a), polar([0, 0], 395, a), polar([0, 0], 395, b), polar([0, 0], 260, b)], true), i < 26 ? mix('#fbfaf4', '#2a5fb0', i / 26) : mix('#2a5fb0', '#0b0d16', (i - 26) / 26), '#6a5a44', 1.2); }) + circle([0, 0], 418, 'none', INK, 3) + circle([0, 0], 240, 'none', INK, 2), 'translate(500 620)');
  if (kind === 'needles') return shape('M500 120L860 620L500 1120L140 620Z', mix(WOOD, '#ffffff', 0.12), INK, 8) + shape('M500 190L812 620L500 1050L188 620Z', '#e9e0c8', INK, 3) + stroke(repeat(4, (i) => `M${500 - 78 * (i + 1)} ${190 + 107 * (i + 1)}L${812 - 78 * (i + 1)} ${620 + 107 * (i + 1)}M${500 + 78 * (i + 1)} ${190 + 107 * (i + 1)}L${188 + 78 * (i + 1)} ${620 + 107 * (i + 1)}`), colours.dark, 1.6) + repeat(5, (i) => group(needle(96, [90, 52, 90, 128, 90][i] ?? 90), `translate(${260 + i * 120} 620)`));
  if (kind === 'dip') return repeat(3, (i) => tube([500, 960], [250 + i * 250, 1130], 30, tone)) + oval([500, 950], 190, 42, tone, INK) + tube([500, 930], [500, 850], 44, tone) + group(dial(310, '#efe8d3', tone, 4) + stroke('M-300 0H300M0 -300V300', tone, 12) + needle(268, random.between(55, 75)), 'translate(500 520)');
  if (kind === 'azimuth') return wood(110, 190, 780, 860) + wood(150, 230, 700, 780, mix(WOOD, INK, 0.4)) + group(circle([0, 0], 332, 'none', INK, 26) + circle([0, 0], 332, 'none', tone, 19) + dial(258, '#f1e9d4', tone, 0) + rose(210) + needle(90, random.between(0, 360)), 'translate(500 620)');
  if (kind === 'prismatic') return group(oval([24, 330], 330, 50, '#4a3a1f', 'none', { opacity: 0.22 }) + dial(300, '#f1ead6', tone, 8) + rose(180) + box(-34, -420, 68, 130, mix(tone, '#ffffff', 0.1), INK) + box(-12, -410, 24, 90, '#c4d3d6', INK) + shape('M-46 300L46 300L60 400L-60 400Z', mix(tone, INK, 0.15)) + circle([0, 350], 20, '#c4d3d6', INK, 3) + needle(110, random.between(0, 360)), 'translate(500 620)');
  return stroke('M500 310V270', tone, 30) + circle([500, 220], 50, 'none', tone, 16) + group(circle([16, 22], 350, '#4a3a1f', 'none', 0, { opacity: 0.2 }) + dial(320, '#f1ead6', tone, 12) + rose(200) + scale([0, 0], 226, 0.2, 2.94, 50, 22) + shape(lines([[0, 0], [-12, 170], [0, 205], [12, 170]], true), STEEL) + needle(236, random.between(0, 360)), 'translate(500 670)');
};

export const microscope: Form = (drawing) => {
  const { random, shape: kind } = drawing;
  const tone = brass(drawing);
  const [defs, paint] = metal(tone);
  const mirror = group(oval([0, 0], 78, 40, tone, INK) + oval([0, -4], 62, 29, '#cfdcdf', INK), `translate(480 930) rotate(${round(random.between(-24, -8))})`);
  const stage = box(330, 790, 320, 30, tone, INK) + box(430, 779, 120, 13, '#d9e4e2', INK) + stroke('M360 790q40 -30 70 -6M620 790q-40 -30 -70 -6', STEEL, 6);
  if (kind === 'simple') return defs + wood(250, 1000, 500, 130) + tube([500, 1000], [500, 430], 34, tone) + mirror + box(380, 740, 260, 26, tone, INK) + oval([450, 738], 66, 13, '#d9e4e2', INK) + tube([500, 500], [330, 470], 18, tone) + oval([300, 464], 54, 22, tone, INK) + oval([300, 461], 34, 12, '#cfdcdf', INK) + circle([528, 600], 34, tone, INK, 3) + circle([528, 600], 19, 'none', INK, 2) + circle([500, 424], 24, tone, INK, 3) + repeat(4, (i) => tube([610 + i * 34, 1000], [620 + i * 34, 935], 14, tone));
  if (kind === 'tripod') return defs + oval([500, 1080], 290, 58, WOOD, INK) + oval([500, 1062], 270, 50, mix(WOOD, '#ffffff', 0.14), INK) + repeat(3, (i) => stroke(smooth([[500 + (i - 1) * 190, 1050], [500 + (i - 1) * 230, 900], [500 + (i - 1) * 130, 780], [500 + (i - 1) * 150, 650]]), INK, 31) + stroke(smooth([[500 + (i - 1) * 190, 1050], [500 + (i - 1) * 230, 900], [500 + (i - 1) * 130, 780], [500 + (i - 1) * 150, 650]]), tone, 24)) + group(oval([0, 0], 78, 40, tone, INK) + oval([0, -4], 62, 29, '#cfdcdf', INK), 'translate(500 1010)') + oval([500, 810], 200, 34, tone, INK) + oval([500, 806], 60, 12, '#d9e4e2', INK) + box(430, 350, 140, 330, mix(drawing.colours.main, '#3f5a3c', 0.4), INK) + stroke(repeat(9, (i) => `M430 ${380 + i * 34}h140`), '#c9992f', 3) + box(415, 640, 170, 56, paint, INK) + shape('M452 696H548L520 770H480Z', paint) + box(400, 320, 200, 36, paint, INK) + box(455, 190, 90, 130, paint, INK) + oval([500, 188], 66, 18, tone, INK);
  const lean = kind === 'side' ? 0 : random.between(8, 15);
  const body = box(440, 230, 100, 380, paint, INK) + box(428, 214, 124, 26, paint, INK) + box(452, 150, 76, 70, paint, INK) + oval([490, 148], 50, 13, tone, INK) + box(452, 610, 76, 50, paint, INK) + shape('M466 660H514L505 750H475Z', paint) + stroke(repeat(5, (i) => `M440 ${300 + i * 8}h100`), INK, 1.5);
  return defs + shape(smooth([[250, 1130], [330, 1060], [500, 1040], [690, 1060], [770, 1130]], false) + 'Z', tone) + tube([640, 1070], [640, 690], 48, tone) + mirror + stage + group(body + shape(smooth([[640, 720], [690, 560], [660, 420], [560, 360], [540, 420], [610, 470], [630, 570], [600, 700]], true), tone) + circle([662, 500], 46, mix(tone, '#ffffff', 0.2), INK, 3) + circle([662, 500], 30, 'none', INK, 2), `rotate(${round(lean)} 500 800)`) + circle([640, 850], 40, tone, INK, 3) + circle([640, 850], 24, 'none', INK, 2) + (kind === 'large' ? tube([330, 1100], [400, 830], 26, tone) + circle([690, 650], 30, tone, INK, 3) : '');
};

export const telescope: Form = (drawing) => {
  const { random, shape: kind } = drawing;
  const tone = brass(drawing);
  const lean = random.between(-24, -14);
  if (kind === 'newtonian') return wood(330, 740, 620, 36) + tube([380, 740], [330, 880], 30, WOOD) + tube([900, 740], [950, 880], 30, WOOD) + tube([470, 740], [450, 520], 30, WOOD) + tube([860, 740], [850, 280], 30, WOOD) + group(shape('M-440 -74L440 -74L470 -40V40L440 74L-440 74L-470 40V-40Z', WOOD) + clipped('M-440 -74L440 -74L470 -40V40L440 74L-440 74L-470 40V-40Z', hatch({ x: -480, y: -80, width: 960, height: 160 }, 8, 0.004, INK, 1.2, 0.4)) + repeat(4, (i) => box(-430 + i * 280, -78, 18, 156, '#c9992f', INK)) + tube([330, -78], [330, -150], 34, tone) + tube([150, -96], [400, -96], 18, tone), `translate(620 400) rotate(${round(lean)})`);
  const long = kind === 'refractor' ? 470 : 300;
  const body = tube([-long, 0], [long, 0], kind === 'refractor' ? 66 : 130, tone) + tube([long, 0], [long + 60, 0], kind === 'refractor' ? 92 : 150, mix(tone, INK, 0.1)) + tube([-long - 90, 0], [-long, 0], kind === 'refractor' ? 44 : 56, STEEL) + tube([-long - 120, 0], [-long - 88, 0], 62, tone) + tube([-long + 30, -60], [-long + 300, -60], 18, tone) + circle([-long + 120, 62], 24, tone, INK, 3);
  return repeat(3, (i) => stroke(smooth([[600, 760], [600 + (i - 1) * 90, 770], [600 + (i - 1) * 210, 800], [600 + (i - 1) * 250, 870]]), INK, 32) + stroke(smooth([[600, 760], [600 + (i - 1) * 90, 770], [600 + (i - 1) * 210, 800], [600 + (i - 1) * 250, 870]]), tone, 25)) + tube([600, 780], [600, 470], 48, tone) + circle([600, 790], 46, tone, INK, 3) + circle([600, 470], 50, mix(tone, '#ffffff', 0.2), INK, 3) + group(body, `translate(610 410) rotate(${round(lean)})`);
};

export const camera: Form = (drawing) => {
  const { shape: kind } = drawing;
  const tone = brass(drawing);
  const lens = (x: number, y: number, r: number): string => circle([x, y], r * 1.25, mix(tone, INK, 0.15), INK, 3) + circle([x, y], r, tone, INK, 3) + circle([x, y], r * 0.72, '#1b2328', INK, 3) + oval([x - r * 0.24, y - r * 0.28], r * 0.24, r * 0.14, '#9fb6bd', 'none', { opacity: 0.8 });
  const shadow = oval([520, 1000], 400, 44, '#4a3a1f', 'none', { opacity: 0.25 });
  if (kind === 'box') return shadow + shape('M260 480L380 390H850L730 480Z', mix(WOOD, '#ffffff', 0.25)) + shape('M730 480L850 390V860L730 980Z', mix(WOOD, INK, 0.35)) + wood(260, 480, 470, 500) + lens(495, 730, 108) + circle([350, 560], 12, tone, INK);
  if (kind === 'folding') return shadow + wood(170, 940, 700, 50) + wood(600, 380, 230, 560, mix(WOOD, '#ffffff', 0.06)) + repeat(9, (i) => shape(`M${320 + i * 32} ${470 - i * 8}l16 -16l16 16V${900 + i * 4}l-16 16l-16 -16Z`, i % 2 ? '#4a1f1c' : '#6a2d27')) + wood(240, 440, 90, 500) + lens(285, 690, 84) + stroke('M330 930L600 560', tone, 8) + circle([720, 430], 13, tone, INK) + stroke('M620 400H810', '#c9992f', 8);
  return shadow + shape('M210 430L300 340H700L640 430Z', mix(WOOD, '#ffffff', 0.22)) + wood(210, 430, 430, 540) + wood(600, 470, 240, 470, mix(WOOD, '#ffffff', 0.1)) + lens(425, 700, 130) + circle([425, 700], 40, '#0f1418', INK) + oval([425, 500], 110, 40, tone, INK) + repeat(4, (i) => circle([i % 2 ? 610 : 240, i < 2 ? 460 : 940], 9, tone, INK)) + wood(160, 960, 720, 40);
};

export const vial: Form = (drawing) => {
  const { random, colours, shape: kind } = drawing;
  const glass = (d: string, fill: string, level: number): string => shape(d, '#e6eeea', 'none', 0, { opacity: 0.75 }) + clipped(d, box(0, level, 1000, 1240, fill, 'none', { opacity: 0.55 }) + oval([500, level], 480, 13, mix(fill, '#ffffff', 0.5), 'none', { opacity: 0.7 })) ;
  if (kind === 'tube') return repeat(5, (i) => { const x = 220 + i * 132; const d = `M${x} 300V860a42 42 0 0 0 84 0V300Z`; const tone = i === 2 ? colours.main : mix(colours.light, '#ffffff', 0.3); return glass(d, tone, 560 + random.whole(-60, 90)) + repeat(6, () => circle([x + random.between(16, 68), random.between(720, 860)], random.between(3, 9), mix(tone, INK, 0.4), INK, 1)) + stroke(d, INK, 3) + box(x - 9, 250, 102, 60, i === 2 ? colours.accent : '#b9b2a2', INK, { rx: 8 }) + stroke(`M${x + 14} 340V820`, '#ffffff', 7, { opacity: 0.8 }) + box(x + 12, 410, 60, 70, '#f8f3e6', INK, { 'stroke-width': 1.4 }) + stroke(repeat(4, (k) => `M${x + 20} ${424 + k * 14}h${random.whole(20, 42)}`), '#3b2c1c', 2); }) + wood(150, 620, 700, 54) + wood(150, 900, 700, 70);
  if (kind === 'slide') return repeat(2, (i) => group(box(-410, -130, 820, 260, '#dbe7e4', INK, { opacity: 0.85 }) + box(-400, -120, 190, 240, '#f1ead6', INK, { 'stroke-width': 1.4 }) + box(210, -120, 190, 240, mix(colours.light, '#f1ead6', 0.5), INK, { 'stroke-width': 1.4 }) + stroke(repeat(5, (k) => `M-384 ${-84 + k * 40}h${random.whole(70, 150)}`), '#3b2c1c', 3) + circle([0, 0], 104, '#eef3ee', INK, 3) + repeat(46, (k) => { const p = polar([0, 0], Math.sqrt(k / 46) * 92, k * 2.4); return group(oval([0, 0], random.between(6, 15), random.between(3, 8), mix(colours.main, colours.light, random.next()), colours.dark, { 'stroke-width': 1.4 }) + stroke('M-8 0H8M0 -5V5', colours.dark, 1), `translate(${round(p[0])} ${round(p[1])}) rotate(${k * 137})`); }), `translate(500 ${400 + i * 420}) rotate(${i === 0 ? -7 : 6})`));
  const jar = 'M270 330Q240 360 240 420V1010Q240 1060 290 1060H710Q760 1060 760 1010V420Q760 360 730 330Z';
  const thing = kind === 'flower'
    ? group(repeat(5, (i) => group(shape(smooth([[0, 0], [110, -90], [80, -210], [0, -235], [-80, -210], [-110, -90]], true), colours.main) + repeat(14, () => oval([random.between(-70, 70), random.between(-200, -60)], random.between(7, 18), random.between(5, 13), colours.light, colours.dark, { 'stroke-width': 1.2 })), `rotate(${i * 72})`)) + oval([0, 0], 104, 92, mix(colours.main, '#ffffff', 0.2), INK) + oval([0, 0], 66, 56, mix(colours.dark, INK, 0.4), INK), 'translate(500 760) scale(.9 .84)')
    : kind === 'fungus' ? stroke(smooth([[300, 960], [470, 860], [640, 640], [700, 480]]), '#5a4326', 34) + repeat(11, (i) => { const p: Point = [380 + i * 28 + random.between(-50, 50), 900 - i * 36 + random.between(-40, 40)]; return circle(p, random.between(32, 60), mix(colours.main, colours.light, random.between(0, 0.5)), INK, 2.5) + repeat(9, () => circle([p[0] + random.between(-24, 24), p[1] + random.between(-24, 24)], random.between(3, 7), colours.dark, 'none', 0, { opacity: 0.5 })); })
    : stroke(smooth([[380, 540], [560, 600], [600, 740], [440, 800], [420, 930], [600, 980]]), INK, 58) + stroke(smooth([[380, 540], [560, 600], [600, 740], [440, 800], [420, 930], [600, 980]]), mix(colours.dark, colours.main, 0.5), 50) + stroke(smooth([[380, 540], [560, 600], [600, 740], [440, 800], [420, 930], [600, 980]]), colours.light, 8);
  return glass(jar, mix('#d8b35e', colours.light, 0.4), 430) + clipped(jar, thing + box(240, 430, 520, 640, '#d8b35e', 'none', { opacity: 0.16 })) + stroke(jar, INK, 4) + oval([500, 330], 232, 34, '#dfe6e0', INK) + shape('M300 300Q500 360 700 300V230Q500 180 300 230Z', mix(WOOD, INK, 0.4)) + stroke('M290 480V960', '#ffffff', 17, { opacity: 0.7 }) + box(560, 860, 170, 130, '#f8f3e6', INK, { 'stroke-width': 1.6 }) + stroke(repeat(4, (k) => `M576 ${886 + k * 26}h${random.whole(80, 136)}`), '#3b2c1c', 3);
};
