import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseByteRange } from '../../../../main/pages/byteRange.ts';

describe('parseByteRange', () => {
  it.each([
    ['bytes=0-9', 100, { start: 0, end: 9 }],
    ['bytes=90-', 100, { start: 90, end: 99 }],
    ['bytes=90-500', 100, { start: 90, end: 99 }],
    ['bytes=-10', 100, { start: 90, end: 99 }],
    ['bytes=-500', 100, { start: 0, end: 99 }],
    ['bytes=100-', 100, 'none'],
    ['bytes=-0', 100, 'none'],
    ['bytes=0-', 0, 'none'],
    ['bytes=20-10', 100, 'whole'],
    ['bytes=0-1,5-6', 100, 'whole'],
    ['bytes=-', 100, 'whole'],
    ['items=0-1', 100, 'whole'],
    [undefined, 100, 'whole'],
  ] as const)('reads %s of %d bytes', (header, size, expected) => {
    expect(parseByteRange(header, size)).toEqual(expected);
  });

  it('never leads outside the file', () => {
    const part = fc.oneof(fc.constant(''), fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String), fc.string());
    fc.assert(
      fc.property(part, part, fc.nat(), (first, last, size) => {
        const range = parseByteRange(`bytes=${first}-${last}`, size);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});
