#!/usr/bin/env node
/**
 * The launcher of the command line. It imports nothing newer than Node 20: on an older runtime it runs the program
 * again on the Node that the project pins, with the same arguments, streams, signals and exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const here = dirname(fileURLToPath(import.meta.url));

function pinnedNode(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = here; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', name);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

function runOn(node: string): void {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`softspoken: cannot start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  const { runCli } = await import('./cliMain.ts');
  await runCli(process.argv);
} else {
  const node = pinnedNode();
  if (node) {
    runOn(node);
  } else {
    process.stderr.write(
      `softspoken needs Node ${NEEDED_MAJOR} or newer, and this is ${process.versions.node}. Install a newer Node, or run it from its folder after "npm ci".\n`,
    );
    process.exitCode = 1;
  }
}
