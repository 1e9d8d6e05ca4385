import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpeakerNow } from '../../core/model/callEvent.ts';
import type { SettingsChange } from '../../core/model/settings.ts';
import type { AppClient } from './fakes/connections.ts';
import { metricsAt } from './fakes/exampleReport.ts';
import { startConnected } from './fakes/startConnected.ts';
import { settle, type TestServices } from './fakes/testServices.ts';

let test: TestServices;
let client: AppClient;
let close: () => Promise<void>;
let offers: unknown[];
/** Seconds of sound so far. */
let at: number;

beforeEach(async () => {
  ({ test, client, close } = await startConnected());
  offers = [];
  at = 0;
});
afterEach(() => close());

const bothSelected: SettingsChange = {
  sources: { agent: { kind: 'device', name: 'Headset' }, customer: { kind: 'device', name: 'Built-in' } },
};

/** Switches detection on and lets the host open the sources to listen to. */
async function detect(callDetection: NonNullable<SettingsChange['callDetection']>): Promise<void> {
  await client.settings.update({ ...bothSelected, callDetection });
  void (async () => {
    for await (const { offer } of await client.live.offers()) offers.push(offer);
  })().catch(() => {});
  await look();
}

async function look(): Promise<void> {
  test.clock.advance(1);
  await settle();
}

const speaker = (speaking: boolean): SpeakerNow => ({
  speaking,
  momentaryLufs: null,
  activeLufs: null,
  effortDb: null,
  articulationRate: null,
  pitchSemitones: null,
  trouble: null,
});

/** Makes the newest analysis report this speech for some time. */
async function hear(seconds: number, agent: boolean, customer: boolean): Promise<void> {
  const live = test.analysis.lives.at(-1);
  if (!live) throw new Error('no source is open');
  for (let n = 0; n < seconds * 10; n++) {
    live.say({ ...metricsAt(at), agent: speaker(agent), customer: speaker(customer) });
    at += 0.1;
    if (n % 10 === 0) await settle();
  }
  await settle();
}

describe('the offer to start', () => {
  it('appears once both have spoken, and disappears when the call ends', async () => {
    await detect({ offerStart: true });
    await hear(5, true, false);
    expect(offers).toEqual([null]);
    await hear(5, false, true);
    expect(offers).toEqual([null, 'start']);
    const inputs = [{ role: 'agent' as const, source: { kind: 'device' as const, name: 'Headset' } }];
    await client.live.start({ inputs, baseline: null });
    await look();
    expect(offers).toEqual([null, 'start', null]);
  });

  it('does not reappear for a call that was declined, but does for the next', async () => {
    await detect({ offerStart: true });
    await hear(5, true, true);
    await client.live.declineOffer();
    await hear(20, true, true);
    expect(offers).toEqual([null, 'start', null]);
    await hear(61, false, false);
    await hear(5, true, true);
    expect(offers).toEqual([null, 'start', null, 'start']);
  });

  it('starts by itself only if that is switched on', async () => {
    await detect({ offerStart: true, automatic: true });
    expect(await client.live.current()).toBeNull();
    await hear(5, true, true);
    await settle();
    expect(await client.live.current()).toMatchObject({ inputs: [{ device: 'Headset' }, { device: 'Built-in' }] });
  });

  it('opens nothing while it is off, nor without two devices', async () => {
    await detect({ offerStart: false, offerStop: true });
    expect(test.analysis.lives).toHaveLength(0);
    await client.settings.update({ callDetection: { offerStart: true }, sources: { customer: { kind: 'none' } } });
    await look();
    expect(test.analysis.lives).toHaveLength(0);
  });

  it('releases the devices when it is switched off', async () => {
    await detect({ offerStart: true });
    const listened = test.analysis.lives.at(-1);
    await client.settings.update({ callDetection: { offerStart: false } });
    await look();
    expect(listened?.outcome).toBe('aborted');
  });
});

describe('the offer to stop', () => {
  async function call(): Promise<void> {
    const inputs = [{ role: 'agent' as const, source: { kind: 'device' as const, name: 'Headset' } }];
    await client.live.start({ inputs, baseline: null });
    await look();
  }

  it('appears after a minute of silence and disappears when somebody speaks', async () => {
    await detect({ offerStop: true });
    await call();
    await hear(61, false, false);
    await hear(1, true, false);
    expect(offers).toEqual([null, 'stop', null]);
  });

  it('stops by itself only if that is switched on', async () => {
    await detect({ offerStop: true, automatic: true });
    await call();
    await hear(61, false, false);
    await settle();
    expect(await client.live.current()).toBeNull();
  });
});
