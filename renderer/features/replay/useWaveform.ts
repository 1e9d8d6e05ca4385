import { type RefObject, useEffect, useRef } from 'react';
import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import type { Peaks } from '../../../contract/callContract.ts';
import type { Role } from '../../../core/model/role.ts';
import { cspNonce } from '../../components/cspNonce.ts';
import { formatClock } from '../../components/formatReading.ts';
import type { LaneMark } from './layers.ts';
import { markLooks, markPlaces } from './markLooks.ts';
import type { Playback } from './playback.ts';
import { summaryWords } from './summaryWords.ts';

interface WaveformOptions {
  readonly lanes: readonly Peaks[];
  readonly marks: readonly LaneMark[];
  readonly playback: Playback;
  /** 1 shows the whole call. */
  readonly zoom: number;
  readonly colours: Readonly<Record<Role, string>>;
}

export const laneHeight = 84;
const fullPeak = 127;

type Regions = InstanceType<typeof RegionsPlugin>;

/** Draws the lanes with their marks into a container, and keeps them at the playhead. */
export function useWaveform(
  container: RefObject<HTMLElement | null>,
  { lanes, marks, playback, zoom, colours }: WaveformOptions,
): void {
  const drawing = useRef<{ surfer: WaveSurfer; regions: Regions } | null>(null);

  useEffect(() => {
    if (!container.current || lanes.length === 0) return;
    const regions = RegionsPlugin.create();
    const surfer = WaveSurfer.create({
      container: container.current,
      ...(playback.media && { media: playback.media }),
      peaks: lanes.map(({ values }) => values.map((peak) => peak / fullPeak)),
      duration: playback.durationSeconds,
      splitChannels: lanes.map(({ role }) => ({ waveColor: colours[role], progressColor: colours[role] })),
      height: laneHeight,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      normalize: false,
      cursorWidth: 2,
      cursorColor: 'var(--ss-ink)',
      dragToSeek: true,
      autoCenter: false,
      cspNonce: cspNonce(),
      plugins: [regions],
    });
    drawing.current = { surfer, regions };
    const position = positionSlider(surfer, playback.durationSeconds);
    surfer.on('interaction', (time) => playback.seek(time));
    surfer.on('scroll', (start, end) => playback.look([start, end]));
    const unsubscribe = playback.state.subscribe(({ time }, before) => {
      if (Math.floor(time) !== Math.floor(before.time)) position(time);
      if (time !== before.time && !playback.media) surfer.setTime(time);
    });
    return () => {
      unsubscribe();
      surfer.destroy();
      drawing.current = null;
    };
  }, [container, lanes, playback, colours]);

  // `colours` and `lanes` are listed because a new drawing needs its marks again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const current = drawing.current;
    if (!current) return;
    const draw = () => {
      current.regions.clearRegions();
      for (const mark of marks) addMark(current.regions, mark, lanes);
    };
    if (current.surfer.getDecodedData()) draw();
    return current.surfer.on('ready', draw);
  }, [marks, lanes, playback, colours]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing needs its zoom again
  useEffect(() => {
    const current = drawing.current;
    if (!current) return;
    const apply = () => {
      const fit = current.surfer.getWidth() / playback.durationSeconds;
      current.surfer.zoom(zoom === 1 ? 0 : fit * zoom);
      current.surfer.setScrollTime(Math.max(0, playback.state.getState().time - playback.durationSeconds / zoom / 2));
    };
    if (current.surfer.getDecodedData()) apply();
    return current.surfer.on('ready', apply);
  }, [zoom, lanes, playback, colours]);
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

function addMark(regions: Regions, { layer, role, start, end }: LaneMark, lanes: readonly Peaks[]): void {
  const channelIdx = lanes.findIndex((lane) => lane.role === role);
  if (channelIdx < 0) return;
  const { element } = regions.addRegion({ start, end, channelIdx, drag: false, resize: false });
  if (!element) return;
  const color = role === 'agent' ? 'var(--ss-you)' : 'var(--ss-caller)';
  Object.assign(element.style, { cursor: 'pointer', color }, markLooks[layer], markPlaces[layer]);
}
