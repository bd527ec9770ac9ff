import type { NodeDescription } from '../model/node.ts';
import type { LiveEngine } from '../search/live.ts';
import type { DeskGate } from './desk-gate.ts';
import type { Load } from './load.ts';

/** What the routes work with. */
export interface Services {
  readonly live: LiveEngine;
  readonly node: NodeDescription;
  readonly load: Load;
  /** Where people may write; absent where nobody may. */
  readonly gate?: DeskGate | undefined;
}

/** What a request carries through the app. */
export interface AppEnv {
  readonly Variables: {
    requestId: string;
    /** What a POST brought. */
    body: string;
    /** Aborted when the client has gone or the answer took too long. */
    signal: AbortSignal;
  };
}
