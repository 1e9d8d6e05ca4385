import { clock } from '../../messages/clock.ts';
import { line, type Shape } from './drawing.ts';
import { palette } from './palette.ts';

/** Width of every drawing, with the ends of its time axis, so that stacked drawings line up. */
export const frame = { width: 760, left: 52, right: 752 } as const;

const steps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const mostTicks = 10;

export class TimeAxis {
  readonly durationSeconds: number;

  constructor(durationSeconds: number) {
    this.durationSeconds = Math.max(durationSeconds, 0.001);
  }

  x(seconds: number): number {
    const share = Math.min(1, Math.max(0, seconds / this.durationSeconds));
    return tenth(frame.left + share * (frame.right - frame.left));
  }

  /** Returns grid lines at round times, with clock labels below them. */
  grid(top: number, bottom: number): Shape[] {
    const step = steps.find((seconds) => this.durationSeconds / seconds <= mostTicks) ?? steps.at(-1)!;
    const count = Math.floor(this.durationSeconds / step) + 1;
    return Array.from({ length: count }, (_, i) => i * step).flatMap((seconds): Shape[] => {
      const x = this.x(seconds);
      return [
        line([x, top], [x, bottom], palette.edge, 0.75),
        { type: 'text', x, y: bottom + 13, size: 9, text: clock(seconds), fill: palette.inkSoft, anchor: 'middle' },
      ];
    });
  }
}

/** Rounds a coordinate: fine enough for paper, and short in a file. */
export function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}
