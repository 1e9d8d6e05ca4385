/**
 * Trains the network that counts syllables, writes its weights, and prints the errors on speakers left out of the
 * training:
 *
 *   node scripts/syllables/trainSyllables.ts --data DIR [--rooms 4] [--seed 1]
 *
 * DIR contains the labelled sets `libri` and `ocean` (see docs/accuracy.md). The only other training data is espeak-ng
 * saying the same words. Takes about five minutes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type DenseLayer, DenseNetwork } from '../../core/features/denseNetwork.ts';
import { ExpectedSyllables } from '../../core/features/expectedSyllables.ts';
import { CANDIDATE_INPUTS, type SyllableCandidate } from '../../core/features/syllableCandidates.ts';
import { loadSpeechModel } from '../../main/analysis/speechModel.ts';
import { meanError } from '../accuracy/scoring/countErrors.ts';
import { Draw } from '../foreground/draw.ts';
import { readVoices } from '../foreground/voices.ts';
import { candidatesIn } from './candidatesIn.ts';
import { type CountedClip, readCountedClips, SYNTHETIC, synthesised } from './countedClips.ts';
import { type CountedCandidates, fitCounter } from './fitCounter.ts';
import { clearestTimes, matched } from './likelyNuclei.ts';
import { heardElsewhere } from './roomOfClip.ts';

/** Number of folds: a third of the speakers is left out at a time. */
const FOLDS = 3;

interface Example extends CountedCandidates {
  readonly clip: CountedClip;
  readonly candidates: readonly SyllableCandidate[];
  /** True for a clip as recorded, without another room. */
  readonly original: boolean;
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    rooms: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
});
if (!options.data) throw new Error('usage: trainSyllables.ts --data DIR [--rooms NUMBER] [--seed NUMBER]');

const draw = new Draw(Number(options.seed));
const examples = await makeExamples(options.data, Number(options.rooms));
const fitDraw = new Draw(Number(options.seed) + 1);
writeFileSync(
  new URL('../../core/features/syllableWeights.ts', import.meta.url),
  `/**
 * Written by \`scripts/syllables/trainSyllables.ts\`: for each layer a line of weights, input after input, and a line of
 * biases.
 */
export const SYLLABLE_WEIGHTS = \`
${textOf(fitCounter(examples, fitDraw))}
\`;
`,
);

const speakers = [...new Set(examples.map(({ clip }) => clip.speaker))];
const foldOf = ({ clip }: Example) => speakers.indexOf(clip.speaker) % FOLDS;
const unseen = Array.from({ length: FOLDS }, (_, fold) => {
  const learntFrom = examples.filter((example) => foldOf(example) !== fold);
  const network = new DenseNetwork(CANDIDATE_INPUTS, fitCounter(learntFrom, fitDraw));
  return examples
    .filter((example) => foldOf(example) === fold)
    .map((example) => ({ ...example, truth: example.syllables, estimated: Math.round(expected(network, example)) }));
}).flat();
for (const set of new Set(unseen.map(({ clip }) => clip.set))) {
  for (const original of [true, false]) {
    const counts = unseen.filter((example) => example.clip.set === set && example.original === original);
    const total = (of: (count: (typeof counts)[number]) => number) => counts.reduce((sum, count) => sum + of(count), 0);
    const bias = total(({ estimated }) => estimated) / total(({ truth }) => truth);
    console.log(
      `unseen ${set}, ${original ? 'as recorded' : 'elsewhere'}: error ${(100 * meanError(counts)!).toFixed(1)}%, estimated / true ${bias.toFixed(3)}`,
    );
  }
}

async function makeExamples(dataFolder: string, rooms: number): Promise<readonly Example[]> {
  const model = await loadSpeechModel();
  const voices = await readVoices(dataFolder, model);
  const recorded = await readCountedClips(dataFolder);
  const spoken = [...recorded, ...recorded].map(({ text }) => synthesised(text, draw));
  const made: Example[] = [];
  for (const clip of [...recorded, ...spoken]) {
    const others = voices.filter(({ name }) => name !== clip.speaker);
    const original = await candidatesIn(clip.samples, model);
    const times = clearestTimes(original, clip.syllables);
    made.push(exampleOf(clip, true, original, times));
    for (let room = clip.set === SYNTHETIC ? 1 : rooms; room > 0; room -= 1) {
      const { samples, speed, startSeconds } = heardElsewhere(clip.samples, others, draw);
      const heardTimes = times.map((time) => time / speed + startSeconds);
      made.push(exampleOf(clip, false, await candidatesIn(samples, model), heardTimes));
    }
  }
  return made;
}

function exampleOf(
  clip: CountedClip,
  original: boolean,
  candidates: readonly SyllableCandidate[],
  times: readonly number[],
): Example {
  return {
    clip,
    original,
    syllables: clip.syllables,
    candidates,
    inputs: candidates.map(({ inputs }) => inputs),
    likely: matched(candidates, times),
  };
}

function expected(network: DenseNetwork, { candidates }: Example): number {
  const share = new ExpectedSyllables();
  return candidates.reduce(
    (sum, { frame, loudOverFloorDb, inputs }) => sum + share.add(frame, loudOverFloorDb, network.evaluate(inputs)),
    0,
  );
}

function textOf(layers: readonly DenseLayer[]): string {
  const line = (values: Float64Array) => Array.from(values, (value) => String(Number(value.toPrecision(4)))).join(' ');
  return layers.map(({ weights, biases }) => `${line(weights)}\n${line(biases)}`).join('\n');
}
