import type { Terminal } from './terminal.ts';

/** How far a piece of work is; `total` is absent where nobody knows. */
export interface ProgressReport {
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
  readonly unit?: string;
}

const REDRAW_INTERVAL_MS = 100;
const BAR_WIDTH = 24;

/** Shows how work goes on, on stderr: a bar on a terminal, one plain line for each stage elsewhere. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #silent: boolean;
  #stage = '';
  #drawn = 0;
  #last: ProgressReport | undefined;

  constructor(terminal: Terminal, options: { readonly silent: boolean }) {
    this.#terminal = terminal;
    this.#silent = options.silent;
  }

  readonly report = (report: ProgressReport): void => {
    if (this.#silent) return;
    const isNew = report.stage !== this.#stage;
    if (isNew) {
      this.#finishLine();
      this.#stage = report.stage;
      if (!this.#terminal.isInteractive) this.#terminal.error(`${report.stage}\n`);
    }
    this.#last = report;
    if (!this.#terminal.isInteractive) return;
    const now = performance.now();
    if (!isNew && now - this.#drawn < REDRAW_INTERVAL_MS) return;
    this.#drawn = now;
    this.#draw(report);
  };

  /** Leaves the cursor on a line of its own. */
  end(): void {
    this.#finishLine();
    this.#stage = '';
    this.#last = undefined;
  }

  #finishLine(): void {
    if (this.#last === undefined || !this.#terminal.isInteractive) return;
    this.#draw(this.#last);
    this.#terminal.error('\n');
  }

  #draw(report: ProgressReport): void {
    const line = formatProgress(report).slice(0, Math.max(20, this.#terminal.columns - 1));
    this.#terminal.error(`\r\u001b[2K${line}`);
  }
}

/** `Reading          ████████████             50 %  1,204 of 2,408 rows` */
export function formatProgress({ stage, done, total, unit }: ProgressReport): string {
  const name = stage.padEnd(24);
  const counted = `${done.toLocaleString('en')}${total === undefined ? '' : ` of ${total.toLocaleString('en')}`}${unit === undefined ? '' : ` ${unit}`}`;
  if (total === undefined || total <= 0) return done > 0 ? `${name} ${counted}` : name.trimEnd();
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${name} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${percent}  ${counted}`;
}
