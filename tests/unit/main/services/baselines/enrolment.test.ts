import { expect, it } from 'vitest';
import { enrol } from '../../../../../main/services/baselines/enrolment.ts';
import { FakeAnalysis } from '../../../../contract/fakes/fakeAnalysis.ts';
import { FakeSource } from '../../../../contract/fakes/fakeDevices.ts';

it('ends an enrolment that was aborted before it began, and closes its silent microphone', async () => {
  const source = new FakeSource('Headset');
  const reading = enrol({ source, analysis: new FakeAnalysis(), seconds: 30, signal: AbortSignal.abort() });
  expect(await reading.next()).toEqual({ done: true, value: undefined });
  expect(source.closed).toBe(true);
});
