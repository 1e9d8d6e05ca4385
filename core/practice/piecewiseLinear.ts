/** Points of a piecewise linear function, in ascending order of x. */
export type Knots = readonly (readonly [x: number, y: number])[];

/** Returns the function's value at x. It is constant before the first knot and after the last. */
export function piecewiseLinear(knots: Knots, x: number): number {
  const [first] = knots;
  if (!first) throw new RangeError('a piecewise linear function needs a knot');
  let [x0, y0] = first;
  if (x <= x0) return y0;
  for (const [x1, y1] of knots.slice(1)) {
    if (x < x1) return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}
