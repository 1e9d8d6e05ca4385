import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMuLaw } from '../../../../../main/capture/file/wave/g711.ts';
import { levelDbfs } from '../../../../../scripts/accuracy/conditions/addNoise.ts';
import { encodeMuLaw } from '../../../../../scripts/accuracy/conditions/encodeMuLaw.ts';
import { throughTelephone } from '../../../../../scripts/accuracy/conditions/telephone.ts';
import { sine } from '../../../../support/signals.ts';

const RATE_HZ = 16_000;

/** Returns the level lost on the line, without the settling of the filters. */
function lossDb(hertz: number): number {
  const sent = sine(hertz, 1, 0.25);
  return levelDbfs(sent) - levelDbfs(throughTelephone(sent).subarray(RATE_HZ / 4));
}

describe('the telephone line', () => {
  it.each([500, 1000, 2000, 2500])('passes %i Hz', (hertz) => {
    expect(Math.abs(lossDb(hertz))).toBeLessThan(0.6);
  });

  it.each([300, 3400])('is 3 dB down at the edge of its band, %i Hz', (hertz) => {
    expect(lossDb(hertz)).toBeGreaterThan(2);
    expect(lossDb(hertz)).toBeLessThan(5);
  });

  it.each([100, 4500, 6000])('stops %i Hz', (hertz) => {
    expect(lossDb(hertz)).toBeGreaterThan(30);
  });

  it('keeps the length and the time', () => {
    const click = new Float32Array(RATE_HZ + 1);
    click.fill(0.5, 8_000, 8_016);
    const heard = throughTelephone(click);
    expect(heard.length).toBe(click.length);
    const loudest = heard.reduce((best, sample, i) => (Math.abs(sample) > Math.abs(heard[best]!) ? i : best), 0);
    expect(Math.abs(loudest - 8_008)).toBeLessThan(0.002 * RATE_HZ);
  });
});

describe('the µ-law encoder', () => {
  it('encodes the value of each code as that code', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
    const [values] = decodeMuLaw(codes, 1);
    // 0x7f is minus zero.
    const expected = codes.map((code) => (code === 0x7f ? 0xff : code));
    expect(encodeMuLaw(values!)).toEqual(expected);
  });

  it('is off by at most half a step: a 32nd of the magnitude', () => {
    fc.assert(
      fc.property(fc.float({ min: Math.fround(-0.95), max: Math.fround(0.95), noNaN: true }), (value) => {
        const [decoded] = decodeMuLaw(encodeMuLaw(Float32Array.of(value)), 1);
        expect(Math.abs(decoded![0]! - value)).toBeLessThanOrEqual(Math.abs(value) / 32 + 5 / 0x8000);
      }),
    );
  });
});
