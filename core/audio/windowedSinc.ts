/** Modified Bessel function of the first kind, order 0, by its power series. */
function besselI0(x: number): number {
  const quarterSquare = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= quarterSquare / (k * k);
    sum += term;
  }
  return sum;
}

export interface LowPassSpec {
  /** Edges of the pass band and the stop band, in cycles per sample. */
  readonly passEdge: number;
  readonly stopEdge: number;
  readonly attenuationDb: number;
}

/** A symmetric low-pass kernel of continuous time: zero outside ±`halfWidth` samples. */
export interface Kernel {
  readonly halfWidth: number;
  at(offset: number): number;
}

/**
 * Designs a Kaiser-windowed sinc low-pass whose cut-off is halfway between its edges.
 * @see J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function" (1974), for β and the
 *   length
 */
export function kaiserLowPass({ passEdge, stopEdge, attenuationDb }: LowPassSpec): Kernel {
  const beta = 0.1102 * (attenuationDb - 8.7);
  const halfWidth = (attenuationDb - 7.95) / (2 * 14.36 * (stopEdge - passEdge));
  const bandwidth = passEdge + stopEdge;
  const peak = besselI0(beta);
  return {
    halfWidth,
    at(offset) {
      const position = offset / halfWidth;
      if (Math.abs(position) >= 1) return 0;
      const angle = Math.PI * bandwidth * offset;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      return (bandwidth * sinc * besselI0(beta * Math.sqrt(1 - position * position))) / peak;
    },
  };
}
