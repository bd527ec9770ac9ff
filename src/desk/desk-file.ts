import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DeskError } from './desk-error.ts';

/** How long one process waits for another to end its writing. */
const BUSY_MS = 5_000;

/** What makes each version of the file out of the one before. */
const STEPS = [
  `create table claim (
     n integer primary key,
     key text not null unique,
     entity text not null,
     kind text not null,
     subjectKey text not null, subjectEntity text not null, subjectName text not null,
     objectKey text not null, objectEntity text not null, objectName text not null,
     pair text not null,
     note text,
     maker text not null,
     time text not null,
     withdrawnBy text, withdrawnTime text, withdrawnNote text) strict;
   create unique index claim_holds on claim (entity, pair) where withdrawnTime is null;
   create index claim_subject on claim (subjectKey);
   create index claim_object on claim (objectKey);
   create index claim_subject_entity on claim (subjectEntity);
   create index claim_object_entity on claim (objectEntity);
   create table token (
     name text primary key,
     hash blob not null unique,
     rights text not null,
     created text not null,
     lastUsed text,
     revoked text) strict;
   create table session (
     hash blob primary key,
     token text not null references token (name),
     expires text not null) strict;
   create table audit (
     n integer primary key,
     time text not null,
     actor text not null,
     action text not null,
     target text not null,
     detail text) strict;`,
] as const;

/** Whether there is a desk that can be read: another process may be making one at this moment. */
export function isDeskFile(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return versionOf(database) > 0;
  } finally {
    database.close();
  }
}

/**
 * Opens desk.sqlite, making it or bringing it up to date unless it is only to be read. What is written is on the disk when the
 * writing returns. Only its owner may read it. Throws DeskError where newer software wrote it.
 */
export function openDeskFile(path: string, options: { readonly readOnly?: boolean } = {}): DatabaseSync {
  const { readOnly = false } = options;
  const isNew = !existsSync(path);
  const database = new DatabaseSync(path, { readOnly });
  try {
    database.exec(`pragma busy_timeout = ${BUSY_MS}`);
    const version = versionOf(database);
    if (version > STEPS.length)
      throw new DeskError(
        'invalid',
        `${path} was written by a newer version of this software (format ${version}; this one knows ${STEPS.length}). Update the software.`,
      );
    if (readOnly) return database;
    if (isNew) chmodSync(path, 0o600);
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('pragma user_version').get()!['user_version']);
}

function migrate(database: DatabaseSync): void {
  if (versionOf(database) === STEPS.length) return;
  writeWhole(database, () => {
    // Another process may have been first.
    for (let version = versionOf(database); version < STEPS.length; version++)
      database.exec(`${STEPS[version]}; pragma user_version = ${version + 1}`);
  });
}

/** Writes all of it or, where it throws, nothing. */
export function writeWhole<T>(database: DatabaseSync, work: () => T): T {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
