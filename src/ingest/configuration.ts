import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument, YAMLSeq, type Document } from 'yaml';
import { z } from 'zod';
import { pathsOf } from '../catalogue/paths.ts';
import type { NodeDescription } from '../model/node.ts';
import { expeditionsSchema } from '../source/expedition.ts';
import { readProfile } from '../source/profile-file.ts';

const source = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'small letters, digits and hyphens, at most 64'),
  iri: z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/iu, 'an IRI, such as urn:uuid:…'),
  path: z.string().min(1),
  profile: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  license: z.string().min(1).optional(),
  media: z.string().min(1).optional(),
});

const configuration = z.strictObject({
  name: z.string().min(1),
  base: z.url({ protocol: /^https?$/u }).transform((base) => base.replace(/\/+$/u, '')),
  description: z.string().optional(),
  license: z.string().optional(),
  contact: z.string().optional(),
  language: z.string().optional(),
  sources: z.array(source).default([]),
  expeditions: expeditionsSchema.default([]),
  options: z
    .strictObject({
      /** How many editions stay whole. */
      keepEditions: z.int().min(1).max(100).default(3),
      /** The share of a dataset's records that may vanish or change identifier before a build stops. */
      guard: z.number().min(0).max(1).default(0.1),
      memoryLimitInMb: z.int().min(256).default(4096),
      /** Whether people and groups are linked; absent: they are. */
      link: z.boolean().optional(),
      /** Hosts from which `media fetch` may load pictures. */
      mediaHosts: z.array(z.string()).default([]),
    })
    .prefault({}),
});

export type SourceConfiguration = z.output<typeof source>;
export type Configuration = z.output<typeof configuration> & NodeDescription;

/** A problem with collectome.yaml or with what a command was told: says what is wrong, where, and how to mend it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads and checks `collectome.yaml` of a node's folder. Throws ConfigurationError naming the line. */
export function readConfiguration(folder: string): Configuration {
  return readDocument(folder).configuration;
}

function readDocument(folder: string): { document: Document; configuration: Configuration } {
  const path = pathsOf(folder).configuration;
  if (!existsSync(path)) {
    throw new ConfigurationError(
      `${path} does not exist. Run \`collectome init\` in this folder, or name a node's folder with --node.`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const [problem] = document.errors;
  if (problem !== undefined) throw new ConfigurationError(`${path}: ${problem.message}`);
  const result = configuration.safeParse(document.toJS());
  if (!result.success) {
    const [issue] = result.error.issues;
    const at = nodeLine(document, lines, issue?.path ?? []);
    throw new ConfigurationError(`${path}:${at}: ${(issue?.path ?? []).join('.')}: ${issue?.message ?? 'not valid'}`);
  }
  const keys = result.data.sources.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined)
    throw new ConfigurationError(`${path}: two sources have the key “${twice}”; give one of them another.`);
  return { document, configuration: result.data as Configuration };
}

function nodeLine(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined;
    if (node?.range) return lines.linePos(node.range[0] ?? 0).line;
  }
  return 1;
}

/** Makes a node's folder. Throws ConfigurationError where there is one already. */
export function initNode(
  folder: string,
  options: { readonly name: string; readonly base: string; readonly language?: string },
): void {
  const paths = pathsOf(folder);
  if (existsSync(paths.configuration))
    throw new ConfigurationError(`${paths.configuration} exists already; this folder is a node.`);
  const parsed = configuration.safeParse({ name: options.name, base: options.base });
  if (!parsed.success)
    throw new ConfigurationError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  for (const path of [paths.profiles, paths.catalogue, paths.editions, paths.parts, paths.shelf])
    mkdirSync(path, { recursive: true });
  mkdirSync(paths.private, { recursive: true, mode: 0o700 });
  const lines = [
    '# A Collectome node. The settings are explained in docs/reference/configuration.md.',
    `name: ${JSON.stringify(options.name)}`,
    `base: ${JSON.stringify(options.base)}`,
    ...(options.language === undefined ? [] : [`language: ${JSON.stringify(options.language)}`]),
    'sources: []',
    '',
  ];
  writeFileSync(paths.configuration, lines.join('\n'));
}

/** Adds a dataset to a node and mints its IRI. Throws ConfigurationError, or SourceError for a profile that cannot be read. Relative paths are taken from the current folder and kept relative to the node. */
export function addSource(
  folder: string,
  options: {
    readonly path: string;
    readonly profile?: string;
    readonly title?: string;
    readonly key?: string;
    readonly license?: string;
    readonly media?: string;
    /** Only to take over a dataset that has an IRI already. */
    readonly iri?: string;
  },
): SourceConfiguration {
  const { document, configuration: current } = readDocument(folder);
  for (const path of [options.path, options.profile, options.media]) {
    if (path !== undefined && !existsSync(path)) throw new ConfigurationError(`${path} does not exist.`);
  }
  // A profile that cannot be read is better said now than after the next hour's build.
  if (options.profile !== undefined) readProfile(readFileSync(options.profile, 'utf8'), options.profile);
  const inNode = (path: string) => {
    const inside = relative(resolve(folder), resolve(path));
    return inside.startsWith('..') || isAbsolute(inside) ? resolve(path) : inside;
  };
  const key = options.key ?? freeKey(slugOf(options.title ?? basename(options.path)), current);
  const added = source.safeParse({
    key,
    iri: options.iri ?? `urn:uuid:${randomUUID()}`,
    path: inNode(options.path),
    ...(options.profile === undefined ? {} : { profile: inNode(options.profile) }),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.license === undefined ? {} : { license: options.license }),
    ...(options.media === undefined ? {} : { media: inNode(options.media) }),
  });
  if (!added.success)
    throw new ConfigurationError(
      added.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  if (current.sources.some((other) => other.key === key))
    throw new ConfigurationError(`There is a source “${key}” already; choose another with --key.`);
  if (!isMap(document.contents)) throw new ConfigurationError('collectome.yaml is not a mapping.');
  const list = document.get('sources');
  if (isSeq(list)) {
    list.flow = false;
    list.add(document.createNode(added.data));
  } else {
    const sequence = new YAMLSeq();
    sequence.add(document.createNode(added.data));
    document.set('sources', sequence);
  }
  const path = pathsOf(folder).configuration;
  writeFileSync(`${path}.new`, document.toString());
  renameSync(`${path}.new`, path);
  return added.data;
}

/** Where a path of the configuration lies. */
export function resolveInNode(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

function slugOf(text: string): string {
  const slug = text
    .replace(/\.(zip|tar\.gz|tgz|csv|tsv|txt|json|jsonl|ndjson|gz)$/giu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 48);
  return slug === '' ? 'dataset' : slug;
}

function freeKey(slug: string, { sources }: Configuration): string {
  const taken = new Set(sources.map(({ key }) => key));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** What collectome.yaml may hold; docs/reference/configuration.md says what each setting is. */
export { configuration as configurationSchema };
