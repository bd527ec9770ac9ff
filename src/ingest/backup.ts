import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { pathsOf } from '../catalogue/paths.ts';
import { currentName } from '../search/live.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { lockNode } from './lock.ts';

export interface BackupResult {
  readonly folder: string;
  readonly files: number;
}

/**
 * Copies what cannot be made again into a new folder: settings, profiles, private originals, history, withdrawals, the
 * shelf, and the published edition. Databases are copied as a whole state, though the server is running. A copy that
 * was interrupted is not left under the target's name.
 */
export async function backupNode(folder: string, target: string): Promise<BackupResult> {
  readConfiguration(folder);
  if (existsSync(target)) throw new ConfigurationError(`${target} exists already; name a folder that does not.`);
  if (`${resolve(target)}${sep}`.startsWith(`${resolve(folder)}${sep}`))
    throw new ConfigurationError('A backup inside the node itself would copy itself; name a folder elsewhere.');
  const paths = pathsOf(folder);
  using _lock = lockNode(paths);
  const copying = join(dirname(target), `.${basename(target)}.copying-${process.pid}`);
  rmSync(copying, { recursive: true, force: true });
  mkdirSync(copying, { recursive: true, mode: 0o700 });
  const current = currentName(paths);
  const wanted = [
    'collectome.yaml',
    'profiles',
    'private/withheld',
    'shelf',
    'catalogue/withdrawn',
    'catalogue/current',
    ...(current === undefined ? [] : [`catalogue/editions/${current}`]),
  ];
  for (const path of wanted) {
    if (!existsSync(join(folder, path))) continue;
    cpSync(join(folder, path), join(copying, path), {
      recursive: true,
      filter: (source) => !/\.sqlite(-wal|-shm)?$/u.test(source) || source.includes(`${sep}editions${sep}`),
    });
  }
  for (const path of ['catalogue/history.sqlite', 'shelf/media.sqlite', 'desk.sqlite']) {
    if (!existsSync(join(folder, path))) continue;
    mkdirSync(dirname(join(copying, path)), { recursive: true });
    const database = new DatabaseSync(join(folder, path), { readOnly: true });
    await backup(database, join(copying, path));
    database.close();
  }
  renameSync(copying, target);
  return {
    folder: target,
    files: readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
  };
}
