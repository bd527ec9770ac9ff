import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationSchema } from '../../src/ingest/configuration.ts';

const root = join(import.meta.dirname, '../..');

test('the tables of docs/reference are what the program says', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/reference.mjs'), '--check'], {
    encoding: 'utf8',
  });
  expect(stderr.replaceAll(/^.*ExperimentalWarning.*$/gmu, '')).not.toContain('is not what the program says');
  expect(status).toBe(0);
});

test('every setting stands in the configuration reference, and no other', () => {
  const text = readFileSync(join(root, 'docs/reference/configuration.md'), 'utf8');
  const documented = [...text.matchAll(/^\| `([a-z][\w[\].]*)` \|/gmu)].map(([, name]) => name!);
  const { sources, expeditions, options, ...plain } = configurationSchema.shape;
  const names = [
    ...Object.keys(plain),
    'sources',
    ...Object.keys(sources.unwrap().element.shape).map((name) => `sources[].${name}`),
    'expeditions',
    ...Object.keys(expeditions.unwrap().element.shape).map((name) => `expeditions[].${name}`),
    ...Object.keys(options.unwrap().shape).map((name) => `options.${name}`),
  ];
  expect(documented.toSorted()).toEqual(names.toSorted());
});

test('links between the documents lead somewhere', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  const broken = documents.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/gu)]
      .map(([, target]) => target!)
      .filter((target) => !existsSync(join(root, path, '..', target)))
      .map((target) => `${path}: ${target}`);
  });
  expect(broken).toEqual([]);
});
