import { type RefObject, useEffect, useRef } from 'react';
import WaveSurfer from 'wavesurfer.js';
import MinimapPlugin from 'wavesurfer.js/plugins/minimap';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import TimelinePlugin from 'wavesurfer.js/plugins/timeline';
import type { Peaks } from '../../../contract/callContract.ts';
import type { Span } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { cspNonce } from '../../components/cspNonce.ts';
import { formatClock } from '../../components/formatReading.ts';
import type { LaneMark } from './layers.ts';
import { markLooks, markPlaces } from './markLooks.ts';
import type { Playback } from './playback.ts';
import { summaryWords } from './summaryWords.ts';
import { drawnSpan, visibleMarks } from './visibleMarks.ts';

interface WaveformOptions {
  readonly lanes: readonly Peaks[];
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
  readonly regions: Regions;
}

export const laneHeight = 84;
export const minimapHeight = 26;
const timelineHeight = 24;
const fullPeak = 127;

type Regions = InstanceType<typeof RegionsPlugin>;
type Region = ReturnType<Regions['addRegion']>;

/** Draws the lanes with their marks, times and minimap into containers, and keeps them at the playhead. */
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
      peaks: lanes.map(({ values }) => Float32Array.from(values, (peak) => peak / fullPeak)),
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
          formatTimeCallback: formatClock,
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
    // Regions stand in the lanes, not in the times below them.
    const marked = surfer.getWrapper().querySelector<HTMLElement>('[part=regions-container]');
    if (marked) marked.style.height = `${lanes.length * laneHeight}px`;
    drawing.current = { surfer, regions };
    const position = positionSlider(surfer, playback.durationSeconds);
    const unloop = drawLoop(drawing.current, playback);
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
    return onceReady(current.surfer, () => drawMarks(current, marks, lanes, playback));
  }, [marks, lanes, playback, colours]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing needs its zoom again
  useEffect(() => {
    const current = drawing.current;
    if (!current) return;
    return onceReady(current.surfer, () => {
      const { surfer } = current;
      const { time } = playback.state.getState();
      const viewSeconds = playback.durationSeconds / zoom;
      surfer.zoom(zoom === 1 ? 0 : surfer.getWidth() / viewSeconds);
      const start = Math.min(Math.max(0, time - viewSeconds / 2), playback.durationSeconds - viewSeconds);
      surfer.setScrollTime(start);
      // Not every change of zoom scrolls.
      playback.look([start, start + viewSeconds]);
      return undefined;
    });
  }, [zoom, lanes, playback, colours]);
}

/** Does something as soon as a drawing has its peaks; returns how to undo or forget it. */
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

/** Draws the marks around what is on the screen, and anew when that has moved on; returns how to take them away. */
function drawMarks(
  { surfer, regions }: Drawing,
  marks: readonly LaneMark[],
  lanes: readonly Peaks[],
  playback: Playback,
): () => void {
  let drawn: Region[] = [];
  let span: Span = [0, 0];
  let scale = 0;
  const clear = () => {
    for (const region of drawn) region.remove();
    drawn = [];
  };
  const draw = () => {
    const { view } = playback.state.getState();
    const [start, end] = view;
    const secondsPerPixel = (end - start) / (surfer.getWidth() || 1);
    if (start >= span[0] && end <= span[1] && secondsPerPixel === scale) return;
    clear();
    span = drawnSpan(view);
    scale = secondsPerPixel;
    drawn = visibleMarks(marks, span, secondsPerPixel).flatMap((mark) => addMark(regions, mark, lanes) ?? []);
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

function addMark(regions: Regions, { layer, role, start, end }: LaneMark, lanes: readonly Peaks[]): Region | undefined {
  const channelIdx = lanes.findIndex((lane) => lane.role === role);
  if (channelIdx < 0) return undefined;
  const region = regions.addRegion({ start, end, channelIdx, drag: false, resize: false });
  const color = role === 'agent' ? 'var(--ss-you)' : 'var(--ss-caller)';
  // Pointing at a mark is pointing at the waveform below it.
  const look = { color, ...markLooks[layer], ...markPlaces[layer], pointerEvents: 'none' };
  if (region.element) Object.assign(region.element.style, look);
  return region;
}

/** The loop as a region over both lanes: drawn by dragging, and changed by its edges. Returns how to forget it. */
function drawLoop({ surfer, regions }: Drawing, playback: Playback): () => void {
  const colour = 'color-mix(in srgb, var(--ss-wait) 24%, transparent)';
  const id = 'loop';
  let region: Region | undefined;
  regions.enableDragSelection({ id, color: colour });
  regions.on('region-created', (created) => {
    if (created.id !== id || created === region) return;
    const span: Span = [created.start, created.end];
    created.remove();
    playback.setLoop(span);
  });
  regions.on('region-updated', (updated) => {
    if (updated === region) playback.setLoop([updated.start, updated.end]);
  });
  const draw = () => {
    const { loop } = playback.state.getState();
    if (loop && region) return region.setOptions({ start: loop[0], end: loop[1] });
    region?.remove();
    region = undefined;
    if (!loop) return;
    // Without the name of what is dragged, so that it is not taken for that.
    region = regions.addRegion({ start: loop[0], end: loop[1], color: colour, drag: false });
    if (!region.element) return;
    // A click into the loop is one into the waveform; only its edges are taken hold of.
    region.element.style.pointerEvents = 'none';
    for (const edge of region.element.children) (edge as HTMLElement).style.pointerEvents = 'auto';
  };
  const unready = surfer.on('ready', draw);
  const unsubscribe = playback.state.subscribe(({ loop }, before) => {
    if (loop !== before.loop) draw();
  });
  return () => {
    unready();
    unsubscribe();
  };
}

/** Makes the waveform a slider of the playhead for those who do not point; returns how to move it. */
function positionSlider(surfer: WaveSurfer, durationSeconds: number): (time: number) => void {
  const slider = surfer.getWrapper().parentElement;
  if (!slider) return () => {};
  slider.tabIndex = 0;
  slider.role = 'slider';
  slider.ariaLabel = summaryWords.timeline.position;
  slider.ariaValueMin = '0';
  slider.ariaValueMax = String(Math.round(durationSeconds));
  const move = (time: number) => {
    slider.ariaValueNow = String(Math.floor(time));
    slider.ariaValueText = formatClock(time);
  };
  move(0);
  return move;
}
