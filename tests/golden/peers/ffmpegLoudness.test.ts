import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { IntegratedLoudness } from '../../../core/features/integratedLoudness.ts';
import { KWeightedPower } from '../../../core/features/kWeightedPower.ts';
import { openFileSource } from '../../../main/capture/file/fileSource.ts';

const call = fileURLToPath(new URL('../../../samples/matching-the-anger/call.flac', import.meta.url));
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

async function ourLufs(path: string): Promise<(number | undefined)[]> {
  const source = await openFileSource(path);
  const power = Array.from({ length: source.channelCount }, () => new KWeightedPower(source.sampleRateHz));
  const loudness = power.map(() => new IntegratedLoudness());
  for await (const item of source) {
    if (item.type !== 'samples') continue;
    for (const [i, samples] of item.channels.entries()) {
      for (const value of power[i]!.push(samples)) loudness[i]!.push(value);
    }
  }
  return loudness.map((each) => each.integratedLufs());
}

function ffmpegLufs(path: string, channel: number): number {
  const filter = `[0:a]pan=mono|c0=c${channel},ebur128=framelog=verbose[measured]`;
  const args = ['-hide_banner', '-i', path, '-filter_complex', filter, '-map', '[measured]', '-f', 'null', '-'];
  const { stderr } = spawnSync('ffmpeg', args, { encoding: 'utf8' });
  return Number(/I:\s+(-?[\d.]+) LUFS/.exec(stderr.slice(stderr.lastIndexOf('Integrated loudness')))![1]);
}

describe('integrated loudness', () => {
  it.skipIf(!hasFfmpeg)(
    `agrees with ffmpeg’s ebur128 within 0.1 LU${hasFfmpeg ? '' : ' (skipped: ffmpeg is not installed)'}`,
    async () => {
      const ours = await ourLufs(call);
      for (const [channel, lufs] of ours.entries()) {
        expect(Math.abs(lufs! - ffmpegLufs(call, channel)), `channel ${channel}`).toBeLessThanOrEqual(0.1);
      }
    },
  );
});
