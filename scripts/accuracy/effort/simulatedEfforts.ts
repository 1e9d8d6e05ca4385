import type { SpeechModel } from '../../../main/analysis/speechModel.ts';
import { runTool } from '../../../samples/soundTools.ts';
import { SAMPLE_RATE_HZ, speak } from '../../../samples/speak.ts';
import { amplified } from '../../../samples/speechLevel.ts';
import { readingPassages } from '../../../samples/story.ts';
import { pitchShiftSemitones, tilted } from '../../../samples/vocalEffort.ts';
import { agentSentences } from '../scripted/phrases.ts';
import { baselineOf, effortOf, orderedShare, recordingOf } from './effortMeter.ts';

/** Soft, normal and raised efforts, one category of vocal effort apart. */
const EFFORTS_DB = [-6, 0, 6] as const;
export const ESPEAK_VOICES = [
  'en+f3',
  'en-us+m1',
  'en-gb-x-rp+f1',
  'en+m2',
  'en-gb-scotland+f4',
  'en-us+f2',
  'en-us+m7',
  'en-gb-x-rp+m4',
  'en+f5',
  'en-029+m5',
  'en-gb-scotland+m3',
  'en-gb-x-gbclan+m1',
] as const;

/** A level soft enough that 12 dB more do not clip. */
const LEVEL_DBFS = -34;

/** One speaker: sound for the baseline, and recordings of other words at any effort. */
export interface EffortSpeaker {
  readonly baseline: Float32Array;
  /** One function per text, which returns its recording at an effort. */
  readonly texts: readonly ((effortDb: number) => Float32Array)[];
}

/** Returns a synthetic voice: espeak-ng moves the pitch, and the spectrum is tilted. */
export function espeakSpeaker(espeakVoice: string): EffortSpeaker {
  const voice = { espeakVoice, levelDbfs: LEVEL_DBFS };
  const say = (text: string, effortDb: number) => speak(voice, { text, wpm: 155, effortDb }).samples;
  const sentences = [agentSentences.slice(0, 2), agentSentences.slice(2, 4)];
  return {
    baseline: recordingOf([say(readingPassages[0]!.text, 0)]),
    texts: sentences.map((pair) => (effortDb: number) => recordingOf(pair.map((text) => say(text, effortDb)))),
  };
}

/** Returns a real voice, moved by sox and the same tilt. Unlike a person's, its formants move with the pitch. */
export function recordedSpeaker(clips: readonly Float32Array[]): EffortSpeaker {
  return {
    baseline: recordingOf(clips.slice(1)),
    texts: [(effortDb: number) => recordingOf([withEffort(clips[0]!, effortDb)])],
  };
}

function withEffort(samples: Float32Array, effortDb: number): Float32Array {
  const cents = Math.round(100 * pitchShiftSemitones(effortDb));
  const raw = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-r', `${SAMPLE_RATE_HZ}`, '-c', '1', '-'];
  const bytes = runTool('sox', ['-V1', ...raw, ...raw, 'pitch', `${cents}`], new Uint8Array(samples.slice().buffer));
  const shifted = new Float32Array(new Uint8Array(bytes).buffer);
  return amplified(tilted(shifted, effortDb, SAMPLE_RATE_HZ), effortDb);
}

/**
 * Counts the comparisons of one speaker's recordings, against their baseline, that are in order; none without a
 * baseline.
 */
export async function orderOfEfforts(model: SpeechModel, { baseline, texts }: EffortSpeaker) {
  const usual = await baselineOf(model, baseline);
  if (!usual) return { ordered: 0, pairs: 0 };
  const [soft, normal, raised] = await Promise.all(
    EFFORTS_DB.map((effortDb) => Promise.all(texts.map((text) => effortOf(model, text(effortDb), usual)))),
  );
  const comparisons = [orderedShare(soft!, normal!), orderedShare(normal!, raised!), orderedShare(soft!, raised!)];
  return {
    ordered: comparisons.reduce((sum, { ordered }) => sum + ordered, 0),
    pairs: comparisons.reduce((sum, { pairs }) => sum + pairs, 0),
  };
}

/**
 * Returns the range of the effort of one recording over gains of −12 to +12 dB, in dB; undefined if it is unavailable.
 */
export async function gainDependence(model: SpeechModel, speaker: EffortSpeaker): Promise<number | undefined> {
  const usual = await baselineOf(model, speaker.baseline);
  if (!usual) return undefined;
  const recording = speaker.texts[0]!(0);
  const efforts: number[] = [];
  for (const gainDb of [-12, -6, 0, 6, 12]) {
    const effort = await effortOf(model, amplified(recording, gainDb), usual);
    if (effort === undefined) return undefined;
    efforts.push(effort);
  }
  return Math.max(...efforts.map((effort) => Math.abs(effort - efforts[2]!)));
}
