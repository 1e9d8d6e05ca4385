import { baselineSchema } from '../../core/model/baseline.ts';
import type { AppClient } from '../host/appClient.ts';
import { useBaselineStore } from '../state/baselineStore.ts';

export interface BaselineIntents {
  /** Uses the baseline in a file from now on. A file that is none leaves the earlier choice in force. */
  choose(file: File): Promise<void>;
  forget(): void;
  /** Keeps the stored baselines as the host has them, whichever window changes them. */
  follow(): Promise<void>;
  /** Erases the stored baseline of a device. */
  remove(device: string): Promise<void>;
}

export function createBaselineIntents(client: AppClient): BaselineIntents {
  return {
    async choose(file) {
      const baseline = baselineSchema.safeParse(await readJson(file));
      useBaselineStore.setState(
        baseline.success
          ? { chosen: { fileName: file.name, baseline: baseline.data }, error: undefined }
          : {
              error: {
                code: 'bad-baseline',
                message: `${file.name} is not a Softspoken baseline. Choose the JSON file that “softspoken baseline” wrote.`,
              },
            },
      );
    },
    forget() {
      useBaselineStore.setState({ chosen: undefined, error: undefined });
    },
    async follow() {
      for await (const stored of await client.baselines.watch()) useBaselineStore.setState({ stored });
    },
    remove: (device) => client.baselines.remove({ device }),
  };
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
