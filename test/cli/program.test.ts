import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { SOFTWARE } from '../../src/model/software.ts';
import { runInFolder } from './terminal.ts';

const run = (...arguments_: string[]) => runInFolder('/', arguments_);

describe('bad use ends with 2 and says how it is meant', () => {
  test.each([
    [['serv'], /no command "serv"; did you mean `serve`/u],
    [['xyzzy'], /no command "xyzzy"\nSee `collectome --help`/u],
    [['media'], /`media` needs one more word: media fetch/u],
    [['build', '--preveiw'], /no option `--preveiw`; did you mean `--preview`/u],
    [['add'], /`add` needs PATH/u],
    [['add', 'a', 'b'], /does not take "b"/u],
    [['serve', '--port'], /`--port` needs a value: --port N/u],
    [['serve', '--port', 'x'], /--port must be a whole number from 0 to 65535, not "x"/u],
    [['build', '--force=yes'], /`--force` takes no value/u],
    [['withdraw', 'k'], /needs --reason/u],
    [['export', '--format', 'xls'], /--format must be one of csv, tsv, jsonl, not "xls"/u],
  ])('%j', async (arguments_, message) => {
    const { code, stdout, stderr } = await run(...arguments_);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('no command at all shows the help', async () => {
    const { code, stderr } = await run();
    expect(stderr).toContain('Usage: collectome COMMAND');
    expect(code).toBe(2);
  });
});

test.skipIf(process.getuid?.() === 0)('a folder without rights is named, and how to mend it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-rights-'));
  try {
    chmodSync(folder, 0o555);
    const { code, stderr } = await runInFolder(folder, ['init', 'node']);
    expect(stderr).toContain(`${join(folder, 'node')} may not be written or read by this user. Change its rights`);
    expect(code).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['generate', '--records', '10', '--out'],
  ['profile', join(import.meta.dirname, '../golden/archive-levels/input/catalogue.csv'), '--output'],
])('%s says before the work that there is no folder to write into', async (...arguments_) => {
  const { code, stderr } = await run(...arguments_, '/no/such/folder/file.zip');
  expect(stderr).toMatch(/There is no folder \/no\/such\/folder\. Make it, or write elsewhere with --out/u);
  expect(code).toBe(1);
});

test('--version and --help answer and end with 0', async () => {
  expect(await run('--version')).toEqual({ code: 0, stdout: `collectome ${SOFTWARE.version}\n`, stderr: '' });
  const help = await run('--help');
  for (const { name } of COMMANDS) expect(help.stdout).toContain(`  ${name} `);
});

test.each(COMMANDS.map(({ name }) => name))('%s --help shows its options', async (name) => {
  const { code, stdout } = await run(...name.split(' '), '--help');
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: collectome ${name}`);
  const command = COMMANDS.find((candidate) => candidate.name === name)!;
  for (const option of Object.keys(command.options)) expect(stdout).toContain(`--${option}`);
});

test('every command can be loaded', async () => {
  for (const { load } of COMMANDS) expect((await load()).run).toBeTypeOf('function');
});

test('--help loads nothing heavy', () => {
  // What a fresh process has loaded by the time that it has shown the help.
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    await import(${JSON.stringify(join(import.meta.dirname, '../../src/cli/main.ts'))});
    process.on('exit', () => console.error(JSON.stringify(loaded)));`;
  const result = execFileSync(process.execPath, ['--input-type=module', '-e', program, 'x', 'build', '--help'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(result).toContain('Usage: collectome build');
  const probe = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', program.replace('console.error', 'console.log'), 'x', '--help'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const loaded = JSON.parse(probe.trim().split('\n').at(-1)!) as string[];
  expect(loaded.filter((url) => /node_modules|\/src\/(?!cli|model)/u.test(url))).toEqual([]);
});
