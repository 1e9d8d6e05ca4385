import type WaveSurfer from 'wavesurfer.js';
import type RegionsPlugin from 'wavesurfer.js/plugins/regions';
import type { Span } from '../../../../core/model/callReport.ts';
import type { Playback } from './playback.ts';

type Regions = InstanceType<typeof RegionsPlugin>;
type Region = ReturnType<Regions['addRegion']>;

/**
 * Draws the loop as a region over both lanes, which can be created by dragging and changed by its edges. Returns a
 * function that stops this.
 */
export function drawLoop(surfer: WaveSurfer, regions: Regions, playback: Playback): () => void {
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
    // Without the name of the dragged region, so that it is not mistaken for it.
    region = regions.addRegion({ start: loop[0], end: loop[1], color: colour, drag: false });
    if (!region.element) return;
    // A click inside the loop goes to the waveform; only its edges can be dragged.
    region.element.style.pointerEvents = 'none';
    for (const edge of region.element.children) {
      if (edge instanceof HTMLElement) edge.style.pointerEvents = 'auto';
    }
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
