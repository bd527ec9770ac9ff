import { cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a file a second name: by hard link where the file system can, as a copy elsewhere. Whoever writes it anew must write another file. */
export function shareFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

/** The same for the files of a folder, or some of them by name, without those of folders in it. */
export function shareFiles(from: string, to: string, isShared: (name: string) => boolean = () => true): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isFile() && isShared(entry.name)) shareFile(join(from, entry.name), join(to, entry.name));
}
