import type { DatabaseSync } from 'node:sqlite';
import { AuditTrail } from './audit-trail.ts';
import { ClaimLedger } from './claim-ledger.ts';
import { isDeskFile, openDeskFile } from './desk-file.ts';
import { TokenList } from './token-list.ts';

/** What people do at a node, in its `desk.sqlite`: claims, tokens, and the trail of who did what. */
export class Desk implements Disposable {
  readonly claims: ClaimLedger;
  readonly tokens: TokenList;
  readonly audit: AuditTrail;
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
    this.audit = new AuditTrail(database);
    this.claims = new ClaimLedger(database, this.audit);
    this.tokens = new TokenList(database, this.audit);
  }

  /** Opens a desk for reading and writing; makes it where there is none. Throws DeskError where newer software wrote it. */
  static open(path: string): Desk {
    return new Desk(openDeskFile(path));
  }

  /** Opens a desk for reading; undefined where nobody has used one yet. */
  static read(path: string): Desk | undefined {
    return isDeskFile(path) ? new Desk(openDeskFile(path, { readOnly: true })) : undefined;
  }

  /** Another one whenever anything was done. */
  get revision(): number {
    return this.audit.length;
  }

  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
