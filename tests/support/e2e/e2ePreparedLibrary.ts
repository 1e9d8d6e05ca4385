import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppClient } from '../../contract/fakes/connections.ts';
import { HostProcess } from '../hostProcess.ts';
import type { SampleId } from './e2eSounds.ts';

/**
 * A data folder with sample calls in its library, analysed by the built app and copied for each test that needs them.
 */
export class PreparedLibrary {
  readonly callIds: Readonly<Record<SampleId, string>>;
  readonly #dataDir: string;

  private constructor(dataDir: string, callIds: Readonly<Record<SampleId, string>>) {
    this.#dataDir = dataDir;
    this.callIds = callIds;
  }

  static async make(samples: readonly SampleId[]): Promise<PreparedLibrary> {
    const dataDir = await mkdtemp(join(tmpdir(), 'softspoken-e2e-library-'));
    const callIds: Record<SampleId, string> = { 'matching-the-anger': '', 'soft-and-patient': '' };
    if (samples.length > 0) {
      const host = await HostProcess.start(dataDir);
      try {
        for (const id of samples) callIds[id] = await analysedSample(host.client, id);
      } finally {
        await host.stop();
      }
    }
    return new PreparedLibrary(dataDir, callIds);
  }

  async copyTo(dataDir: string): Promise<void> {
    await cp(this.#dataDir, dataDir, { recursive: true });
  }

  async remove(): Promise<void> {
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

async function analysedSample(client: AppClient, id: SampleId): Promise<string> {
  const { jobId } = await client.recordings.analyze({ source: { kind: 'sample', id }, roles: null, baseline: null });
  for await (const event of await client.recordings.watch({ jobId })) {
    if (event.type === 'done') return event.callId;
    if (event.type === 'failed') throw new Error(event.error.message);
  }
  throw new Error(`The sample call ${id} was not analysed`);
}
