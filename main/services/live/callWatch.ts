import PQueue from 'p-queue';
import type { CallOffer, LiveInput } from '../../../contract/liveContract.ts';
import { type BothSpeaking, CallBeginning, CallEnd } from '../../../core/coaching/callDetection.ts';
import type { CallMetrics } from '../../../core/model/callEvent.ts';
import type { Settings } from '../../../core/model/settings.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { EventFan } from '../eventFan.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { SettingsService } from '../settingsService.ts';
import type { CallListening, OpenCallListening } from './callListening.ts';
import type { LiveService } from './liveService.ts';

const lookSeconds = 1;
/** Sources that could not be opened are tried again after this long. */
const retrySeconds = 30;

/**
 * Hears when a call begins and ends, where the agent has asked for that, and offers to start and to stop, or does so. It
 * listens only while no call is coached, and opens no source that was not chosen.
 */
export interface CallWatch {
  /** The offer that stands now, then every change. */
  watch(signal?: AbortSignal): AsyncGenerator<CallOffer, void>;
  /** The agent does not want it: nothing is offered for this call any more. */
  decline(): void;
  close(): Promise<void>;
}

interface CallWatchOptions {
  readonly live: Pick<LiveService, 'current' | 'watch' | 'start' | 'stop'>;
  readonly settings: Pick<SettingsService, 'current'>;
  readonly listen: OpenCallListening;
  readonly metricsPerSecond: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What is watched at the moment: the chosen sources, for a beginning, or the running call, for its end. */
interface Watched {
  /** The sources' names, or the session's id: another one is watched anew. */
  readonly key: string;
  end(): Promise<void>;
}

export function createCallWatch(options: CallWatchOptions): CallWatch {
  const { live, settings, listen, metricsPerSecond, clock, logger } = options;
  const fan = new EventFan<CallOffer>({ isLatest: () => true });
  let offer: CallOffer = { offer: null };
  let watched: Watched | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  const looks = new PQueue({ concurrency: 1 });

  function make(next: CallOffer['offer']): void {
    if (offer.offer === next) return;
    offer = { offer: next };
    fan.publish(offer);
  }

  function detection(): Settings['callDetection'] {
    return settings.current().callDetection;
  }

  /** Offers to start once a call seems to go on; declined, not before it seems to be over. */
  async function awaitBeginning(inputs: readonly LiveInput[], key: string): Promise<Watched> {
    let beginning = new CallBeginning(metricsPerSecond);
    let end = new CallEnd();
    let isOffered = false;
    const listening: CallListening = await listen(inputs, (metrics) => {
      const speaking = speakingOf(metrics);
      if (end.push(metrics.at, speaking)) {
        beginning = new CallBeginning(metricsPerSecond);
        end = new CallEnd();
        isOffered = false;
        make(null);
      } else if (beginning.push(speaking) && !isOffered) {
        isOffered = true;
        if (detection().automatic) void start(inputs);
        else make('start');
      }
    });
    return { key, end: () => listening.close() };
  }

  /** Offers to stop once nobody has spoken for a minute. */
  function awaitEnd(sessionId: string): Watched {
    const controller = new AbortController();
    const end = new CallEnd();
    const followed = (async () => {
      for await (const event of live.watch(sessionId, controller.signal)) {
        if (event.type !== 'call' || event.event.type !== 'metrics') continue;
        const isOver = end.push(event.event.at, speakingOf(event.event));
        if (!isOver) make(null);
        else if (detection().automatic) void stop(sessionId);
        else make('stop');
      }
    })().catch((error: unknown) => reportUnexpected(logger, 'A call could not be followed to its end', error));
    return {
      key: sessionId,
      end: async () => {
        controller.abort();
        await followed;
      },
    };
  }

  async function start(inputs: readonly LiveInput[]): Promise<void> {
    await letGo();
    const recordAudio = settings.current().recording.enabled;
    await live
      .start({ inputs, baseline: null, recordAudio })
      .catch((error: unknown) => reportUnexpected(logger, 'A call could not be started by itself', error));
  }

  async function stop(sessionId: string): Promise<void> {
    await live
      .stop(sessionId)
      .catch((error: unknown) => reportUnexpected(logger, 'A call could not be ended by itself', error));
  }

  async function letGo(): Promise<void> {
    const before = watched;
    watched = undefined;
    make(null);
    await before?.end();
  }

  /** Watches what is to be watched now. */
  async function look(): Promise<void> {
    const session = live.current();
    const { offerStart, offerStop } = detection();
    const inputs = session || !offerStart ? undefined : chosenInputs(settings.current());
    const key = session ? (offerStop ? session.sessionId : undefined) : inputs && JSON.stringify(inputs);
    if (key === watched?.key) return;
    await letGo();
    if (session && offerStop) {
      watched = awaitEnd(session.sessionId);
    } else if (inputs && key !== undefined && clock.monotonicSeconds() - triedAt >= retrySeconds) {
      try {
        watched = await awaitBeginning(inputs, key);
      } catch (error) {
        triedAt = clock.monotonicSeconds();
        reportUnexpected(logger, 'The chosen sources cannot be listened to', error);
      }
    }
  }

  const stopLooking = clock.every(lookSeconds, () => {
    void looks.add(look);
  });

  return {
    watch: (signal) => fan.watch([offer], signal),
    decline: () => make(null),
    async close() {
      stopLooking();
      await looks.onIdle();
      await letGo();
      fan.end();
    },
  };
}

/** Both parties' devices; a page's microphone is only there while the page captures. */
function chosenInputs({ sources: { agent, customer } }: Settings): LiveInput[] | undefined {
  if (agent?.kind !== 'device' || customer?.kind !== 'device' || agent.name === customer.name) return undefined;
  return [
    { role: 'agent', source: { kind: 'device', name: agent.name } },
    { role: 'customer', source: { kind: 'device', name: customer.name } },
  ];
}

function speakingOf({ agent, customer }: CallMetrics): BothSpeaking {
  return { agentSpeaking: agent?.speaking ?? false, customerSpeaking: customer?.speaking ?? false };
}
