import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { unpackCall } from '../../contract/callContract.ts';
import type { ImportView } from '../../contract/importContract.ts';
import { HostProcess } from './hostProcess.ts';
import { writeRecordings } from './recordingFolder.ts';

const recordingSeconds = 4;
const patienceSeconds = 600;

/** Outcome of importing a folder with a host that was killed repeatedly. */
export interface KilledImport {
  /** Recordings imported at each kill. */
  readonly doneAtKills: readonly number[];
  /** Recordings missing from the library, and those in it more than once. */
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  readonly state: ImportView['state'];
  readonly progress: ImportView['progress'];
  /** Calls with an incomplete report, waveform or audio. */
  readonly incomplete: number;
  readonly seconds: number;
}

/**
 * Imports `count` recordings, a copy of one and a file that is not a recording.
 *
 * @param killAfter shares of the recordings, 0…1, after which the host is killed
 */
export async function killedImport(dir: string, count: number, killAfter: readonly number[]): Promise<KilledImport> {
  const folder = join(dir, 'recordings');
  await mkdir(folder, { recursive: true });
  const names = await writeRecordings(folder, count, recordingSeconds);
  await copyFile(join(folder, names[0]!), join(folder, 'zz copy.wav'));
  await writeFile(join(folder, 'broken.wav'), 'This is not a recording.');

  const from = performance.now();
  const dataDir = join(dir, 'data');
  const doneAtKills: number[] = [];
  let host = await HostProcess.start(dataDir);
  const request = { paths: [folder], watches: false, roles: null, baseline: null, agent: null, tags: [] };
  await host.client.imports.start(request);
  for (const share of [...killAfter].sort((a, b) => a - b)) {
    await until(host, ({ progress }) => progress.done >= share * count);
    await host.kill();
    host = await HostProcess.start(dataDir);
    const [found] = await firstView(host);
    doneAtKills.push(found!.progress.done);
  }
  try {
    const { state, progress } = await until(host, (view) => view.state === 'done');
    const { calls } = await host.client.calls.list({ limit: 1_000 });
    const occurrences = (name: string) => calls.filter(({ title }) => title === name).length;
    let incomplete = 0;
    for (const { callId } of calls) {
      const { hasAudio, peaks, report } = unpackCall(await host.client.calls.get({ callId }));
      if (!hasAudio || peaks.length !== 2 || report.source.durationSeconds !== recordingSeconds) incomplete += 1;
    }
    return {
      doneAtKills,
      missing: names.filter((name) => occurrences(name) === 0),
      doubled: names.filter((name) => occurrences(name) > 1),
      state,
      progress,
      incomplete,
      seconds: (performance.now() - from) / 1000,
    };
  } finally {
    await host.stop();
  }
}

async function firstView(host: HostProcess): Promise<ImportView[]> {
  for await (const views of await host.client.imports.watch()) return views;
  throw new Error('the host sent nothing');
}

async function until(host: HostProcess, isSo: (view: ImportView) => boolean): Promise<ImportView> {
  const from = performance.now();
  while (performance.now() - from < patienceSeconds * 1000) {
    const [view] = await firstView(host);
    if (view && isSo(view)) return view;
    await setTimeout(20);
  }
  throw new Error(`the expected state was not reached within ${patienceSeconds} s`);
}
