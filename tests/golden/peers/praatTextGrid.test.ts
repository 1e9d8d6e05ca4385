import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textGrid } from '../../../core/export/textGrid.ts';
import { reviewedCall } from '../../support/reviewedCall.ts';
import { syntheticReport } from '../../support/syntheticReport.ts';

const hasPraat = spawnSync('praat', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'softspoken-praat-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens a TextGrid in Praat and lists its labels: tier, start, end, text. */
function readByPraat(text: string) {
  const grid = join(folder, 'call.TextGrid');
  const script = join(folder, 'list.praat');
  writeFileSync(grid, text);
  writeFileSync(
    script,
    [
      `Read from file: "${grid}"`,
      'seconds = Get total duration',
      'table$ = List: "no", 3, "yes", "no"',
      'writeInfoLine: fixed$ (seconds, 3)',
      'appendInfo: table$',
    ].join('\n'),
  );
  const { status, stdout, stderr } = spawnSync('praat', ['--run', '--utf8', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [seconds, , ...rows] = stdout.trimEnd().split('\n');
  return { seconds: Number(seconds), rows: rows.map((row) => row.split('\t')) };
}

describe.skipIf(!hasPraat)(`a TextGrid${hasPraat ? '' : ' (skipped: praat is not installed)'}`, () => {
  it('opens in Praat with everything in its tier', () => {
    const { seconds, rows } = readByPraat(textGrid(reviewedCall()));
    expect(seconds).toBe(184.5);
    expect(rows).toContainEqual(['1.000', 'agent speech', 'speech', '8.200']);
    expect(rows).toContainEqual(['51.400', 'overlaps', 'interruption by agent', '52.700']);
    expect(rows).toContainEqual(['158.200', 'dead air', 'dead air', '169.800']);
    expect(rows).toContainEqual(['76.400', 'cues', 'Softer', '76.400']);
    expect(rows).toContainEqual(['70.200', 'marks', 'Flag', '70.200']);
    const commented = rows.filter(([, tier]) => tier === 'commented spans').map(([start, , , end]) => [start, end]);
    expect(commented).toEqual([
      ['72.500', '80.000'],
      ['80.000', '88.000'],
      ['88.000', '95.500'],
    ]);
  });

  it('opens in Praat even if labels touch, extend past the end or are missing', () => {
    const report = syntheticReport();
    const crowded = {
      ...report,
      turns: report.turns.map((turn) => ({ ...turn, end: turn.end + 40 })),
      cues: report.cues.map((cue) => ({ ...cue, at: 999 })),
    };
    expect(readByPraat(textGrid({ report: crowded, comments: [] })).seconds).toBe(184.5);
    const empty = { ...report, source: { ...report.source, durationSeconds: 0 }, speakers: [] };
    expect(readByPraat(textGrid({ report: empty, comments: [] })).seconds).toBe(0.001);
  });
});
