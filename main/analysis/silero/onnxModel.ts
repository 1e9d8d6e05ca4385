import { bytesOf, type Field, readFields, writeFields } from './protobuf.ts';

/*
 * Extracts constants from an ONNX model and writes a new one. Field numbers are those of onnx.proto.
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */

/** TensorProto.DataType */
const FLOAT = 1;
const INT64 = 7;
/** AttributeProto.AttributeType */
const INT_ATTRIBUTE = 2;
const INTS_ATTRIBUTE = 7;

const IR_VERSION = 8;
const OPERATOR_SET = 17;

/** Shape of a value in a graph. A name represents a variable length. */
type Shape = readonly (number | string)[];

export interface Constant {
  readonly shape: readonly number[];
  /** 64-bit integers if given as plain numbers. */
  readonly values: Float32Array | readonly number[];
}

export interface Node {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Graph {
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly outputs: Readonly<Record<string, Shape>>;
  readonly constants: Readonly<Record<string, Constant>>;
  /** Ordered so that every node follows the nodes of its inputs. */
  readonly nodes: readonly Node[];
}

/** Returns the 32-bit constants of a model, including those of nested graphs, by the name of their value. */
export function floatConstants(model: Uint8Array): ReadonlyMap<string, Float32Array> {
  const found = new Map<string, Float32Array>();
  for (const graph of bytesOf(model, 7)) collectConstants(graph, found);
  return found;
}

function collectConstants(graph: Uint8Array, found: Map<string, Float32Array>): void {
  for (const node of bytesOf(graph, 1)) {
    const name = bytesOf(node, 2)[0];
    for (const attribute of bytesOf(node, 5)) {
      for (const subgraph of bytesOf(attribute, 6)) collectConstants(subgraph, found);
      for (const tensor of bytesOf(attribute, 5)) {
        const values = floatsOf(tensor);
        if (name && values) found.set(Buffer.from(name).toString(), values);
      }
    }
  }
}

function floatsOf(tensor: Uint8Array): Float32Array | undefined {
  const isFloat = [...readFields(tensor)].some(({ number, value }) => number === 2 && value === FLOAT);
  const raw = bytesOf(tensor, 9)[0];
  return isFloat && raw ? new Float32Array(Uint8Array.from(raw).buffer) : undefined;
}

/** Returns the bytes of a model of one graph. */
export function onnxModel(graph: Graph): Uint8Array {
  return writeFields([
    [1, IR_VERSION],
    [7, graphFields(graph)],
    [8, [[2, OPERATOR_SET]]],
  ]);
}

function graphFields({ inputs, outputs, constants, nodes }: Graph): readonly Field[] {
  return [
    ...nodes.map((node): Field => [1, nodeFields(node)]),
    [2, 'graph'],
    ...Object.entries(constants).map(([name, constant]): Field => [5, tensorFields(name, constant)]),
    ...Object.entries(inputs).map(([name, shape]): Field => [11, valueFields(name, shape)]),
    ...Object.entries(outputs).map(([name, shape]): Field => [12, valueFields(name, shape)]),
  ];
}

function nodeFields({ operator, inputs, outputs, attributes = {} }: Node): readonly Field[] {
  return [
    ...inputs.map((name): Field => [1, name]),
    ...outputs.map((name): Field => [2, name]),
    [4, operator],
    ...Object.entries(attributes).map(([name, value]): Field => [5, attributeFields(name, value)]),
  ];
}

function attributeFields(name: string, value: number | readonly number[]): readonly Field[] {
  if (typeof value === 'number')
    return [
      [1, name],
      [3, value],
      [20, INT_ATTRIBUTE],
    ];
  return [[1, name], ...value.map((item): Field => [8, item]), [20, INTS_ATTRIBUTE]];
}

function tensorFields(name: string, { shape, values }: Constant): readonly Field[] {
  const isFloat = values instanceof Float32Array;
  const data = isFloat ? values : BigInt64Array.from(values, BigInt);
  return [
    ...shape.map((length): Field => [1, length]),
    [2, isFloat ? FLOAT : INT64],
    [8, name],
    [9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)],
  ];
}

function valueFields(name: string, shape: Shape): readonly Field[] {
  const dimensions = shape.map((length): Field => [1, [[typeof length === 'number' ? 1 : 2, length]]]);
  return [
    [1, name],
    [
      2,
      [
        [
          1,
          [
            [1, FLOAT],
            [2, dimensions],
          ],
        ],
      ],
    ],
  ];
}
