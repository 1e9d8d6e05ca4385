/**
 * `npm run soak` measures the figures of docs/reliability.md at full length. It writes each part's table, with seed,
 * date and commit, between the part's marks in that file. `npm run soak -- killed-calls --count 5 --seed 7 --dry` runs
 * one part dry.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { callHours } from './callHours.ts';
import { damagedDatabases } from './damagedDatabases.ts';
import { deviceFaults } from './deviceFaults.ts';
import { deviceHours } from './deviceHours.ts';
import { failedWrites } from './failedWrites.ts';
import { hostileFiles } from './hostileFiles.ts';
import { killedCalls } from './killedCalls.ts';
import { killedImports } from './killedImports.ts';
import { largeLibrary } from './largeLibrary.ts';
import { longRecording } from './longRecording.ts';
import { randomMessages } from './randomMessages.ts';
import type { SoakPart, SoakResult } from './soakPart.ts';

const parts: readonly SoakPart[] = [
  callHours,
  damagedDatabases,
  deviceFaults,
  deviceHours,
  failedWrites,
  hostileFiles,
  killedCalls,
  killedImports,
  largeLibrary,
  longRecording,
  randomMessages,
];
const root = join(import.meta.dirname, '..', '..');
const document = join(root, 'docs', 'reliability.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261122' },
    count: { type: 'string' },
    kills: { type: 'string', default: '3' },
    dry: { type: 'boolean' },
  },
});
const seed = Number(values.seed);
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  throw new RangeError(`unknown part ${unknown.join(', ')}; the parts are ${parts.map(({ name }) => name).join(', ')}`);
}

for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  const count = Number(values.count ?? part.count);
  process.stdout.write(`${part.title}: ${count} …\n`);
  const result = await part.run({ seed, count, kills: Number(values.kills) });
  for (const [what, figure] of result.figures) process.stdout.write(`  ${what}: ${figure}\n`);
  for (const failure of result.failures) process.stdout.write(`  FAILED ${failure}\n`);
  if (result.failures.length > 0) process.exitCode = 1;
  if (values.dry !== true) publish(part, result);
}

function publish({ name, title }: SoakPart, { figures }: SoakResult): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const measured = ['contract', 'core', 'main', 'scripts', 'tests', 'package-lock.json'];
  const isChanged = git('status', '--porcelain', ...measured) !== '';
  const commit = `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`;
  const day = new Date().toISOString().slice(0, 10);
  const rows = figures.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n');
  const table = `**${title}** (seed ${seed}, ${day}, commit ${commit})\n\n| What | Figure |\n| --- | --- |\n${rows}`;
  const [begin, end] = [`<!-- soak:${name} -->`, '<!-- /soak -->'];
  const text = readFileSync(document, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${document} has no marks for ${name}`);
  writeFileSync(document, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`);
}
