// Makes a fresh machine ready: installs what package-lock.json names, and with --chromium a browser for the tests.
// Uses built-in modules only, because it first runs before anything is installed, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.collectome-lock`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return error === undefined && status === 0;
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing dependencies …');
  if (!run('npm', ['ci'])) {
    console.error('npm ci failed: see its messages above. Is the npm registry reachable?');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

// npm ci makes it too, unless npm is configured to run no scripts.
if (!run(process.execPath, ['scripts/geography.mjs'])) process.exit(1);

if (process.argv.includes('--chromium')) {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  if (!known.some((path) => path !== undefined && existsSync(path))) {
    console.log('Installing Chromium for the browser tests …');
    const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    const done = isDebianRoot
      ? run('apt-get', ['update', '-qq']) &&
        run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
      : run('npx', ['playwright-core', 'install', 'chromium']);
    if (!done) {
      console.error('No Chromium could be installed. Install it by hand and set CHROMIUM_PATH to its executable.');
      process.exit(1);
    }
  }
}
