import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartiesInStep } from '../../../../main/analysis/partiesInStep.ts';

const RATE_HZ = 16_000;
const CHUNK = 512;
const both = [
  { role: 'agent', sampleRateHz: RATE_HZ },
  { role: 'customer', sampleRateHz: RATE_HZ },
] as const;

const ramp = (from: number, length: number) => Float32Array.from({ length }, (_, i) => from + i);

describe('the samples of parties in step', () => {
  it('wait for the other party', () => {
    const inStep = new PartiesInStep(both);
    for (let chunk = 0; chunk < 30; chunk++) expect(inStep.push('agent', new Float32Array(CHUNK))).toBe(false);
    expect(inStep.push('customer', new Float32Array(4 * CHUNK))).toBe(true);
    expect(inStep.take().map(({ role, samples }) => [role, samples.length])).toEqual([
      ['agent', 30 * CHUNK],
      ['customer', 4 * CHUNK],
    ]);
    expect(inStep.take()).toEqual([]);
  });

  it('are returned with every frame of the later of two devices', () => {
    const inStep = new PartiesInStep(both);
    for (let frame = 0; frame < 25; frame++) {
      expect(inStep.push('agent', new Float32Array(CHUNK - 1))).toBe(false);
      expect(inStep.push('customer', new Float32Array(CHUNK + 1))).toBe(true);
      expect(inStep.take()).toHaveLength(2);
    }
  });

  it('are returned a few at a time if chunks are small', () => {
    const inStep = new PartiesInStep(both.slice(0, 1));
    const worth = Array.from({ length: 12 }, () => {
      const isDue = inStep.push('agent', new Float32Array(RATE_HZ / 100));
      if (isDue) inStep.take();
      return isDue;
    });
    expect(worth.filter(Boolean)).toHaveLength(3);
  });

  it('include time without samples', () => {
    const inStep = new PartiesInStep(both);
    inStep.skip('customer', RATE_HZ);
    const worth = Array.from({ length: 4 }, () => inStep.push('agent', new Float32Array(CHUNK)));
    expect(worth).toContain(true);
  });

  it('are returned as pushed, in order, for any chunking', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 2000 })), { maxLength: 60 }), (pushes) => {
        const inStep = new PartiesInStep(both);
        const pushed = { agent: 0, customer: 0 };
        const taken: Record<'agent' | 'customer', number[]> = { agent: [], customer: [] };
        const take = () => {
          for (const { role, samples } of inStep.take()) taken[role].push(...samples);
        };
        for (const [isAgent, length] of pushes) {
          const role = isAgent ? 'agent' : 'customer';
          if (inStep.push(role, ramp(pushed[role], length))) take();
          pushed[role] += length;
        }
        take();
        for (const role of ['agent', 'customer'] as const) {
          expect(taken[role]).toEqual(Array.from({ length: pushed[role] }, (_, i) => i));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are rejected for a role that is not in the call', () => {
    const inStep = new PartiesInStep(both.slice(0, 1));
    expect(() => inStep.push('customer', new Float32Array(1))).toThrow(RangeError);
  });
});
