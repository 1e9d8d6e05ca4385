import type { ClipAudio, ConditionAudio } from './audio/conditionAudio.ts';
import { contentKey, type ResultCache } from './audio/resultCache.ts';
import type { Condition } from './conditions/condition.ts';
import type { Estimate } from './scoring/estimate.ts';
import { type SetScore, scoreSet } from './scoring/scoreSet.ts';
import type { ClipTask, Tool } from './tools/tool.ts';
import type { LabelledSet } from './truth/labelledSet.ts';

/** The scores of every tool on one set, or on the part of it spoken at one speed, under one condition. */
export interface ScoredSet {
  readonly condition: Condition;
  readonly set: string;
  readonly wpm: number | undefined;
  readonly clipCount: number;
  /** Scores by the name of the tool. */
  readonly scores: ReadonlyMap<string, SetScore>;
}

export interface MeasureOptions {
  readonly tools: readonly Tool[];
  readonly audio: ConditionAudio;
  readonly cache: ResultCache;
  /** Number of batches that run at the same time. */
  readonly jobs: number;
  /** Receives a message for each clip that a tool could not measure; its figures leave the clip out. */
  readonly onFailure: (message: string) => void;
}

/** Scores all tools on one set under one condition, and on each speed if the set has several. */
export async function measureSet(
  set: LabelledSet,
  condition: Condition,
  { tools, audio, cache, jobs, onFailure }: MeasureOptions,
): Promise<readonly ScoredSet[]> {
  const tasks: ClipTask[] = [];
  for (const clip of set.clips) tasks.push({ clip, audio: await audio.make(set, clip, condition) });
  const estimates = new Map(tools.map((tool) => [tool, new Map<string, Estimate>()]));
  const batches = tools.flatMap((tool) => {
    const keyOf = ({ key }: ClipAudio) => contentKey(tool.name, tool.version, key);
    const missing = tasks.filter((task) => {
      const cached = cache.read<Estimate>(keyOf(task.audio));
      if (cached) estimates.get(tool)!.set(task.clip.file, cached);
      return !cached;
    });
    return chunked(missing, tool.batchSize).map((batch) => async () => {
      try {
        const found = await tool.estimate(batch);
        for (const [i, { clip, audio: clipAudio }] of batch.entries()) {
          cache.write(keyOf(clipAudio), found[i]);
          estimates.get(tool)!.set(clip.file, found[i]!);
        }
      } catch (error) {
        const files = batch.map(({ clip }) => clip.file).join(', ');
        onFailure(`${tool.name}: ${set.name}, ${condition.name}: ${files}: ${(error as Error).message}`);
      }
    });
  });
  await runAll(batches, jobs);

  const speeds = new Set(set.clips.map(({ wpm }) => wpm));
  const parts = [undefined, ...(speeds.size > 1 ? [...speeds].toSorted((a = 0, b = 0) => a - b) : [])];
  return parts.map((wpm) => {
    const clips = wpm === undefined ? set.clips : set.clips.filter((clip) => clip.wpm === wpm);
    const scores = new Map(tools.map((tool) => [tool.name, scoreSet({ kind: set.kind, clips }, estimates.get(tool)!)]));
    return { condition, set: set.name, wpm, clipCount: clips.length, scores };
  });
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

async function runAll(jobs: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const queue = jobs.values();
  const runNext = async () => {
    for (const job of queue) await job();
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
}
