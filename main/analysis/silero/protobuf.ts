/*
 * The wire format of Protocol Buffers, limited to what ONNX models need.
 * https://protobuf.dev/programming-guides/encoding/
 */

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** A field as read: a number, or the bytes of a text, of packed numbers or of a message. */
interface ReadField {
  readonly number: number;
  readonly value: number | Uint8Array;
}

/** A field to write: a whole number, a text, bytes, or the fields of a message. */
export type Field = readonly [number: number, value: number | string | Uint8Array | readonly Field[]];

/** Yields the fields of a message in order, skipping those of fixed width. Numbers above 2^53 lose precision. */
export function* readFields(message: Uint8Array): Generator<ReadField> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const number = key >> 3;
    switch (key & 7) {
      case VARINT:
        yield { number, value: varint() };
        break;
      case LENGTH_DELIMITED: {
        const length = varint();
        yield { number, value: message.subarray(at, at + length) };
        at += length;
        break;
      }
      case FIXED_32:
        at += 4;
        break;
      case FIXED_64:
        at += 8;
        break;
      default:
        throw new RangeError(`unsupported Protocol Buffers wire type ${key & 7}`);
    }
  }
}

/** Returns the bytes of every field with this number. */
export function bytesOf(message: Uint8Array, number: number): Uint8Array[] {
  return [...readFields(message)].flatMap((field) =>
    field.number === number && typeof field.value !== 'number' ? [field.value] : [],
  );
}

/** Writes a message; negative numbers take ten bytes, as the format requires. */
export function writeFields(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [varintBytes((number << 3) | VARINT), varintBytes(value)];
      const bytes = bytesOfValue(value);
      return [varintBytes((number << 3) | LENGTH_DELIMITED), varintBytes(bytes.length), bytes];
    }),
  );
}

function bytesOfValue(value: string | Uint8Array | readonly Field[]): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value);
  return value instanceof Uint8Array ? value : writeFields(value);
}

function varintBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.of(...bytes, Number(rest));
}
