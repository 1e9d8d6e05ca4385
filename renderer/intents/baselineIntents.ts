import { baselineSchema } from '../../core/model/baseline.ts';
import type { AppClient } from '../host/appClient.ts';
import { useBaselineStore } from '../state/baselineStore.ts';

export class BaselineIntents {
  readonly #baselines: AppClient['baselines'];

  constructor({ baselines }: Pick<AppClient, 'baselines'>) {
    this.#baselines = baselines;
  }

  /** Uses the baseline in a file from now on. An invalid file leaves the earlier choice in force. */
  async choose(file: File): Promise<void> {
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
  }

  forget(): void {
    useBaselineStore.setState({ chosen: undefined, error: undefined });
  }

  /** Follows the host's stored baselines, which any window may change. */
  async follow(): Promise<void> {
    for await (const stored of await this.#baselines.watch()) useBaselineStore.setState({ stored });
  }

  /** Erases the stored baseline of a device. */
  async remove(device: string): Promise<void> {
    await this.#baselines.remove({ device });
  }
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
