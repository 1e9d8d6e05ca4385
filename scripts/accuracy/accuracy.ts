/**
 * `npm run accuracy -- [--data DIR] [--set NAME,…] [--condition NAME,…] [--write]` scores call reports against labelled
 * speech, clean and degraded, next to Praat, WebRTC, Silero and plain energy on the same sound; cues against scripted
 * calls; and effort against simulated efforts. Without --data it measures the scripted calls alone. With --write it
 * writes the figures into docs/accuracy.md. Intermediate results are cached in .cache/accuracy, so an interrupted run
 * continues where it stopped and a second one only measures what has changed.
 */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConditionAudio } from './audio/conditionAudio.ts';
import { ResultCache } from './audio/resultCache.ts';
import { type Condition, needsTalkers } from './conditions/condition.ts';
import { effortSection } from './effort/effortSection.ts';
import { measureSet, type ScoredSet } from './measure.ts';
import { conditions } from './namedConditions.ts';
import { writeFigures } from './output/accuracyDocument.ts';
import { conditionTables } from './output/conditionTables.ts';
import { targetsTable } from './output/targets.ts';
import { hasTruth } from './scoring/scoreSet.ts';
import { cueSection } from './scripted/cueSection.ts';
import { type ScriptedCall, scriptedCalls, scriptedIndices } from './scripted/scriptedCalls.ts';
import { scriptedSet } from './scripted/scriptedSet.ts';
import { peers } from './tools/peers.ts';
import { softspoken } from './tools/softspoken.ts';
import { type LabelledSet, readLabelledSets } from './truth/labelledSet.ts';

const root = join(import.meta.dirname, '../..');

interface Options {
  readonly sets: readonly LabelledSet[];
  readonly selectedSets: readonly LabelledSet[];
  /** Empty if that set is not selected. */
  readonly scripted: readonly ScriptedCall[];
  readonly selectedConditions: readonly Condition[];
  readonly write: boolean;
}

async function readOptions(): Promise<Options> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      set: { type: 'string' },
      condition: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write && (!values.data || values.set || values.condition)) {
    throw new Error('--write updates all figures: it needs --data and excludes --set and --condition.');
  }
  const isScripted = values.set === undefined || values.set.split(',').includes('scripted');
  const scripted = isScripted ? await scriptedCalls(root, scriptedIndices) : [];
  const labelled = values.data ? readLabelledSets(values.data) : [];
  const sets = scripted.length > 0 ? [...labelled, scriptedSet(scripted)] : labelled;
  // Rooms full of people are made from the speakers of the labelled sets.
  const possible = values.data ? conditions : conditions.filter((condition) => !needsTalkers(condition));
  return {
    sets,
    scripted,
    selectedSets: selected(sets, values.set).filter(hasTruth),
    selectedConditions: selected<Condition>(possible, values.condition),
    write: values.write,
  };
}

/** Returns the items with these names. @throws {Error} listing the known names, if a name is unknown */
function selected<Item extends { readonly name: string }>(items: readonly Item[], names: string | undefined) {
  if (names === undefined) return items;
  return names.split(',').map((name) => {
    const item = items.find((candidate) => candidate.name === name);
    if (!item)
      throw new Error(`Unknown name "${name}". The known names are ${items.map((one) => one.name).join(', ')}.`);
    return item;
  });
}

function commitText(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', 'core', 'main', 'scripts/accuracy', 'package-lock.json') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
}

let failed = false;
const complain = (message: string) => {
  failed = true;
  console.error(message);
};

async function run({ sets, selectedSets, selectedConditions, scripted, write }: Options): Promise<void> {
  const jobs = availableParallelism();
  const cache = new ResultCache(join(root, '.cache/accuracy'));
  const audio = new ConditionAudio(cache, root, sets);
  const ours = softspoken(root, jobs);
  const sections: string[] = [];
  const rows: ScoredSet[] = [];
  try {
    const { tools, absent, praatRelease } = await peers(root, cache);
    if (absent !== undefined) console.error(absent);
    for (const condition of selectedConditions) {
      const ofCondition: ScoredSet[] = [];
      for (const set of selectedSets) {
        const started = performance.now();
        const options = { tools: [ours, ...tools], audio, cache, jobs, onFailure: complain };
        ofCondition.push(...(await measureSet(set, condition, options)));
        const seconds = ((performance.now() - started) / 1000).toFixed(0);
        console.error(`${condition.name}: ${set.name}: ${set.clips.length} clips in ${seconds} s`);
      }
      rows.push(...ofCondition);
      const section = [`### ${condition.title}`, ...conditionTables(ofCondition)].join('\n\n');
      sections.push(section);
      console.log(`\n${section}\n`);
    }
    const reached = targetsTable(rows);
    if (reached) console.log(`### Targets\n\n${reached}`);
    if (scripted.length > 0) {
      for (const section of [await cueSection(root, scripted, cache, jobs), await effortSection(sets)]) {
        sections.push(section);
        console.log(`\n${section}\n`);
      }
    }
    if (write) {
      const date = new Date().toISOString().slice(0, 10);
      const about = `Measured on ${date} at commit ${commitText()}; peer: ${praatRelease}.`;
      const figures = [about, '## Targets', reached ?? '', '## Figures by condition', ...sections];
      writeFigures(join(root, 'docs/accuracy.md'), figures.join('\n\n'));
    }
  } finally {
    await ours.close();
  }
}

try {
  await run(await readOptions());
} catch (error) {
  complain((error as Error).message);
}
if (failed) process.exitCode = 1;
