import { describe, expect, it } from 'vitest';
import { Formatter } from '../../../../core/messages/formatter.ts';
import { english } from '../../../../core/messages/language.ts';

const format = new Formatter(english('en-US'));

describe('a formatter', () => {
  it('shows times as a clock, with hours only if needed', () => {
    expect(format.clock(0)).toBe('0:00');
    expect(format.clock(65.9)).toBe('1:05');
    expect(format.clock(3723)).toBe('1:02:03');
  });

  it('shows short lengths with one decimal and long ones in minutes', () => {
    expect(format.duration(0.84)).toBe('0.8 s');
    expect(format.duration(-1.1)).toBe('−1.1 s');
    expect(format.duration(9.97)).toBe('10 s');
    expect(format.duration(59.6)).toBe('1 min 0 s');
    expect(format.duration(200)).toBe('3 min 20 s');
  });

  it('writes differences with a true minus, and zero without a sign', () => {
    expect(format.difference(-3.14, 1, 'dB')).toBe('−3.1 dB');
    expect(format.difference(2, 0, 'dB')).toBe('+2 dB');
    expect(format.difference(-0.04, 1, 'dB')).toBe('0.0 dB');
    expect(format.number(-0.04, 1)).toBe('0.0');
  });

  it('shows shares, rates and sizes with their units', () => {
    expect(format.share(0.834)).toBe('83%');
    expect(format.quantity(4.21, 1, 'syll/s')).toBe('4.2 syll/s');
    expect(format.wordRate(4)).toBe('165 words/min');
    expect(format.bytes(900)).toBe('1 KB');
    expect(format.bytes(2_100_000)).toBe('2.1 MB');
  });

  it('writes numbers and days by the conventions of its region', () => {
    const moment = new Date(2026, 10, 3, 17, 57);
    const british = new Formatter(english('en-GB'));
    expect(format.moment(moment)).toBe('Nov 3, 2026, 5:57 PM');
    expect(british.moment(moment)).toBe('3 Nov 2026, 17:57');
    expect(british.recentDay(moment, new Date(2026, 11, 1))).toBe('3 Nov');
    expect(british.recentDay(moment, new Date(2027, 0, 1))).toBe('3 Nov 2026');
    expect(new Formatter(english('en-DE')).quantity(1234.5, 1, 'dB')).toBe('1.234,5 dB');
  });
});
