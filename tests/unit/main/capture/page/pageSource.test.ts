import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureItem } from '../../../../../main/capture/audioSource.ts';
import type { SourceStateChange } from '../../../../../main/capture/liveSource.ts';
import { PageSource } from '../../../../../main/capture/page/pageSource.ts';
import { ManualClock } from '../../../../contract/fakes/manualClock.ts';
import { settle } from '../../../../contract/fakes/testServices.ts';

let clock: ManualClock;
let source: PageSource;
let states: SourceStateChange['state'][];

beforeEach(() => {
  clock = new ManualClock();
  source = new PageSource({ label: 'Desk microphone', sampleRateHz: 16_000, appliedSettings: {}, clock });
  states = [];
  source.onState(({ state }) => states.push(state));
});

function record(seconds: number): void {
  for (let i = 0; i < seconds * 50; i++) {
    clock.advance(0.02);
    source.push(new Float32Array(320));
  }
}

function read(): { items: CaptureItem[]; done: Promise<void> } {
  const items: CaptureItem[] = [];
  const done = (async () => {
    for await (const item of source) items.push(item);
  })();
  return { items, done };
}

function lengthOf(items: readonly CaptureItem[]): number {
  return items.reduce((sum, item) => {
    if (item.type === 'samples') return sum + item.channels[0]!.length;
    return sum + (item.type === 'gap' ? item.sampleCount : 0);
  }, 0);
}

describe('PageSource', () => {
  it('yields what the page pushes, and ends with it', async () => {
    const { items, done } = read();
    record(1);
    await source.close();
    await done;
    expect(lengthOf(items)).toBe(16_000);
    expect(items.every(({ type }) => type === 'samples')).toBe(true);
  });

  it('starts a reader from now, and ends the previous one', async () => {
    record(1);
    const first = read();
    record(1);
    const second = read();
    await first.done;
    record(1);
    await source.close();
    await second.done;
    expect(lengthOf(first.items)).toBe(16_000);
    expect(lengthOf(second.items)).toBe(16_000);
  });

  it('reports when the page stalls, fills the time, and reports when it is back', async () => {
    const { items, done } = read();
    record(1);
    clock.advance(5);
    expect(states).toEqual(['stalled']);
    record(5);
    expect(states).toEqual(['stalled', 'ok']);
    await source.close();
    await done;
    expect(items.some(({ type }) => type === 'gap')).toBe(true);
    expect(Math.abs(lengthOf(items) - 11 * 16_000)).toBeLessThanOrEqual(320);
  });

  it('reports what a slow reader missed', async () => {
    const { items, done } = read();
    record(20);
    await settle();
    record(1);
    await source.close();
    await done;
    expect(items.filter(({ type }) => type === 'gap')).toHaveLength(1);
    expect(lengthOf(items)).toBe(21 * 16_000);
  });

  it('is lost when the page goes away, and ends', async () => {
    const { done } = read();
    record(1);
    source.lose();
    await done;
    expect(states).toEqual(['lost']);
    expect(clock.timerCount).toBe(0);
    expect(read().items).toEqual([]);
  });
});
