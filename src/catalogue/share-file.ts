import { cpSync, linkSync } from 'node:fs';

/** Gives a file a second name: by hard link where the file system can, as a copy elsewhere. Whoever writes it anew must write another file. */
export function shareFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}
