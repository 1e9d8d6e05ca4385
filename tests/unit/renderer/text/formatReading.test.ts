import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatRate,
  formatSeconds,
  formatShare,
  formatSigned,
  formatWordsPerMinute,
} from '../../../../renderer/text/formatReading.ts';

describe('readings', () => {
  it('shows moments as a clock, with hours only where there are some', () => {
    expect(formatClock(0)).toBe('0:00');
    expect(formatClock(65.9)).toBe('1:05');
    expect(formatClock(3723)).toBe('1:02:03');
  });

  it('shows short lengths with a tenth and long ones in minutes', () => {
    expect(formatSeconds(0.84)).toBe('0.8 s');
    expect(formatSeconds(9.97)).toBe('10 s');
    expect(formatSeconds(59.6)).toBe('1 min 0 s');
    expect(formatSeconds(200)).toBe('3 min 20 s');
  });

  it('signs differences with a true minus, and does not sign nothing', () => {
    expect(formatSigned(-3.14, 1, 'dB')).toBe('−3.1 dB');
    expect(formatSigned(2, 0, 'dB')).toBe('+2 dB');
    expect(formatSigned(-0.04, 1, 'dB')).toBe('0.0 dB');
  });

  it('shows shares and rates with their units', () => {
    expect(formatShare(0.834)).toBe('83 %');
    expect(formatRate(4.21)).toBe('4.2 syll/s');
    expect(formatWordsPerMinute(4)).toBe('≈ 165 wpm');
  });
});
