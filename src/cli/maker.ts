import { userInfo } from 'node:os';
import { badUse, type Invocation } from './command.ts';

/** In whose name something is done at the desk: `--as NAME`, or the user of this machine. */
export function makerOf(invocation: Invocation): string {
  const name = invocation.text('as')?.trim() ?? userInfo().username;
  if (name === '') throw badUse('`--as` needs a name that others will read', invocation.command.name);
  return name;
}
