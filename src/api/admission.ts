import { ApiError } from './error.ts';

export interface AdmissionLimits {
  /** Requests that are worked on at a time. One client gets at most half of them, rounded up. */
  readonly running: number;
  /** Requests that may wait for that. */
  readonly waiting: number;
  /** How long they wait before they are refused. */
  readonly waitMs: number;
}

/** What an admission holds now, and has done so far. */
export interface AdmissionState {
  readonly running: number;
  readonly waiting: number;
  readonly admitted: number;
  readonly refused: number;
  readonly longestWaitInMs: number;
}

interface Ticket {
  readonly since: number;
  readonly admit: () => void;
  readonly refuse: () => void;
}

interface Client {
  running: number;
  /** In the order in which they came. */
  readonly waiting: Set<Ticket>;
}

const LONGEST_RETRY_SECONDS = 60;
/** How much the latest request counts in the average of what one takes. */
const LATEST_SHARE = 0.1;
/** Node accepts one new connection in a turn of its event loop. */
const TURNS_BETWEEN = 16;

/**
 * Lets a few requests at a time do what costs, the others wait, and refuses what is too much. Clients take turns, however
 * many requests each has waiting; where the queue is full, the client that has most of it gives way to one that has less.
 * Between two that are let in, whatever else is ready gets its turn.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #share: number;
  /** Clients that run or wait; whose turn comes first stands first. */
  readonly #clients = new Map<string, Client>();
  #running = 0;
  #waiting = 0;
  #admitted = 0;
  #refused = 0;
  #averageMs = 0;
  #isScheduled = false;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
    this.#share = Math.ceil(limits.running / 2);
  }

  /**
   * Waits until the client's request may begin; the function that comes back must be called when it has ended, and may
   * be called twice. Throws ApiError (503 `overloaded`) where the queue is full or the wait too long, and the signal's
   * reason where that ends the wait.
   */
  async admit(client: string, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const own = this.#clientOf(client);
    if (this.#isFull && !this.#makeRoom(own)) {
      this.#forgetIfIdle(client, own);
      throw this.#refusal();
    }
    await this.#wait(own, signal).finally(() => this.#forgetIfIdle(client, own));
    const started = performance.now();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#averageMs += (performance.now() - started - this.#averageMs) * LATEST_SHARE;
      this.#running -= 1;
      own.running -= 1;
      this.#forgetIfIdle(client, own);
      this.#schedule();
    };
  }

  get state(): AdmissionState {
    const oldest = this.#clients
      .values()
      .flatMap(({ waiting }) => waiting.values().take(1))
      .reduce((least, { since }) => Math.min(least, since), Infinity);
    return {
      running: this.#running,
      waiting: this.#waiting,
      admitted: this.#admitted,
      refused: this.#refused,
      longestWaitInMs: oldest === Infinity ? 0 : Math.round(performance.now() - oldest),
    };
  }

  /** Those that can begin at once pass through the queue as well, and do not count. */
  get #isFull(): boolean {
    const { running, waiting } = this.#limits;
    return this.#waiting >= waiting + running - this.#running;
  }

  async #wait(own: Client, signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = (): boolean => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      if (!own.waiting.delete(ticket)) return false;
      this.#waiting -= 1;
      return true;
    };
    const ticket: Ticket = {
      since: performance.now(),
      admit: () => {
        leave();
        resolve();
      },
      refuse: () => {
        if (leave()) reject(this.#refusal());
      },
    };
    const giveUp = () => {
      if (leave()) reject(signal!.reason as Error);
    };
    const timer = setTimeout(ticket.refuse, this.#limits.waitMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    own.waiting.add(ticket);
    this.#waiting += 1;
    this.#schedule();
    return promise;
  }

  /** One in so many turns of the event loop, so that cheap requests and new connections come between the costly ones. */
  #schedule(): void {
    if (this.#isScheduled || this.#waiting === 0 || this.#running >= this.#limits.running) return;
    this.#isScheduled = true;
    let turns = TURNS_BETWEEN;
    const turn = () => {
      if (--turns > 0) {
        setImmediate(turn);
        return;
      }
      this.#isScheduled = false;
      if (this.#admitNext()) this.#schedule();
    };
    setImmediate(turn);
  }

  #admitNext(): boolean {
    if (this.#running >= this.#limits.running) return false;
    for (const [name, client] of this.#clients) {
      const [ticket] = client.waiting;
      if (ticket === undefined || client.running >= this.#share) continue;
      this.#clients.delete(name);
      this.#clients.set(name, client);
      this.#running += 1;
      this.#admitted += 1;
      client.running += 1;
      ticket.admit();
      return true;
    }
    return false;
  }

  /** Whether another client had to give way. */
  #makeRoom(own: Client): boolean {
    let most: Client = own;
    for (const client of this.#clients.values()) if (client.waiting.size > most.waiting.size) most = client;
    if (most.waiting.size <= own.waiting.size + 1) return false;
    [...most.waiting].at(-1)!.refuse();
    return true;
  }

  #clientOf(name: string): Client {
    let client = this.#clients.get(name);
    if (client === undefined) {
      client = { running: 0, waiting: new Set() };
      this.#clients.set(name, client);
    }
    return client;
  }

  #forgetIfIdle(name: string, client: Client): void {
    if (client.running === 0 && client.waiting.size === 0) this.#clients.delete(name);
  }

  #refusal(): ApiError {
    this.#refused += 1;
    const workMs = (this.#averageMs * (this.#waiting + this.#running)) / this.#limits.running;
    const seconds = Math.min(LONGEST_RETRY_SECONDS, Math.max(1, Math.ceil(workMs / 1000)));
    return new ApiError(503, 'overloaded', 'The server has more to do than it can take on now.', {
      hint: `Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      headers: { 'retry-after': String(seconds) },
    });
  }
}
