/** Mean square of samples. Indexed, because `for … of` allocates an object for every sample. */
export function meanSquare(samples: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return sum / samples.length;
}
