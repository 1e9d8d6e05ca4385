import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordingExtensions, recordingFormats } from '../../../core/model/recordingFormats.ts';

const text = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

describe('the formats of recordings', () => {
  it.each(Object.values(recordingFormats).flatMap(({ names }) => names))('has %s in README.md', (name) => {
    const calls = text('README.md')
      .split('\n\n')
      .find((paragraph) => paragraph.startsWith('**Calls.**'));
    expect(calls?.replaceAll('\n', ' ')).toContain(name);
  });

  it('has the extensions that folders are searched for in docs/report.md', () => {
    expect(text('docs/report.md')).toContain(`the extensions ${recordingExtensions.join(', ')}.`);
  });
});
