import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'collectome-packed-'));
  execFileSync('npm', ['pack', '--pack-destination', folder, '--silent'], { cwd: root });
  writeFileSync(join(folder, 'package.json'), '{"name":"somebody","private":true}');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', `./${tarball}`], {
    cwd: folder,
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package, installed into an empty folder, runs the demo', { timeout: 300_000 }, async () => {
  const child = spawn('npx', ['collectome', 'demo', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const address = await new Promise<string>((found, fail) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const match = /http:\/\/[\d.:a-z]+/u.exec(output);
        if (match !== null) found(match[0]);
      });
      child.once('exit', (code) => fail(new Error(`the demo ended with ${code}: ${output}`)));
    });
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html');
    const { total } = (await (await fetch(`${address}/api/search?q=wallace`)).json()) as { total: number };
    expect(total).toBeGreaterThan(5);
    const style = /href="(\/assets\/[^"]+\.css)"/u.exec(await (await fetch(address)).text())?.[1];
    expect((await fetch(`${address}${style}`)).status).toBe(200);
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  }
});
