import { describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { NO_ALPHA_ENERGY } from '../../../../core/features/alphaRatio.ts';
import type { SpeakerFrame } from '../../../../core/metrics/speakerFrame.ts';
import { SpeechBlocks } from '../../../../core/metrics/speechBlock.ts';
import { TrailingRate } from '../../../../core/metrics/trailingRate.ts';
import { TrailingVoice } from '../../../../core/metrics/trailingVoice.ts';

const power = (lufs: number) => 10 ** (lufs / 10);
const blockOf = (index: number, speechFrames: number, lufs = -20, nuclei = 0, f0Hz?: number) => ({
  index,
  speechFrames,
  nuclei,
  kPowerSum: speechFrames * power(lufs),
  alpha: NO_ALPHA_ENERGY,
  f0Hz,
});

describe('SpeechBlocks', () => {
  const frame = (index: number, over: Partial<SpeakerFrame> = {}): SpeakerFrame => ({
    index,
    speech: true,
    kPower: 0.01,
    alpha: undefined,
    f0Hz: undefined,
    nuclei: [],
    ...over,
  });

  it('sums ten frames, counting only speech', () => {
    const blocks = new SpeechBlocks();
    const found = Array.from({ length: 20 }, (_, i) =>
      frame(i, { speech: i >= 4, nuclei: i === 5 || i === 7 ? [i / 100] : [] }),
    ).flatMap((each) => blocks.push(each));
    expect(found.map(({ index, speechFrames, nuclei }) => [index, speechFrames, nuclei])).toEqual([
      [0, 6, 2],
      [1, 10, 0],
    ]);
    expect(found[0]!.kPowerSum).toBeCloseTo(0.06, 12);
  });

  it('returns the median F0 of the block, and the remainder at the end', () => {
    const blocks = new SpeechBlocks();
    for (const f0Hz of [100, 300, 120]) blocks.push(frame(0, { f0Hz }));
    expect(blocks.flush().map(({ f0Hz }) => f0Hz)).toEqual([120]);
    expect(new SpeechBlocks().flush()).toEqual([]);
  });
});

describe('TrailingVoice', () => {
  it('does not fall when the speaker pauses, as a plain level would', () => {
    const voice = new TrailingVoice(defaultCallConfig.level);
    for (let i = 0; i < 20; i++) voice.push(blockOf(i, 10));
    for (let i = 20; i < 30; i++) voice.push(blockOf(i, 0));
    expect(voice.reading().activeLufs).toBeCloseTo(-20, 9);
  });

  it('has no reading below one second of speech in three', () => {
    const voice = new TrailingVoice(defaultCallConfig.level);
    for (let i = 0; i < 9; i++) voice.push(blockOf(i, 10));
    expect(voice.reading().activeLufs).toBeUndefined();
    voice.push(blockOf(9, 10));
    expect(voice.reading().activeLufs).toBeCloseTo(-20, 9);
    for (let i = 10; i < 33; i++) voice.push(blockOf(i, 0));
    expect(voice.reading().activeLufs).toBeUndefined();
  });
});

describe('TrailingRate', () => {
  const { rate } = defaultCallConfig;
  const trailing = () => new TrailingRate(rate.windowSpeechSeconds, rate.lookBackSeconds, rate.minSpeechSeconds, rate);

  it('counts syllables per second of speech, not of time', () => {
    const found = trailing();
    for (let i = 0; i < 80; i++) found.push(blockOf(i, i % 2 === 0 ? 10 : 0, -20, i % 4 === 0 ? 1 : 0));
    expect(found.reading()!.rate).toBeCloseTo(5, 9);
  });

  it('waits for 1.5 s of speech and five nuclei', () => {
    const found = trailing();
    for (let i = 0; i < 14; i++) found.push(blockOf(i, 10, -20, 1));
    expect(found.reading()).toBeUndefined();
    found.push(blockOf(14, 10, -20, 1));
    expect(found.reading()!.rate).toBeCloseTo(10, 9);
    const slow = trailing();
    for (let i = 0; i < 40; i++) slow.push(blockOf(i, 10, -20, i % 10 === 0 ? 1 : 0));
    expect(slow.reading()).toBeUndefined();
  });

  it('forgets speech that is ten seconds old', () => {
    const found = trailing();
    for (let i = 0; i < 40; i++) found.push(blockOf(i, 10, -20, 1));
    for (let i = 40; i < 141; i++) found.push(blockOf(i, 0));
    expect(found.reading()).toBeUndefined();
  });
});
