import type { CallConfig } from '../config/callConfig.ts';
import type { Baseline } from '../model/baseline.ts';
import type { VoiceReading } from './trailingVoice.ts';

/** Returns the interval from a reference to a frequency, in semitones. */
export function semitones(hz: number, referenceHz: number): number {
  return 12 * Math.log2(hz / referenceHz);
}

/**
 * Vocal effort in dB relative to the agent's own baseline: how much louder than usual the voice is *produced*,
 * estimated from the level, the alpha ratio and F0.
 *
 * Without a trusted gain (a recording, automatic gain control), the level has no weight. The weight of a missing part
 * is shared among the others; with neither level nor alpha ratio there is no effort. F0 is limited by the others: a
 * voice that is high but not loud, as in surprise, counts little.
 *
 * @see Sundberg & Nordenberg 2006 (alpha ratio per dB), Andersson et al. 1996 (F0 per dB)
 */
export function vocalEffortDb(
  reading: VoiceReading,
  baseline: Baseline,
  gainTrusted: boolean,
  config: CallConfig['effort'],
): number | undefined {
  const weights = gainTrusted ? config.weightsGainTrusted : config.weightsGainNotTrusted;
  let weighted = 0;
  let weight = 0;
  let voiceParts = 0;
  const add = (partDb: number, partWeight: number) => {
    weighted += partWeight * partDb;
    weight += partWeight;
  };
  if (weights.level > 0 && reading.activeLufs !== undefined) {
    add(reading.activeLufs - baseline.activeLufs.p50, weights.level);
    voiceParts += 1;
  }
  if (reading.alphaDb !== undefined && baseline.alphaRatioDb) {
    add((reading.alphaDb - baseline.alphaRatioDb.p50) / (baseline.alphaPerDb ?? config.alphaPerDb), weights.alpha);
    voiceParts += 1;
  }
  if (voiceParts === 0) return undefined;
  const voiceDb = weighted / weight;
  if (reading.f0Hz !== undefined && baseline.f0Hz) {
    const pitchDb = semitones(reading.f0Hz, baseline.f0Hz.p50) / config.semitonesPerDb;
    add(Math.min(pitchDb, Math.max(0, voiceDb) + config.pitchLeadDb), weights.pitch);
  }
  return weighted / weight;
}
