/** A colour as #rrggbb. */
export type Paint = `#${string}`;
export type Point = readonly [x: number, y: number];

/** What can be drawn, on a page as on a screen. The origin is at the top left. */
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
      /** Of the baseline. */
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly fill: Paint;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly bold?: boolean;
    };

/** Shapes in the order they are painted, with what they show in words. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly shapes: readonly Shape[];
}
