import { join } from 'node:path';
import type { SpeechModel } from '../../../main/analysis/speechModel.ts';
import { amplified } from '../../../samples/speechLevel.ts';
import { readChannels } from '../audio/readChannels.ts';
import { activeSpeechLevelDbfs } from '../conditions/activeSpeechLevel.ts';
import type { LabelledClip, LabelledSet } from '../truth/labelledSet.ts';
import { baselineOf, effortOf, orderedShare, recordingOf } from './effortMeter.ts';

const SAMPLE_RATE_HZ = 16_000;
/** The level of every piece, so that only the voice shows how loud it was. */
const LEVEL_DBFS = -26;
/** Least amount of sound from which a recording is assembled, turn by turn. */
const RECORDING_SECONDS = 8;

/**
 * Measures real voices: turns of callers acted in calm and in anger, all at one level, against a baseline of half of
 * the calm ones. Counts the pairs of a calm and a loud recording in which the loud one has more effort.
 */
export async function orderOfCalmAndLoud(model: SpeechModel, { folder, clips }: LabelledSet) {
  let [ordered, pairs] = [0, 0];
  for (const clip of clips) {
    const channel = clip.channels_are.indexOf('customer');
    const samples = (await readChannels(join(folder, clip.file)))[channel]!;
    const calm = recordingsOf(clip, samples, 'neutral');
    const loud = recordingsOf(clip, samples, 'anger');
    const half = Math.ceil(calm.length / 2);
    const baseline = await baselineOf(model, recordingOf(calm.slice(0, half).flat()));
    if (!baseline) continue;
    const efforts = (recordings: readonly Float32Array[][]) =>
      Promise.all(recordings.map((pieces) => effortOf(model, recordingOf(pieces), baseline)));
    const found = orderedShare(await efforts(calm.slice(half)), await efforts(loud));
    [ordered, pairs] = [ordered + found.ordered, pairs + found.pairs];
  }
  return { ordered, pairs };
}

function recordingsOf({ turns }: LabelledClip, samples: Float32Array, emotion: string): Float32Array[][] {
  const recordings: Float32Array[][] = [];
  let seconds = RECORDING_SECONDS;
  for (const turn of turns) {
    if (turn.speaker !== 'customer' || turn.emotion !== emotion) continue;
    if (seconds >= RECORDING_SECONDS) {
      recordings.push([]);
      seconds = 0;
    }
    const piece = samples.slice(Math.round(turn.start * SAMPLE_RATE_HZ), Math.round(turn.end * SAMPLE_RATE_HZ));
    const level = activeSpeechLevelDbfs(piece, SAMPLE_RATE_HZ);
    if (level !== undefined) recordings.at(-1)!.push(amplified(piece, LEVEL_DBFS - level));
    seconds += turn.end - turn.start;
  }
  return recordings;
}
