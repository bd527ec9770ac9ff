/** So long a query works before everybody else gets a turn. */
const TURN_MS = 10;

/** Lets long work on the event loop give way now and then, and end when it is no longer wanted. */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #until = performance.now() + TURN_MS;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /** Whether it is time to `take` one; so much cheaper to ask that a loop may do so every few steps. */
  get isDue(): boolean {
    return performance.now() > this.#until;
  }

  /** Waits until others had their turn, if it is time for that. Throws the signal's reason once it is aborted. */
  async take(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (!this.isDue) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#until = performance.now() + TURN_MS;
    this.#signal?.throwIfAborted();
  }
}
