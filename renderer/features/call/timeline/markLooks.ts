import type { CSSProperties } from 'react';
import type { Layer } from './layers.ts';

const diagonal = (degrees: number, colour: string) =>
  `repeating-linear-gradient(${degrees}deg, ${colour} 0 3px, transparent 3px 7px)`;

/** The look of each layer, in the waveform and in the legend: a distinct shape, not only a colour. */
export const markLooks = {
  speech: { background: 'currentColor', height: '3px' },
  pause: { background: 'currentColor', height: '2px', opacity: 0.55 },
  'talk-over': {
    background: diagonal(45, 'color-mix(in srgb, var(--ss-talk-over) 65%, transparent)'),
    border: '1.5px solid var(--ss-talk-over)',
    minWidth: '4px',
  },
  'dead-air': {
    background: diagonal(0, 'color-mix(in srgb, var(--ss-faint) 28%, transparent)'),
    borderInline: '1px solid var(--ss-faint)',
    minWidth: '3px',
  },
  loud: {
    background: 'color-mix(in srgb, var(--ss-caution) 16%, transparent)',
    borderBottom: '6px solid var(--ss-caution)',
    minWidth: '4px',
  },
  fast: { background: diagonal(110, 'var(--ss-ink)'), height: '7px', minWidth: '8px' },
  wave: { background: 'var(--ss-wave-fill)', borderTop: '3px solid var(--ss-caller)', minWidth: '4px' },
  cue: {
    background: 'var(--ss-ink)',
    border: '2px solid var(--ss-panel)',
    borderRadius: '50%',
    width: '12px',
    height: '12px',
  },
  mark: {
    background: 'var(--ss-ink)',
    clipPath: 'polygon(0 0, 100% 30%, 16% 60%, 16% 100%, 0 100%)',
    width: '14px',
    height: '20px',
  },
  comment: {
    background: 'var(--ss-wait)',
    clipPath: 'polygon(0 0, 100% 0, 100% 65%, 10px 65%, 3px 100%, 3px 65%, 0 65%)',
    height: '12px',
    minWidth: '16px',
  },
} as const satisfies Record<Layer, CSSProperties>;

/** The position in its lane of a layer that does not fill it. */
export const markPlaces = {
  speech: { marginTop: '81px', borderRadius: '0' },
  pause: { marginTop: '41px', borderRadius: '0' },
  'talk-over': {},
  'dead-air': { borderRadius: '0' },
  loud: { borderRadius: '0' },
  fast: { marginTop: '1px' },
  wave: { borderRadius: '0' },
  cue: { margin: '10px 0 0 -6px', right: 'auto' },
  mark: { marginTop: '26px', right: 'auto' },
  comment: { marginTop: '62px' },
} as const satisfies Record<Layer, Partial<CSSStyleDeclaration>>;
