import type { MiddlewareHandler } from 'hono';
import { clientAddress } from './client-address.ts';
import { STREAMED } from './compression.ts';
import type { AppEnv } from './environment.ts';
import { admissionFor, type Load } from './load.ts';

/** Makes costly requests wait for their turn. One whose answer is streamed has ended when the last piece is taken. */
export function admittance(load: Load): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const admission = admissionFor(c.req.path, load);
    if (admission === undefined) return next();
    const end = await admission.admit(clientAddress(c, load.limits), c.req.raw.signal);
    let isStreamed = false;
    try {
      await next();
      isStreamed = c.res.headers.has(STREAMED) && c.res.body !== null;
      if (isStreamed) {
        const { signal } = c.req.raw;
        const body = whileRead(c.res.body!, { stalledMs: load.limits.stalledMs, onEnd: end, signal });
        c.res = new Response(body, c.res);
      }
    } finally {
      if (!isStreamed) end();
    }
    return undefined;
  };
}

/**
 * The same bytes; `onEnd` is called once when they are all taken, the reader has gone, they fail, or the reader has taken
 * none for too long. Then the source is told to stop.
 */
export function whileRead(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: { readonly stalledMs: number; readonly onEnd: () => void; readonly signal?: AbortSignal },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { stalledMs, onEnd, signal } = options;
  const reader = source.getReader();
  let stalled: NodeJS.Timeout | undefined;
  const end = async (reason: unknown) => {
    clearTimeout(stalled);
    onEnd();
    await reader.cancel(reason);
  };
  signal?.addEventListener('abort', () => void end(signal.reason).catch(() => undefined), { once: true });
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const { done, value } = await reader.read();
          if (done) {
            onEnd();
            controller.close();
            return;
          }
          controller.enqueue(value);
          stalled = setTimeout(() => {
            const error = new Error('The reader stopped taking the answer.');
            controller.error(error);
            void end(error).catch(() => undefined);
          }, stalledMs);
        } catch (error) {
          onEnd();
          controller.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
