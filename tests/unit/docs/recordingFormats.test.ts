import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordingExtensions, recordingFormats } from '../../../core/model/recordingFormats.ts';

const text = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

describe('the formats of recordings', () => {
  it.each(Object.values(recordingFormats).flatMap(({ names }) => names))('include %s in README.md', (name) => {
    const calls = text('README.md')
      .split('\n\n')
      .find((paragraph) => paragraph.startsWith('**Calls.**'));
    expect(calls?.replaceAll('\n', ' ')).toContain(name);
  });

  it('have the extensions that docs/report.md lists', () => {
    expect(text('docs/report.md')).toContain(`the extensions ${recordingExtensions.join(', ')}.`);
  });
});
