import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultCallConfig } from '../../core/config/callConfig.ts';
import { CallPipeline } from '../../core/pipeline/callPipeline.ts';
import { type FrontEndTick, PartyFrontEnd } from '../../core/pipeline/partyFrontEnd.ts';
import { secondsOf } from '../../core/stream/frameTime.ts';
import { settle, startTestServices, type TestServices } from '../../tests/contract/fakes/testServices.ts';
import { concat, mix, silence, syllableTrain, whiteNoise } from '../../tests/support/signals.ts';
import type { SoakPart } from './soakPart.ts';

const callMinutes = 10;
const callsPerHour = 60 / callMinutes;
/** Hours before the heap settles: code is compiled and tables are made once. */
const settlingHours = 2;
const mostMegabytesPerHour = 1;
const roles = ['agent', 'customer'] as const;

/** The output of the front ends for a minute in which both parties speak in turn; it is repeated. */
interface Minute {
  readonly ticks: Readonly<Record<(typeof roles)[number], readonly FrontEndTick[]>>;
}

export const callHours: SoakPart = {
  name: 'call-hours',
  title: `Live calls of ${callMinutes} minutes, one after another in one process, on a virtual clock`,
  count: 100,
  async run({ count: hours }) {
    const collect = garbageCollector();
    const minute = minuteOfCall();
    const test = await startTestServices();
    const heapMegabytes: number[] = [];
    try {
      for (let hour = 0; hour < settlingHours + hours; hour++) {
        for (let call = 0; call < callsPerHour; call++) {
          pipelineCall(minute);
          await serviceCall(test);
        }
        collect();
        if (hour >= settlingHours) heapMegabytes.push(process.memoryUsage().heapUsed / 2 ** 20);
      }
    } finally {
      await test.close();
    }
    const slope = slopeOf(heapMegabytes);
    return {
      figures: [
        ['hours', String(hours)],
        [
          'heap after the first and the last hour',
          `${megabytes(heapMegabytes[0])}, ${megabytes(heapMegabytes.at(-1))}`,
        ],
        ['growth of the heap per hour', `${(1_024 * slope).toFixed(0)} KiB`],
        ['unexpected failures of the services', String(test.logger.errors.length)],
      ],
      failures: [
        ...(slope > mostMegabytesPerHour ? [`the heap grows by ${slope.toFixed(2)}MiB per hour`] : []),
        ...test.logger.errors.map(({ message }) => message),
      ],
    };
  },
};

/** Runs everything behind the front ends, up to the report of the call. */
function pipelineCall({ ticks }: Minute): void {
  const parties = roles.map((role, channel) => ({
    role,
    channel,
    sampleRateHz: 16_000,
    origin: { device: null, agc: null },
  }));
  const pipeline = new CallPipeline({ parties, baseline: undefined, config: defaultCallConfig });
  const signal = { clippedShare: 0, silentShare: 0, isNarrow: false };
  for (let repeat = 0; repeat < callMinutes; repeat++) {
    for (const role of roles) pipeline.push(role, later(ticks[role], repeat), signal);
  }
  pipeline.flush();
}

/** Returns a minute of ticks, moved later by a number of minutes. */
function later(ticks: readonly FrontEndTick[], minutes: number): FrontEndTick[] {
  const frames = minutes * ticks.length;
  return ticks.map(({ live, settled }) => ({
    live: live && { ...live, index: live.index + frames },
    settled: settled && {
      ...settled,
      frame: {
        ...settled.frame,
        index: settled.frame.index + frames,
        nuclei: settled.frame.nuclei.map((seconds) => seconds + secondsOf(frames)),
      },
    },
  }));
}

/** Runs everything around the analysis: sources, watchers, storage. */
async function serviceCall({ services, analysis, devices, clock }: TestServices): Promise<void> {
  const { sessionId } = await services.live.start({
    inputs: roles.map((role, i) => ({ role, source: { kind: 'device', name: devices.names[i]! } })),
    baseline: null,
  });
  const watcher = new AbortController();
  const watched = (async () => {
    for await (const _ of services.live.session(sessionId).watch(watcher.signal));
  })();
  for (let second = 0; second < 60 * callMinutes; second++) {
    for (const source of devices.opened) source.hear(16_000);
    clock.advance(1);
    if (second % 10 === 0) await settle();
  }
  const { callId } = await services.live.session(sessionId).stop();
  await watched;
  services.library.eraser.erase([callId]);
  // The memory of the fakes is not part of the app.
  analysis.lives.length = 0;
  devices.opened.length = 0;
}

function minuteOfCall(): Minute {
  const speech = (seconds: number) => syllableTrain({ count: 4 * seconds, perSecond: 4 });
  const noise = (seed: number) => whiteNoise(60, 0.001, seed);
  const agent = concat(...Array.from({ length: 5 }, () => concat(speech(5), silence(7))));
  const customer = concat(...Array.from({ length: 5 }, () => concat(silence(6), speech(5), silence(1))));
  return { ticks: { agent: ticksOf(mix(agent, noise(1))), customer: ticksOf(mix(customer, noise(2))) } };
}

function ticksOf(samples: Float32Array): readonly FrontEndTick[] {
  const frontEnd = new PartyFrontEnd(defaultCallConfig.signalTrust, 16_000);
  const windows = Math.floor(samples.length / 512);
  const probabilities = Float32Array.from({ length: windows }, (_, window) =>
    Math.abs(samples[window * 512 + 256]!) > 0.002 ? 0.95 : 0.02,
  );
  const ticks = [...frontEnd.push(samples, probabilities), ...frontEnd.flush()];
  // Ticks that wait for look-ahead at the end would appear twice.
  return ticks.filter(({ live }) => live !== undefined);
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Returns the slope, by least squares, of a straight line through values an hour apart. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread;
}

const megabytes = (value = Number.NaN) => `${value.toFixed(1)} MiB`;
