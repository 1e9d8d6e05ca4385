import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceChoice } from '../../../../core/model/sourceChoice.ts';
import { choiceOf, fieldValueOf, usualChoices } from '../../../../renderer/state/sourceChoice.ts';

describe('a selected source', () => {
  it('survives being the value of a field, for any device name', () => {
    const choices: fc.Arbitrary<SourceChoice> = fc.oneof(
      fc.constant<SourceChoice>({ kind: 'none' }),
      fc.string({ minLength: 1 }).map((name): SourceChoice => ({ kind: 'device', name })),
      fc.constant<SourceChoice>({ kind: 'system' }),
      fc.option(fc.string({ minLength: 1 })).map((deviceId): SourceChoice => ({ kind: 'page', deviceId })),
    );
    fc.assert(
      fc.property(choices, (choice) => {
        expect(choiceOf(fieldValueOf(choice))).toEqual(choice);
      }),
    );
  });

  it('is initially the default microphone, and the system sound for the caller', () => {
    const devices = [
      { name: 'Built-in', isDefault: false, isMonitor: false },
      { name: 'Headset', isDefault: true, isMonitor: false },
      { name: 'Monitor of Headset', isDefault: false, isMonitor: true },
    ];
    expect(usualChoices(devices)).toEqual({
      agent: { kind: 'device', name: 'Headset' },
      customer: { kind: 'device', name: 'Monitor of Headset' },
    });
    expect(usualChoices([])).toEqual({ agent: { kind: 'none' }, customer: { kind: 'none' } });
  });
});
