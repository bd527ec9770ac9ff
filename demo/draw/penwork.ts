import { mix } from './colours.ts';
import { circle, group, repeat, shape, smooth, stroke, way } from './svg.ts';

/** A long-necked sea reptile as a skeleton drawn with a pen. */
export const plesiosaur = (colour: string): string =>
  stroke(smooth(way('-310 -60, -260 -82, -190 -60, -110 -20, 0 0, 110 6, 220 30, 310 70')), colour, 9, {
    'stroke-dasharray': '7 3',
  }) +
  shape(smooth(way('-310 -70, -350 -66, -352 -52, -306 -50'), true), 'none', colour, 2.5) +
  repeat(13, (i) =>
    stroke(
      smooth([
        [-70 + i * 15, -8 + i],
        [-76 + i * 15, 42],
        [-58 + i * 14, 72 - Math.abs(i - 6) * 4],
      ]),
      colour,
      2.2,
    ),
  ) +
  (
    [
      [-70, 20, 120],
      [-30, 26, 70],
      [130, 26, 115],
      [165, 30, 60],
    ] as const
  )
    .map(([x, y, a]) =>
      group(
        repeat(5, (i) => stroke(`M0 ${(i - 2) * 3}Q60 ${(i - 2) * 16} 122 ${(i - 2) * 4}`, colour, 2.2)),
        `translate(${x} ${y}) rotate(${a})`,
      ),
    )
    .join('');

export const ichthyosaur = (colour: string): string =>
  stroke(smooth(way('-330 30, -200 10, -120 -36, 30 -56, 180 -20, 280 20, 330 80')), colour, 3) +
  stroke(smooth(way('-330 30, -200 34, -100 66, 40 80, 180 30, 280 30')), colour, 3) +
  circle([-168, 8], 21, 'none', colour, 3) +
  circle([-168, 8], 9, colour) +
  stroke('M-328 31L-190 23', colour, 2) +
  repeat(17, (i) => stroke(`M${-320 + i * 8} 30v${i % 2 ? 9 : -9}`, colour, 1.7)) +
  stroke(smooth(way('-10 -56, 30 -122, 70 -48')), colour, 3) +
  stroke(smooth(way('-60 72, -40 140, 0 76')), colour, 3) +
  stroke(smooth(way('280 24, 350 -60, 316 40, 356 130, 290 40')), colour, 3) +
  repeat(19, (i) => stroke(`M${-110 + i * 20} ${-30 + Math.abs(i - 7) * 3}q10 40 -4 ${84 - i * 3}`, colour, 1.4));

/** A three-masted ship about the origin, some 300 wide. */
export const ship = (colour: string): string =>
  shape(smooth(way('-140 0, 150 -6, 120 44, -110 48'), true), colour, colour, 2) +
  repeat(3, (i) => {
    const x = -84 + i * 84;
    const tall = i === 1 ? 236 : 198;
    return (
      stroke(`M${x} 6V${-tall}`, colour, 5) +
      repeat(3, (k) =>
        shape(
          smooth(
            [
              [x - 46 + k * 8, -52 - k * 56],
              [x + 46 - k * 8, -52 - k * 56],
              [x + 38 - k * 8, -100 - k * 56],
              [x - 38 + k * 8, -100 - k * 56],
            ],
            true,
          ),
          mix('#f0e6cc', colour, 0.12),
          colour,
          2,
        ),
      ) +
      stroke(`M${x} ${-tall}L${x - 74} 6M${x} ${-tall}L${x + 74} 6`, colour, 1.2)
    );
  }) +
  stroke('M140 0L250 -64M250 -64L84 -180', colour, 3);
