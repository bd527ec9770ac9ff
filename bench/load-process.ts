import { answerTask } from './child.ts';
import { percentile } from './measurement.ts';
import { get } from './server.ts';

/** Clients without think time: each asks for the next path as soon as it has its answer. */
export interface LoadTask {
  readonly address: string;
  /** Asked for in turn, from a place of its own for each client. */
  readonly paths: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  /** Asked for every so often by one more client, whose waiting shows how long the server's event loop is held up. */
  readonly probe?: { readonly path: string; readonly everyMs: number };
}

export interface LoadAnswer {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly errors: number;
  readonly firstError: string | undefined;
  readonly bytesEach: number;
  readonly probeP50: number;
  readonly probeP95: number;
  readonly probeMost: number;
}

answerTask(async ({ address, paths, clients, seconds, probe }: LoadTask) => {
  const times: number[] = [];
  const probed: number[] = [];
  let errors = 0;
  let firstError: string | undefined;
  let bytes = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const client = async (number: number) => {
    for (let turn = Math.floor((number * paths.length) / clients); performance.now() < end; turn += 1) {
      const asked = performance.now();
      try {
        const body = await get(address, paths[turn % paths.length]!);
        bytes += Buffer.byteLength(body);
        times.push(performance.now() - asked);
      } catch (error) {
        errors += 1;
        firstError ??= String(error);
      }
    }
  };
  const prober = async ({ path, everyMs }: NonNullable<LoadTask['probe']>) => {
    while (performance.now() < end) {
      const asked = performance.now();
      await get(address, path).catch(() => undefined);
      probed.push(performance.now() - asked);
      await new Promise((done) => setTimeout(done, everyMs));
    }
  };
  const running = Array.from({ length: clients }, (_, number) => client(number));
  if (probe !== undefined) running.push(prober(probe));
  await Promise.all(running);
  const answer: LoadAnswer = {
    perSecond: times.length / ((performance.now() - started) / 1000),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    errors,
    firstError,
    bytesEach: bytes / Math.max(1, times.length),
    probeP50: percentile(probed, 0.5),
    probeP95: percentile(probed, 0.95),
    probeMost: percentile(probed, 1),
  };
  return answer;
});
