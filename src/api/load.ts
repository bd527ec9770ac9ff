import { availableParallelism } from 'node:os';
import { Admission } from './admission.ts';

/** How much the server takes on at a time. docs/reference/configuration.md says what each is. */
export interface LoadLimits {
  readonly running: number;
  readonly waiting: number;
  readonly waitMs: number;
  readonly exports: number;
  /** An export whose reader takes no piece of it for so long is given up. */
  readonly stalledMs: number;
  /** Whether the last address of X-Forwarded-For is that of the client. */
  readonly trustProxy: boolean;
}

export const DEFAULT_LIMITS: LoadLimits = {
  running: Math.max(4, 2 * availableParallelism()),
  waiting: 200,
  waitMs: 10_000,
  exports: 4,
  stalledMs: 120_000,
  trustProxy: false,
};

/** What the server is busy with. */
export class Load {
  readonly limits: LoadLimits;
  /** What is computed at once, and answered. */
  readonly searches: Admission;
  /** What is sent for as long as it takes. */
  readonly exports: Admission;

  constructor(limits: Partial<LoadLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    const { running, waiting, waitMs, exports } = this.limits;
    this.searches = new Admission({ running, waiting, waitMs });
    this.exports = new Admission({ running: exports, waiting, waitMs });
  }
}

/** Addresses whose answers cost in proportion to the collection; all others are looked up. */
const COSTLY =
  /^\/(?:api\/(?:search|facets|histogram|grid|random|suggest|export\/citation|datasets\/[^/]+|agents(?:\/[^/]+)?|claims(?:\/[^/]+)?)|search|browse|quality|institutions|archive|(?:institution|archive|dataset|person)\/[^/]+)?$/u;
const EXPORT = '/api/export';

/** Where a request to this path has to wait for its turn; undefined where it has not. */
export function admissionFor(path: string, load: Load): Admission | undefined {
  if (path === EXPORT) return load.exports;
  return COSTLY.test(path) ? load.searches : undefined;
}
