/**
 * Rescales decoded samples exactly. The decoder divides by the most positive integer, Softspoken everywhere by the most
 * negative one; without this step a lossless format would not be lossless.
 */
export async function* toFullScale(
  blocks: AsyncIterable<readonly Float32Array[]>,
  bitsPerSample: number,
): AsyncGenerator<readonly Float32Array[]> {
  const fullScale = 2 ** (bitsPerSample - 1);
  for await (const block of blocks) {
    yield block.map((samples) => samples.map((sample) => Math.round(sample * (fullScale - 1)) / fullScale));
  }
}
