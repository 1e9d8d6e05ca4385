/** One layer: `weights[input * outputs + output]`, and one bias per output. */
export interface DenseLayer {
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** A small feed-forward network with one output and rectified hidden layers. One instance may serve many streams. */
export class DenseNetwork {
  readonly #layers: readonly DenseLayer[];
  readonly #values: readonly Float64Array[];

  /** @throws {RangeError} when a layer does not fit the previous one, or the last has more than one output */
  constructor(inputs: number, layers: readonly DenseLayer[]) {
    let width = inputs;
    for (const { weights, biases } of layers) {
      if (weights.length !== width * biases.length) {
        throw new RangeError(`${weights.length} weights from ${width} to ${biases.length} values`);
      }
      width = biases.length;
    }
    if (width !== 1) throw new RangeError(`${width} outputs instead of one`);
    this.#layers = layers;
    this.#values = layers.map(({ biases }) => new Float64Array(biases.length));
  }

  evaluate(input: Float64Array): number {
    let values = input;
    for (let index = 0; index < this.#layers.length; index += 1) {
      const outputs = this.#values[index]!;
      sums(this.#layers[index]!, values, outputs);
      if (index < this.#layers.length - 1) rectify(outputs);
      values = outputs;
    }
    return values[0]!;
  }
}

/**
 * Computes four outputs at a time, so that no sum waits for another and each stays in a register until it is complete.
 */
function sums({ weights, biases }: DenseLayer, inputs: Float64Array, outputs: Float64Array): void {
  const width = outputs.length;
  const { length } = inputs;
  let output = 0;
  for (; output + 4 <= width; output += 4) {
    let a = biases[output]!;
    let b = biases[output + 1]!;
    let c = biases[output + 2]!;
    let d = biases[output + 3]!;
    for (let input = 0, at = output; input < length; input += 1, at += width) {
      const value = inputs[input]!;
      a += weights[at]! * value;
      b += weights[at + 1]! * value;
      c += weights[at + 2]! * value;
      d += weights[at + 3]! * value;
    }
    outputs[output] = a;
    outputs[output + 1] = b;
    outputs[output + 2] = c;
    outputs[output + 3] = d;
  }
  for (; output < width; output += 1) {
    let sum = biases[output]!;
    for (let input = 0, at = output; input < length; input += 1, at += width) sum += weights[at]! * inputs[input]!;
    outputs[output] = sum;
  }
}

function rectify(values: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = Math.max(0, values[i]!);
}

/**
 * Parses a network written as text: for each layer a line of weights, ordered by input, and a line of biases.
 *
 * @throws {RangeError} when the layers do not fit each other
 */
export function parseDenseNetwork(inputs: number, text: string): DenseNetwork {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => Float64Array.from(line.trim().split(' '), Number));
  const layers = Array.from({ length: rows.length >> 1 }, (_, layer) => ({
    weights: rows[2 * layer]!,
    biases: rows[2 * layer + 1]!,
  }));
  return new DenseNetwork(inputs, layers);
}
