import { setTimeout } from 'node:timers/promises';
import type { PulseAudio } from '../pulseAudio.ts';

const limitSeconds = 120;

/** Waits until somebody listens to one of the server's inputs. */
export function captureBegun(server: PulseAudio): Promise<void> {
  return until(async () => (await server.control('list', 'short', 'source-outputs')) !== '');
}

/** Waits until what was given to the server to play has begun and is over. */
export async function playedOut(server: PulseAudio): Promise<void> {
  const players = () => server.control('list', 'short', 'sink-inputs');
  await until(async () => (await players()) !== '');
  await until(async () => (await players()) === '');
}

/** Asks again and again, because the server's own news are for people to read. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 1000 * limitSeconds; !(await condition()); await setTimeout(100)) {
    if (Date.now() > end) throw new Error(`Waited ${limitSeconds} s in vain for the sound server`);
  }
}
