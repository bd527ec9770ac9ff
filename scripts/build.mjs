// Builds dist/: the server with tsc, the browser's part with Vite. Skips what has not changed since the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(`${path}/${name}`)), 0);
}

function build(name, inputs, command, args) {
  const stamp = `${root}dist/.built-${name}`;
  const present = inputs.map((input) => root + input).filter((path) => existsSync(path));
  const changed = Math.max(...present.map(newest));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= changed) return;
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [`${root}node_modules/${command}`, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
  utimesSync(stamp, started / 1000, started / 1000);
}

if (process.argv.includes('--clean')) rmSync(`${root}dist`, { recursive: true, force: true });
const geography = spawnSync(process.execPath, [`${root}scripts/geography.mjs`], { stdio: 'inherit' });
if (geography.status !== 0) process.exit(geography.status ?? 1);
build(
  'server',
  ['src', 'demo', 'bench', 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'],
  'typescript/bin/tsc',
  ['-p', 'tsconfig.json'],
);
build('web', ['web', 'vite.config.ts', 'package-lock.json'], 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
