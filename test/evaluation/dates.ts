import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretDate } from '../../src/interpret/date-value.ts';
import { formatDay, parseDateSpan } from '../../src/model/day.ts';
import { mostFrequent, type Score } from './score.ts';

interface LabelledDate {
  readonly half: string;
  readonly date: string;
  readonly label: string;
}

/** 1,030 dates of seven exports, labelled by hand: see README.md. Those in the frozen half are never looked at. */
export function evaluate(): readonly Score[] {
  const dates = readLabels();
  return ['open', 'frozen'].flatMap((half) => {
    const sample = dates.filter((date) => date.half === half);
    return [
      score(`dates, ${half} half`, sample.filter(isDated), 'days of those that carry a date'),
      score(
        `dates, ${half} half`,
        sample.filter((date) => !isDated(date)),
        'undated or unsure, left so',
      ),
    ];
  });
}

function score(set: string, dates: readonly LabelledDate[], measure: string): Score {
  const answers = dates.map(({ date, label }) => ({ date, label, answer: answerTo(date) }));
  const missed = answers.filter(({ label, answer }) => answer !== label);
  // Frozen ones are counted, not shown.
  const isShown = set.includes('open');
  return {
    set,
    measure,
    right: answers.length - missed.length,
    total: answers.length,
    wrong: missed.filter(({ answer }) => answer !== 'none' && answer !== 'unread').length,
    missed: isShown ? mostFrequent(missed.map(({ date }) => date)) : [],
  };
}

function isDated({ label }: LabelledDate): boolean {
  return label !== 'none' && label !== 'unread';
}

/** As labels are written: the first and last day, what is ambiguous marked, or why there is none. */
function answerTo(text: string): string {
  const { begin, end, edtf, issues } = interpretDate(text);
  if (edtf === null) return issues.length === 0 ? 'none' : 'unread';
  const days = `${begin ?? '..'}/${end ?? '..'}`;
  return issues.includes('EVENT_DATE_AMBIGUOUS') ? `either ${days}` : days;
}

function readLabels(): LabelledDate[] {
  const lines = readFileSync(join(import.meta.dirname, 'dates.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [, half = '', date = '', label = ''] = line.split('\t');
    return { half, date, label: wholeLabel(label) };
  });
}

/** `1850/1860-05` as its first and last day. */
function wholeLabel(label: string): string {
  if (label === 'none' || label === 'unread') return label;
  const [, either = '', dates = ''] = /^(either )?(.*)$/u.exec(label) ?? [];
  const [first = '', last = first] = dates.split('/');
  const [begin, end] = [parseDateSpan(first)?.begin, parseDateSpan(last)?.end];
  return `${either}${begin === undefined ? '..' : formatDay(begin)}/${end === undefined ? '..' : formatDay(end)}`;
}
