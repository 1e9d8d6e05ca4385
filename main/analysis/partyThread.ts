import type { MessagePort } from 'node:worker_threads';
import type { SignalFacts } from '../../core/metrics/signalCheck.ts';
import { packTicks, unpackTicks } from './packedTicks.ts';
import { PartyAnalyser, type PartyFeed, type PartyMeasures, type PartySetup } from './partyAnalyser.ts';
import type { SpeechModel } from './speechModel.ts';

/** Messages from the call's thread to the thread that measures a party: the setup, then samples, then `finish`. */
type ToPartyThread = PartySetup | { readonly samples: Float32Array<ArrayBuffer> } | 'finish';

/** One answer to each message but the first, in order. */
type FromPartyThread =
  | { readonly numbers: Float64Array<ArrayBuffer>; readonly signal: SignalFacts }
  | { readonly error: unknown };

interface Waiting {
  readonly resolve: (measures: PartyMeasures) => void;
  readonly reject: (error: unknown) => void;
}

/** A party measured by another thread, at the other end of a message channel. */
export class RemoteParty implements PartyFeed {
  readonly #port: MessagePort;
  readonly #waiting: Waiting[] = [];

  constructor(port: MessagePort, setup: PartySetup) {
    this.#port = port;
    port.on('message', (answer: FromPartyThread) => {
      const { resolve, reject } = this.#waiting.shift()!;
      if ('error' in answer) reject(answer.error);
      else resolve({ ticks: unpackTicks(answer.numbers), signal: answer.signal });
    });
    port.on('close', () => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error("the party's thread ended"));
    });
    this.#port.postMessage(setup satisfies ToPartyThread);
  }

  push(samples: Float32Array<ArrayBuffer>): Promise<PartyMeasures> {
    return this.#ask({ samples }, [samples.buffer]);
  }

  finish(): Promise<PartyMeasures> {
    return this.#ask('finish');
  }

  #ask(message: ToPartyThread, given: readonly ArrayBuffer[] = []): Promise<PartyMeasures> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#port.postMessage(message, given);
    });
  }
}

/** Measures a party at the other end, until the channel is closed. */
export function serveParty(model: SpeechModel, port: MessagePort): Promise<void> {
  let party: PartyAnalyser | undefined;
  const measure = async (message: ToPartyThread): Promise<PartyMeasures | undefined> => {
    if (message === 'finish') return party?.finish();
    if ('samples' in message) return party?.push(message.samples);
    party = new PartyAnalyser(model, message);
    return undefined;
  };
  const answer = ({ ticks, signal }: PartyMeasures): void => {
    const numbers = packTicks(ticks);
    port.postMessage({ numbers, signal } satisfies FromPartyThread, [numbers.buffer]);
  };
  port.on('message', (message: ToPartyThread) => {
    measure(message).then(
      (measures) => measures && answer(measures),
      (error: unknown) => port.postMessage({ error } satisfies FromPartyThread),
    );
  });
  return new Promise((resolve) => port.once('close', () => resolve()));
}
