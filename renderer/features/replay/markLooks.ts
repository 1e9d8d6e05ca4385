import type { CSSProperties } from 'react';
import type { Layer } from './layers.ts';

const diagonal = (degrees: number, colour: string) =>
  `repeating-linear-gradient(${degrees}deg, ${colour} 0 3px, transparent 3px 7px)`;

/** How each layer is drawn, in the waveform and in the legend: a shape of its own, not only a colour. */
export const markLooks = {
  speech: { background: 'currentColor', height: '3px' },
  'talk-over': {
    background: diagonal(45, 'color-mix(in srgb, var(--ss-talk-over) 65%, transparent)'),
    border: '1.5px solid var(--ss-talk-over)',
    minWidth: '4px',
  },
  loud: {
    background: 'color-mix(in srgb, var(--ss-caution) 16%, transparent)',
    borderBottom: '6px solid var(--ss-caution)',
    minWidth: '4px',
  },
  fast: { background: diagonal(110, 'var(--ss-ink)'), height: '7px', minWidth: '8px' },
  cue: {
    background: 'var(--ss-ink)',
    border: '2px solid var(--ss-panel)',
    borderRadius: '50%',
    width: '12px',
    height: '12px',
  },
} as const satisfies Record<Layer, CSSProperties>;

/** Where in its lane a layer stands that does not fill it. */
export const markPlaces = {
  speech: { marginTop: '81px', borderRadius: '0' },
  'talk-over': {},
  loud: { borderRadius: '0' },
  fast: { marginTop: '1px' },
  cue: { margin: '10px 0 0 -6px', right: 'auto' },
} as const satisfies Record<Layer, Partial<CSSStyleDeclaration>>;
