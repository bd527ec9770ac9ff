import { ran, type Answer, type Changes } from './answer.ts';
import { CHECKS, type Check } from './checks.ts';
import { qualified, type Terms } from './terms.ts';
import { QUALITY_TESTS, type QualityTest } from './test-list.ts';

/** What one test says of one record. */
export interface Response extends Answer {
  readonly id: string;
  readonly label: string;
}

interface Runnable {
  readonly test: QualityTest;
  /** Absent for measures that count what the other tests answered. */
  readonly check?: Check;
  readonly counted?: (answered: Tally) => number;
}

interface Tally {
  proposed: number;
  compliant: number;
  notCompliant: number;
  notRun: number;
}

/** Measures that count what the other tests answered. */
const COUNTS: Readonly<Record<string, (answered: Tally) => number>> = {
  MEASURE_AMENDMENTS_PROPOSED: ({ proposed }) => proposed,
  MEASURE_VALIDATIONTESTS_COMPLIANT: ({ compliant }) => compliant,
  MEASURE_VALIDATIONTESTS_NOTCOMPLIANT: ({ notCompliant }) => notCompliant,
  MEASURE_VALIDATIONTESTS_PREREQUISITESNOTMET: ({ notRun }) => notRun,
};

const RUNNABLE: readonly Runnable[] = QUALITY_TESTS.flatMap((test): readonly Runnable[] => {
  const [check, counted] = [CHECKS[test.label], COUNTS[test.label]];
  if (counted !== undefined) return [{ test, counted }];
  return check === undefined ? [] : [{ test, check }];
});

/** The answers of all 110 tests (TDWG, Biodiversity Data Quality), in the order of QUALITY_TESTS. Amendments are proposed, never made. */
export function assess(terms: Terms): Response[] {
  const tally: Tally = { proposed: 0, compliant: 0, notCompliant: 0, notRun: 0 };
  const answers = RUNNABLE.map(({ test, check }) => {
    const answer = check?.(terms);
    if (answer !== undefined) count(tally, test, answer);
    return answer;
  });
  return RUNNABLE.map(({ test: { id, label }, counted }, index) => {
    const { status, result, comment } = answers[index] ?? counts(counted?.(tally) ?? 0);
    return { id, label, status, result, comment };
  });
}

function counts(number: number): Answer {
  return ran(String(number), 'Tests of this record.');
}

function count(tally: Tally, { type }: QualityTest, { status, result }: Answer): void {
  if (status === 'AMENDED' || status === 'FILLED_IN') tally.proposed += 1;
  if (type !== 'Validation') return;
  if (result === 'COMPLIANT') tally.compliant += 1;
  else if (result === 'NOT_COMPLIANT') tally.notCompliant += 1;
  else tally.notRun += 1;
}

/** A result as the standard spells it: `dwc:month="1", dwc:day="26"`. */
export function formatResult(result: string | Changes | null): string {
  if (result === null) return '';
  if (typeof result === 'string') return result;
  return Object.entries(result)
    .map(([term, value]) => `${qualified(term)}="${value}"`)
    .join(', ');
}
