/**
 * Makes the small compressed recordings of tests/fixtures/audio with ffmpeg and sox, from the sines that
 * tests/support/toneFixtures.ts describes:
 *
 *   node scripts/makeAudioFixtures.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixturePath, TONE_FIXTURES, toneSamples } from '../tests/support/toneFixtures.ts';
import { waveBytes } from '../tests/support/waveBytes.ts';

const LARGEST_BYTES = 10_000;
const BITEXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact'];

const folder = mkdtempSync(join(tmpdir(), 'audio-fixtures-'));
try {
  for (const fixture of TONE_FIXTURES) {
    const wavPath = join(folder, `${fixture.fileName}.wav`);
    const outPath = fixturePath(fixture.fileName);
    const channels = toneSamples(fixture);
    writeFileSync(wavPath, waveBytes(channels, { sampleRateHz: fixture.sampleRateHz, encoding: fixture.input }));
    if (fixture.encoder.program === 'sox') {
      execFileSync('sox', ['-D', wavPath, ...fixture.encoder.options, outPath]);
    } else {
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', wavPath, ...fixture.encoder.options, ...BITEXACT, outPath]);
    }
    const bytes = statSync(outPath).size;
    console.log(`${fixture.fileName}: ${bytes} bytes`);
    if (bytes > LARGEST_BYTES) throw new Error(`${fixture.fileName} is too large`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
