import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallListItem } from '../../contract/callContract.ts';
import type { CallReport } from '../../core/model/callReport.ts';
import { createWavFile } from '../../main/audio/wavWriter.ts';
import type { Services } from '../../main/services/createServices.ts';
import { encodeCall } from '../../main/storage/calls/callCodec.ts';
import { syntheticPeaks, syntheticReport } from './syntheticReport.ts';

const sampleRateHz = 8_000;

export interface LibraryCallOptions {
  readonly kind?: CallListItem['kind'];
  readonly agent?: string;
  readonly startedAt?: string;
  readonly report?: CallReport;
  /** Seconds of a tone on the agent's channel and silence on the caller's; without it no audio is saved. */
  readonly audioSeconds?: number;
  /** Folder for a temporary file. */
  readonly dir: string;
}

/** Adds a made-up call to the library. */
export async function saveLibraryCall(
  { library: { writer } }: Pick<Services, 'library'>,
  callId: string,
  options: LibraryCallOptions,
): Promise<void> {
  const {
    kind = 'file',
    agent,
    startedAt = '2026-05-04T10:00:00.000Z',
    report = syntheticReport(),
    audioSeconds,
    dir,
  } = options;
  const title = `Call ${callId}`;
  const roles = report.speakers.map(({ role }) => role);
  const begun = { callId, kind, title, roles, startedAt: new Date(startedAt) };
  writer.begin(agent === undefined ? begun : { ...begun, agent });
  if (audioSeconds !== undefined) {
    const path = join(dir, `${callId}.wav`);
    const wav = await createWavFile(path, { sampleRateHz, channelCount: 2 });
    for (let second = 0; second < audioSeconds; second += 1) {
      const tone = Float32Array.from(
        { length: sampleRateHz },
        (_, i) => 0.2 * Math.sin((2 * Math.PI * 220 * i) / 8_000),
      );
      await wav.write([tone, new Float32Array(sampleRateHz)]);
    }
    await wav.close();
    await writer.saveAudio(callId, path);
    await rm(path);
  }
  const encoded = await encodeCall({ report, peaks: syntheticPeaks(report, 50) });
  await writer.save(callId, 'complete', new Date(Date.parse(startedAt) + 1000 * encoded.durationSeconds), encoded);
}
