import { SourceError } from './source.ts';

export type JsonNode = string | number | boolean | null | readonly JsonNode[] | { readonly [key: string]: JsonNode };

/** A step of a path: a key; all elements; the element at an index; the first element whose key has a value. */
export type PathStep =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'each' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'first'; readonly name: string; readonly value: string };

const STEP = /\.?(?:\["((?:[^"\\]|\\.)*)"\]|\[\]|\[(\d+)\]|\[([^=\]"]+)=([^\]]*)\]|([^.[\]]+))/uy;

/**
 * Parses `contributors[0].fc`, `movements[].name`, `["@admin"].uid`, `name[type=display title].value`; "." is no step.
 * Errors: SourceError for what is no path.
 */
export function parsePath(path: string, file: string): readonly PathStep[] {
  if (path.trim() === '.') return [];
  const steps: PathStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const from = STEP.lastIndex;
    const match = STEP.exec(path);
    if (match === null || (from === 0 && match[0].startsWith('.'))) {
      throw new SourceError(`${JSON.stringify(path)} is no path`, {
        file,
        mend: 'write keys with dots, [] for all elements, ["…"] for odd keys',
      });
    }
    const [, quoted, index, filterName, filterValue, name] = match;
    if (quoted !== undefined) steps.push({ kind: 'key', name: quoted.replaceAll(/\\(.)/gu, '$1') });
    else if (index !== undefined) steps.push({ kind: 'index', index: Number(index) });
    else if (filterName !== undefined)
      steps.push({ kind: 'first', name: filterName.trim(), value: (filterValue ?? '').trim() });
    else if (name !== undefined) steps.push({ kind: 'key', name: name.trim() });
    else steps.push({ kind: 'each' });
  }
  if (steps.length === 0) throw new SourceError('a path is empty', { file });
  return steps;
}

/** Everything that lies at a path. A single value counts as a list of one where the path asks for elements. */
export function nodesAt(root: JsonNode, steps: readonly PathStep[]): readonly JsonNode[] {
  let nodes: readonly JsonNode[] = [root];
  for (const step of steps) {
    const next: JsonNode[] = [];
    for (const node of nodes) follow(node, step, next);
    if (next.length === 0) return next;
    nodes = next;
  }
  return nodes;
}

function follow(node: JsonNode, step: PathStep, into: JsonNode[]): void {
  if (step.kind === 'key') {
    const value = valueOfKey(node, step.name);
    if (value !== undefined) into.push(value);
    return;
  }
  const elements: readonly JsonNode[] = isList(node) ? node : node === null ? [] : [node];
  if (step.kind === 'each') for (const element of elements) into.push(element);
  else {
    const found =
      step.kind === 'index'
        ? elements[step.index]
        : elements.find((element) => textsOf([valueOfKey(element, step.name) ?? null])[0] === step.value);
    if (found !== undefined) into.push(found);
  }
}

function isList(node: JsonNode): node is readonly JsonNode[] {
  return Array.isArray(node);
}

function valueOfKey(node: JsonNode, name: string): JsonNode | undefined {
  return typeof node === 'object' && node !== null && !isList(node) && Object.hasOwn(node, name)
    ? node[name]
    : undefined;
}

/** The texts at nodes: lists one by one, other structures as JSON, null as nothing; without NUL characters. */
export function textsOf(nodes: readonly JsonNode[]): readonly string[] {
  const texts: string[] = [];
  const add = (node: JsonNode): void => {
    if (typeof node === 'string') texts.push(node.includes('\0') ? node.replaceAll('\0', '') : node);
    else if (node === null) return;
    else if (isList(node)) node.forEach(add);
    else texts.push(typeof node === 'object' ? JSON.stringify(node) : String(node));
  };
  nodes.forEach(add);
  return texts;
}

/** Calls `visit` for each path that leads to a text, number or boolean. */
export function visitLeaves(node: JsonNode, visit: (path: string, value: string) => void, path = ''): void {
  if (node === null) return;
  if (isList(node)) for (const element of node) visitLeaves(element, visit, `${path}[]`);
  else if (typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      const isPlain = /^[^.[\]"=\s][^.[\]"=]*$/u.test(key) && key === key.trim();
      const step = isPlain ? (path === '' ? key : `.${key}`) : `[${JSON.stringify(key)}]`;
      visitLeaves(value, visit, path + step);
    }
  } else visit(path === '' ? '.' : path, String(node));
}

/** Numbers that JavaScript would not give back as they were written. */
const DELICATE_NUMBER = /[:[,]\s*-?(?:\d{16,}|\d+\.\d*0(?!\d)|\d+\.\d{15,}|\d+(?:\.\d+)?[eE])/u;

/** `context.source` is the number's own text (https://tc39.es/proposal-json-parse-with-source/), not yet in TypeScript's types. */
function keepNumberText(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value;
}

/** Parses JSON, numbers as they are written. Errors: SyntaxError. */
export function parseJson(text: string): JsonNode {
  return (DELICATE_NUMBER.test(text) ? JSON.parse(text, keepNumberText) : JSON.parse(text)) as JsonNode;
}
