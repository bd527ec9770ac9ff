import type { Database } from '../catalogue/database.ts';
import { writeDictionary } from './column-writer.ts';
import type { IndexFileWriter } from './index-file.ts';
import { sortTexts } from './text-sort.ts';

/**
 * Writes the hierarchy of a column's values from its table (key, parentKey, label): all keys as a dictionary, the node above each,
 * and the nodes numbered so that all below a node follow it. A node whose parent is not there, or that would be above itself, is a root.
 */
export async function writeTree(options: {
  readonly database: Database;
  readonly writer: IndexFileWriter;
  readonly table: string;
  readonly name: string;
  /** The column's code of a key; 0 where no record has it. */
  readonly codeOf: (key: string) => number;
}): Promise<void> {
  const { database, writer, table, name, codeOf } = options;
  const rows: { readonly key: string; readonly parent: string | null }[] = [];
  for await (const [keys, parents] of database.chunks(`select key, parentKey from ${table} order by label, key`))
    for (const [at, key] of keys!.entries()) rows.push({ key: String(key), parent: parents![at] as string | null });
  const ordered = sortTexts([...new Set(rows.map(({ key }) => key))]);
  const nodes = new Map(ordered.map((key, node) => [key, node]));
  const parents = new Int32Array(ordered.length).fill(-1);
  const children: number[][] = ordered.map(() => []);
  for (const { key, parent } of rows) {
    const node = nodes.get(key)!;
    const above = parent === null ? undefined : nodes.get(parent);
    if (parents[node]! >= 0 || above === undefined || isBelow(parents, above, node)) continue;
    parents[node] = above;
    children[above]!.push(node);
  }
  const { enter, leave, order } = numberNodes(parents, children);
  writeDictionary({ writer, name: `${name}/tree`, dictionary: 'text', ordered });
  writer.add(`${name}/tree/parents`, parents);
  writer.add(`${name}/tree/enter`, enter);
  writer.add(`${name}/tree/leave`, leave);
  writer.add(`${name}/tree/order`, order);
  writer.add(
    `${name}/tree/codes`,
    order.map((node) => codeOf(ordered[node]!)),
  );
}

/** No classification and no gazetteer is deeper; what is would take too long to look through. */
const MOST_LEVELS = 200;

/** Whether `node` is `above`, or stands below it, or is too deep to have anything below it. */
function isBelow(parents: Int32Array, node: number, above: number): boolean {
  let level = 0;
  for (let at = node; at >= 0; at = parents[at]!) if (at === above || ++level === MOST_LEVELS) return true;
  return false;
}

/** Numbers the nodes in the order of a walk: those below a node have numbers from `enter` + 1 to `leave`. */
function numberNodes(parents: Int32Array, children: readonly (readonly number[])[]) {
  const [enter, leave, order] = [parents, parents, parents].map(({ length }) => new Uint32Array(length)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let number = 0;
  const walk: number[] = [];
  for (let node = parents.length - 1; node >= 0; node--) if (parents[node]! < 0) walk.push(node);
  while (walk.length > 0) {
    const node = walk.pop()!;
    if (node < 0) {
      leave[~node] = number - 1;
      continue;
    }
    enter[node] = number;
    order[number] = node;
    number += 1;
    walk.push(~node);
    const below = children[node]!;
    for (let at = below.length - 1; at >= 0; at--) walk.push(below[at]!);
  }
  return { enter, leave, order };
}
