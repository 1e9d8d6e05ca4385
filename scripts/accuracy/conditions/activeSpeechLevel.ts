/** Time constant of the envelope's two smoothing stages. */
const TIME_CONSTANT_SECONDS = 0.03;
const HANGOVER_SECONDS = 0.2;
/** Least distance of speech above the threshold at which it counts as active. */
const MARGIN_DB = 15.9;
/** Thresholds 6.02 dB apart, from full scale down to the rounding of 16 bits. */
const THRESHOLDS = Float64Array.from({ length: 16 }, (_, i) => 2 ** -i);

/**
 * Measures the active speech level by ITU-T P.56, method B: the level over the time in which somebody speaks, including
 * pauses between words but not silences.
 *
 * @returns dBFS, a full-scale square wave being 0; undefined for silence
 */
export function activeSpeechLevelDbfs(samples: Float32Array, sampleRateHz: number): number | undefined {
  const keep = Math.exp(-1 / (sampleRateHz * TIME_CONSTANT_SECONDS));
  const hangover = Math.ceil(HANGOVER_SECONDS * sampleRateHz);
  const activeSamples = new Float64Array(THRESHOLDS.length);
  const sinceActive = new Int32Array(THRESHOLDS.length).fill(hangover);
  let energy = 0;
  let smoothed = 0;
  let envelope = 0;
  for (const sample of samples) {
    energy += sample * sample;
    smoothed = keep * smoothed + (1 - keep) * Math.abs(sample);
    envelope = keep * envelope + (1 - keep) * smoothed;
    for (let i = 0; i < THRESHOLDS.length; i++) {
      if (envelope >= THRESHOLDS[i]!) sinceActive[i] = 0;
      else sinceActive[i]! += 1;
      if (sinceActive[i]! < hangover) activeSamples[i]! += 1;
    }
  }
  if (energy === 0) return undefined;
  return levelAtMargin(energy, activeSamples);
}

/** Interpolates, between two thresholds, the level that is the margin above its own threshold. */
function levelAtMargin(energy: number, activeSamples: Float64Array): number | undefined {
  let above: { levelDb: number; distanceDb: number } | undefined;
  for (const [i, count] of activeSamples.entries()) {
    if (count === 0) continue;
    const levelDb = 10 * Math.log10(energy / count);
    const distanceDb = levelDb - 20 * Math.log10(THRESHOLDS[i]!);
    if (distanceDb >= MARGIN_DB) {
      if (!above) return levelDb;
      const part = (MARGIN_DB - above.distanceDb) / (distanceDb - above.distanceDb);
      return above.levelDb + part * (levelDb - above.levelDb);
    }
    above = { levelDb, distanceDb };
  }
  return above?.levelDb;
}
