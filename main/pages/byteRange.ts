export interface ByteRange {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/**
 * Parses a `Range` header (RFC 9110 §14). More than one range, another unit or a malformed header is answered with the
 * whole, as the standard allows.
 * @returns the range clipped to the size, `whole`, or `none` if it is outside
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  const [first, last] = [match[1], match[2]].map((digits) => (digits === '' ? undefined : Number(digits)));
  if (first === undefined)
    return last === 0 || size === 0 ? 'none' : { start: Math.max(0, size - last!), end: size - 1 };
  if (last !== undefined && last < first) return 'whole';
  return first < size ? { start: first, end: Math.min(last ?? size - 1, size - 1) } : 'none';
}
