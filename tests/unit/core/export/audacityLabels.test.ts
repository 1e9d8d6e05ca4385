import { describe, expect, it } from 'vitest';
import { audacityLabels } from '../../../../core/export/audacityLabels.ts';
import { reviewedCall } from '../../../support/reviewedCall.ts';

/** A label track as Audacity's manual defines it: two times with a decimal point and a text without tabs on each line. */
function readLabels(text: string): { start: number; end: number; label: string }[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const match = /^(\d+\.\d{6})\t(\d+\.\d{6})\t([^\t\r]+)$/.exec(line);
      if (!match) throw new SyntaxError(`no label: ${JSON.stringify(line)}`);
      return { start: Number(match[1]), end: Number(match[2]), label: match[3]! };
    });
}

describe('labels for Audacity', () => {
  const labels = readLabels(audacityLabels(reviewedCall()));

  it('list every moment with its party', () => {
    expect(labels).toContainEqual({ start: 51.4, end: 52.7, label: 'Agent interrupted (Agent)' });
    expect(labels).toContainEqual({ start: 158.2, end: 169.8, label: 'Dead air' });
    expect(labels).toContainEqual({
      start: 72.5,
      end: 72.5,
      label: 'Step (Agent): Softly and steadily: after the peak',
    });
  });

  it('put a comment of several lines on one line', () => {
    expect(labels).toContainEqual({
      start: 51.4,
      end: 51.4,
      label: 'Comment: Kim: You came in here. Wait for the "pause", then speak.',
    });
  });

  it('are empty for a call without moments', () => {
    const { report } = reviewedCall();
    const quiet = { ...report, overlaps: [], deadAir: [], waves: [], cues: [], marks: [], speakers: [] };
    expect(audacityLabels({ report: quiet, comments: [] })).toBe('');
  });
});
