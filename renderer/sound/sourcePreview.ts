import type { LevelPreview } from '../../contract/liveContract.ts';
import { LevelMeter } from '../../core/audio/levelMeter.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';
import type { AppClient } from '../host/appClient.ts';
import { openPageMicrophone, openSystemSound, type PageMicrophone } from './pageMicrophone.ts';

/** A selected source whose level is shown before the call. */
export interface SourcePreview {
  /** The page's microphone, if the source is one. */
  readonly microphone: PageMicrophone | undefined;
  stop(): void;
}

interface PreviewListener {
  onLevel(level: LevelPreview): void;
  onError(error: unknown): void;
}

/** Starts to measure a source's level. A page's microphone is measured here: the host hears it only during a call. */
export async function startPreview(
  client: AppClient,
  choice: Exclude<SourceChoice, { kind: 'none' }>,
  listener: PreviewListener,
): Promise<SourcePreview> {
  switch (choice.kind) {
    case 'device':
      return previewDevice(client, choice.name, listener);
    case 'page':
      return previewMicrophone(await openPageMicrophone(choice.deviceId), listener);
    case 'system':
      return previewMicrophone(await openSystemSound(), listener);
  }
}

function previewMicrophone(microphone: PageMicrophone, { onLevel }: PreviewListener): SourcePreview {
  const meter = new LevelMeter(microphone.sampleRateHz);
  const stop = microphone.listen((samples) => {
    const level = meter.push(samples).at(-1);
    if (level) onLevel(level);
  });
  return { microphone, stop };
}

function previewDevice(client: AppClient, name: string, { onLevel, onError }: PreviewListener): SourcePreview {
  const abort = new AbortController();
  const follow = async () => {
    const source = { kind: 'device', name } as const;
    for await (const level of await client.live.preview({ source }, { signal: abort.signal })) onLevel(level);
  };
  follow().catch((error: unknown) => {
    if (!abort.signal.aborted) onError(error);
  });
  return { microphone: undefined, stop: () => abort.abort() };
}
