import type { DenseLayer } from '../../core/features/denseNetwork.ts';
import type { Draw } from './draw.ts';

/** Training rows. `read` writes the inputs of a row into `target` from `at` on. */
export interface TrainingRows {
  readonly count: number;
  readonly inputs: number;
  read(row: number, target: Float64Array, at: number): void;
  label(row: number): number;
  weight(row: number): number;
}

const BATCH = 256;
const LEARNING_RATE = 1.5e-3;
/** Adam (Kingma & Ba 2015). */
const MOMENTUM = 0.9;
const VARIANCE_MEMORY = 0.999;
/**
 * Weight of the newest parameters in their running mean, which generalises better than the last ones. Larger at first.
 */
const AVERAGING = 5e-4;
const FIRST_AVERAGED_STEPS = 10;

/** A block of parameters with the optimiser's state. */
export class Parameters {
  readonly values: Float64Array;
  readonly average: Float64Array;
  readonly gradient: Float64Array;
  readonly #mean: Float64Array;
  readonly #variance: Float64Array;

  constructor(values: Float64Array) {
    this.values = values;
    this.average = values.slice();
    this.gradient = new Float64Array(values.length);
    this.#mean = new Float64Array(values.length);
    this.#variance = new Float64Array(values.length);
  }

  /** @param decay share of each value that is subtracted at a rate of 1 (Loshchilov & Hutter 2019) */
  step(step: number, rate: number, decay = 0): void {
    const meanScale = 1 / (1 - MOMENTUM ** step);
    const varianceScale = 1 / (1 - VARIANCE_MEMORY ** step);
    const averaging = Math.max(AVERAGING, Math.min(1, FIRST_AVERAGED_STEPS / step));
    for (let i = 0; i < this.values.length; i += 1) {
      const gradient = this.gradient[i]!;
      this.#mean[i]! += (1 - MOMENTUM) * (gradient - this.#mean[i]!);
      this.#variance[i]! += (1 - VARIANCE_MEMORY) * (gradient * gradient - this.#variance[i]!);
      const direction = (this.#mean[i]! * meanScale) / (Math.sqrt(this.#variance[i]! * varianceScale) + 1e-8);
      this.values[i]! -= rate * (direction + decay * this.values[i]!);
      this.average[i]! += averaging * (this.values[i]! - this.average[i]!);
    }
    this.gradient.fill(0);
  }
}

/**
 * Fits a network of rectified layers to labels 0 and 1 by weighted cross-entropy.
 *
 * @param hidden widths of the hidden layers
 * @param passes number of times that every row is used
 * @param onPass receives the mean loss of each pass
 */
export function fitNetwork(
  rows: TrainingRows,
  hidden: readonly number[],
  passes: number,
  draw: Draw,
  onPass: (pass: number, loss: number) => void,
): readonly DenseLayer[] {
  const widths = [rows.inputs, ...hidden, 1];
  const { mean, deviation } = moments(rows);
  const weights = widths.slice(1).map((outputs, layer) => {
    const scale = Math.sqrt(2 / widths[layer]!);
    return new Parameters(new Float64Array(widths[layer]! * outputs).map(() => draw.normal(scale)));
  });
  const biases = widths.slice(1).map((outputs) => new Parameters(new Float64Array(outputs)));
  const values = widths.map((width) => new Float64Array(width));
  const errors = widths.map((width) => new Float64Array(width));
  const order = Uint32Array.from({ length: rows.count }, (_, row) => row);
  const steps = passes * Math.floor(rows.count / BATCH);
  let step = 0;

  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, draw);
    let loss = 0;
    for (let from = 0; from + BATCH <= order.length; from += BATCH) {
      for (const row of order.subarray(from, from + BATCH)) {
        rows.read(row, values[0]!, 0);
        standardise(values[0]!, mean, deviation);
        forward(values, weights, biases);
        const probability = 1 / (1 + Math.exp(-values.at(-1)![0]!));
        const target = rows.label(row);
        loss -= rows.weight(row) * Math.log((target === 1 ? probability : 1 - probability) + 1e-9);
        errors.at(-1)![0] = (rows.weight(row) * (probability - target)) / BATCH;
        backward(values, errors, weights, biases);
      }
      step += 1;
      const rate = LEARNING_RATE * Math.min(1, step / 500) * 0.5 * (1 + Math.cos((Math.PI * step) / steps)) + 1e-6;
      for (const block of [...weights, ...biases]) block.step(step, rate);
    }
    onPass(pass, loss / rows.count);
  }
  return foldedLayers(weights, biases, mean, deviation);
}

export function moments(rows: Pick<TrainingRows, 'count' | 'inputs' | 'read'>) {
  const mean = new Float64Array(rows.inputs);
  const square = new Float64Array(rows.inputs);
  const inputs = new Float64Array(rows.inputs);
  for (let row = 0; row < rows.count; row += 1) {
    rows.read(row, inputs, 0);
    inputs.forEach((value, i) => {
      mean[i]! += value / rows.count;
      square[i]! += (value * value) / rows.count;
    });
  }
  return { mean, deviation: square.map((value, i) => Math.sqrt(Math.max(0, value - mean[i]! ** 2)) + 1e-3) };
}

export function standardise(values: Float64Array, mean: Float64Array, deviation: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i]! - mean[i]!) / deviation[i]!;
}

export function forward(
  values: readonly Float64Array[],
  weights: readonly Parameters[],
  biases: readonly Parameters[],
): void {
  weights.forEach(({ values: weight }, layer) => {
    const inputs = values[layer]!;
    const outputs = values[layer + 1]!;
    const isLast = layer === weights.length - 1;
    outputs.set(biases[layer]!.values);
    for (let i = 0, at = 0; i < inputs.length; i += 1) {
      const input = inputs[i]!;
      for (let o = 0; o < outputs.length; o += 1, at += 1) outputs[o]! += weight[at]! * input;
    }
    if (!isLast) for (let o = 0; o < outputs.length; o += 1) outputs[o] = Math.max(0, outputs[o]!);
  });
}

export function backward(
  values: readonly Float64Array[],
  errors: readonly Float64Array[],
  weights: readonly Parameters[],
  biases: readonly Parameters[],
): void {
  for (let layer = weights.length - 1; layer >= 0; layer -= 1) {
    const inputs = values[layer]!;
    const outputErrors = errors[layer + 1]!;
    const { values: weight, gradient } = weights[layer]!;
    const biasGradient = biases[layer]!.gradient;
    for (let o = 0; o < outputErrors.length; o += 1) biasGradient[o]! += outputErrors[o]!;
    for (let i = 0, at = 0; i < inputs.length; i += 1) {
      const input = inputs[i]!;
      let error = 0;
      for (let o = 0; o < outputErrors.length; o += 1, at += 1) {
        gradient[at]! += input * outputErrors[o]!;
        error += weight[at]! * outputErrors[o]!;
      }
      errors[layer]![i] = input > 0 ? error : 0;
    }
  }
}

/** Returns the averaged parameters, for inputs that are not standardised. */
export function foldedLayers(
  weights: readonly Parameters[],
  biases: readonly Parameters[],
  mean: Float64Array,
  deviation: Float64Array,
): readonly DenseLayer[] {
  const layers = weights.map(({ average }, layer) => ({
    weights: average.slice(),
    biases: biases[layer]!.average.slice(),
  }));
  const first = layers[0]!;
  const outputs = first.biases.length;
  for (let at = 0; at < first.weights.length; at += 1) {
    const input = Math.floor(at / outputs);
    first.weights[at]! /= deviation[input]!;
    first.biases[at % outputs]! -= first.weights[at]! * mean[input]!;
  }
  return layers;
}

/** Shuffles by Fisher–Yates. */
export function shuffle(order: Uint32Array, draw: Draw): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = draw.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
