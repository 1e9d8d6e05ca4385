import type { ExportRequest } from '../../contract/exportContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { nothingExported, useExportStore } from '../state/exportStore.ts';
import { useReviewerStore } from '../state/reviewerStore.ts';

/** A request without who makes it. */
export type Wish = ExportRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'coach'>
    : never
  : never;

export interface ExportIntents {
  /** Fetches what there is of these calls to be handed on. */
  look(callIds: readonly string[]): Promise<void>;
  /** Forgets what was exported before. */
  forget(): void;
  /** Makes a file and hands it to the browser's downloads. */
  save(wish: Wish): Promise<void>;
}

export function createExportIntents(client: Pick<AppClient, 'exports'>): ExportIntents {
  const coach = () => useReviewerStore.getState().name.trim() || null;
  return {
    async look(callIds) {
      useExportStore.setState(nothingExported, true);
      try {
        useExportStore.setState({ contents: await client.exports.contents({ callIds: [...callIds], coach: coach() }) });
      } catch (error) {
        useExportStore.setState({ error: errorOf(error) });
      }
    },
    forget() {
      useExportStore.setState(nothingExported, true);
    },
    async save(wish) {
      useExportStore.setState({ isWorking: true, made: undefined, error: undefined });
      try {
        const request = { ...wish, coach: coach() };
        const made = await client.exports.make(request);
        download(made.url, made.fileName);
        useExportStore.setState({ isWorking: false, made });
      } catch (error) {
        useExportStore.setState({ isWorking: false, error: errorOf(error) });
      }
    },
  };
}

function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
