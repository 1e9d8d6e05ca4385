/** A colour as #rrggbb. */
export type Paint = `#${string}`;
export type Point = readonly [x: number, y: number];

/** A shape on a page or screen. The origin is at the top left. */
export type Shape =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Paint;
    }
  | { readonly type: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: Paint }
  | { readonly type: 'area'; readonly points: readonly Point[]; readonly fill: Paint }
  | {
      readonly type: 'line';
      readonly points: readonly Point[];
      readonly stroke: Paint;
      readonly width: number;
      readonly dashed?: boolean;
    }
  | {
      readonly type: 'text';
      readonly x: number;
      /** The text's baseline. */
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly fill: Paint;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly bold?: boolean;
    };

/** Shapes in painting order, with a description in words. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly shapes: readonly Shape[];
}

export function line(from: Point, to: Point, stroke: Paint, width: number, dashed = false): Shape {
  return { type: 'line', points: [from, to], stroke, width, dashed };
}
