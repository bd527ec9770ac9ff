import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { AuditTrail } from './audit-trail.ts';
import { DeskError } from './desk-error.ts';
import { keyOfClaim, type ClaimDraft, type ClaimEntity, type DeskClaim } from './desk-claim.ts';
import { writeWhole } from './desk-file.ts';

const COLUMNS = `key, entity, kind, subjectKey, subjectEntity, subjectName, objectKey, objectEntity, objectName,
  note, maker, time, withdrawnBy, withdrawnTime, withdrawnNote`;

/** What is read of the claims, the newest first. */
export interface ClaimFilter {
  readonly entity?: ClaimEntity;
  /** Those of which one end is one of these units, or was in one of these entities. */
  readonly about?: readonly string[];
  /** Only those that hold, or only those that were undone. */
  readonly holds?: boolean;
  readonly limit: number;
  /** Those made before this one: the last of the page before. */
  readonly before?: string;
}

/** What importing one claim did. */
export type ImportOutcome = 'added' | 'known' | 'undone' | 'contradicts';

/** Who undoes a claim, when, and why. */
export type Undoing = NonNullable<DeskClaim['withdrawn']>;

/** The claims of people. None is ever changed or deleted; one that was undone says so. */
export class ClaimLedger {
  readonly #database: DatabaseSync;
  readonly #audit: AuditTrail;

  constructor(database: DatabaseSync, audit: AuditTrail) {
    this.#database = database;
    this.#audit = audit;
  }

  /**
   * Enters a claim. One that says what holds already is not entered again: that one comes back. Throws DeskError where
   * the opposite holds, or where both ends are one.
   */
  make(draft: ClaimDraft): { readonly claim: DeskClaim; readonly isNew: boolean } {
    return writeWhole(this.#database, () => {
      const { subject, object, entity, kind } = draft;
      if (subject.key === object.key)
        throw new DeskError(
          'invalid',
          `“${subject.name}” is one unit already: it can be neither the same as nor different from itself.`,
        );
      const standing = this.#standing(draft);
      if (standing !== undefined && standing.kind === kind) return { claim: standing, isNew: false };
      if (standing !== undefined)
        throw new DeskError(
          'conflict',
          `Claim ${standing.key} of ${standing.maker} says the opposite. Undo it first: collectome claim undo ${standing.key}`,
        );
      const claim: DeskClaim = { ...draft, key: keyOfClaim(draft) };
      this.#insert(claim);
      this.#audit.add({
        time: claim.time,
        actor: claim.maker,
        action: 'claim made',
        target: claim.key,
        detail: `${entity} ${kind}: ${subject.name} / ${object.name}`,
      });
      return { claim, isNew: true };
    });
  }

  /** Undoes a claim. Throws DeskError where there is none, or it was undone before. */
  undo(key: string, undoing: Undoing): DeskClaim {
    return writeWhole(this.#database, () => {
      const claim = this.find(key);
      if (claim === undefined) throw new DeskError('unknown', `There is no claim ${key.slice(0, 80)}.`);
      if (claim.withdrawn !== undefined)
        throw new DeskError('conflict', `Claim ${key} was undone by ${claim.withdrawn.by} on ${claim.withdrawn.time}.`);
      this.#withdraw(key, undoing);
      this.#audit.add({ time: undoing.time, actor: undoing.by, action: 'claim undone', target: key });
      return { ...claim, withdrawn: undoing };
    });
  }

  /**
   * Takes over claims of another node, all or, where one throws, none. One that is known here is undone if it was undone there;
   * one that contradicts what holds here is left out. Throws DeskError where a key does not fit its claim.
   */
  import(claims: readonly DeskClaim[], by: { readonly actor: string; readonly time: string }): ImportOutcome[] {
    return writeWhole(this.#database, () =>
      claims.map((claim) => {
        if (claim.key !== keyOfClaim(claim) || claim.subject.key === claim.object.key)
          throw new DeskError(
            'invalid',
            `The key of claim ${claim.key.slice(0, 80)} does not fit what it says: it was altered.`,
          );
        const outcome = this.#importOne(claim);
        if (outcome === 'added' || outcome === 'undone')
          this.#audit.add({ ...by, action: 'claim imported', target: claim.key, detail: outcome });
        return outcome;
      }),
    );
  }

  #importOne(claim: DeskClaim): ImportOutcome {
    const known = this.find(claim.key);
    if (known !== undefined) {
      if (claim.withdrawn === undefined || known.withdrawn !== undefined) return 'known';
      this.#withdraw(claim.key, claim.withdrawn);
      return 'undone';
    }
    if (claim.withdrawn === undefined) {
      const standing = this.#standing(claim);
      if (standing !== undefined) return standing.kind === claim.kind ? 'known' : 'contradicts';
    }
    this.#insert(claim);
    return 'added';
  }

  find(key: string): DeskClaim | undefined {
    const row = this.#database.prepare(`select ${COLUMNS} from claim where key = ?`).get(key);
    return row === undefined ? undefined : toDeskClaim(row);
  }

  /** A page of claims, the newest first. */
  list({ entity, about, holds, limit, before }: ClaimFilter): DeskClaim[] {
    const conditions: string[] = [];
    const values: SQLInputValue[] = [];
    const where = (condition: string, ...bound: readonly SQLInputValue[]) => {
      conditions.push(condition);
      values.push(...bound);
    };
    if (entity !== undefined) where('entity = ?', entity);
    if (about !== undefined) {
      const list = `(${about.map(() => '?').join(', ')})`;
      const ends = ['subjectKey', 'objectKey', 'subjectEntity', 'objectEntity'];
      where(`(${ends.map((end) => `${end} in ${list}`).join(' or ')})`, ...ends.flatMap(() => about));
    }
    if (holds !== undefined) where(`withdrawnTime is ${holds ? '' : 'not '}null`);
    if (before !== undefined) where('n < (select n from claim where key = ?)', before);
    const rows = this.#database
      .prepare(
        `select ${COLUMNS} from claim ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`} order by n desc limit ?`,
      )
      .all(...values, limit);
    return rows.map(toDeskClaim);
  }

  /** All that hold, in the order of their keys. */
  holding(): DeskClaim[] {
    const sql = `select ${COLUMNS} from claim where withdrawnTime is null order by key`;
    return this.#database.prepare(sql).all().map(toDeskClaim);
  }

  /** All that were ever made, in the order in which they were entered. */
  *all(): Generator<DeskClaim> {
    for (const row of this.#database.prepare(`select ${COLUMNS} from claim order by n`).iterate())
      yield toDeskClaim(row);
  }

  /** The claim that holds of the same two. */
  #standing(claim: ClaimDraft): DeskClaim | undefined {
    const row = this.#database
      .prepare(`select ${COLUMNS} from claim where entity = ? and pair = ? and withdrawnTime is null`)
      .get(claim.entity, pairOf(claim));
    return row === undefined ? undefined : toDeskClaim(row);
  }

  #insert(claim: DeskClaim): void {
    const { key, entity, kind, subject, object, note, maker, time, withdrawn } = claim;
    this.#database
      .prepare(`insert into claim (pair, ${COLUMNS}) values (${Array(16).fill('?').join(', ')})`)
      .run(
        pairOf(claim),
        key,
        entity,
        kind,
        ...[subject, object].flatMap((end) => [end.key, end.entityKey, end.name]),
        note ?? null,
        maker,
        time,
        withdrawn?.by ?? null,
        withdrawn?.time ?? null,
        withdrawn?.note ?? null,
      );
  }

  #withdraw(key: string, { by, time, note }: Undoing): void {
    this.#database
      .prepare('update claim set withdrawnBy = ?, withdrawnTime = ?, withdrawnNote = ? where key = ?')
      .run(by, time, note ?? null, key);
  }
}

/** Which of the two is named first makes no difference. */
function pairOf({ subject, object }: ClaimDraft): string {
  return [subject.key, object.key].toSorted().join('\u001F');
}

function toDeskClaim(row: Record<string, SQLOutputValue>): DeskClaim {
  const { note, withdrawnBy, withdrawnTime, withdrawnNote } = row;
  const text = (name: string) => String(row[name]);
  const end = (side: 'subject' | 'object') => ({
    key: text(`${side}Key`),
    entityKey: text(`${side}Entity`),
    name: text(`${side}Name`),
  });
  return {
    key: text('key'),
    entity: text('entity') as ClaimEntity,
    kind: text('kind') as DeskClaim['kind'],
    subject: end('subject'),
    object: end('object'),
    ...(note === null ? {} : { note: String(note) }),
    maker: text('maker'),
    time: text('time'),
    ...(withdrawnTime === null
      ? {}
      : {
          withdrawn: {
            by: String(withdrawnBy),
            time: String(withdrawnTime),
            ...(withdrawnNote === null ? {} : { note: String(withdrawnNote) }),
          },
        }),
  };
}
