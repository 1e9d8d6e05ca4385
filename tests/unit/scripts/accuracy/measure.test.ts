import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConditionAudio } from '../../../../scripts/accuracy/audio/conditionAudio.ts';
import { readChannels } from '../../../../scripts/accuracy/audio/readChannels.ts';
import { ResultCache } from '../../../../scripts/accuracy/audio/resultCache.ts';
import { activeSpeechLevelDbfs } from '../../../../scripts/accuracy/conditions/activeSpeechLevel.ts';
import { levelDbfs } from '../../../../scripts/accuracy/conditions/addNoise.ts';
import { type MeasureOptions, measureSet } from '../../../../scripts/accuracy/measure.ts';
import { conditions } from '../../../../scripts/accuracy/namedConditions.ts';
import type { Estimate } from '../../../../scripts/accuracy/scoring/estimate.ts';
import type { Tool } from '../../../../scripts/accuracy/tools/tool.ts';
import { type LabelledSet, readLabelledSets } from '../../../../scripts/accuracy/truth/labelledSet.ts';
import { sine } from '../../../support/signals.ts';
import { waveBytes } from '../../../support/waveBytes.ts';

const condition = (name: string) => conditions.find((candidate) => candidate.name === name)!;
const clean = condition('clean');

let folder: string;
let cache: ResultCache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
  cache = new ResultCache(join(folder, 'cache'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface MadeClip {
  readonly hertz: number;
  readonly [truth: string]: unknown;
}

/** Makes a set whose clips are tones of two seconds. */
function makeSet(name: string, clips: readonly MadeClip[]): LabelledSet {
  const setFolder = join(folder, 'data', name);
  mkdirSync(setFolder, { recursive: true });
  const items = clips.map(({ hertz, ...truth }, i) => {
    const file = `${i}.wav`;
    const channels = truth['channels'] === 2 ? 2 : 1;
    const sounds = Array.from({ length: channels }, () => sine(hertz, 2, 0.1));
    writeFileSync(join(setFolder, file), waveBytes(sounds, { sampleRateHz: 16_000, encoding: 'pcm16' }));
    return { file, seconds: 2, ...truth };
  });
  writeFileSync(join(setFolder, 'truth.json'), JSON.stringify({ set: name, items }));
  return readLabelledSets(join(folder, 'data')).find((set) => set.name === name)!;
}

/** Returns a tool that counts the same number of syllables in every clip and records the clips it was asked for. */
function countingTool(count: number, version = '1', batchSize = 1) {
  const asked: string[][] = [];
  const tool: Tool = {
    name: 'counter',
    version,
    batchSize,
    estimate: (tasks) => {
      asked.push(tasks.map(({ clip }) => clip.file));
      const party = {
        role: 'agent',
        syllableCount: count,
        speech: [],
        speechSeconds: 1,
        f0MedianHz: undefined,
      } as const;
      return Promise.resolve(tasks.map((): Estimate => ({ parties: [party], turns: [], overlaps: undefined })));
    },
  };
  return { tool, asked };
}

function measure(set: LabelledSet, tool: Tool, options: Partial<MeasureOptions> = {}) {
  const audio = new ConditionAudio(cache, join(import.meta.dirname, '../../../..'), [set]);
  return measureSet(set, clean, { tools: [tool], audio, cache, jobs: 2, onFailure: expect.unreachable, ...options });
}

describe('measuring a set', () => {
  it('asks a tool once for each clip, in batches of its size', async () => {
    const set = makeSet(
      'readings',
      Array.from({ length: 5 }, (_, i) => ({ hertz: 200 + i, syllables: 10 })),
    );
    const first = countingTool(9, '1', 2);
    const [score] = await measure(set, first.tool);
    expect(first.asked).toEqual([['0.wav', '1.wav'], ['2.wav', '3.wav'], ['4.wav']]);
    expect(score!.scores.get('counter')!.countError).toBeCloseTo(0.1, 12);

    const again = countingTool(9, '1', 2);
    const [sameScore] = await measure(set, again.tool);
    expect(again.asked).toEqual([]);
    expect(sameScore!.scores).toEqual(score!.scores);

    const newer = countingTool(8, '2', 2);
    await measure(set, newer.tool);
    expect(newer.asked).toHaveLength(3);
  });

  it('also scores every speed of a set separately', async () => {
    const clips = [110, 110, 260].map((wpm, i) => ({ hertz: 200 + i, syllables: wpm === 110 ? 10 : 20, wpm }));
    const scores = await measure(makeSet('speeds', clips), countingTool(10).tool);
    const biases = scores.map(({ wpm, scores: byTool }) => [wpm, byTool.get('counter')!.countBias]);
    expect(biases).toEqual([
      [undefined, 0.75],
      [110, 1],
      [260, 0.5],
    ]);
  });

  it('reports a clip that a tool cannot measure and continues with the others', async () => {
    const set = makeSet(
      'readings',
      [100, 200, 300].map((hertz) => ({ hertz, syllables: 10 })),
    );
    const { tool } = countingTool(10);
    const failing: Tool = {
      ...tool,
      estimate: (tasks) =>
        tasks[0]!.clip.file === '1.wav' ? Promise.reject(new Error('too low')) : tool.estimate(tasks),
    };
    const failures: string[] = [];
    const [score] = await measure(set, failing, { onFailure: (message) => failures.push(message) });
    expect(failures).toEqual(['counter: readings, clean: 1.wav: too low']);
    expect(score!.scores.get('counter')!.counted).toBe(2);
  });
});

describe('the audio of a condition', () => {
  const root = join(import.meta.dirname, '../../../..');
  /** Makes a set of ten talkers of one tone each, like the real ones of 'libri'. */
  const talkers = () =>
    makeSet(
      'libri',
      Array.from({ length: 10 }, (_, i) => ({ hertz: 500 + 100 * i, syllables: 1, speaker: `${i}` })),
    );

  it('is the recording itself if nothing is changed', async () => {
    const set = makeSet('readings', [{ hertz: 200, syllables: 1 }]);
    const { path } = await new ConditionAudio(cache, root, [set]).make(set, set.clips[0]!, clean);
    expect(path).toBe(join(set.folder, '0.wav'));
  });

  it('is made once, the same each time, with all channels', async () => {
    const room = talkers();
    const set = makeSet('calls', [{ hertz: 200, channels: 2, channels_are: ['agent', 'customer'] }]);
    const make = () => new ConditionAudio(cache, root, [room, set]).make(set, set.clips[0]!, condition('babble-15'));
    const first = await make();
    const made = statSync(first.path).mtimeMs;
    const channels = await readChannels(first.path);
    expect(await make()).toEqual(first);
    expect(statSync(first.path).mtimeMs).toBe(made);
    expect(channels.map(({ length }) => length)).toEqual([32_000, 32_000]);
    expect(channels[0]).not.toEqual(channels[1]);

    rmSync(first.path);
    await make();
    expect(await readChannels(first.path)).toEqual(channels);
  });

  it('sets the room’s level below the speech as requested and never includes the clip’s own speaker', async () => {
    const room = talkers();
    const audio = new ConditionAudio(cache, root, [room]);
    for (const clip of room.clips.slice(0, 3)) {
      const [original] = await readChannels(join(room.folder, clip.file));
      const [heard] = await readChannels((await audio.make(room, clip, condition('three-talkers-15'))).path);
      const added = heard!.map((sample, i) => sample - original![i]!);
      expect(activeSpeechLevelDbfs(original!, 16_000)! - levelDbfs(added)).toBeCloseTo(15, 1);
      // The clip's own tone is not among the added ones.
      const own = 500 + 100 * Number(clip.speaker);
      const reference = sine(own, 2);
      const shared = added.reduce((sum, sample, i) => sum + sample * reference[i]!, 0) / added.length;
      expect(Math.abs(shared)).toBeLessThan(0.0005);
    }
  });

  it('cannot be made without talkers', async () => {
    const set = makeSet('readings', [{ hertz: 200, syllables: 1 }]);
    const audio = new ConditionAudio(cache, root, [set]);
    await expect(audio.make(set, set.clips[0]!, condition('babble-5'))).rejects.toThrow(
      'needs 8 other adult speakers; the data has 0',
    );
  });
});

describe('reading labelled sets', () => {
  it('names the malformed truth and the place', () => {
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken', 'truth.json'), '{"set":"broken","items":[{"file":"a.wav"}]}');
    expect(() => readLabelledSets(folder)).toThrow(/broken\/truth\.json.*seconds/s);
  });

  it('rejects a folder without sets', () => {
    expect(() => readLabelledSets(folder)).toThrow('no labelled set');
  });
});
