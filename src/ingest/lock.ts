import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { NodePaths } from '../catalogue/paths.ts';
import { ConfigurationError } from './configuration.ts';

/** Whether a process of this machine is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Holds the node's build lock until disposed. Throws ConfigurationError where another build is running. */
export function lockNode(paths: NodePaths): Disposable {
  const path = join(paths.catalogue, 'build.lock');
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return { [Symbol.dispose]: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 1) throw error;
      const pid = Number(readFileSync(path, 'utf8'));
      if (pid !== process.pid && isRunning(pid))
        throw new ConfigurationError(
          `Another build of this node is running (process ${pid}). Wait for it, or stop it.`,
        );
      rmSync(path, { force: true });
    }
  }
}
