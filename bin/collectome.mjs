#!/usr/bin/env node
// The launcher: checks the version of Node, finds a newer one installed beside the package where there is one, and starts the program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const needed = 24;
const main = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));

function bundledNode() {
  try {
    return createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return undefined;
  }
}

if (!existsSync(main)) {
  console.error('Collectome is not built yet. In its folder, run: npm install && npm run build');
  process.exit(1);
}
if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import(new URL('../dist/src/cli/main.js', import.meta.url).href);
} else {
  const node = bundledNode();
  if (node === undefined) {
    console.error(
      `Collectome needs Node.js ${needed} or newer; this is ${process.versions.node}. Install it from nodejs.org or your system's packages.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
}
