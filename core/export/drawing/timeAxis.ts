import type { Shape } from './drawing.ts';
import { palette } from './palette.ts';

/** Width of every drawing along the call, and where its axis begins and ends: drawings under each other line up. */
export const frame = { width: 760, left: 52, right: 752 } as const;

const steps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const mostTicks = 10;

/** Places moments of a call along the axis of every drawing. */
export class TimeAxis {
  readonly durationSeconds: number;

  constructor(durationSeconds: number) {
    this.durationSeconds = Math.max(durationSeconds, 0.001);
  }

  x(seconds: number): number {
    const share = Math.min(1, Math.max(0, seconds / this.durationSeconds));
    return tenth(frame.left + share * (frame.right - frame.left));
  }

  /** Grid lines from `top` to `bottom` at round times, with clock labels under them. */
  grid(top: number, bottom: number): Shape[] {
    const step = steps.find((seconds) => this.durationSeconds / seconds <= mostTicks) ?? steps.at(-1)!;
    const count = Math.floor(this.durationSeconds / step) + 1;
    return Array.from({ length: count }, (_, i) => i * step).flatMap((seconds): Shape[] => {
      const x = this.x(seconds);
      return [
        {
          type: 'line',
          points: [
            [x, top],
            [x, bottom],
          ],
          stroke: palette.edge,
          width: 0.75,
        },
        { type: 'text', x, y: bottom + 13, size: 9, text: clock(seconds), fill: palette.inkSoft, anchor: 'middle' },
      ];
    });
  }
}

/** 1:05, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const ending = String(whole % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${ending}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${ending}`;
}

/** Fine enough for paper, and short in a file. */
export function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}
