import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeKey, contentKey, ResultCache } from '../../../../../scripts/accuracy/audio/resultCache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'result-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a content key', () => {
  it('depends on every part and on where one ends and the next begins', () => {
    const keys = [contentKey('ab', 'c'), contentKey('a', 'bc'), contentKey('abc'), contentKey('ab', 'd')];
    expect(new Set(keys).size).toBe(keys.length);
    expect(contentKey('ab', 'c')).toBe(contentKey('ab', 'c'));
  });
});

describe('a code key', () => {
  it('changes with any of its files, and with no other', () => {
    writeFileSync(join(folder, 'one.ts'), '1');
    writeFileSync(join(folder, 'other.txt'), '1');
    const before = codeKey(folder, ['*.ts']);
    writeFileSync(join(folder, 'other.txt'), '2');
    expect(codeKey(folder, ['*.ts'])).toBe(before);
    writeFileSync(join(folder, 'one.ts'), '2');
    expect(codeKey(folder, ['*.ts'])).not.toBe(before);
  });
});

describe('the cache of results', () => {
  it('returns what was written, also in the next run, and leaves no partial files', () => {
    new ResultCache(folder).write('key', { parties: [1.5] });
    expect(new ResultCache(folder).read('key')).toEqual({ parties: [1.5] });
    expect(new ResultCache(folder).read('other')).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['key.json']);
  });
});
