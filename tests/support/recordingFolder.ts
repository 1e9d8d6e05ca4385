import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sine } from './signals.ts';
import { waveBytes } from './waveBytes.ts';

const sampleRateHz = 8_000;

/** Writes short two-channel recordings with different sounds, in folders of ten. Returns their names below `folder`. */
export async function writeRecordings(folder: string, count: number, seconds: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, i) => join(`part ${Math.floor(i / 10)}`, `call ${i}.wav`));
  for (const [i, name] of names.entries()) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), recordingBytes(i, seconds));
  }
  return names;
}

/** @param which number of the recording; no two have the same sound */
export function recordingBytes(which: number, seconds: number): Uint8Array {
  const agent = sine(150 + which, seconds, 0.2, sampleRateHz);
  const customer = sine(250 + which, seconds, 0.1, sampleRateHz);
  return waveBytes([agent, customer], { sampleRateHz });
}
