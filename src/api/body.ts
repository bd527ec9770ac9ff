import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from './environment.ts';
import { ApiError } from './error.ts';

const MOST_BYTES = 1_000_000;

/**
 * Reads the whole body of a POST before anything else is done for it, so that one which arrives slowly holds nothing up;
 * refuses one of over 1 MB, at the latest when so much has come.
 */
export function wholeBody(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method === 'POST') c.set('body', await readText(c));
    await next();
  };
}

async function readText(c: Context<AppEnv>): Promise<string> {
  const length = c.req.header('content-length');
  if (length !== undefined && c.req.header('transfer-encoding') === undefined) {
    if (Number(length) > MOST_BYTES) throw tooLarge();
    return c.req.text();
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(): ApiError {
  return new ApiError(413, 'too-large', 'The body is over 1 MB.');
}
