import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { deadline } from '../../src/api/deadline.ts';
import type { AppEnv } from '../../src/api/environment.ts';
import { toApiError } from '../../src/api/error.ts';

/** Answers only when it is told to stop. */
function endless(seen: { stopped: boolean }): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(deadline(1));
  app.get('/', async (c) => {
    await new Promise<void>((done) => c.get('signal').addEventListener('abort', () => done(), { once: true }));
    seen.stopped = true;
    return c.text('too late');
  });
  app.onError((error, c) => c.json(toApiError(error).code, toApiError(error).status));
  return app;
}

test('an answer that takes too long is given up, and its work is told to stop', async () => {
  const seen = { stopped: false };
  const response = await endless(seen).request('/');
  expect(response.status).toBe(503);
  expect(await response.json()).toBe('timeout');
  expect(seen.stopped).toBe(true);
});

test('an answer in time is let through', async () => {
  const app = new Hono<AppEnv>();
  app.use(deadline());
  app.get('/', (c) => c.text('in time'));
  expect(await (await app.request('/')).text()).toBe('in time');
});
