import { midsOf, type Mids } from '../interpret/mids.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { assess, type Response } from './assess.ts';
import { readTerms, type Terms } from './terms.ts';
import { QUALITY_TESTS, type QualityTest } from './test-list.ts';

/** How one test came out over records. */
export interface TestSummary extends QualityTest {
  readonly compliant: number;
  readonly notCompliant: number;
  /** Amendments proposed. */
  readonly proposed: number;
  /** Records in which something deserves a look. */
  readonly issues: number;
  /** Records for which the test could not run: they lack what it needs, or an authority is not at hand. */
  readonly notRun: number;
  /** Keys of the first records that are not compliant, deserve a look, or have an amendment proposed. */
  readonly examples: readonly string[];
}

export interface QualitySummary {
  readonly records: number;
  /** Tests that ran on at least one record, measures apart. */
  readonly tests: readonly TestSummary[];
  /** Records by their level of MIDS; null stands before level 0. */
  readonly mids: readonly { readonly level: number | null; readonly count: number }[];
  /** What records lack for their next level of MIDS, the most frequent first. */
  readonly midsMissing: readonly { readonly element: string; readonly count: number }[];
}

const EXAMPLES = 3;

/** The terms of a record as the museum wrote them. */
export function termsOf({ verbatim }: CatalogueRecord): Terms {
  const record: Record<string, string> = {};
  for (const { term, value } of verbatim) if (term !== undefined) record[term] ??= value;
  return readTerms(record);
}

type Counts = { -readonly [Name in 'compliant' | 'notCompliant' | 'proposed' | 'issues' | 'notRun']: number };

/** Whether a response is one that somebody should look at. */
export function isNoteworthy({ status, result }: Response): boolean {
  return status === 'AMENDED' || status === 'FILLED_IN' || result === 'NOT_COMPLIANT' || result === 'POTENTIAL_ISSUE';
}

/** The record's MIDS level, and what it lacks for the next. `terms` are those of `termsOf`. */
export function midsOfRecord(record: CatalogueRecord, terms: Terms = termsOf(record)): Mids {
  const { interpreted, children } = record;
  const kind = Array.isArray(interpreted['kind']) ? (interpreted['kind'] as readonly string[])[0] : undefined;
  return midsOf({
    // Every record is shown under a title; only one that the museum gave is a name.
    has: (term) =>
      terms.has(term) ||
      (term !== 'title' && interpreted[term] !== undefined) ||
      (term === 'media' && children.media !== undefined),
    isGeological: kind === 'fossil' || kind === 'mineral',
  });
}

/** Sums up what the tests say of records, one after the other. */
export class QualityTally {
  readonly #counts = new Map<string, Counts & { examples: string[] }>();
  readonly #mids = new Map<number | null, number>();
  readonly #missing = new Map<string, number>();
  #records = 0;

  /** Returns the responses of the record's tests. */
  add(record: CatalogueRecord): readonly Response[] {
    const terms = termsOf(record);
    const responses = assess(terms);
    this.#records += 1;
    for (const response of responses) this.#count(response, record.key);
    const { level, missing } = midsOfRecord(record, terms);
    this.#mids.set(level, (this.#mids.get(level) ?? 0) + 1);
    for (const element of missing) this.#missing.set(element, (this.#missing.get(element) ?? 0) + 1);
    return responses;
  }

  #count(response: Response, key: string): void {
    let counts = this.#counts.get(response.id);
    if (counts === undefined) {
      counts = { compliant: 0, notCompliant: 0, proposed: 0, issues: 0, notRun: 0, examples: [] };
      this.#counts.set(response.id, counts);
    }
    const { status, result } = response;
    if (status === 'AMENDED' || status === 'FILLED_IN') counts.proposed += 1;
    else if (result === 'COMPLIANT') counts.compliant += 1;
    else if (result === 'NOT_COMPLIANT') counts.notCompliant += 1;
    else if (result === 'POTENTIAL_ISSUE') counts.issues += 1;
    else if (status.endsWith('_PREREQUISITES_NOT_MET')) counts.notRun += 1;
    if (counts.examples.length < EXAMPLES && isNoteworthy(response)) counts.examples.push(key);
  }

  summary(): QualitySummary {
    const tests = QUALITY_TESTS.flatMap((test): TestSummary[] => {
      const counts = this.#counts.get(test.id);
      if (counts === undefined || test.type === 'Measure' || counts.notRun === this.#records) return [];
      return [{ ...test, ...counts }];
    });
    return {
      records: this.#records,
      tests,
      mids: Array.from(this.#mids, ([level, count]) => ({ level, count })).toSorted(
        (one, other) => (one.level ?? -1) - (other.level ?? -1),
      ),
      midsMissing: Array.from(this.#missing, ([element, count]) => ({ element, count })).toSorted(
        (one, other) => other.count - one.count,
      ),
    };
  }
}
