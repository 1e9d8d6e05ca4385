import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../core/config/callConfig.ts';

const text = readFileSync(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');

/** Rows of the tables of defaults: | `section.name` | value with its unit | … | */
const rows = [...text.matchAll(/^\| `([a-z]\w*(?:\.\w+)+)` *\| ([^|]+) \|/gm)].map((match) => ({
  path: match[1]!,
  stated: [...match[2]!.matchAll(/[−-]?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits.replace('−', '-'))),
}));

/** Returns the default at a path, or undefined if there is none. */
function defaultAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], defaultCallConfig);
}

/** Returns the numbers of a default, in the order of the code. */
function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return value === undefined ? [] : Object.values(value as object).flatMap(numbersOf);
}

describe('docs/metrics.md', () => {
  it('has tables of defaults', () => {
    expect(rows.length).toBeGreaterThan(50);
  });

  it.each(rows)('has the same $path as the code', ({ path, stated }) => {
    expect(defaultAt(path), `${path} in core/config/callConfig.ts`).toBeDefined();
    expect(stated).toEqual(numbersOf(defaultAt(path)));
  });
});
