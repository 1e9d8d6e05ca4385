import type { AnalysisEvent } from '../../contract/recordingContract.ts';
import { errorOf } from '../host/appClient.ts';
import type { BulkChannel } from '../host/bulkChannel.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { type ChannelRoles, chosenBaseline, uploadFile } from '../host/fileUpload.ts';
import { goTo } from '../state/page.ts';
import { type AnalysisState, useRecordingStore } from '../state/recordingStore.ts';

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

export function createRecordingIntents(connection: HostConnection): RecordingIntents {
  const { client } = connection;
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

  return {
    async refresh() {
      useRecordingStore.setState({ samples: await client.recordings.samples() });
    },
    openFile: (file, roles) => analyze(file.name, () => uploadFile(connection, file, roles, false)),
    openSample: (id, title) =>
      analyze(title, async () => {
        const source = { kind: 'sample', id } as const;
        const { jobId } = await client.recordings.analyze({ source, roles: null, baseline: chosenBaseline() });
        return { jobId, channel: undefined };
      }),
    async cancel() {
      if (running) await client.recordings.cancel({ jobId: running.jobId });
    },
    dismiss: () => showAnalysis({ phase: 'idle' }),
  };
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
      goTo({ name: 'call', callId: event.callId });
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
