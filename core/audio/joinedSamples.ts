/** Joins chunks into a new array. */
export function joinedSamples(chunks: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
