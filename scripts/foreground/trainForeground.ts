/**
 * Trains the two networks that tell the person at the microphone from the room, and writes their weights:
 *
 *   node scripts/foreground/trainForeground.ts --data DIR [--hours 10] [--seed 1]
 *
 * DIR holds the labelled sets `libri` and `ocean` (see docs/accuracy.md); no other recording is learnt from. Takes about
 * a minute and a half for each hour of made-up calls, and 120 MB of memory.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DenseLayer } from '../../core/activity/speechActivity/denseNetwork.ts';
import { FOREGROUND_FEATURE_COUNT } from '../../core/activity/speechActivity/foregroundFeatures.ts';
import { FINAL_OFFSETS } from '../../core/activity/speechActivity/foregroundSpeech.ts';
import { loadSpeechModel } from '../../main/analysis/speechModel.ts';
import { Draw } from './draw.ts';
import { fitNetwork, type TrainingRows } from './fitNetwork.ts';
import { simulateCall } from './simulateCall.ts';
import { type TrainingFrames, trainingFrames } from './trainingFrames.ts';
import { readVoices } from './voices.ts';

const HIDDEN = [16, 8];
const PASSES = 8;
/** Neighbouring frames say nearly the same. */
const ROW_STEP = 4;
const FRAMES_PER_HOUR = 360_000;
/** Calls whose windows share runs of the model. */
const TOGETHER = 8;

/** The gate leaves out windows that say silence anyway; the networks must do without it where it cannot close. */
const EVERY_WINDOW = { admits: () => true };

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    hours: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
if (!options.data) throw new Error('usage: trainForeground.ts --data DIR [--hours HOURS] [--seed NUMBER]');

const draw = new Draw(Number(options.seed));
const calls = await makeCalls(options.data, Number(options.hours) * FRAMES_PER_HOUR);
const live = learn('live', [0]);
const final = learn('final', FINAL_OFFSETS);
writeFileSync(
  new URL('../../core/activity/speechActivity/foregroundWeights.ts', import.meta.url),
  `/**
 * Written by \`scripts/foreground/trainForeground.ts\`: for each layer a line of weights, input after input, and a line of
 * biases.
 */

/** Judges a frame at once. */
export const LIVE_WEIGHTS = \`
${textOf(live)}
\`;

/** Judges a frame with look-ahead. */
export const FINAL_WEIGHTS = \`
${textOf(final)}
\`;
`,
);

async function makeCalls(dataFolder: string, wantedFrames: number): Promise<readonly TrainingFrames[]> {
  const model = await loadSpeechModel();
  const voices = await readVoices(dataFolder, model);
  console.log(`${voices.length} voices`);
  const made: TrainingFrames[] = [];
  for (let frames = 0; frames < wantedFrames; ) {
    const group = Array.from({ length: TOGETHER }, () => simulateCall(voices, draw));
    const probabilities = await Promise.all(group.map(({ samples }) => model.open(EVERY_WINDOW).push(samples)));
    group.forEach((call, i) => {
      made.push(trainingFrames(call, probabilities[i]!));
      frames += call.speech.length;
    });
    console.log(`${(frames / FRAMES_PER_HOUR).toFixed(2)} hours`);
  }
  return made;
}

function learn(name: string, offsets: readonly number[]): readonly DenseLayer[] {
  return fitNetwork(rowsOf(offsets), HIDDEN, PASSES, draw, (pass, loss) => {
    console.log(`${name} ${pass + 1}/${PASSES} ${loss.toFixed(4)}`);
  });
}

function rowsOf(offsets: readonly number[]): TrainingRows {
  const places = calls.flatMap((call) =>
    Array.from({ length: Math.ceil(call.labels.length / ROW_STEP) }, (_, i) => ({ call, frame: i * ROW_STEP })),
  );
  return {
    count: places.length,
    inputs: offsets.length * FOREGROUND_FEATURE_COUNT,
    read(row, target, at) {
      const { call, frame } = places[row]!;
      offsets.forEach((offset, part) => {
        const from = Math.min(frame + offset, call.labels.length - 1) * FOREGROUND_FEATURE_COUNT;
        for (let i = 0; i < FOREGROUND_FEATURE_COUNT; i += 1) {
          target[at + part * FOREGROUND_FEATURE_COUNT + i] = call.features[from + i]!;
        }
      });
    },
    label: (row) => places[row]!.call.labels[places[row]!.frame]!,
    weight: (row) => places[row]!.call.weights[places[row]!.frame]!,
  };
}

function textOf(layers: readonly DenseLayer[]): string {
  const line = (values: Float64Array) => Array.from(values, (value) => String(Number(value.toPrecision(4)))).join(' ');
  return layers.map(({ weights, biases }) => `${line(weights)}\n${line(biases)}`).join('\n');
}
