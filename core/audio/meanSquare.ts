/** Mean square of samples; counted by index, since `for … of` makes an object of every one of them. */
export function meanSquare(samples: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return sum / samples.length;
}
