import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './environment.ts';
import { ApiError } from './error.ts';

/** The beginning of an answer must be there by then; a streamed export may then take as long as it takes. */
const ANSWER_TIMEOUT_MS = 30_000;

/** Gives up on answers that take too long, and on those whose client has gone: `signal` stops the work. */
export function deadline(timeoutMs = ANSWER_TIMEOUT_MS): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const controller = new AbortController();
    c.set('signal', AbortSignal.any([c.req.raw.signal, controller.signal]));
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      controller.abort();
      late.reject(
        new ApiError(503, 'timeout', `The answer took longer than ${timeoutMs / 1000} seconds; ask for less.`, {
          headers: { 'retry-after': String(Math.ceil(timeoutMs / 1000)) },
        }),
      );
    }, timeoutMs);
    try {
      await Promise.race([next(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
