import { type Constant, floatConstants, type Graph, type Node, onnxModel } from './onnxModel.ts';

/** Prefix of the published model's weights for 16 kHz. */
const PREFIX = 'If_0_then_branch__Inline_0__';

/** Samples in a frame of the model's short-time Fourier transform, and between two frames. */
export const FRAME_SAMPLES = 256;
export const FRAME_HOP = 128;
/** Frames in a window. */
export const FRAMES_PER_WINDOW = 4;
const BINS = FRAME_SAMPLES / 2 + 1;

/** Values in each of the two parts of the recurrent memory. */
export const STATE_SIZE = 128;

/** Output channels of each encoder layer; every kernel is three frames wide. */
const CHANNELS = [128, 64, 64, 128] as const;
const TAPS = 3;

/**
 * Silero's network for 16 kHz with its published weights, as a graph that takes any number of consecutive windows in
 * one run. The published graph takes one window at a time, and checks the sample rate and the dimensions to drop for
 * each. In sequence, the encoder of all windows is one matrix product per layer, at a quarter of the cost.
 *
 * Inputs are `frames` [windows, 4, 256] (without a window function), and the memory `h` and `c` [1, 1, 128]. Outputs
 * are `probabilities` [windows, 1] and the memory after the last window, `nextH` and `nextC`.
 *
 * @throws {RangeError} when a weight is missing or has another size
 */
export function sileroSequence(publishedModel: Uint8Array): Uint8Array {
  const published = floatConstants(publishedModel);
  const weight = (name: string, size: number): Float32Array => {
    const values = published.get(`${PREFIX}${name}`);
    if (values?.length !== size) throw new RangeError(`the speech model has no "${name}" of ${size} values`);
    return values;
  };
  const encoder = CHANNELS.map((outputs, layer) => {
    const inputs = CHANNELS[layer - 1] ?? BINS;
    return {
      weights: weight(`encoder.${layer}.reparam_conv.weight`, outputs * inputs * TAPS),
      biases: weight(`encoder.${layer}.reparam_conv.bias`, outputs),
      inputs,
      outputs,
    };
  });
  // Kernel taps that only meet padding are left out: the last two layers see a single frame.
  const kernelTaps = [[0, 1, 2], [0, 1, 2], [1, 2], [1]];
  const constants: Record<string, Constant> = {
    basis: matrix(transposed(weight('stft.forward_basis_buffer', 2 * BINS * FRAME_SAMPLES), 2 * BINS), 2 * BINS),
    inputWeights: recurrent(weight('decoder.rnn.weight_ih', 4 * STATE_SIZE * STATE_SIZE)),
    memoryWeights: recurrent(weight('decoder.rnn.weight_hh', 4 * STATE_SIZE * STATE_SIZE)),
    gateBiases: {
      shape: [1, 8 * STATE_SIZE],
      values: Float32Array.of(
        ...gatesInOrder(weight('decoder.rnn.bias_ih', 4 * STATE_SIZE)),
        ...gatesInOrder(weight('decoder.rnn.bias_hh', 4 * STATE_SIZE)),
      ),
    },
    outputWeights: matrix(weight('decoder.decoder.2.weight', STATE_SIZE), 1),
    outputBias: { shape: [1], values: weight('decoder.decoder.2.bias', 1) },
    bothSides: whole(0, 1, 0, 0, 1, 0),
    inFront: whole(0, 1, 0, 0, 0, 0),
    frameAxis: whole(1),
    halves: whole(BINS, BINS),
    triple: whole(-1, 1, TAPS * CHANNELS[0]),
    pair: whole(-1, 2 * CHANNELS[1]),
    sequence: whole(-1, 1, CHANNELS[3]),
    memory: whole(-1, STATE_SIZE),
    ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`row${i}`, whole(i)])),
  };
  encoder.forEach(({ weights, biases, inputs, outputs }, layer) => {
    constants[`weights${layer}`] = matrix(kernelMatrix(weights, kernelTaps[layer]!, inputs, outputs), outputs);
    constants[`biases${layer}`] = { shape: [outputs], values: biases };
  });
  return onnxModel(sequenceGraph(constants));
}

function sequenceGraph(constants: Graph['constants']): Graph {
  const nodes: Node[] = [];
  const add = (operator: string, inputs: string[], output: string, attributes: Node['attributes'] = {}) => {
    nodes.push({ operator, inputs, outputs: [output], attributes });
    return output;
  };
  const rows = (of: string, first: number, end: number) =>
    add('Slice', [of, `row${first}`, `row${end}`, 'frameAxis'], `${of}${first}${end}`);
  const layer = (index: number, input: string) => {
    add('MatMul', [input, `weights${index}`], `products${index}`);
    add('Add', [`products${index}`, `biases${index}`], `sums${index}`);
    return add('Relu', [`sums${index}`], `layer${index}`);
  };

  add('MatMul', ['frames', 'basis'], 'spectrum');
  nodes.push({ operator: 'Split', inputs: ['spectrum', 'halves'], outputs: ['re', 'im'], attributes: { axis: 2 } });
  add('Mul', ['re', 're'], 're2');
  add('Mul', ['im', 'im'], 'im2');
  add('Add', ['re2', 'im2'], 'power');
  add('Sqrt', ['power'], 'magnitude');

  add('Pad', ['magnitude', 'bothSides'], 'padded');
  add('Concat', [rows('padded', 0, 4), rows('padded', 1, 5), rows('padded', 2, 6)], 'neighbours', { axis: 2 });
  add('Pad', [layer(0, 'neighbours'), 'inFront'], 'led');
  add('Reshape', [rows('led', 0, 3), 'triple'], 'first');
  add('Reshape', [rows('led', 2, 5), 'triple'], 'second');
  add('Concat', ['first', 'second'], 'triples', { axis: 1 });
  add('Reshape', [layer(1, 'triples'), 'pair'], 'pairs');
  add('Reshape', [layer(3, layer(2, 'pairs')), 'sequence'], 'encoded');

  nodes.push({
    operator: 'LSTM',
    inputs: ['encoded', 'inputWeights', 'memoryWeights', 'gateBiases', '', 'h', 'c'],
    outputs: ['remembered', 'nextH', 'nextC'],
    attributes: { hidden_size: STATE_SIZE },
  });
  add('Reshape', ['remembered', 'memory'], 'memories');
  add('Relu', ['memories'], 'rectified');
  add('MatMul', ['rectified', 'outputWeights'], 'products');
  add('Add', ['products', 'outputBias'], 'logits');
  add('Sigmoid', ['logits'], 'probabilities');
  const memory = [1, 1, STATE_SIZE];
  return {
    inputs: { frames: ['windows', FRAMES_PER_WINDOW, FRAME_SAMPLES], h: memory, c: memory },
    outputs: { probabilities: ['windows', 1], nextH: memory, nextC: memory },
    constants,
    nodes,
  };
}

function whole(...values: number[]): Constant {
  return { shape: [values.length], values };
}

function matrix(values: Float32Array, columns: number): Constant {
  return { shape: [values.length / columns, columns], values };
}

/** Returns a matrix of `rows` rows, transposed. */
function transposed(values: Float32Array, rows: number): Float32Array {
  const columns = values.length / rows;
  return values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!);
}

/** Returns a convolution kernel [outputs, inputs, taps] as a matrix [taps · inputs, outputs] for adjacent frames. */
function kernelMatrix(weights: Float32Array, taps: readonly number[], inputs: number, outputs: number): Float32Array {
  const result = new Float32Array(taps.length * inputs * outputs);
  let at = 0;
  for (const tap of taps) {
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) result[at++] = weights[(output * inputs + input) * TAPS + tap]!;
    }
  }
  return result;
}

/**
 * PyTorch orders a recurrent layer's gates as input, forget, cell, output; ONNX expects input, output, forget, cell.
 */
function gatesInOrder(values: Float32Array): Float32Array {
  const size = values.length / 4;
  const order = [0, 3, 1, 2];
  return values.map((_, i) => values[order[Math.floor(i / size)]! * size + (i % size)]!);
}

function recurrent(weights: Float32Array): Constant {
  return { shape: [1, 4 * STATE_SIZE, STATE_SIZE], values: gatesInOrder(weights) };
}
