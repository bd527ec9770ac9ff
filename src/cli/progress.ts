import type { Terminal } from './terminal.ts';

/** How far a piece of work is. */
export interface ProgressReport {
  readonly stage: string;
  /** What in particular is done now; shown only where it can be overwritten. */
  readonly detail?: string;
  /** 0 to 1; absent where nobody knows. */
  readonly fraction?: number | undefined;
}

const REDRAW_INTERVAL_MS = 100;
const BAR_WIDTH = 24;
const STAGE_WIDTH = 32;

/** Shows how work goes on, on stderr: a bar on a terminal, one plain line for each stage elsewhere. */
export class Progress implements Disposable {
  readonly #terminal: Terminal;
  readonly #silent: boolean;
  #drawn = 0;
  #last: ProgressReport | undefined;

  constructor(terminal: Terminal, options: { readonly silent: boolean }) {
    this.#terminal = terminal;
    this.#silent = options.silent;
  }

  report(report: ProgressReport): void {
    if (this.#silent) return;
    const isNew = report.stage !== this.#last?.stage;
    if (!this.#terminal.isInteractive) {
      if (isNew) this.#terminal.error(`${report.stage}\n`);
      this.#last = report;
      return;
    }
    if (isNew) this.#finishLine();
    this.#last = report;
    const now = performance.now();
    if (!isNew && now - this.#drawn < REDRAW_INTERVAL_MS) return;
    this.#drawn = now;
    this.#draw(report);
  }

  /** Leaves the cursor on a line of its own. */
  [Symbol.dispose](): void {
    this.#finishLine();
    this.#last = undefined;
  }

  #finishLine(): void {
    if (this.#last === undefined || !this.#terminal.isInteractive) return;
    const { stage, fraction } = this.#last;
    this.#draw({ stage, fraction: fraction === undefined ? undefined : 1 });
    this.#terminal.error('\n');
  }

  #draw(report: ProgressReport): void {
    this.#terminal.error(`\r\u001b[2K${formatProgress(report).slice(0, Math.max(20, this.#terminal.columns - 1))}`);
  }
}

/** `importing letters               ████████████░░░░░░░░░░░░   50 %  reading` */
export function formatProgress({ stage, detail, fraction }: ProgressReport): string {
  const after = detail === undefined ? '' : `  ${detail}`;
  if (fraction === undefined) return `${stage}${after}`;
  const share = Math.min(1, Math.max(0, fraction));
  const filled = Math.round(share * BAR_WIDTH);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${stage.padEnd(STAGE_WIDTH)} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${percent}${after}`;
}

/** What a build reports, by dataset and then for the index of them all. */
export function toStage({
  dataset,
  step,
  fraction,
}: {
  readonly dataset?: string;
  readonly step: string;
  readonly fraction?: number;
}): ProgressReport {
  return { stage: dataset === undefined ? 'making the edition' : `importing ${dataset}`, detail: step, fraction };
}
