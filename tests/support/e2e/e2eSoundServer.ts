import { setTimeout } from 'node:timers/promises';
import type { PulseAudio } from '../pulseAudio.ts';

const limitSeconds = 120;

/** Waits until a program records from one of the server's inputs. */
export function captureBegun(server: PulseAudio): Promise<void> {
  return until(async () => (await server.control('list', 'short', 'source-outputs')) !== '');
}

/** Waits until the server has played the sound it was given. */
export async function playedOut(server: PulseAudio): Promise<void> {
  const players = () => server.control('list', 'short', 'sink-inputs');
  await until(async () => (await players()) !== '');
  await until(async () => (await players()) === '');
}

/** Polls, because the server's own notifications are meant for people. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 1000 * limitSeconds; !(await condition()); await setTimeout(100)) {
    if (Date.now() > end) throw new Error(`The sound server was not ready within ${limitSeconds} s`);
  }
}
