import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Desk } from '../desk/desk.ts';
import { Allowance } from './allowance.ts';
import { clientAddress, peerAddress } from './client-address.ts';
import { ApiError } from './error.ts';

/** Writings a minute of one token, and of this machine where there is none. */
const WRITINGS_A_MINUTE = 120;
/** Wrong tokens a minute of one client, and of all together. */
const FAILURES_A_MINUTE = 10;
const ALL_FAILURES_A_MINUTE = 100;
const COOKIE = 'desk';
const SECRET_BYTES = 32;
const BEARER = /^Bearer +([\w.~+/=-]{1,500}) *$/iu;
const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/u;
const LOCAL_NAME = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d+)?$/u;

/** Someone at a page of the desk. */
export interface DeskVisitor {
  /** In whose name is written; undefined where a token has to be shown first. */
  readonly maker: string | undefined;
  /** What each form sends along, so that no other site can have it sent. */
  readonly formKey: string;
  /** Whether a token was shown, so that there is something to sign out of. */
  readonly isSignedIn: boolean;
}

/**
 * Decides who may write. Where a token is in force, whoever shows one; where none is, whoever sits at this machine. Requests that
 * another site had a browser send are refused in any case.
 */
export class DeskGate {
  readonly desk: Desk;
  readonly #trustProxy: boolean;
  /** The node's own host, by which it is known behind a proxy. */
  readonly #host: string | undefined;
  readonly #writings: Allowance;
  readonly #failures: Allowance;
  readonly #allFailures: Allowance;

  constructor(
    desk: Desk,
    options: { readonly base: string; readonly trustProxy: boolean; readonly now?: () => number },
  ) {
    this.desk = desk;
    this.#trustProxy = options.trustProxy;
    this.#host = hostOf(options.base);
    this.#writings = new Allowance(WRITINGS_A_MINUTE, options.now);
    this.#failures = new Allowance(FAILURES_A_MINUTE, options.now);
    this.#allFailures = new Allowance(ALL_FAILURES_A_MINUTE, options.now);
  }

  /** In whose name a program writes. Throws ApiError: 401 without a good token, 403 from elsewhere, 429 where it is too often. */
  admitProgram(c: Context): string {
    this.#refuseOtherSites(c);
    const header = c.req.header('authorization');
    if (header === undefined && !this.desk.tokens.isAny) {
      if (!this.#isLocal(c)) throw notLocal();
      return this.#allow(userInfo().username);
    }
    const secret = BEARER.exec(header ?? '')?.[1];
    if (secret === undefined) throw unauthorized('Writing here needs a token.');
    return this.#allow(this.#verify(c, secret));
  }

  /** Who looks at a page. Marks the browser, so that its forms are known as its own. */
  visit(c: Context): DeskVisitor {
    const secret = getCookie(c, COOKIE) ?? this.#mark(c);
    const token = this.desk.tokens.ofSession(secret, new Date().toISOString());
    const local = !this.desk.tokens.isAny && this.#isLocal(c) ? userInfo().username : undefined;
    return { maker: token?.name ?? local, formKey: formKeyOf(secret), isSignedIn: token !== undefined };
  }

  /** In whose name a form is sent. Throws ApiError as `admitProgram` does. */
  admitForm(c: Context, formKey: string): string {
    const { maker } = this.#checkForm(c, formKey);
    if (maker === undefined) {
      if (!this.desk.tokens.isAny) throw notLocal();
      throw unauthorized('You are not signed in, or no longer.', 'Sign in with a token at /desk.');
    }
    return this.#allow(maker);
  }

  /** Begins a browser's session with a token. Throws ApiError where it is none. */
  signIn(c: Context, form: { readonly formKey: string; readonly token: string }): void {
    this.#checkForm(c, form.formKey);
    const now = new Date().toISOString();
    this.#verify(c, form.token);
    const token = this.desk.tokens.verify(form.token, now)!;
    // A new mark, so that one that was planted before is worth nothing.
    this.desk.tokens.signIn(this.#mark(c), token, now);
  }

  signOut(c: Context, formKey: string): void {
    this.#checkForm(c, formKey);
    this.desk.tokens.signOut(getCookie(c, COOKIE)!);
  }

  #checkForm(c: Context, formKey: string): DeskVisitor {
    this.#refuseOtherSites(c);
    const visitor = this.visit(c);
    const [given, expected] = [Buffer.from(formKey), Buffer.from(visitor.formKey)];
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new ApiError(403, 'forbidden', 'The form is not of this browser, or too old.', {
        hint: 'Go back, load the page again and send it once more. The site needs its cookie.',
      });
    return visitor;
  }

  #mark(c: Context): string {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const isSecure =
      new URL(c.req.url).protocol === 'https:' || (this.#trustProxy && c.req.header('x-forwarded-proto') === 'https');
    setCookie(c, COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure });
    return secret;
  }

  #verify(c: Context, secret: string): string {
    const time = new Date().toISOString();
    const token = this.desk.tokens.verify(secret, time);
    if (token?.rights.includes('claim') === true) return token.name;
    const client = clientAddress(c, { trustProxy: this.#trustProxy });
    const wait = Math.max(this.#failures.take(client), this.#allFailures.take(''));
    if (wait > 0) throw tooMany(wait);
    this.desk.audit.add({ time, actor: 'nobody', action: 'refused', target: client, detail: 'no token in force' });
    throw unauthorized('There is no such token in force.');
  }

  #allow(maker: string): string {
    const wait = this.#writings.take(maker);
    if (wait > 0) throw tooMany(wait);
    return maker;
  }

  /** At this machine, by its name for itself, and not through a proxy that may serve anyone. */
  #isLocal(c: Context): boolean {
    const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
      (name) => c.req.header(name) !== undefined,
    );
    const address = peerAddress(c);
    return (
      !isForwarded &&
      address !== undefined &&
      LOOPBACK.test(address) &&
      LOCAL_NAME.test(c.req.header('host') ?? new URL(c.req.url).host)
    );
  }

  /** Browsers say from which site a request comes. */
  #refuseOtherSites(c: Context): void {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const isOther =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && ![host, this.#host].includes(hostOf(origin) ?? 'nowhere'));
    if (isOther) throw new ApiError(403, 'forbidden', 'Other sites may read here, but not write.');
  }
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}

function formKeyOf(secret: string): string {
  return createHash('sha256').update(`form\0${secret}`).digest('base64url');
}

function unauthorized(
  message: string,
  hint = 'Send Authorization: Bearer TOKEN. `collectome token create NAME` makes one.',
): ApiError {
  return new ApiError(401, 'unauthorized', message, {
    hint,
    headers: { 'www-authenticate': 'Bearer' },
  });
}

function notLocal(): ApiError {
  return new ApiError(403, 'forbidden', 'Without a token only whoever sits at the server may write here.', {
    hint: '`collectome token create NAME` makes one.',
  });
}

function tooMany(seconds: number): ApiError {
  return new ApiError(429, 'too-many-requests', 'That is too often.', {
    hint: `Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    headers: { 'retry-after': String(seconds) },
  });
}
