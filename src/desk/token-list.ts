import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { AuditTrail } from './audit-trail.ts';
import { DeskError } from './desk-error.ts';
import { writeWhole } from './desk-file.ts';

/** What a token may do. `claim`: make and undo claims. */
export const RIGHTS = ['claim'] as const;
export type Right = (typeof RIGHTS)[number];

/** A token, without its secret, which nobody keeps but its bearer. */
export interface Token {
  readonly name: string;
  readonly rights: readonly Right[];
  /** ISO 8601. */
  readonly created: string;
  /** The day on which it was last used; absent where it never was. */
  readonly lastUsed?: string;
  readonly revoked?: string;
}

/** Shown before a secret, so that one that got lost in a file is found and known for what it is. */
const PREFIX = 'collectome_';
const SECRET_BYTES = 32;
const SESSION_HOURS = 12;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,79}$/u;

/** Tokens by which people and programs may write, and the sessions of browsers that were begun with one. Only hashes are stored. */
export class TokenList {
  readonly #database: DatabaseSync;
  readonly #audit: AuditTrail;

  constructor(database: DatabaseSync, audit: AuditTrail) {
    this.#database = database;
    this.#audit = audit;
  }

  /** Makes a token; its secret is told this once. Its name stands beside the claims that are made with it. Throws DeskError for a name that is not free. */
  create(options: {
    readonly name: string;
    readonly rights: readonly Right[];
    readonly actor: string;
    readonly time: string;
  }): string {
    const { name, rights, actor, time } = options;
    if (!NAME.test(name))
      throw new DeskError(
        'invalid',
        'A token has a name of at most 80 letters, digits, spaces and . _ @ -; it will stand beside the claims that are made with it.',
      );
    const secret = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
    return writeWhole(this.#database, () => {
      if (this.#database.prepare('select 1 from token where name = ?').get(name) !== undefined)
        throw new DeskError('conflict', `There is, or was, a token “${name}”. Choose another name.`);
      this.#database
        .prepare('insert into token (name, hash, rights, created) values (?, ?, ?, ?)')
        .run(name, hashOf(secret), rights.join(' '), time);
      this.#audit.add({ time, actor, action: 'token created', target: name, detail: rights.join(' ') });
      return secret;
    });
  }

  list(): Token[] {
    return this.#database
      .prepare('select name, rights, created, lastUsed, revoked from token order by created, name')
      .all()
      .map(toToken);
  }

  /** Whether any token is in force: then nobody writes without one. */
  get isAny(): boolean {
    return this.#database.prepare('select 1 from token where revoked is null limit 1').get() !== undefined;
  }

  /** Takes a token, and the sessions begun with it, out of force. Throws DeskError where there is none of the name. */
  revoke(name: string, { actor, time }: { readonly actor: string; readonly time: string }): void {
    writeWhole(this.#database, () => {
      const { changes } = this.#database
        .prepare('update token set revoked = ? where name = ? and revoked is null')
        .run(time, name);
      if (changes === 0)
        throw new DeskError(
          'unknown',
          `There is no token “${name.slice(0, 80)}” in force. \`collectome token list\` shows all.`,
        );
      this.#database.prepare('delete from session where token = ?').run(name);
      this.#audit.add({ time, actor, action: 'token revoked', target: name });
    });
  }

  /** The token in force that has this secret; its use is noted. */
  verify(secret: string, time: string): Token | undefined {
    const row = this.#database
      .prepare('select name, rights, created, lastUsed, revoked from token where hash = ? and revoked is null')
      .get(hashOf(secret));
    return row === undefined ? undefined : this.#used(toToken(row), time);
  }

  /** By the day, so that reading does not become writing each time. */
  #used(token: Token, time: string): Token {
    const day = time.slice(0, 10);
    if (token.lastUsed !== day)
      this.#database.prepare('update token set lastUsed = ? where name = ?').run(day, token.name);
    return { ...token, lastUsed: day };
  }

  /** Begins a session of a browser with a token: 12 hours. `session` is a secret that only the browser has. */
  signIn(session: string, token: Token, time: string): void {
    const expires = new Date(Date.parse(time) + SESSION_HOURS * 3_600_000).toISOString();
    writeWhole(this.#database, () => {
      this.#database.prepare('delete from session where expires < ?').run(time);
      this.#database
        .prepare('insert or replace into session (hash, token, expires) values (?, ?, ?)')
        .run(hashOf(session), token.name, expires);
      this.#audit.add({ time, actor: token.name, action: 'signed in', target: token.name });
    });
  }

  signOut(session: string): void {
    this.#database.prepare('delete from session where hash = ?').run(hashOf(session));
  }

  /** The token in force with which a session was begun, unless its time is over. */
  ofSession(session: string, time: string): Token | undefined {
    const row = this.#database
      .prepare(
        `select t.name, rights, created, lastUsed, revoked from session s join token t on t.name = s.token
         where s.hash = ? and s.expires > ? and revoked is null`,
      )
      .get(hashOf(session), time);
    return row === undefined ? undefined : toToken(row);
  }
}

/** Secrets are random and long, so that no salt and no slow hash is needed. */
function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

function toToken({ name, rights, created, lastUsed, revoked }: Record<string, SQLOutputValue>): Token {
  return {
    name: String(name),
    rights: String(rights).split(' ') as Right[],
    created: String(created),
    ...(lastUsed === null ? {} : { lastUsed: String(lastUsed) }),
    ...(revoked === null ? {} : { revoked: String(revoked) }),
  };
}
