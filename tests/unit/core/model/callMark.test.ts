import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallMark, secondsPerStage, stageAfter, stages } from '../../../../core/model/callMark.ts';

const marks: CallMark[] = [
  { kind: 'flag', at: 3 },
  { kind: 'stage', stage: 'restate', at: 10 },
  { kind: 'warning', at: 12 },
  { kind: 'stage', stage: 'let-it-pass', at: 30 },
];

describe('the steps of a call', () => {
  it('start with the first one', () => {
    expect(stageAfter([])).toBe('legitimate');
  });

  it('follow the last mark, backwards too', () => {
    expect(stageAfter(marks)).toBe('let-it-pass');
  });

  it('split the time of the call among them', () => {
    expect([...secondsPerStage(marks, 40)]).toEqual([
      ['legitimate', 10],
      ['restate', 20],
      ['let-it-pass', 10],
    ]);
  });

  it('add up to the length of the call, whatever was marked', () => {
    const stageMark = fc.record({
      kind: fc.constant('stage' as const),
      stage: fc.constantFrom(...stages),
      at: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(stageMark), (unsorted) => {
        const sorted = unsorted.toSorted((a, b) => a.at - b.at);
        const sum = [...secondsPerStage(sorted, 600).values()].reduce((total, seconds) => total + seconds, 0);
        expect(sum).toBe(600);
      }),
    );
  });
});
