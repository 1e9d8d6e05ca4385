import { AppError } from '../../core/model/appError.ts';
import { oggChecksum } from '../../main/capture/file/ogg/oggPages.ts';
import { decodeBytes } from './decodedAudio.ts';

type Random = () => number;

/** Mulberry32: uniform in [0, 1), the same for the same seed everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MOST_CHANGES = 8;
/** Headers are short but decisive, so half of all changes are made there. */
const HEADER_BYTES = 200;
const TELLING_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff];
const LONGEST_SHIFT_BYTES = 50;

/** Returns a copy with one to eight random changes: bytes, bits, runs, cuts, holes, insertions. */
function mutateBytes(original: Uint8Array, random: Random): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = original.slice();
  for (let changes = 1 + below(MOST_CHANGES); changes > 0 && bytes.length > 0; changes--) {
    const at = below(random() < 0.5 ? Math.min(HEADER_BYTES, bytes.length) : bytes.length);
    const shift = below(LONGEST_SHIFT_BYTES);
    switch (below(6)) {
      case 0:
        bytes[at] = below(256);
        break;
      case 1:
        bytes[at] = bytes[at]! ^ (1 << below(8));
        break;
      case 2:
        bytes.fill(TELLING_BYTES[below(TELLING_BYTES.length)]!, at, at + 4);
        break;
      case 3:
        bytes = random() < 0.5 ? bytes.slice(0, at) : bytes;
        break;
      case 4:
        bytes = new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + shift)]);
        break;
      default:
        bytes = new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(0, shift), ...bytes.subarray(at)]);
    }
  }
  return bytes;
}

/** Repairs the checksums of Ogg pages in place, so that their content reaches the decoders. */
export function repairOggChecksums(bytes: Uint8Array): void {
  for (let at = 0; at + 27 <= bytes.length; at++) {
    if (bytes[at] !== 0x4f || bytes[at + 1] !== 0x67 || bytes[at + 2] !== 0x67 || bytes[at + 3] !== 0x53) continue;
    const bodyAt = at + 27 + bytes[at + 26]!;
    const end = bytes.subarray(at + 27, bodyAt).reduce((sum, length) => sum + length, bodyAt);
    if (end > bytes.length) return;
    const page = bytes.subarray(at, end);
    new DataView(page.buffer, page.byteOffset).setUint32(22, oggChecksum(page), true);
    at = end - 1;
  }
}

/** Outcome of one hostile file. `raw` is a defect: an error without a type, or a sample that is not a number. */
export type HostileOutcome =
  | { readonly kind: 'decoded' | 'broken' | 'refused'; readonly milliseconds: number }
  | { readonly kind: 'raw'; readonly milliseconds: number; readonly error: unknown };

/** Mutates a good file with a seed, decodes it to its end and returns the outcome. */
export async function decodeHostile(original: Uint8Array, seed: number): Promise<HostileOutcome> {
  const random = seededRandom(seed);
  const bytes = mutateBytes(original, random);
  if (random() < 0.5) repairOggChecksums(bytes);
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  try {
    const { channels, broken } = await decodeBytes(bytes);
    if (channels.some((samples) => !samples.every(Number.isFinite))) throw new Error('a sample is not finite');
    return { kind: broken ? 'broken' : 'decoded', milliseconds: elapsed() };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', milliseconds: elapsed() };
    return { kind: 'raw', milliseconds: elapsed(), error };
  }
}
