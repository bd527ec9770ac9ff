import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './environment.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer: nothing from elsewhere, nothing in frames, nothing guessed, nothing told to other sites. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

export function securityHeaders(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  };
}

/** Lets pages of other sites read: GET, HEAD and, where a query may be sent as a body, POST. No credentials. */
export function openForReading(options: { readonly queryPaths: ReadonlySet<string> }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const methods = options.queryPaths.has(c.req.path) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS';
    if (c.req.method === 'OPTIONS') {
      return c.body(null, 204, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': methods,
        'access-control-allow-headers': 'content-type, if-none-match',
        'access-control-max-age': '86400',
        allow: methods,
      });
    }
    await next();
    // What writes answers nobody's page but our own.
    if (!methods.includes(c.req.method)) return undefined;
    c.header('access-control-allow-origin', '*');
    c.header('access-control-expose-headers', 'etag, link, x-request-id, content-disposition');
    c.header('cross-origin-resource-policy', 'cross-origin');
    return undefined;
  };
}
