/**
 * Trains the two networks that distinguish the person at the microphone from the room, and writes their weights:
 *
 *   node scripts/foreground/trainForeground.ts --data DIR [--hours 9.5] [--seed 1]
 *
 * DIR contains the labelled sets `libri` and `ocean` (see docs/accuracy.md); no other recording is used for training.
 * Some of their speakers are left out and show at the end how well the networks do on unknown voices. Takes about two
 * minutes per hour of simulated calls, and 100 MB of memory. The calls are cached in .cache/foreground: an interrupted
 * run continues where it stopped, and a second one only makes what has changed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FOREGROUND_FEATURE_COUNT } from '../../core/activity/speechActivity/foregroundFeatures.ts';
import { FINAL_OFFSETS } from '../../core/activity/speechActivity/foregroundSpeech.ts';
import { type DenseLayer, DenseNetwork } from '../../core/features/denseNetwork.ts';
import { loadSpeechModel } from '../../main/analysis/speechModel.ts';
import { ResultCache } from '../accuracy/audio/resultCache.ts';
import { CallMaker } from './callMaker.ts';
import { Draw } from './draw.ts';
import { fitNetwork, type TrainingRows } from './fitNetwork.ts';
import { ROW_FRAMES, type TrainingFrames, trainingFrames } from './trainingFrames.ts';
import { isLeftOut, readVoices } from './voices.ts';

const HIDDEN = [24, 12];
const PASSES = 6;
const FRAMES_PER_HOUR = 360_000;
/** Hours of calls with the voices that are left out. */
const TEST_HOURS = 0.5;

const root = join(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    hours: { type: 'string', default: '9.5' },
    seed: { type: 'string', default: '1' },
  },
});
if (!options.data) throw new Error('usage: trainForeground.ts --data DIR [--hours HOURS] [--seed NUMBER]');

const draw = new Draw(Number(options.seed));
const model = await loadSpeechModel();
const voices = await readVoices(options.data, model);
const cache = new ResultCache(join(root, '.cache/foreground'));
const maker = new CallMaker(root, cache, model);
const calls = await framesOf(false, Number(options.hours));
const unknown = await framesOf(true, TEST_HOURS);
const live = learn('live', [0]);
const final = learn('final', FINAL_OFFSETS);
writeFileSync(
  new URL('../../core/activity/speechActivity/foregroundWeights.ts', import.meta.url),
  `/**
 * Written by \`scripts/foreground/trainForeground.ts\`: for each layer a line of weights, input after input, and a line of
 * biases.
 */

/** Weights of the immediate decision. */
export const LIVE_WEIGHTS = \`
${textOf(live)}
\`;

/** Weights of the decision with look-ahead. */
export const FINAL_WEIGHTS = \`
${textOf(final)}
\`;
`,
);

async function framesOf(leftOut: boolean, hours: number): Promise<readonly TrainingFrames[]> {
  const some = voices.filter((voice) => isLeftOut(voice, voices) === leftOut);
  const frames: TrainingFrames[] = [];
  const wanted = hours * FRAMES_PER_HOUR;
  let made = 0;
  for await (const call of maker.calls(some, Number(options.seed))) {
    frames.push(...trainingFrames(call, draw));
    made += call.speech.length;
    if (made >= wanted) break;
  }
  console.log(`${some.length} voices, ${(made / FRAMES_PER_HOUR).toFixed(2)} hours`);
  return frames;
}

function learn(name: string, offsets: readonly number[]): readonly DenseLayer[] {
  const layers = fitNetwork(rowsOf(calls, offsets), HIDDEN, PASSES, draw, (pass, loss) => {
    console.log(`${name} ${pass + 1}/${PASSES} ${loss.toFixed(4)}`);
  });
  const rows = rowsOf(unknown, offsets);
  console.log(`${name} with unknown voices: F1 ${speechF1(new DenseNetwork(rows.inputs, layers), rows).toFixed(3)}`);
  return layers;
}

function rowsOf(calls: readonly TrainingFrames[], offsets: readonly number[]): TrainingRows {
  const places = calls.flatMap((call) => Array.from(call.labels, (_, row) => ({ call, row })));
  return {
    count: places.length,
    inputs: offsets.length * FOREGROUND_FEATURE_COUNT,
    read(place, target, at) {
      const { call, row } = places[place]!;
      offsets.forEach((offset, part) => {
        const later = Math.min(row + offset / ROW_FRAMES, call.labels.length - 1);
        for (let i = 0; i < FOREGROUND_FEATURE_COUNT; i += 1) {
          target[at + part * FOREGROUND_FEATURE_COUNT + i] = call.features[later * FOREGROUND_FEATURE_COUNT + i]!;
        }
      });
    },
    label: (place) => places[place]!.call.labels[places[place]!.row]!,
    weight: (place) => places[place]!.call.weights[places[place]!.row]!,
  };
}

function speechF1(network: DenseNetwork, rows: TrainingRows): number {
  const input = new Float64Array(rows.inputs);
  const counts = { hits: 0, errors: 0 };
  for (let row = 0; row < rows.count; row += 1) {
    rows.read(row, input, 0);
    const found = network.evaluate(input) > 0;
    if (found !== (rows.label(row) === 1)) counts.errors += 1;
    else if (found) counts.hits += 1;
  }
  return (2 * counts.hits) / (2 * counts.hits + counts.errors);
}

function textOf(layers: readonly DenseLayer[]): string {
  const line = (values: Float64Array) => Array.from(values, (value) => String(Number(value.toPrecision(4)))).join(' ');
  return layers.map(({ weights, biases }) => `${line(weights)}\n${line(biases)}`).join('\n');
}
