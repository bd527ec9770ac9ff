import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { History } from '../catalogue/history.ts';
import type { NodePaths } from '../catalogue/paths.ts';
import { Shelf } from '../catalogue/shelf.ts';
import { readWithdrawals, type Withdrawal } from '../catalogue/withdrawn.ts';
import { openEngine, type SearchEngine } from './engine.ts';

/** How often the server looks for a new edition or a withdrawal. A withdrawal must be gone within a second. */
const WATCH_INTERVAL_MS = 200;

/** An edition in use. Release it when the answer is sent. */
export interface Lease {
  readonly engine: SearchEngine;
  readonly edition: Edition;
  release(): void;
}

interface Open {
  readonly engine: SearchEngine;
  readonly edition: Edition;
  readonly history: History | undefined;
  users: number;
  retired: boolean;
}

/** No edition has been published yet. */
export class NoEditionError extends Error {
  override readonly name = 'NoEditionError';
  constructor() {
    super('This node has no published edition yet. Run `collectome build`.');
  }
}

/**
 * The node's current edition, kept current: when `current` names another one, new requests get it and the old one is
 * closed after its last request; when `withdrawn` grows, the engine withholds those records at once.
 */
export class LiveEngine implements AsyncDisposable {
  readonly paths: NodePaths;
  readonly shelf: Shelf;
  #open: Open;
  #withdrawals: ReadonlyMap<string, Withdrawal>;
  /** The withdrawals by every key of the edition in use that is theirs: an identifier may have been respelled since. */
  #withheld: ReadonlyMap<string, Withdrawal>;
  /** The files as they were when they were last taken up, and when that was last tried. */
  #stamp: string;
  #tried: string;
  #timer: NodeJS.Timeout;
  #checking = false;

  private constructor(paths: NodePaths, open: Open, stamp: string) {
    this.paths = paths;
    this.shelf = new Shelf(paths.shelf, { readOnly: true });
    this.#open = open;
    this.#stamp = stamp;
    this.#tried = stamp;
    this.#withdrawals = readWithdrawals(paths.withdrawn);
    this.#withheld = withhold(open, this.#withdrawals);
    this.#timer = setInterval(() => {
      // An edition that cannot be opened must not stop the server: the one in use goes on until `current` changes again.
      this.refresh().catch((error: unknown) => console.error('The new edition cannot be opened:', error));
    }, WATCH_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Opens the current edition; throws NoEditionError where none is published. */
  static async open(paths: NodePaths): Promise<LiveEngine> {
    const stamp = stampOf(paths);
    return new LiveEngine(paths, await openCurrent(paths), stamp);
  }

  lease(): Lease {
    const open = this.#open;
    open.users += 1;
    let released = false;
    return {
      engine: open.engine,
      edition: open.edition,
      release: () => {
        if (released) return;
        released = true;
        open.users -= 1;
        void closeIfUnused(open);
      },
    };
  }

  async use<T>(work: (lease: Lease) => Promise<T> | T): Promise<T> {
    const lease = this.lease();
    try {
      return await work(lease);
    } finally {
      lease.release();
    }
  }

  /** Another one whenever an answer may be another one: after a new edition, a withdrawal, or new pictures. */
  get revision(): string {
    return `${this.#open.edition.name} ${this.#withdrawals.size} ${this.#stamp}`;
  }

  withdrawal(key: string): Withdrawal | undefined {
    return this.#withheld.get(key);
  }

  /** Whether a picture was withdrawn with its record. */
  isPictureWithdrawn(hash: string): boolean {
    return this.#withdrawals.values().some(({ pictures }) => pictures?.includes(hash) === true);
  }

  get history(): History | undefined {
    return this.#open.history;
  }

  resolveAlias(key: string): string | undefined {
    return this.#open.history?.resolveAlias(key);
  }

  /** Takes up a new edition or new withdrawals, if there are any. Called by itself five times a second. */
  async refresh(): Promise<void> {
    const stamp = stampOf(this.paths);
    if (stamp === this.#tried) return;
    // Before anything that takes time: a large edition may be opening while a record must go.
    this.#takeWithdrawals();
    if (this.#checking) return;
    this.#tried = stamp;
    this.#checking = true;
    try {
      if (currentName(this.paths) !== this.#open.edition.name) {
        const next = await openCurrent(this.paths);
        const previous = this.#open;
        this.#withheld = withhold(next, this.#withdrawals);
        this.#open = next;
        previous.retired = true;
        await closeIfUnused(previous);
      }
      this.#stamp = stamp;
    } finally {
      this.#checking = false;
    }
  }

  #takeWithdrawals(): void {
    const withdrawals = readWithdrawals(this.paths.withdrawn);
    if (withdrawals.size === this.#withdrawals.size) return;
    this.#withdrawals = withdrawals;
    this.#withheld = withhold(this.#open, withdrawals);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#open.retired = true;
    await closeIfUnused(this.#open);
    this.shelf[Symbol.dispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Makes the engine leave out what was withdrawn, and returns that by key. */
function withhold(
  { engine, history }: Open,
  withdrawals: ReadonlyMap<string, Withdrawal>,
): ReadonlyMap<string, Withdrawal> {
  const withheld = new Map(withdrawals);
  for (const [key, withdrawal] of withdrawals) {
    const today = history?.resolveAlias(key) ?? key;
    for (const name of [today, ...(history?.earlierKeys(today) ?? [])]) withheld.set(name, withdrawal);
  }
  engine.withhold(new Set(withheld.keys()));
  return withheld;
}

async function openCurrent(paths: NodePaths): Promise<Open> {
  const name = currentName(paths);
  if (name === undefined) throw new NoEditionError();
  const edition = await Edition.open(paths.edition(name));
  return { edition, engine: await openEngine(edition), history: History.read(paths.history), users: 0, retired: false };
}

async function closeIfUnused(open: Open): Promise<void> {
  if (!open.retired || open.users > 0) return;
  open.engine.close();
  open.history?.close();
  await open.edition.close();
}

/** The published edition's name, or undefined. */
export function currentName(paths: NodePaths): string | undefined {
  try {
    const name = readFileSync(paths.current, 'utf8').trim();
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}

function stampOf(paths: NodePaths): string {
  const pictures = join(paths.shelf, 'media.sqlite');
  return [paths.current, paths.withdrawn, pictures, `${pictures}-wal`]
    .map((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? '-' : `${stats.mtimeMs}:${stats.size}:${stats.ino}`;
    })
    .join(' ');
}
