/**
 * `npm run bench -- [--data DIR] [--only SECTION,…] [--runs N] [--minutes N] [--long]` measures the cost of the app, as
 * whole processes next to the peers in the same run, and stage by stage. It writes the figures into
 * docs/performance.md. Sections that were not run stay unchanged, with their date and commit. Without --data it repeats
 * a sample call to the length needed.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchSetup } from './benchSetup.ts';
import { callSection } from './callSection.ts';
import type { Figure } from './figure.ts';
import { folderSection } from './folderSection.ts';
import { latencySection } from './latencySection.ts';
import { liveSection } from './liveSection.ts';
import { type SectionResult, writePerformance } from './performanceDocument.ts';
import { pixelSection } from './pixelSection.ts';
import { practiceSection } from './practiceSection.ts';
import { Recordings } from './recordings.ts';
import { replaySection } from './replaySection.ts';
import { stagesSection } from './stagesSection.ts';

const root = join(import.meta.dirname, '../..');

const sections: Readonly<Record<string, (setup: BenchSetup) => Promise<readonly Figure[]>>> = {
  call: callSection,
  stages: stagesSection,
  folder: folderSection,
  live: liveSection,
  latency: latencySection,
  pixel: pixelSection,
  practice: practiceSection,
  replay: replaySection,
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`"${text}" is not a whole number from 1.`);
  return value;
}

function commitText(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', 'core', 'main', 'scripts/bench', 'package-lock.json') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '10' },
    long: { type: 'boolean', default: false },
  },
});
const setup: BenchSetup = {
  recordings: values.data
    ? new Recordings(join(values.data, 'calls'), join(root, '.cache/bench/data'))
    : new Recordings(join(root, 'samples/matching-the-anger'), join(root, '.cache/bench/sample')),
  cli: join(root, 'out/main/cli.js'),
  runs: wholeNumber(values.runs),
  minutes: wholeNumber(values.minutes),
  long: values.long,
};
for (const name of values.only?.split(',') ?? Object.keys(sections)) {
  const section = sections[name];
  if (!section) throw new Error(`Unknown section "${name}". The sections are ${Object.keys(sections).join(', ')}.`);
  process.stderr.write(`${name} …\n`);
  const figures = await section(setup);
  for (const { what, measured, target } of figures) process.stdout.write(`${what}: ${measured} (${target ?? '–'})\n`);
  const result: SectionResult = {
    name,
    date: new Date().toISOString().slice(0, 10),
    commit: commitText(),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    runs: setup.runs,
    figures,
  };
  writePerformance(join(root, 'docs/performance.md'), result);
}
