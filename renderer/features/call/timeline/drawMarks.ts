import type WaveSurfer from 'wavesurfer.js';
import type { Span } from '../../../../core/model/callReport.ts';
import type { Lane } from './lane.ts';
import type { LaneMark } from './layers.ts';
import { markLooks, markPlaces } from './markLooks.ts';
import type { Playback } from './playback.ts';
import { drawnSpan, visibleMarks } from './visibleMarks.ts';

interface MarkedDrawing {
  readonly surfer: WaveSurfer;
  /** Covers the lanes, and scrolls with them. */
  readonly overlay: HTMLElement;
}

/**
 * Draws the marks in and around the visible part, and redraws them when it has moved on; returns a function that
 * removes them. They are not regions: a region reads the layout when it is added, so hundreds of them would lay out the
 * page as many times.
 */
export function drawMarks(
  { surfer, overlay }: MarkedDrawing,
  marks: readonly LaneMark[],
  lanes: readonly Lane[],
  playback: Playback,
): () => void {
  let drawn: HTMLElement[] = [];
  let span: Span = [0, 0];
  let scale = 0;
  const width = surfer.getWidth() || 1;
  const clear = () => {
    for (const element of drawn) element.remove();
  };
  const draw = () => {
    const { view } = playback.state.getState();
    const [start, end] = view;
    const secondsPerPixel = (end - start) / width;
    if (start >= span[0] && end <= span[1] && secondsPerPixel === scale) return;
    clear();
    span = drawnSpan(view);
    scale = secondsPerPixel;
    drawn = visibleMarks(marks, span, secondsPerPixel).flatMap(
      (mark) => markElement(mark, lanes, playback.durationSeconds) ?? [],
    );
    overlay.append(...drawn);
  };
  draw();
  const unsubscribe = playback.state.subscribe(({ view }, before) => {
    if (view !== before.view) draw();
  });
  return () => {
    unsubscribe();
    clear();
  };
}

/** Undefined for a party without a lane. */
function markElement(
  { layer, role, start, end }: LaneMark,
  lanes: readonly Lane[],
  durationSeconds: number,
): HTMLElement | undefined {
  const lane = lanes.findIndex((each) => each.role === role);
  if (lane < 0) return undefined;
  const element = document.createElement('div');
  const place = {
    position: 'absolute',
    boxSizing: 'border-box',
    top: `${(100 * lane) / lanes.length}%`,
    height: `${100 / lanes.length}%`,
    left: `${(100 * start) / durationSeconds}%`,
    right: `${100 * (1 - end / durationSeconds)}%`,
    borderRadius: '2px',
    color: role === 'agent' ? 'var(--ss-you)' : 'var(--ss-caller)',
  };
  Object.assign(element.style, place, markLooks[layer], markPlaces[layer]);
  return element;
}
