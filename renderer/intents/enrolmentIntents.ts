import type { LiveSource } from '../../contract/liveContract.ts';
import { AppError } from '../../core/model/appError.ts';
import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { streamMicrophone } from '../sound/microphoneStream.ts';
import { openPageMicrophone } from '../sound/pageMicrophone.ts';
import { noReading, type ReadingPart, type ReadingState, useEnrolmentStore } from '../state/enrolmentStore.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import type { SourceIntents } from './sourceIntents.ts';

/** The time for which each part is read. */
export const enrolmentSeconds: Readonly<Record<ReadingPart, number>> = { normal: 30, soft: 15 };

export class EnrolmentIntents {
  readonly #connection: HostConnection;
  readonly #sources: SourceIntents;
  #reading = new AbortController();

  constructor(connection: HostConnection, sources: SourceIntents) {
    this.#connection = connection;
    this.#sources = sources;
  }

  /** Discards earlier recordings. */
  reset(): void {
    useEnrolmentStore.setState(noReading, true);
  }

  /** Records the agent's microphone while a part is read. Finishing the soft part makes the baseline. */
  async read(part: ReadingPart): Promise<void> {
    if (useEnrolmentStore.getState().running) return;
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    set({ running: { part, progress: undefined }, error: undefined, saved: undefined });
    try {
      await this.#listen(part, signal);
      if (part === 'soft' && !signal.aborted) await this.save();
    } catch (error) {
      if (!signal.aborted) set({ error: errorOf(error) });
    } finally {
      set({ running: undefined });
    }
  }

  /** Stops the part that is being read. */
  stop(): void {
    this.#reading.abort();
  }

  /** Makes the baseline of the parts read so far; the soft part is optional. */
  async save(): Promise<void> {
    const { normal, soft } = useEnrolmentStore.getState().readings;
    if (!normal) return;
    try {
      set({ saved: await this.#connection.client.baselines.save({ normal, soft: soft ?? null }) });
    } catch (error) {
      set({ error: errorOf(error) });
    }
  }

  async #listen(part: ReadingPart, signal: AbortSignal): Promise<void> {
    using opened = new DisposableStack();
    const source = await this.#openSource(opened);
    const { baselines } = this.#connection.client;
    const events = await baselines.enrol({ source, seconds: enrolmentSeconds[part] }, { signal });
    for await (const event of events) {
      if (event.type === 'progress') set({ running: { part, progress: event } });
      else set({ readings: { ...useEnrolmentStore.getState().readings, [part]: event.baseline } });
    }
  }

  /** @param opened takes the source, which is closed after the part */
  async #openSource(opened: DisposableStack): Promise<LiveSource> {
    const { choice } = useSourceStore.getState().sources.agent;
    const { agent: previewed } = await this.#sources.takeMicrophones(opened, ['agent']);
    if (choice.kind === 'device') return choice;
    if (choice.kind !== 'page') throw new AppError('no-such-device', 'Choose your microphone first, then read.');
    const agent =
      previewed ?? opened.adopt(await openPageMicrophone(choice.deviceId), (microphone) => microphone.close());
    const { source, channel } = await streamMicrophone(this.#connection, agent);
    opened.defer(() => channel.close());
    return source;
  }
}

function set(change: Partial<ReadingState>): void {
  useEnrolmentStore.setState(change);
}
