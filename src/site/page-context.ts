import { createContext, useContext } from 'hono/jsx';
import type { DeskVisitor } from '../api/desk-gate.ts';
import type { NodeDescription } from '../model/node.ts';
import type { Assets } from './assets.ts';
import { messagesIn, type Messages } from './messages.ts';

/** What every part of a page may need: its language, and the site of which it is a page. */
export interface PageContext extends Messages {
  readonly node: NodeDescription;
  readonly assets: Assets;
  /** The edition's name; absent on pages that need none. */
  readonly edition?: string;
  /** Titles of the edition's datasets by key. */
  readonly datasets: ReadonlyMap<string, string>;
  /** Names of linked people, taxa, places and the like by key, as far as the page names them. */
  readonly labels?: ReadonlyMap<string, string>;
  /** Who looks at the page where people may write; absent where nobody may. */
  readonly desk?: DeskVisitor;
  /** The address of this page, path and query. */
  readonly address: URL;
}

const NO_ASSETS: Assets = { css: [], fonts: [], script: () => undefined, handler: (c) => c.notFound() };

const Context = createContext<PageContext>({
  ...messagesIn('en'),
  node: { name: '', base: '' },
  assets: NO_ASSETS,
  datasets: new Map(),
  address: new URL('http://localhost/'),
});

export const PageProvider = Context.Provider;

/** The context of the page that is being written. */
export function usePage(): PageContext {
  return useContext(Context);
}
