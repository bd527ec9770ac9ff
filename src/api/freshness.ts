import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { SOFTWARE } from '../model/software.ts';
import type { AppEnv, Services } from './environment.ts';

/** Marks an answer that is another one each time, or that must not be kept. */
export const NOT_KEPT = { 'cache-control': 'no-store' } as const;

/**
 * One ETag for all answers of an edition in one language: what was sent once is right until the next edition or
 * withdrawal, and a client that has it gets 304 without any work. `no-cache` makes every cache ask, so that what is
 * withdrawn is gone at once.
 */
export function freshness(
  { live, node, gate }: Services,
  options: { readonly byLanguage: boolean },
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const language = options.byLanguage ? `${c.req.header('accept-language')}\n${c.req.header('cookie')}` : '';
    const etag = `W/"${createHash('sha256')
      .update([SOFTWARE.version, node.name, live.revision, gate?.desk.revision, language].join('\0'))
      .digest('base64url')
      .slice(0, 20)}"`;
    if (matches(c.req.header('if-none-match'), etag)) {
      return c.body(null, 304, { etag, 'cache-control': 'public, no-cache' });
    }
    await next();
    if (options.byLanguage) c.header('vary', 'accept-language, cookie', { append: true });
    if (c.res.headers.has('set-cookie')) c.header('cache-control', NOT_KEPT['cache-control']);
    if (c.res.status !== 200 || c.res.headers.has('cache-control')) return undefined;
    c.header('etag', etag);
    c.header('cache-control', 'public, no-cache');
    return undefined;
  };
}

function matches(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(',').some((tag) => tag.trim() === etag || tag.trim() === etag.slice(2));
}
