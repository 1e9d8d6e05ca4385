import { expect, it } from 'vitest';
import { readAloud } from '../../../../../main/services/baselines/enrolment.ts';
import { FakeAnalysis } from '../../../../contract/fakes/fakeAnalysis.ts';
import { FakeSource } from '../../../../contract/fakes/fakeDevices.ts';

it('ends a reading that was broken off before it began, and closes its silent microphone', async () => {
  const source = new FakeSource('Headset');
  const reading = readAloud({ source, analysis: new FakeAnalysis(), seconds: 30, signal: AbortSignal.abort() });
  expect(await reading.next()).toEqual({ done: true, value: undefined });
  expect(source.closed).toBe(true);
});
