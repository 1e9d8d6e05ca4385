import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IPU_DECISION_FRAMES,
  type IpuEvent,
  IpuSegmenter,
} from '../../../../../core/activity/speechActivity/ipuSegmenter.ts';

/** Speech (#) and silence (.), one character per 10 ms. */
function framesOf(drawing: string): boolean[] {
  return Array.from(drawing, (character) => character === '#');
}

const talk = (frames: number) => '#'.repeat(frames);
const hush = (frames: number) => '.'.repeat(frames);

function eventsOf(frames: readonly boolean[]): IpuEvent[] {
  const segmenter = new IpuSegmenter();
  return [...frames.flatMap((speech) => segmenter.push(speech)), ...segmenter.flush()];
}

const unitsOf = (frames: readonly boolean[]) =>
  eventsOf(frames).flatMap((event) => (event.type === 'end' ? [[event.start, event.end]] : []));

describe('IpuSegmenter', () => {
  it('excludes the silence that ends a unit', () => {
    expect(unitsOf(framesOf(hush(50) + talk(100) + hush(50)))).toEqual([[0.5, 1.5]]);
  });

  it('reports the start of a unit after 80 ms of it', () => {
    const segmenter = new IpuSegmenter();
    const events = framesOf(hush(30) + talk(8)).map((speech) => segmenter.push(speech));
    expect(events.at(-1)).toEqual([{ type: 'start', start: 0.3 }]);
    expect(events.slice(0, -1).flat()).toEqual([]);
  });

  it('ignores speech shorter than 80 ms', () => {
    expect(eventsOf(framesOf(hush(30) + talk(7) + hush(30)))).toEqual([]);
  });

  it('bridges silence shorter than 200 ms and splits at 200 ms', () => {
    expect(unitsOf(framesOf(talk(50) + hush(19) + talk(50)))).toEqual([[0, 1.19]]);
    expect(unitsOf(framesOf(talk(50) + hush(20) + talk(50)))).toEqual([
      [0, 0.5],
      [0.7, 1.2],
    ]);
  });

  it('ends an open unit with the stream, at its last speech', () => {
    expect(unitsOf(framesOf(talk(50) + hush(10)))).toEqual([[0, 0.5]]);
  });

  const speechPattern = fc
    .array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 })), { maxLength: 30 })
    .map((runs) => runs.flatMap(([speech, length]) => Array.from({ length }, () => speech)));

  it('returns units of at least 80 ms, at least 200 ms apart, each announced before it ends', () => {
    fc.assert(
      fc.property(speechPattern, (frames) => {
        const events = eventsOf(frames);
        let lastEnd = Number.NEGATIVE_INFINITY;
        events.forEach((event, i) => {
          expect(event.type).toBe(i % 2 === 0 ? 'start' : 'end');
          if (event.type === 'start') expect(event.start - lastEnd).toBeGreaterThan(0.199);
          else {
            expect(event.start).toBe(events[i - 1]!.start);
            expect(event.end - event.start).toBeGreaterThan(0.079);
            lastEnd = event.end;
          }
        });
        expect(events.length % 2).toBe(0);
      }),
    );
  });

  it('has reported every end older than the promised number of frames', () => {
    fc.assert(
      fc.property(speechPattern, (frames) => {
        const all = unitsOf(frames).map(([, end]) => end!);
        const segmenter = new IpuSegmenter();
        const told: number[] = [];
        frames.forEach((speech, i) => {
          for (const event of segmenter.push(speech)) if (event.type === 'end') told.push(event.end);
          const decided = (i + 1 - IPU_DECISION_FRAMES) / 100;
          expect(told).toEqual(expect.arrayContaining(all.filter((end) => end <= decided)));
        });
      }),
    );
  });
});
