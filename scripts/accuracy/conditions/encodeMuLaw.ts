/** Added to every magnitude, so that all segments double. */
const BIAS = 132;
const CLIP = 32_635;

/** Encodes samples of full scale ±1 as 8-bit µ-law codes (ITU-T G.711, table 2a/2b). */
export function encodeMuLaw(samples: Float32Array): Uint8Array {
  return Uint8Array.from(samples, (sample) => {
    const biased = Math.min(Math.round(Math.abs(sample) * 0x8000), CLIP) + BIAS;
    // The segment is the position of the highest bit.
    const segment = 24 - Math.clz32(biased);
    const sign = sample < 0 ? 0x80 : 0;
    return ~(sign | (segment << 4) | ((biased >> (segment + 3)) & 0x0f)) & 0xff;
  });
}
