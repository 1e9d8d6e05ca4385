/**
 * ITU-T G.711: 8-bit logarithmic samples, expanded to the 14 (µ-law) or 13 (A-law) bits they represent, full scale ±1.
 */

const MU_LAW = Float32Array.from({ length: 256 }, (_, code) => expandMuLaw(code) / 0x8000);
const A_LAW = Float32Array.from({ length: 256 }, (_, code) => expandALaw(code) / 0x8000);

export function decodeMuLaw(bytes: Uint8Array, channelCount: number): Float32Array[] {
  return lookUp(MU_LAW, bytes, channelCount);
}

export function decodeALaw(bytes: Uint8Array, channelCount: number): Float32Array[] {
  return lookUp(A_LAW, bytes, channelCount);
}

/** Expands µ-law on the scale of 16-bit integers: ±32,124 at most. All bits are sent inverted. */
function expandMuLaw(code: number): number {
  const inverted = ~code & 0xff;
  const segment = (inverted >> 4) & 7;
  const magnitude = ((((inverted & 0x0f) << 3) + 0x84) << segment) - 0x84;
  return inverted & 0x80 ? -magnitude : magnitude;
}

/** Expands A-law on the scale of 16-bit integers: ±32,256 at most. Even bits are sent inverted. */
function expandALaw(code: number): number {
  const plain = code ^ 0x55;
  const segment = (plain >> 4) & 7;
  const step = ((plain & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return plain & 0x80 ? magnitude : -magnitude;
}

function lookUp(table: Float32Array, bytes: Uint8Array, channelCount: number): Float32Array[] {
  const length = Math.floor(bytes.length / channelCount);
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(length);
    for (let i = 0; i < length; i++) samples[i] = table[bytes[i * channelCount + channel]!]!;
    return samples;
  });
}
