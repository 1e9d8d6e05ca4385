import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceChoice } from '../../../../core/model/sourceChoice.ts';
import { hashOf, pageOf, setupSteps } from '../../../../renderer/state/page.ts';
import { choiceOf, fieldValueOf, usualChoices } from '../../../../renderer/state/sourceChoice.ts';

describe('the page in the address', () => {
  it('survives a reload, whatever a call is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' }), (callId) => {
        const page = { name: 'call', callId } as const;
        expect(pageOf(hashOf(page))).toEqual(page);
      }),
    );
  });

  it('leads nowhere in particular without one, and to each step of the guide by its own', () => {
    expect(pageOf('')).toEqual({ name: 'start' });
    for (const step of setupSteps) expect(pageOf(hashOf({ name: 'setup', step }))).toEqual({ name: 'setup', step });
    expect(pageOf(hashOf({ name: 'settings' }))).toEqual({ name: 'settings' });
  });

  it.each(['#/nowhere', '#/setup/nowhere', '#/calls/', '#/calls/%E0%A4%A'])('is the live page for "%s"', (hash) => {
    expect(pageOf(hash)).toEqual({ name: 'live' });
  });
});

describe('a chosen source', () => {
  it('survives being the value of a field, whatever a device is called', () => {
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

  it('is at first the default microphone, and what the computer plays for the caller', () => {
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
