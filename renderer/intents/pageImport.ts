import type { ImportProgress, ImportView } from '../../contract/importContract.ts';
import type { AnalysisEvent } from '../../contract/recordingContract.ts';
import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { type ChannelRoles, type FileUpload, uploadFile } from '../host/fileUpload.ts';
import { pageImportId, useImportStore } from '../state/importStore.ts';

interface QueuedFile {
  readonly file: File;
  readonly roles: ChannelRoles;
}

const nothing: ImportProgress = {
  total: 0,
  done: 0,
  duplicates: 0,
  failed: 0,
  remainingSeconds: null,
  current: [],
  failures: [],
};

/** Several files of this page, uploaded and analysed one after another. */
export class PageImport {
  readonly #connection: HostConnection;
  readonly #onDone: () => void;
  #queue: QueuedFile[] = [];
  #progress = nothing;
  #upload: FileUpload | undefined;
  #isPaused = false;
  #isRunning = false;
  #past = { bytes: 0, seconds: 0 };

  /** @param onDone called for every new call */
  constructor(connection: HostConnection, onDone: () => void) {
    this.#connection = connection;
    this.#onDone = onDone;
  }

  async add(files: readonly File[], roles: ChannelRoles): Promise<void> {
    if (this.#queue.length === 0) this.#progress = nothing;
    this.#queue.push(...files.map((file) => ({ file, roles })));
    this.#tell({ total: this.#progress.total + files.length });
    await this.#run();
  }

  /** Aborts the current file, which goes back into the queue. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    this.#tell({});
    await this.#cancel();
  }

  async resume(): Promise<void> {
    this.#isPaused = false;
    this.#tell({});
    await this.#run();
  }

  async remove(): Promise<void> {
    this.#queue = [];
    this.#isPaused = false;
    useImportStore.setState({ pageImport: undefined });
    await this.#cancel();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#queue[0]; next && !this.#isPaused; next = this.#queue[0]) {
      const from = performance.now();
      const end = await this.#import(next);
      if (!this.#isNext(next.file)) continue;
      if (end.type === 'failed' && end.error.code === 'cancelled') continue;
      this.#queue.shift();
      this.#settle(next.file, end, (performance.now() - from) / 1000);
    }
    this.#isRunning = false;
  }

  /** Returns the last event of the file's analysis. */
  async #import({ file, roles }: QueuedFile): Promise<Exclude<AnalysisEvent, { type: 'progress' }>> {
    this.#tell({ current: [file.name] });
    try {
      this.#upload = await uploadFile(this.#connection, file, roles, true);
      const { jobId } = this.#upload;
      if (this.#isPaused || !this.#isNext(file)) await this.#cancel();
      for await (const event of await this.#connection.client.recordings.watch({ jobId })) {
        if (event.type !== 'progress') return event;
        if (this.#isNext(file)) this.#tell({ remainingSeconds: this.#remaining(event.fraction) });
      }
      throw new RangeError('An analysis must end with an event that closes it.');
    } catch (error) {
      return { type: 'failed', error: errorOf(error) };
    } finally {
      this.#upload?.channel.close();
      this.#upload = undefined;
      if (this.#isNext(file)) this.#tell({ current: [] });
    }
  }

  #settle(file: File, end: Exclude<AnalysisEvent, { type: 'progress' }>, seconds: number): void {
    const { done, duplicates, failed, failures } = this.#progress;
    if (end.type === 'failed') {
      this.#tell({ failed: failed + 1, failures: [...failures, { name: file.name, error: end.error }] });
    } else if (end.wasKnown) {
      this.#tell({ duplicates: duplicates + 1 });
    } else {
      this.#past = { bytes: this.#past.bytes + file.size, seconds: this.#past.seconds + seconds };
      this.#tell({ done: done + 1 });
      this.#onDone();
    }
  }

  /** Returns false once the import has been removed from the list. */
  #isNext(file: File): boolean {
    return this.#queue[0]?.file === file;
  }

  async #cancel(): Promise<void> {
    if (this.#upload) await this.#connection.client.recordings.cancel({ jobId: this.#upload.jobId });
  }

  /** @param fraction the completed part of the first file in the queue, 0…1 */
  #remaining(fraction: number): number | null {
    const { bytes, seconds } = this.#past;
    const queued = this.#queue.reduce((sum, { file }) => sum + file.size, 0);
    const left = queued - fraction * (this.#queue[0]?.file.size ?? 0);
    return bytes > 0 ? (left * seconds) / bytes : null;
  }

  #tell(change: Partial<ImportProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    const state: ImportView['state'] = this.#queue.length === 0 ? 'done' : this.#isPaused ? 'paused' : 'running';
    useImportStore.setState({
      pageImport: { importId: pageImportId, path: '', watches: false, state, progress: this.#progress, problem: null },
    });
  }
}
