import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '../../../main/logger.ts';
import { createId } from '../../../main/services/createId.ts';
import { createServices, type Services, type ServicesOptions } from '../../../main/services/createServices.ts';
import { Notices } from '../../../main/services/notices.ts';
import { AppDatabase } from '../../../main/storage/appDatabase.ts';
import { DiskReserve } from '../../../main/storage/diskReserve.ts';
import { openRunDir } from '../../../main/storage/runDir.ts';
import { testLibrary } from '../../support/testLibrary.ts';
import { FakeAnalysis } from './fakeAnalysis.ts';
import { FakeDevices } from './fakeDevices.ts';
import { ManualClock } from './manualClock.ts';

/** Stores what was logged. */
export class MemoryLogger implements Logger {
  readonly errors: { message: string; error: unknown }[] = [];

  info(): void {}

  error(message: string, error: unknown): void {
    this.errors.push({ message, error });
  }
}

export interface TestServices {
  readonly services: Services;
  readonly analysis: FakeAnalysis;
  readonly devices: FakeDevices;
  readonly clock: ManualClock;
  readonly logger: MemoryLogger;
  readonly notices: Notices;
  /** Holds `temp`, `samples` and `renderer`. */
  readonly dir: string;
  close(): Promise<void>;
}

/** Starts the real services with fakes of the analysis and the devices, in a separate folder. */
export async function startTestServices(
  overrides: Partial<Pick<ServicesOptions, 'clock' | 'analysis' | 'devices'>> = {},
): Promise<TestServices> {
  const dir = await mkdtemp(join(tmpdir(), 'softspoken-test-'));
  await writeSample(join(dir, 'samples'));
  await writeRenderer(join(dir, 'renderer'));
  const analysis = new FakeAnalysis();
  const devices = new FakeDevices();
  const clock = new ManualClock();
  const logger = new MemoryLogger();
  const database = AppDatabase.open(':memory:');
  const notices = new Notices(clock);
  const reserveFile = join(dir, 'reserve');
  const reserve = await DiskReserve.make(reserveFile, () => notices.add('disk-full', 'The disk is full.'), 1_024);
  const runDir = await openRunDir(join(dir, 'temp'));
  const library = testLibrary(database, dir, { reserve, run: runDir.name });
  const services = await createServices({
    hostInfo: { version: '1.2.3', kind: 'web', platform: 'linux', hasSystemSound: false },
    analysis,
    devices,
    database,
    library,
    notices,
    runDir,
    samplesDir: join(dir, 'samples'),
    clock,
    createId,
    logger,
    ...overrides,
  });
  return {
    services,
    analysis,
    devices,
    clock,
    logger,
    notices,
    dir,
    async close() {
      await services.close();
      await runDir.erase();
      database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

async function writeSample(samplesDir: string): Promise<void> {
  const dir = join(samplesDir, 'a-calm-call');
  await mkdir(dir, { recursive: true });
  const truth = { id: 'a-calm-call', title: 'A calm call', description: '', durationSeconds: 12.5, audio: 'call.flac' };
  await writeFile(join(dir, 'truth.json'), JSON.stringify(truth));
  await writeFile(join(dir, truth.audio), 'a calm call');
}

async function writeRenderer(dir: string): Promise<void> {
  await mkdir(join(dir, 'assets'), { recursive: true });
  const html =
    '<!doctype html><html><head><meta charset="utf-8"><title>Softspoken</title><style>body{margin:0}</style><script type="module" src="/assets/app.js"></script></head><body></body></html>';
  await writeFile(join(dir, 'index.html'), html);
  await writeFile(join(dir, 'assets', 'app.js'), 'document.body.textContent = "hello";');
}
