import { type RefObject, useEffect, useRef } from 'react';
import WaveSurfer from 'wavesurfer.js';
import MinimapPlugin from 'wavesurfer.js/plugins/minimap';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import TimelinePlugin from 'wavesurfer.js/plugins/timeline';
import type { Role } from '../../../../core/model/role.ts';
import { afterPaint } from '../../../components/afterPaint.ts';
import { cspNonce } from '../../../components/cspNonce.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { drawLoop } from './drawLoop.ts';
import { drawMarks } from './drawMarks.ts';
import type { Lane } from './lane.ts';
import type { LaneMark } from './layers.ts';
import type { Playback } from './playback.ts';

interface WaveformOptions {
  readonly lanes: readonly Lane[];
  readonly marks: readonly LaneMark[];
  readonly playback: Playback;
  /** 1 shows the whole call. */
  readonly zoom: number;
  readonly colours: Readonly<Record<Role, string>>;
}

interface Containers {
  readonly waves: RefObject<HTMLElement | null>;
  readonly minimap: RefObject<HTMLElement | null>;
}

interface Drawing {
  readonly surfer: WaveSurfer;
  /** Covers the lanes, and scrolls with them. */
  readonly overlay: HTMLElement;
}

export const laneHeight = 84;
export const minimapHeight = 26;
const timelineHeight = 24;

/** Draws the lanes with their marks, times and minimap into containers, and moves them with the playhead. */
export function useWaveform(containers: Containers, { lanes, marks, playback, zoom, colours }: WaveformOptions): void {
  const drawing = useRef<Drawing | null>(null);
  const { waves, minimap } = containers;

  useEffect(() => {
    if (!waves.current || !minimap.current || lanes.length === 0) return;
    const regions = RegionsPlugin.create();
    const looks = {
      splitChannels: lanes.map(({ role }) => ({ waveColor: colours[role], progressColor: colours[role] })),
      normalize: false,
      cursorColor: 'var(--ss-ink)',
      cspNonce: cspNonce(),
    };
    const surfer = WaveSurfer.create({
      ...looks,
      container: waves.current,
      ...(playback.media && { media: playback.media }),
      peaks: lanes.map(({ heights }) => heights),
      duration: playback.durationSeconds,
      height: laneHeight,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      cursorWidth: 2,
      dragToSeek: false,
      autoCenter: false,
      plugins: [
        regions,
        TimelinePlugin.create({
          height: timelineHeight,
          formatTimeCallback: (seconds) => format.clock(seconds),
          secondaryLabelOpacity: 1,
          style: { color: 'var(--ss-ink-soft)' },
        }),
        MinimapPlugin.create({
          ...looks,
          container: minimap.current,
          height: minimapHeight / lanes.length,
          overlayColor: 'color-mix(in srgb, var(--ss-ink) 12%, transparent)',
          dragToSeek: true,
        }),
      ],
    });
    const overlay = surfer.getWrapper().querySelector<HTMLElement>('[part=regions-container]');
    if (!overlay) throw new RangeError('The regions plug-in has no container.');
    // Regions cover the lanes, not the times below them.
    overlay.style.height = `${lanes.length * laneHeight}px`;
    drawing.current = { surfer, overlay };
    const position = positionSlider(surfer, playback.durationSeconds);
    const unloop = drawLoop(surfer, regions, playback);
    surfer.on('interaction', (time) => playback.seek(time));
    surfer.on('scroll', (start, end) => playback.look([start, end]));
    const unsubscribe = playback.state.subscribe(({ time }, before) => {
      if (Math.floor(time) !== Math.floor(before.time)) position(time);
      if (time !== before.time && !playback.media) surfer.setTime(time);
    });
    return () => {
      unsubscribe();
      unloop();
      surfer.destroy();
      drawing.current = null;
    };
  }, [waves, minimap, lanes, playback, colours]);

  // `colours` and `lanes` are listed because a new drawing needs its marks again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const current = drawing.current;
    if (!current) return;
    return onceReady(current.surfer, () => afterPaint(() => drawMarks(current, marks, lanes, playback)));
  }, [marks, lanes, playback, colours]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing needs its zoom again
  useEffect(() => {
    const current = drawing.current;
    if (!current) return;
    return onceReady(current.surfer, () => {
      const { surfer } = current;
      const { time } = playback.state.getState();
      const viewSeconds = playback.durationSeconds / zoom;
      const pixelsPerSecond = zoom === 1 ? 0 : surfer.getWidth() / viewSeconds;
      // Even a zoom that changes nothing redraws the lanes.
      if (pixelsPerSecond !== surfer.options.minPxPerSec) surfer.zoom(pixelsPerSecond);
      const start = Math.min(Math.max(0, time - viewSeconds / 2), playback.durationSeconds - viewSeconds);
      surfer.setScrollTime(start);
      // Not every change of zoom scrolls.
      playback.look([start, start + viewSeconds]);
      return undefined;
    });
  }, [zoom, lanes, playback, colours]);
}

/** Runs an action as soon as a drawing has its peaks; returns a function that undoes or cancels it. */
function onceReady(surfer: WaveSurfer, act: () => (() => void) | undefined): () => void {
  let undo: (() => void) | undefined;
  if (surfer.getDecodedData()) undo = act();
  const forget = surfer.on('ready', () => {
    undo?.();
    undo = act();
  });
  return () => {
    forget();
    undo?.();
  };
}

/** Makes the waveform a slider of the playhead for keyboards and screen readers; returns a function that moves it. */
function positionSlider(surfer: WaveSurfer, durationSeconds: number): (time: number) => void {
  const slider = surfer.getWrapper().parentElement;
  if (!slider) return () => {};
  slider.tabIndex = 0;
  slider.role = 'slider';
  slider.ariaLabel = callWords.timeline.position;
  slider.ariaValueMin = '0';
  slider.ariaValueMax = String(Math.round(durationSeconds));
  const move = (time: number) => {
    slider.ariaValueNow = String(Math.floor(time));
    slider.ariaValueText = format.clock(time);
  };
  move(0);
  return move;
}
