import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../support/readCsv.ts';
import { runCli } from '../../support/runCli.ts';
import { syntheticReport } from '../../support/syntheticReport.ts';

const recording = fileURLToPath(new URL('../../../samples/agent-baseline/soft.flac', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'softspoken-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = join(folder, 'a.wav.report.json');
writeFileSync(report, JSON.stringify(syntheticReport()));

describe('softspoken export', () => {
  it('writes the call of a report to stdout, one format at a time', async () => {
    const grid = await runCli(['export', report, '--format', 'textgrid']);
    expect(grid).toMatchObject({ code: 0, stderr: '' });
    expect(grid.stdout).toMatch(/^File type = "ooTextFile"\nObject class = "TextGrid"/);
    const labels = await runCli(['export', report, '--format', 'audacity']);
    expect(labels.stdout).toContain('158.200000\t169.800000\tDead air\n');
  });

  it('puts recordings and reports into one table', async () => {
    const { code, stdout } = await runCli(['export', report, recording, '--format', 'csv']);
    expect(code).toBe(0);
    expect(readCsv(stdout).map(([title]) => title)).toEqual(['title', 'a.wav', 'soft.flac']);
  });

  it('writes pages and clips into a folder', async () => {
    const out = join(folder, 'out');
    expect((await runCli(['export', report, '--format', 'pdf', '--out', out])).code).toBe(0);
    expect(readFileSync(join(out, 'a.wav.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const clip = ['export', recording, '--format', 'clip', '--from', '1', '--to', '1.5', '--out', out];
    expect((await runCli(clip)).code).toBe(0);
    expect(readFileSync(join(out, 'soft.flac.clip.wav')).subarray(0, 4).toString()).toBe('RIFF');
  });

  it('distinguishes wrong usage from a file that is not a report', async () => {
    expect((await runCli(['export', report, '--format', 'pdf'])).code).toBe(2);
    expect((await runCli(['export', report, '--format', 'clip', '--from', '1', '--to', '2'])).code).toBe(2);
    expect((await runCli(['export', report, '--format', 'docx'])).code).toBe(2);
    const other = join(folder, 'other.json');
    writeFileSync(other, '{}');
    const refused = await runCli(['export', other, '--format', 'json']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('no call report of this version');
  });
});
