import type { Edition } from '../catalogue/edition.ts';
import type { SearchEngine } from './engine.ts';
export const EmbeddedEngine = {
  async open(_edition: Edition): Promise<SearchEngine> {
    throw new Error('not built yet');
  },
};
