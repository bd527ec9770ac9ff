import type { NodeDescription } from '../model/node.ts';
import type { LiveEngine } from '../search/live.ts';

/** What the routes work with. */
export interface Services {
  readonly live: LiveEngine;
  readonly node: NodeDescription;
}

/** What a request carries through the app. */
export interface AppEnv {
  readonly Variables: {
    requestId: string;
    /** Aborted when the client has gone or the answer took too long. */
    signal: AbortSignal;
  };
}
