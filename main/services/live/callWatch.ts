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
import { CallListening, type CallListeningOptions } from './callListening.ts';
import type { LiveService } from './liveService.ts';
import type { LiveSession } from './liveSession.ts';

const lookSeconds = 1;
/** Sources that could not be opened are tried again after this long. */
const retrySeconds = 30;

interface CallWatchOptions {
  readonly live: LiveService;
  readonly settings: SettingsService;
  readonly listening: CallListeningOptions;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The present target: the selected sources, for a beginning, or the running call, for its end. */
interface Watched {
  /** The sources' names or the session's id; when it changes, the watch begins again. */
  readonly key: string;
  close(): Promise<void>;
}

/**
 * Detects that a call begins or ends if the agent has enabled that, and offers to start or stop, or does so itself. It
 * listens only while no call is coached, and opens no source that the agent has not selected.
 */
export class CallWatch {
  readonly #options: CallWatchOptions;
  readonly #fan = new EventFan<CallOffer>({ isLatest: () => true });
  readonly #looks = new PQueue({ concurrency: 1 });
  readonly #stopLooking: () => void;
  #offer: CallOffer = { offer: null };
  #watched: Watched | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(options: CallWatchOptions) {
    this.#options = options;
    this.#stopLooking = options.clock.every(lookSeconds, () => void this.#looks.add(() => this.#look()));
  }

  /** Yields the present offer, then every change. */
  watch(signal?: AbortSignal): AsyncGenerator<CallOffer, void> {
    return this.#fan.watch([this.#offer], signal);
  }

  /** Declines the offer: nothing more is offered for this call. */
  decline(): void {
    this.#make(null);
  }

  async close(): Promise<void> {
    this.#stopLooking();
    await this.#looks.onIdle();
    await this.#letGo();
    this.#fan.end();
  }

  #make(offer: CallOffer['offer']): void {
    if (this.#offer.offer === offer) return;
    this.#offer = { offer };
    this.#fan.publish(this.#offer);
  }

  get #detection(): Settings['callDetection'] {
    return this.#options.settings.current().callDetection;
  }

  /** Watches the present target. */
  async #look(): Promise<void> {
    const { live, settings, clock, logger } = this.#options;
    const { offerStart, offerStop } = this.#detection;
    const session = live.current();
    const inputs = session || !offerStart ? undefined : selectedInputs(settings.current());
    const key = session ? (offerStop ? session.sessionId : undefined) : inputs && JSON.stringify(inputs);
    if (key === this.#watched?.key) return;
    await this.#letGo();
    if (session && offerStop) {
      this.#watched = this.#awaitEnd(session.sessionId);
    } else if (inputs && key !== undefined && clock.monotonicSeconds() - this.#triedAt >= retrySeconds) {
      try {
        this.#watched = await this.#awaitBeginning(inputs, key);
      } catch (error) {
        this.#triedAt = clock.monotonicSeconds();
        reportUnexpected(logger, 'The selected sources cannot be listened to', error);
      }
    }
  }

  /** Offers to start once a call seems to be in progress; if declined, not again before that call seems to be over. */
  async #awaitBeginning(inputs: readonly LiveInput[], key: string): Promise<Watched> {
    const { perSecond } = this.#options.settings.callConfig().metrics;
    let beginning = new CallBeginning(perSecond);
    let end = new CallEnd();
    let isOffered = false;
    const listening = await CallListening.open(this.#options.listening, inputs, (metrics) => {
      const speaking = speakingOf(metrics);
      if (end.push(metrics.at, speaking)) {
        beginning = new CallBeginning(perSecond);
        end = new CallEnd();
        isOffered = false;
        this.#make(null);
      } else if (beginning.push(speaking) && !isOffered) {
        isOffered = true;
        if (this.#detection.automatic) void this.#start(inputs);
        else this.#make('start');
      }
    });
    return { key, close: () => listening.close() };
  }

  /** Offers to stop once nobody has spoken for a minute. */
  #awaitEnd(sessionId: string): Watched {
    const session = this.#options.live.session(sessionId);
    const controller = new AbortController();
    const end = new CallEnd();
    const followed = (async () => {
      for await (const event of session.watch(controller.signal)) {
        if (event.type !== 'call' || event.event.type !== 'metrics') continue;
        const isOver = end.push(event.event.at, speakingOf(event.event));
        if (!isOver) this.#make(null);
        else if (this.#detection.automatic) void this.#stop(session);
        else this.#make('stop');
      }
    })().catch((error: unknown) =>
      reportUnexpected(this.#options.logger, 'A call could not be followed to its end', error),
    );
    return {
      key: sessionId,
      close: async () => {
        controller.abort();
        await followed;
      },
    };
  }

  async #start(inputs: readonly LiveInput[]): Promise<void> {
    const { live, settings, logger } = this.#options;
    await this.#letGo();
    const recordAudio = settings.current().recording.enabled;
    await live
      .start({ inputs, baseline: null, recordAudio })
      .catch((error: unknown) => reportUnexpected(logger, 'A call could not be started automatically', error));
  }

  async #stop(session: LiveSession): Promise<void> {
    await session
      .stop()
      .catch((error: unknown) =>
        reportUnexpected(this.#options.logger, 'A call could not be ended automatically', error),
      );
  }

  async #letGo(): Promise<void> {
    const before = this.#watched;
    this.#watched = undefined;
    this.#make(null);
    await before?.close();
  }
}

/** Returns both parties' devices; a page's microphone exists only while the page captures. */
function selectedInputs({ sources: { agent, customer } }: Settings): LiveInput[] | undefined {
  if (agent?.kind !== 'device' || customer?.kind !== 'device' || agent.name === customer.name) return undefined;
  return [
    { role: 'agent', source: { kind: 'device', name: agent.name } },
    { role: 'customer', source: { kind: 'device', name: customer.name } },
  ];
}

function speakingOf({ agent, customer }: CallMetrics): BothSpeaking {
  return { agentSpeaking: agent?.speaking ?? false, callerSpeaking: customer?.speaking ?? false };
}
