import { join } from 'node:path';

/** Where things lie in a node's folder (docs/architecture.md, "A node on disk"). */
export function pathsOf(node: string) {
  const catalogue = join(node, 'catalogue');
  const editions = join(catalogue, 'editions');
  return {
    node,
    configuration: join(node, 'collectome.yaml'),
    profiles: join(node, 'profiles'),
    private: join(node, 'private'),
    work: join(node, 'private', 'work'),
    /** Interpreted values by their verbatim ones: private, since they hold what protection withholds. */
    cache: join(node, 'private', 'cache'),
    catalogue,
    editions,
    edition: (name: string) => join(editions, name),
    current: join(catalogue, 'current'),
    parts: join(catalogue, 'parts'),
    history: join(catalogue, 'history.sqlite'),
    withdrawn: join(catalogue, 'withdrawn'),
    shelf: join(node, 'shelf'),
    /** What people do: claims, tokens. */
    desk: join(node, 'desk.sqlite'),
  } as const;
}

export type NodePaths = ReturnType<typeof pathsOf>;
