/*
 * 215 statements of dimensions: of the distinct values of Tate's artworks, those with the smallest SHA-256 of `collectome 1|<export>|<value>`
 * (60), the same of one work for each shape of text, digits set to 0 (125), and all of the LIDO examples (30); by turns open and frozen.
 * Labelled before anything read them: all that is more than "part: A x B mm" by hand, the plain ones by a script and checked by eye.
 *
 * A label lists parts between slashes: `part: HxWxD unit, wt 34 kg`. `h w d l dm wt t x` are height, width, depth, length, diameter, weight,
 * duration, and a dimension that nothing names; `-` is none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretMeasurement } from '../../src/interpret/measurement.ts';
import type { Score } from './score.ts';

const CODES: Readonly<Record<string, string>> = {
  h: 'height',
  w: 'width',
  d: 'depth',
  l: 'length',
  dm: 'diameter',
  wt: 'weight',
  t: 'duration',
  x: 'dimension',
};

interface Labelled {
  readonly half: string;
  readonly text: string;
  readonly values: string;
  readonly parts: string;
}

/** The measures of `585x433 mm`, `wt 34 kg`, `t 60-90 s`, each as `height 585 mm`. */
function measuresOf(label: string): readonly string[] {
  const product = /^([\d.]+(?:x[\d.]+)+)(?: (\S+))?$/u.exec(label);
  if (product !== null) {
    const numbers = (product[1] ?? '').split('x');
    return numbers.map((number, index) =>
      `${['height', 'width', 'depth'][index]} ${number} ${product[2] ?? ''}`.trim(),
    );
  }
  const [, code = '', value = '', unit = ''] = /^(.+) ([\d.-]+) (\S+)$/u.exec(label) ?? [];
  if (value === '') throw new Error(`test/evaluation/measurements.tsv: no label: ${label}`);
  return [`${CODES[code] ?? code} ${value} ${unit}`];
}

function readLabelled(): readonly Labelled[] {
  const lines = readFileSync(join(import.meta.dirname, 'measurements.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [, half = '', text = '', label = ''] = line.split('\t');
    const groups =
      label === '-' ? [] : label.split(' / ').map((group) => /^(.*): (.*)$/u.exec(group) ?? ['', '', group]);
    const measures = groups.flatMap(([, part = '', list = '']) =>
      list.split(', ').flatMap((item) => measuresOf(item).map((measure) => ({ part: part.toLowerCase(), measure }))),
    );
    return {
      half,
      text: text.replaceAll('\\n', '\n'),
      values: measures.map(({ measure }) => measure).join('\n'),
      parts: measures.map(({ part }) => part).join('\n'),
    };
  });
}

/** A text is right when all of its measures are, in their order; parts are scored apart. */
export function evaluate(): Promise<Score[]> {
  const labelled = readLabelled();
  const scores = ['open', 'frozen'].flatMap((half): Score[] => {
    const chosen = labelled.filter((row) => row.half === half);
    const read = chosen.map((row) => ({ row, measurements: interpretMeasurement(row.text).measurements }));
    const missedValues = read.filter(
      ({ row, measurements }) =>
        measurements
          .map(({ dimension, value, to, unit }) =>
            `${dimension} ${value}${to === undefined ? '' : `-${to}`} ${unit ?? ''}`.trim(),
          )
          .join('\n') !== row.values,
    );
    const missedParts = read.filter(
      ({ row, measurements }) => measurements.map(({ part = '' }) => part.toLowerCase()).join('\n') !== row.parts,
    );
    const scoreOf = (measure: string, missed: typeof read): Score => ({
      set: `measurements, ${half} half`,
      measure,
      right: chosen.length - missed.length,
      total: chosen.length,
      ...(half === 'open' ? { missed: missed.map(({ row }) => row.text.replaceAll('\n', ' ')) } : {}),
    });
    return [scoreOf('dimension, value, unit', missedValues), scoreOf('measured parts', missedParts)];
  });
  return Promise.resolve(scores);
}
