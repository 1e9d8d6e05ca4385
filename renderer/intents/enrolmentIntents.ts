import type { LiveSource } from '../../contract/liveContract.ts';
import { AppError } from '../../core/model/appError.ts';
import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { streamMicrophone } from '../sound/microphoneStream.ts';
import { openPageMicrophone } from '../sound/pageMicrophone.ts';
import { noReading, type ReadingPart, type ReadingState, useEnrolmentStore } from '../state/enrolmentStore.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import type { SourceIntents } from './sourceIntents.ts';

/** How long each part is read. */
export const readingSeconds: Readonly<Record<ReadingPart, number>> = { normal: 30, soft: 15 };

export interface EnrolmentIntents {
  /** Forgets earlier readings. */
  reset(): void;
  /** Listens to the agent's microphone while a part is read. The soft part, when it is done, makes the baseline. */
  read(part: ReadingPart): Promise<void>;
  /** Breaks the part off that is being read. */
  stop(): void;
  /** Makes the baseline of what has been read, without a soft part. */
  keep(): Promise<void>;
}

export function createEnrolmentIntents(connection: HostConnection, sources: SourceIntents): EnrolmentIntents {
  const { client } = connection;
  let breakOff = new AbortController();

  async function openSource(): Promise<{ readonly source: LiveSource; readonly close: () => void }> {
    const { choice } = useSourceStore.getState().sources.agent;
    const { agent: previewed, customer } = await sources.takeMicrophones();
    customer?.close();
    if (choice.kind === 'device') return { source: choice, close: () => {} };
    if (choice.kind !== 'page') throw new AppError('no-such-device', 'Choose your microphone first, then read.');
    const agent = previewed ?? (await openPageMicrophone(choice.deviceId));
    const { source, channel } = await streamMicrophone(connection, agent);
    return {
      source,
      close() {
        agent.close();
        channel.close();
      },
    };
  }

  async function listen(part: ReadingPart, signal: AbortSignal): Promise<void> {
    const { source, close } = await openSource();
    try {
      const events = await client.baselines.read({ source, seconds: readingSeconds[part] }, { signal });
      for await (const event of events) {
        if (event.type === 'progress') set({ running: { part, progress: event } });
        else set({ readings: { ...useEnrolmentStore.getState().readings, [part]: event.reading } });
      }
    } finally {
      close();
    }
  }

  async function keep(): Promise<void> {
    const { normal, soft } = useEnrolmentStore.getState().readings;
    if (!normal) return;
    try {
      set({ kept: await client.baselines.save({ normal, soft: soft ?? null }) });
    } catch (error) {
      set({ error: errorOf(error) });
    }
  }

  return {
    reset: () => useEnrolmentStore.setState(noReading, true),
    async read(part) {
      if (useEnrolmentStore.getState().running) return;
      breakOff = new AbortController();
      set({ running: { part, progress: undefined }, error: undefined, kept: undefined });
      try {
        await listen(part, breakOff.signal);
        if (part === 'soft' && !breakOff.signal.aborted) await keep();
      } catch (error) {
        if (!breakOff.signal.aborted) set({ error: errorOf(error) });
      } finally {
        set({ running: undefined });
      }
    },
    stop: () => breakOff.abort(),
    keep,
  };
}

function set(change: Partial<ReadingState>): void {
  useEnrolmentStore.setState(change);
}
