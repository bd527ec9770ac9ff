import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coverage, precision, type Score, type Share } from './score.ts';

/** A set of labelled values: `test/evaluation/<set>.ts`. */
interface LabelledSet {
  /** No scores when the data that it reads is not on this machine. */
  readonly evaluate?: () => readonly Score[] | Promise<readonly Score[]>;
}

const INTRODUCTION = `# Accuracy

How well Collectome reads what museums write, on values that people labelled, on other people's dictionaries and test data, and on generated collections whose truth is known. \`npm run evaluate\` measures it, \`npm run evaluate -- --write-docs\` writes this page.

- **coverage**: of all labelled values, the share that came out as labelled.
- **precision**: of all values that came out, the share that came out as labelled. What cannot be read surely is flagged and left, which costs coverage and not precision.
- In brackets: the interval in which the share lies with a probability of 95 % (Wilson).

A set whose data is not on the machine is left out of the table. How each set was drawn and labelled stands at the top of its file in \`test/evaluation\`.
`;

const { values, positionals } = parseArgs({
  options: { 'write-docs': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = import.meta.dirname;
/** The most frequent of those that a set missed. */
const MOST_SHOWN = 10;

const scores: Score[] = [];
for (const file of readdirSync(folder).toSorted()) {
  const name = /^([\w-]+)\.ts$/u.exec(file)?.[1];
  if (name === undefined || (positionals.length > 0 && !positionals.includes(name))) continue;
  if (name === 'main' || name === 'score') continue;
  const { evaluate } = (await import(join(folder, file))) as LabelledSet;
  if (evaluate !== undefined) scores.push(...(await evaluate()));
}
const table = tableOf(scores);
process.stdout.write(`${table}\n${missedList(scores)}`);
if (values['write-docs']) {
  if (positionals.length > 0) throw new Error('--write-docs writes all sets: name none.');
  writeFileSync(join(folder, '../../docs/accuracy.md'), `${INTRODUCTION}\n${table}\n${missedList(scores)}`);
}

function tableOf(rows: readonly Score[]): string {
  const lines = rows.map((score) => {
    const cells = [score.set, score.measure, String(score.total)];
    return `| ${[...cells, percentage(coverage(score)), percentage(precision(score))].join(' | ')} |\n`;
  });
  return `| set | measure | values | coverage | precision |\n|---|---|---:|---:|---:|\n${lines.join('')}`;
}

function percentage({ share, low, high }: Share): string {
  const [middle, from, to] = [share, low, high].map((part) => (100 * part).toFixed(1));
  return `${middle} % (${from}–${to})`;
}

/** Values are shown as code, with what would end it taken out. */
function missedList(rows: readonly Score[]): string {
  const lines = rows
    // What a frozen half missed is nobody's to see: it would not be frozen any more.
    .filter(({ set, missed = [] }) => missed.length > 0 && !set.includes('frozen'))
    .map(({ set, measure, missed = [] }) => {
      const shown = missed.slice(0, MOST_SHOWN).map((value) => `\`${value.replaceAll(/[`\n\r]/gu, ' ')}\``);
      return `- ${set}, ${measure}: ${shown.join(', ')}\n`;
    });
  return lines.length === 0 ? '' : `## Most often missed\n\n${lines.join('')}`;
}
