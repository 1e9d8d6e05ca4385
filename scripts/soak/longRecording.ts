import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processCost } from '../bench/processCost.ts';
import { Recordings } from '../bench/recordings.ts';
import type { SoakPart } from './soakPart.ts';

const root = join(import.meta.dirname, '..', '..');
const mostMegabytes = 300;

export const longRecording: SoakPart = {
  name: 'long-recording',
  title: 'A two-channel recording of several hours',
  count: 8,
  async run({ count: hours }) {
    const folder = await mkdtemp(join(tmpdir(), 'softspoken-soak-'));
    try {
      const recordings = new Recordings(join(root, 'samples', 'matching-the-anger'), folder);
      const path = await recordings.wav('long', hours * 3_600);
      const command = [join(root, 'out', 'main', 'cli.js'), 'analyze', path, '--jobs', '2', '--json'];
      const { wallSeconds, peakMegabytes } = await processCost(process.execPath, command);
      return {
        figures: [
          ['hours', String(hours)],
          ['analysed in', `${wallSeconds.toFixed(0)} s`],
          ['peak resident memory', `${peakMegabytes.toFixed(0)} MB`],
        ],
        failures: peakMegabytes > mostMegabytes ? [`${peakMegabytes.toFixed(0)} MB`] : [],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
