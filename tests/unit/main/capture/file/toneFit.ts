export interface ToneFit {
  readonly amplitude: number;
  /** Phase of a sine, in radians. */
  readonly phase: number;
  /** The fitted tone relative to everything else. */
  readonly snrDb: number;
}

/** Fits amplitude and phase of one known frequency, by correlation over whole periods; the edges are left out. */
export function fitTone(samples: Float32Array, frequencyHz: number, sampleRateHz: number): ToneFit {
  const edge = Math.floor(samples.length / 8);
  const periods = Math.floor(((samples.length - 2 * edge) * frequencyHz) / sampleRateHz);
  const length = Math.round((periods * sampleRateHz) / frequencyHz);
  const step = (2 * Math.PI * frequencyHz) / sampleRateHz;
  let [sinePart, cosinePart, energy] = [0, 0, 0];
  for (let n = edge; n < edge + length; n++) {
    const sample = samples[n]!;
    sinePart += (2 / length) * sample * Math.sin(step * n);
    cosinePart += (2 / length) * sample * Math.cos(step * n);
    energy += sample * sample;
  }
  const amplitude = Math.hypot(sinePart, cosinePart);
  const toneEnergy = (length * amplitude ** 2) / 2;
  const restEnergy = Math.max(Number.EPSILON, energy - toneEnergy);
  return { amplitude, phase: Math.atan2(cosinePart, sinePart), snrDb: 10 * Math.log10(toneEnergy / restEnergy) };
}
