import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Admission, type AdmissionLimits } from '../../src/api/admission.ts';
import { ApiError } from '../../src/api/error.ts';

const limits = (given: Partial<AdmissionLimits>): AdmissionLimits => ({
  running: 2,
  waiting: 100,
  waitMs: 60_000,
  ...given,
});

/** What was let in, by name, and how to end it. */
function collect(admission: Admission) {
  const begun: { readonly name: string; readonly end: () => void }[] = [];
  const refused: string[] = [];
  return {
    begun,
    refused,
    ask: (name: string, signal?: AbortSignal) =>
      admission.admit(name.split(' ')[0]!, signal).then(
        (end) => void begun.push({ name, end }),
        (error: unknown) => void refused.push(error instanceof ApiError ? `${name}: ${error.code}` : name),
      ),
  };
}

/** The event loop goes round often enough for everything that can begin. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
}

describe('admission', () => {
  test('no more run at a time than may, and each one’s end lets in the next', async () => {
    const admission = new Admission(limits({ running: 3 }));
    const { begun, ask } = collect(admission);
    for (let index = 0; index < 9; index++) void ask(`client${index}`);
    await settle();
    expect(begun).toHaveLength(3);
    for (let ended = 0; ended < 6; ended++) {
      begun[ended]!.end();
      begun[ended]!.end();
      await settle();
      expect(begun).toHaveLength(Math.min(9, 4 + ended));
      expect(admission.state.running).toBe(3);
    }
  });

  test('clients take turns, however many requests one of them has waiting', async () => {
    const admission = new Admission(limits({ running: 1 }));
    const { begun, ask } = collect(admission);
    for (let index = 0; index < 50; index++) void ask(`greedy ${index}`);
    await settle();
    for (let index = 0; index < 3; index++) void ask(`modest ${index}`);
    for (let ended = 0; ended < 7; ended++) {
      begun[ended]!.end();
      await settle();
    }
    expect(begun.slice(1, 7).map(({ name }) => name)).toEqual([
      'greedy 1',
      'modest 0',
      'greedy 2',
      'modest 1',
      'greedy 3',
      'modest 2',
    ]);
  });

  test('one client does not get all places', async () => {
    const { begun, ask } = collect(new Admission(limits({ running: 4 })));
    for (let index = 0; index < 10; index++) void ask(`greedy ${index}`);
    await settle();
    expect(begun.map(({ name }) => name)).toEqual(['greedy 0', 'greedy 1']);
    void ask('modest 0');
    await settle();
    expect(begun.at(-1)!.name).toBe('modest 0');
  });

  test('where the queue is full, who has most of it gives way; who comes with no better right is refused', async () => {
    const { begun, refused, ask } = collect(new Admission(limits({ running: 1, waiting: 3 })));
    for (let index = 0; index < 6; index++) void ask(`greedy ${index}`);
    await settle();
    expect(begun.map(({ name }) => name)).toEqual(['greedy 0']);
    expect(refused).toEqual(['greedy 4: overloaded', 'greedy 5: overloaded']);
    void ask('modest 0');
    await settle();
    expect(refused.at(-1)).toBe('greedy 3: overloaded');
    begun[0]!.end();
    await settle();
    begun[1]!.end();
    await settle();
    expect(begun.map(({ name }) => name)).toEqual(['greedy 0', 'greedy 1', 'modest 0']);
  });

  test('who has waited too long is told when to come again', async () => {
    const admission = new Admission(limits({ running: 1, waitMs: 300 }));
    const end = await admission.admit('a');
    const error = await admission.admit('b').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      status: 503,
      code: 'overloaded',
      details: { headers: { 'retry-after': expect.stringMatching(/^[1-9]\d?$/u) } },
    });
    end();
    await admission.admit('b');
  });

  test('a client that goes leaves the queue', async () => {
    const admission = new Admission(limits({ running: 1 }));
    const { begun, refused, ask } = collect(admission);
    const controller = new AbortController();
    void ask('a');
    void ask('b', controller.signal);
    await settle();
    controller.abort();
    await settle();
    expect(refused).toEqual(['b']);
    expect(admission.state.waiting).toBe(0);
    begun[0]!.end();
    await settle();
    expect(admission.state.running).toBe(0);
    await expect(admission.admit('b', controller.signal)).rejects.toThrow(/abort/u);
    expect(admission.state.running).toBe(0);
  });

  test('whatever happens, limits hold, nobody is forgotten and all is as before in the end', async () => {
    const act = fc.record({ client: fc.nat(4), kind: fc.constantFrom('ask', 'ask', 'end', 'go') });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), async (acts, running) => {
        const admission = new Admission(limits({ running, waiting: 8 }));
        const { begun, refused, ask } = collect(admission);
        const controllers: AbortController[] = [];
        let asked = 0;
        let ended = 0;
        for (const { client, kind } of acts) {
          if (kind === 'ask') {
            const controller = new AbortController();
            controllers.push(controller);
            void ask(`client${client} ${asked++}`, controller.signal);
          } else if (kind === 'end' && ended < begun.length) begun[ended++]!.end();
          else controllers[client]?.abort();
          await new Promise(setImmediate);
          const { state } = admission;
          expect(state.running).toBe(begun.length - ended);
          expect(state.running).toBeLessThanOrEqual(running);
          expect(state.waiting).toBeLessThanOrEqual(8 + running);
          expect(begun.length + refused.length + state.waiting).toBe(asked);
        }
        while (begun.length + refused.length < asked || ended < begun.length) {
          if (ended < begun.length) begun[ended++]!.end();
          await new Promise(setImmediate);
        }
        expect(admission.state).toMatchObject({ running: 0, waiting: 0, longestWaitInMs: 0, admitted: begun.length });
      }),
      { seed: 20_261_121, numRuns: 100 },
    );
  });
});
