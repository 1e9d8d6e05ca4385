import type { AnalysisEvent } from '../../contract/recordingContract.ts';
import { errorOf } from '../host/appClient.ts';
import type { BulkChannel } from '../host/bulkChannel.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { type ChannelRoles, selectedBaseline, uploadFile } from '../host/fileUpload.ts';
import { goTo } from '../state/page.ts';
import { type AnalysisState, useRecordingStore } from '../state/recordingStore.ts';

interface RunningJob {
  readonly jobId: string;
  readonly channel: BulkChannel | undefined;
}

export class RecordingIntents {
  readonly #connection: HostConnection;
  #running: RunningJob | undefined;

  constructor(connection: HostConnection) {
    this.#connection = connection;
  }

  /** Fetches the sample calls. */
  async refresh(): Promise<void> {
    useRecordingStore.setState({ samples: await this.#recordings.samples() });
  }

  openFile(file: File, roles: ChannelRoles): Promise<void> {
    return this.#analyze(file.name, () => uploadFile(this.#connection, file, roles, false));
  }

  openSample(id: string, title: string): Promise<void> {
    return this.#analyze(title, async () => {
      const source = { kind: 'sample', id } as const;
      const { jobId } = await this.#recordings.analyze({ source, roles: null, baseline: selectedBaseline() });
      return { jobId, channel: undefined };
    });
  }

  async cancel(): Promise<void> {
    if (this.#running) await this.#recordings.cancel({ jobId: this.#running.jobId });
  }

  /** Removes a failure from the screen. */
  dismiss(): void {
    showAnalysis({ phase: 'idle' });
  }

  get #recordings() {
    return this.#connection.client.recordings;
  }

  async #analyze(title: string, start: () => Promise<RunningJob>): Promise<void> {
    if (useRecordingStore.getState().analysis.phase === 'running') return;
    showAnalysis({ phase: 'running', title, fraction: 0, remainingSeconds: undefined });
    try {
      this.#running = await start();
      for await (const event of await this.#recordings.watch({ jobId: this.#running.jobId })) show(title, event);
    } catch (error) {
      showAnalysis({ phase: 'failed', title, error: errorOf(error) });
    } finally {
      this.#running?.channel?.close();
      this.#running = undefined;
    }
  }
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
