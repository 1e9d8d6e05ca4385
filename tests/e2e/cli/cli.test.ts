import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { baselineSchema } from '../../../core/model/baseline.ts';
import { callReportSchema } from '../../../core/model/callReport.ts';
import { SHARED_CHANNEL } from '../../../core/model/sharedChannel.ts';
import { createWavFile } from '../../../main/audio/wavWriter.ts';
import { runCli } from '../../support/runCli.ts';
import { concat, mix, silence, syllableTrain, whiteNoise } from '../../support/signals.ts';

const sample = (path: string) => fileURLToPath(new URL(`../../../samples/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'softspoken-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const talk = concat(silence(1), syllableTrain({ count: 16, perSecond: 4 }), silence(1));
const voice = mix(talk, whiteNoise(talk.length / 16_000, 0.0003));

async function wav(name: string, channelCount: number): Promise<string> {
  const path = join(folder, name);
  const writer = await createWavFile(path, { sampleRateHz: 16_000, channelCount });
  await writer.write(Array.from({ length: channelCount }, () => voice));
  await writer.close();
  return path;
}

/** Finds a Node older than the pinned one on the path, as a user's machine may have it. */
function olderNode(): string | undefined {
  for (const dir of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(dir, process.platform === 'win32' ? 'node.exe' : 'node');
    try {
      const version = execFileSync(candidate, ['--version'], { encoding: 'utf8' });
      const major = Number.parseInt(version.slice(1), 10);
      if (major >= 20 && major < 24) return candidate;
    } catch {
      // There is no Node in this folder.
    }
  }
  return undefined;
}

describe('softspoken analyze', () => {
  it('prints one report per line on stdout and nothing else there', async () => {
    const paths = [await wav('one.wav', 1), await wav('two.wav', 2)];
    const { code, stdout, stderr } = await runCli(['analyze', '--json', ...paths]);
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => callReportSchema.parse(JSON.parse(line)));
    expect(reports.map(({ source }) => source.path)).toEqual(paths);
    expect(reports.map(({ speakers }) => speakers.length)).toEqual([1, 2]);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('prints a readable summary without --json', async () => {
    const { code, stdout } = await runCli(['analyze', await wav('summary.wav', 1)]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Pace\s+\d\.\d syll\/s/);
    expect(stdout).toMatch(/– gaps, overlaps, deadAir, [^:]*: no caller audio$/m);
    expect(stdout).toMatch(/– speakers\.customer: .*Record them on two channels/);
  });

  it('writes a report for each call of a folder, with its relative path and full name', async () => {
    mkdirSync(join(folder, 'calls', 'monday'), { recursive: true });
    copyFileSync(await wav('a.wav', 1), join(folder, 'calls', 'monday', 'a.wav'));
    copyFileSync(sample('agent-baseline/soft.flac'), join(folder, 'calls', 'a.flac'));
    writeFileSync(join(folder, 'calls', 'notes.txt'), 'no audio');
    const out = join(folder, 'reports');
    const { code, stdout } = await runCli(['analyze', join(folder, 'calls'), '--out', out, '--jobs', '2']);
    expect([code, stdout]).toEqual([0, '']);
    for (const name of ['a.flac.report.json', join('monday', 'a.wav.report.json')]) {
      callReportSchema.parse(JSON.parse(readFileSync(join(out, name), 'utf8')));
    }
  });

  it('names each file that failed with the reason, analyses the others, and exits with 1', async () => {
    const text = join(folder, 'text.wav');
    writeFileSync(text, 'This is no audio.');
    const good = await wav('good.wav', 1);
    const { code, stdout, stderr } = await runCli(['analyze', '--json', text, join(folder, 'none.wav'), good]);
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`softspoken: ${text}:`);
    expect(stderr).toContain('none.wav');
  });

  it('analyses a truncated recording up to its end and warns', async () => {
    const whole = readFileSync(await wav('whole.wav', 1));
    const cut = join(folder, 'cut.wav');
    writeFileSync(cut, whole.subarray(0, 44 + 2 * 16_000 * 4));
    const { code, stdout, stderr } = await runCli(['analyze', '--json', cut]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning');
    const report = callReportSchema.parse(JSON.parse(stdout));
    expect(report.source.durationSeconds).toBeCloseTo(4, 2);
    expect(report.unavailable.find(({ field }) => field === 'source')!.reason).toMatch(/4(\.0+)? s/);
  });

  it('ends with 1 after every refusal, also while its threads still load the speech model', async () => {
    const empty = join(folder, 'empty.wav');
    writeFileSync(empty, '');
    const runs = await Promise.all(Array.from({ length: 12 }, () => runCli(['analyze', empty])));
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 1));
  });

  it('accepts roles, and asks for them when it cannot know', async () => {
    const three = await wav('three.wav', 3);
    const refused = await runCli(['analyze', three]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--roles agent,customer,-');
    const { stdout } = await runCli(['analyze', '--json', '--roles', 'customer,-,agent', three]);
    const { speakers } = callReportSchema.parse(JSON.parse(stdout));
    expect(speakers.map(({ role, channel }) => [role, channel])).toEqual([
      ['customer', 0],
      ['agent', 2],
    ]);
  });

  it('withholds what describes one person if two people share the channel', async () => {
    const paths = [await wav('shared.wav', 1), await wav('apart.wav', 2)];
    const { stdout } = await runCli(['analyze', '--json', '--shared-channel', ...paths]);
    const [shared, apart] = stdout
      .trim()
      .split('\n')
      .map((line) => callReportSchema.parse(JSON.parse(line)));
    expect(shared?.speakers[0]?.articulationRate).toBeNull();
    expect(shared?.unavailable).toContainEqual({ field: 'speakers.agent.articulationRate', reason: SHARED_CHANNEL });
    expect(apart?.speakers.every(({ articulationRate }) => articulationRate !== null)).toBe(true);

    const out = join(folder, 'remade');
    await runCli(['analyze', '--out', out, paths[0]!]);
    const report = join(out, 'shared.wav.report.json');
    const grid = await runCli(['export', '--format', 'textgrid', '--shared-channel', report]);
    expect(grid.stdout).toContain('name = "speech of both"');
    expect((await runCli(['export', '--format', 'textgrid', report])).stdout).toContain('name = "agent speech"');
  });

  it.each([
    [['analyze']],
    [['analyze', 'x.wav', '--roles', 'boss']],
    [['analyze', 'x.wav', '--jobs', '0']],
    [['listen']],
    [['serve', '--port', 'many']],
  ])('rejects %j as wrong usage', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });

  it('rejects a file that is not a baseline', async () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{}');
    const { code, stderr } = await runCli(['analyze', '--baseline', bad, await wav('b.wav', 1)]);
    expect(code).toBe(1);
    expect(stderr).toContain('softspoken baseline NORMAL');
  });
});

describe('softspoken baseline', () => {
  it('reproduces the committed baselines from the sample recordings', async () => {
    const out = join(folder, 'baseline.json');
    const readings = ['normal', 'soft'].map((name) => sample(`agent-baseline/${name}.flac`));
    const { code, stdout } = await runCli(['baseline', ...readings, '--agc', 'off', '--out', out]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('syll/s')]);
    const measured = baselineSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(measured).toEqual(JSON.parse(readFileSync(sample('agent-baseline/baseline.json'), 'utf8')));
  });
});

const older = olderNode();

describe('the launcher', () => {
  it.skipIf(older === undefined)(
    `runs on an older Node through the pinned one${older ? '' : ' (skipped: no Node 20–23 on this machine’s path)'}`,
    async () => {
      const { code, stdout } = await runCli(['analyze', '--json', await wav('old.wav', 1)], { node: older! });
      expect(code).toBe(0);
      callReportSchema.parse(JSON.parse(stdout));
      expect((await runCli(['listen'], { node: older! })).code).toBe(2);
    },
  );
});

describe('softspoken scenario check', () => {
  const scenario = sample('practice/scenarios/charged-twice.json');

  it('reports that a scenario is valid', async () => {
    const { code, stdout } = await runCli(['scenario', 'check', scenario]);
    expect([code, stdout]).toEqual([0, `${scenario}: "Charged twice" is sound, with 4 beats.\n`]);
  });

  it('names the problems, one per line, and exits with 1', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, readFileSync(scenario, 'utf8').replace('"soothed": "promise"', '"soothed": "premise"'));
    const { code, stdout } = await runCli(['scenario', 'check', broken]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/beats\.opening\.next\.soothed: There is no beat "premise"\. Name one of: opening, promise/);
  });

  it('gives advice about a file that is not JSON, or does not exist', async () => {
    const text = join(folder, 'text.json');
    writeFileSync(text, '{ "id": ');
    for (const [path, message] of [
      [text, 'is no JSON'],
      [join(folder, 'nowhere.json'), 'cannot be read'],
    ] as const) {
      const { code, stdout, stderr } = await runCli(['scenario', 'check', path]);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain(message);
    }
  });
});
