import type { ExportRequest } from '../../contract/exportContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { nothingExported, useExportStore } from '../state/exportStore.ts';
import { useReviewerStore } from '../state/reviewerStore.ts';

/** A request without the person who makes it. */
export type Wish = ExportRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'coach'>
    : never
  : never;

export class ExportIntents {
  readonly #exports: AppClient['exports'];

  constructor(client: Pick<AppClient, 'exports'>) {
    this.#exports = client.exports;
  }

  /** Fetches a description of what these calls would export. */
  async look(callIds: readonly string[]): Promise<void> {
    useExportStore.setState(nothingExported, true);
    try {
      useExportStore.setState({ contents: await this.#exports.contents({ callIds: [...callIds], coach: coach() }) });
    } catch (error) {
      useExportStore.setState({ error: errorOf(error) });
    }
  }

  /** Clears the result of an earlier export. */
  forget(): void {
    useExportStore.setState(nothingExported, true);
  }

  /** Makes a file and passes it to the browser's downloads. */
  async save(wish: Wish): Promise<void> {
    useExportStore.setState({ isWorking: true, made: undefined, error: undefined });
    try {
      const request = { ...wish, coach: coach() };
      const made = await this.#exports.make(request);
      download(made.url, made.fileName);
      useExportStore.setState({ isWorking: false, made });
    } catch (error) {
      useExportStore.setState({ isWorking: false, error: errorOf(error) });
    }
  }
}

function coach(): string | null {
  return useReviewerStore.getState().name.trim() || null;
}

function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
