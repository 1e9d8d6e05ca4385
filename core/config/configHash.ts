/** Returns JSON with the keys of every object sorted, so that equal values give equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Returns a short name for a configuration: 64-bit FNV-1a of its canonical JSON, in hexadecimal. Not for secrets. */
export function configHash(config: object): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of canonicalJson(config)) {
    hash ^= BigInt(character.codePointAt(0)!);
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
