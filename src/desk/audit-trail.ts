import type { DatabaseSync } from 'node:sqlite';

/** What was done at the desk. */
export interface AuditEntry {
  /** ISO 8601. */
  readonly time: string;
  readonly actor: string;
  readonly action:
    | 'claim made'
    | 'claim undone'
    | 'claim imported'
    | 'token created'
    | 'token revoked'
    | 'signed in'
    | 'refused';
  /** The claim's key, the token's name, or the address of a client that was refused. */
  readonly target: string;
  readonly detail?: string;
}

/** Who did what and when: only ever added to. */
export class AuditTrail {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  add({ time, actor, action, target, detail }: AuditEntry): void {
    this.#database
      .prepare('insert into audit (time, actor, action, target, detail) values (?, ?, ?, ?, ?)')
      .run(time, actor, action, target, detail ?? null);
  }

  /** The latest first; with `target`, only what was done to that. */
  latest(limit: number, { target }: { readonly target?: string } = {}): AuditEntry[] {
    const rows = this.#database
      .prepare(
        'select time, actor, action, target, detail from audit where ?1 is null or target = ?1 order by n desc limit ?2',
      )
      .all(target ?? null, limit);
    return rows.map((row) => {
      const { detail, ...entry } = row as unknown as Omit<AuditEntry, 'detail'> & { readonly detail: string | null };
      return detail === null ? entry : { ...entry, detail };
    });
  }

  /** Grows with everything that is done. */
  get length(): number {
    return Number(this.#database.prepare('select coalesce(max(n), 0) as length from audit').get()!['length']);
  }
}
