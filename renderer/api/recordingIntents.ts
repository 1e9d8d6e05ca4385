import type { AnalysisEvent } from '../../contract/recordingContract.ts';
import { bulkFrameMaxBytes } from '../../contract/streamContract.ts';
import type { Role } from '../../core/model/role.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { goTo } from '../state/page.ts';
import { type AnalysisState, useRecordingStore } from '../state/recordingStore.ts';
import { errorOf } from './appClient.ts';
import type { BulkChannel } from './bulkChannel.ts';
import type { HostConnection } from './connectHost.ts';

/** The channels' owners in order; null lets the host take the usual ones. */
export type ChannelRoles = readonly Role[] | null;

export interface RecordingIntents {
  /** Fetches the sample calls. */
  refresh(): Promise<void>;
  openFile(file: File, roles: ChannelRoles): Promise<void>;
  openSample(id: string, title: string): Promise<void>;
  cancel(): Promise<void>;
  /** Takes a failure off the screen. */
  dismiss(): void;
}

interface RunningJob {
  readonly jobId: string;
  readonly channel: BulkChannel | undefined;
}

export function createRecordingIntents({ client, openBulkChannel }: HostConnection): RecordingIntents {
  let running: RunningJob | undefined;

  async function analyze(title: string, start: () => Promise<RunningJob>): Promise<void> {
    if (useRecordingStore.getState().analysis.phase === 'running') return;
    showAnalysis({ phase: 'running', title, fraction: 0, remainingSeconds: undefined });
    try {
      running = await start();
      for await (const event of await client.recordings.watch({ jobId: running.jobId })) show(title, event);
    } catch (error) {
      showAnalysis({ phase: 'failed', title, error: errorOf(error) });
    } finally {
      running?.channel?.close();
      running = undefined;
    }
  }

  const baseline = () => useBaselineStore.getState().chosen?.baseline ?? null;

  return {
    async refresh() {
      useRecordingStore.setState({ samples: await client.recordings.samples() });
    },
    openFile: (file, roles) =>
      analyze(file.name, async () => {
        const name = file.name.slice(-255) || 'recording';
        const { streamId } = await client.streams.open({ kind: 'upload', name, sizeBytes: file.size });
        const channel = await openBulkChannel(streamId);
        const { jobId } = await client.recordings
          .analyze({ source: { kind: 'upload', streamId }, roles: roles && [...roles], baseline: baseline() })
          .catch((error: unknown) => {
            channel.close();
            throw error;
          });
        // A failed upload reaches the user as the failure of its analysis.
        upload(file, channel).catch(() => channel.close());
        return { jobId, channel };
      }),
    openSample: (id, title) =>
      analyze(title, async () => {
        const source = { kind: 'sample', id } as const;
        const { jobId } = await client.recordings.analyze({ source, roles: null, baseline: baseline() });
        return { jobId, channel: undefined };
      }),
    async cancel() {
      if (running) await client.recordings.cancel({ jobId: running.jobId });
    },
    dismiss: () => showAnalysis({ phase: 'idle' }),
  };
}

async function upload(file: Blob, channel: BulkChannel): Promise<void> {
  for (let offset = 0; offset < file.size; offset += bulkFrameMaxBytes) {
    await channel.send(await file.slice(offset, offset + bulkFrameMaxBytes).arrayBuffer());
  }
  channel.end();
}

function show(title: string, event: AnalysisEvent): void {
  switch (event.type) {
    case 'progress':
      showAnalysis({
        phase: 'running',
        title,
        fraction: event.fraction,
        remainingSeconds: event.remainingSeconds ?? undefined,
      });
      return;
    case 'done':
      showAnalysis({ phase: 'idle' });
      goTo({ name: 'summary', callId: event.callId });
      return;
    case 'failed':
      showAnalysis(
        event.error.code === 'cancelled' ? { phase: 'idle' } : { phase: 'failed', title, error: event.error },
      );
  }
}

function showAnalysis(analysis: AnalysisState): void {
  useRecordingStore.setState({ analysis });
}
