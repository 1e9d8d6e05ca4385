import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processEntry } from '../../../main/processEntry.ts';

it.each(['analysisWorker', 'captureChild'] as const)('finds the source of %s when it runs from source', (name) => {
  const url = processEntry(name);
  expect(url.pathname).toMatch(new RegExp(`/${name}\\.ts$`));
  expect(existsSync(url)).toBe(true);
});
