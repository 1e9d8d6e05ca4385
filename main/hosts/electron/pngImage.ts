import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [bitsPerChannel, rgbaColour] = [8, 6];

/** Encodes a square PNG (ISO/IEC 15948) of `sizePixels`² pixels of four bytes each: red, green, blue, opacity. */
export function encodePng(sizePixels: number, rgba: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sizePixels, 0);
  header.writeUInt32BE(sizePixels, 4);
  header.set([bitsPerChannel, rgbaColour], 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(sizePixels * (1 + 4 * sizePixels));
  for (let y = 0; y < sizePixels; y++) {
    rows.set(rgba.subarray(4 * sizePixels * y, 4 * sizePixels * (y + 1)), y * (1 + 4 * sizePixels) + 1);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}
