import { type WavePoint, waveMemorySeconds } from '../../../../contract/liveCall.ts';
import type { WaveState } from '../../../../core/model/callReport.ts';

/** The strip's drawing: time runs to the right and ends now. */
export const strip = { width: 600, height: 88, floor: 80, ceiling: 8 } as const;

function xOf(at: number, now: number): number {
  return round(strip.width * (1 - (now - at) / waveMemorySeconds));
}

function yOf(height: number): number {
  return round(strip.floor - Math.min(1, Math.max(0, height)) * (strip.floor - strip.ceiling));
}

/** SVG path data of the wave's line and of the area under it, with gaps where its height is unknown. */
export function wavePaths(history: readonly WavePoint[], now: number): { line: string; area: string } {
  let line = '';
  let area = '';
  for (const run of knownRuns(history)) {
    const points = run.map(({ at, height }) => `${xOf(at, now)} ${yOf(height)}`).join('L');
    line += `M${points}`;
    area += `M${xOf(run[0]?.at ?? now, now)} ${strip.floor}L${points}L${xOf(run.at(-1)?.at ?? now, now)} ${strip.floor}z`;
  }
  return { line, area };
}

function knownRuns(history: readonly WavePoint[]): { at: number; height: number }[][] {
  const runs: { at: number; height: number }[][] = [];
  let open: { at: number; height: number }[] | undefined;
  for (const { at, height } of history) {
    if (height === undefined) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      runs.push(open);
    }
    open.push({ at, height });
  }
  return runs;
}

/** A stretch of the strip in one state, in units of the drawing. */
interface WaveStretch {
  readonly state: WaveState;
  readonly x: number;
  readonly width: number;
}

/** Returns the stretches in which the wave was not level, oldest first. */
export function waveStretches(history: readonly WavePoint[], now: number): readonly WaveStretch[] {
  const stretches: WaveStretch[] = [];
  history.forEach(({ at, state }, index) => {
    if (state === 'level') return;
    const x = xOf(at, now);
    const width = round(xOf(history[index + 1]?.at ?? now, now) - x);
    const last = stretches.at(-1);
    if (last?.state === state && Math.abs(last.x + last.width - x) < 0.1) {
      stretches[stretches.length - 1] = { ...last, width: round(last.width + width) };
    } else {
      stretches.push({ state, x, width });
    }
  });
  return stretches;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
