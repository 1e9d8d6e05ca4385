import { countSyllables } from './countSyllables.ts';
import { limitPeaks } from './limitPeaks.ts';
import { runTool } from './soundTools.ts';
import { activeLevelDbfs, amplified, type Span, speechSegments } from './speechLevel.ts';
import type { Voice } from './story.ts';
import { espeakPitch, pitchShiftSemitones, tilted } from './vocalEffort.ts';

export const SAMPLE_RATE_HZ = 16_000;
/** Pass band of a wideband telephone codec, in Hz. */
const PASS_BAND = '60-6800';
/** −2 dBFS, which leaves room for the noise that is added in the mix. */
const PEAK_CEILING = 0.79;

/** A text to say, and the manner of saying it. */
export interface Utterance {
  readonly text: string;
  readonly wpm: number;
  readonly effortDb: number;
  /** Semitones in addition to the pitch shift of the effort; none if missing. */
  readonly extraSemitones?: number;
}

/** Clean mono speech at 16 kHz that begins and ends with speech. */
export interface Clip {
  readonly samples: Float32Array;
  /** Speech segments in seconds from the clip's start, without silences of 200 ms or more. */
  readonly segments: readonly Span[];
  readonly syllables: number;
  /** Level of the speech segments alone. */
  readonly levelDbfs: number;
}

/**
 * Says a text with espeak-ng in the given voice and effort: pitch, spectral tilt and level all move, as in
 * a person who raises the voice.
 *
 * @throws {Error} if espeak-ng or sox is missing or fails
 */
export function speak(voice: Voice, { text, wpm, effortDb, extraSemitones = 0 }: Utterance): Clip {
  const semitones = pitchShiftSemitones(effortDb) + extraSemitones;
  const spoken = tilted(synthesised(voice, text, wpm, semitones), effortDb, SAMPLE_RATE_HZ);
  const found = speechSegments(spoken, SAMPLE_RATE_HZ);
  const start = found[0]?.[0] ?? 0;
  const end = found.at(-1)?.[1] ?? 0;
  const trimmed = spoken.slice(Math.round(start * SAMPLE_RATE_HZ), Math.round(end * SAMPLE_RATE_HZ));
  const segments = found.map(([from, to]): Span => [from - start, to - start]);
  const gainDb = voice.levelDbfs + effortDb - activeLevelDbfs(trimmed, segments, SAMPLE_RATE_HZ);
  const samples = limitPeaks(amplified(trimmed, gainDb), PEAK_CEILING, SAMPLE_RATE_HZ);
  return {
    samples,
    segments,
    syllables: countSyllables(phonemesOf(voice, text)),
    levelDbfs: activeLevelDbfs(samples, segments, SAMPLE_RATE_HZ),
  };
}

function phonemesOf(voice: Voice, text: string): string {
  return runTool('espeak-ng', ['-v', voice.espeakVoice, '-q', '-x', '--sep=_', text]).toString();
}

function synthesised(voice: Voice, text: string, wpm: number, semitones: number): Float32Array {
  const pitch = espeakPitch(semitones);
  const wav = runTool('espeak-ng', ['-v', voice.espeakVoice, '-s', `${wpm}`, '-p', `${pitch}`, '-z', '--stdout', text]);
  const raw = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-'];
  const effects = ['gain', '-6', 'rate', '-v', `${SAMPLE_RATE_HZ}`, 'sinc', PASS_BAND];
  const bytes = runTool('sox', ['-V1', '--ignore-length', '-t', 'wav', '-', ...raw, ...effects], wav);
  return new Float32Array(new Uint8Array(bytes).buffer);
}
