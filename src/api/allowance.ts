/** Clients that are remembered; the one that was not heard of for the longest is forgotten first. */
const MOST_CLIENTS = 10_000;

/** So many goes a minute for each of those who ask, at first all at once. */
export class Allowance {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #left = new Map<string, { readonly goes: number; readonly atMs: number }>();

  /** `now` is in milliseconds and never goes back. */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Takes one go; answers 0, or how many seconds to wait for one. */
  take(client: string): number {
    const atMs = this.#now();
    const before = this.#left.get(client);
    const gained = before === undefined ? Infinity : ((atMs - before.atMs) / 60_000) * this.#perMinute;
    const goes = Math.min(this.#perMinute, (before?.goes ?? 0) + gained);
    const isGranted = goes >= 1;
    this.#left.delete(client);
    this.#left.set(client, { goes: isGranted ? goes - 1 : goes, atMs });
    if (this.#left.size > MOST_CLIENTS) this.#left.delete(this.#left.keys().next().value!);
    return isGranted ? 0 : Math.ceil(((1 - goes) / this.#perMinute) * 60);
  }
}
