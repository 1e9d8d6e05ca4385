import { describe, expect, it } from 'vitest';
import { Resampler } from '../../../../core/audio/resampler.ts';
import type { SetupNotice } from '../../../../core/model/callEvent.ts';
import { sampleChannels } from '../../../support/e2e/e2eSounds.ts';
import { runPipeline, type Voices } from '../../../support/pipelineRun.ts';
import { amplitudeOfDb } from '../../../support/signals.ts';

const delaySamples = 1_280;

function noticesOf(voices: Required<Voices>): (SetupNotice | null)[] {
  const { events } = runPipeline(
    ['agent', 'customer'],
    [
      { role: 'agent', samples: voices.agent },
      { role: 'customer', samples: voices.customer },
    ],
  );
  return events.flatMap((event) => (event.type === 'metrics' ? event.notice : []));
}

/** The sound after a telephone: down to 8 kHz and up again. */
function throughTelephone(samples: Float32Array): Float32Array {
  const low = samples.filter((_, n) => n % 2 === 0);
  const resampler = new Resampler(8_000);
  return Float32Array.from([...resampler.push(low), ...resampler.flush()].flatMap((part) => [...part]));
}

describe('what is to be mended at the desk', () => {
  it('is nothing in a call between two good headsets', async () => {
    expect(new Set(noticesOf(await sampleChannels('soft-and-patient')))).toEqual(new Set([null]));
  });

  it('is the loudspeaker, where the caller is heard through the microphone', async () => {
    const { agent, customer } = await sampleChannels('soft-and-patient');
    const gain = amplitudeOfDb(-25);
    const heard = agent.map((sample, n) => sample + gain * (customer[n - delaySamples] ?? 0));
    expect(noticesOf({ agent: heard, customer }).at(-1)).toBe('bleed');
  });

  it('is the headset, where it sends a telephone’s band', async () => {
    const { agent, customer } = await sampleChannels('soft-and-patient');
    expect(noticesOf({ agent: throughTelephone(agent), customer }).at(-1)).toBe('narrow-band');
  });
});
