import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { keysOf } from '../../../../core/model/keysOf.ts';
import { recordOf } from '../../../../core/model/recordOf.ts';

const names = {
  agent: '--ss-you',
  customer: '--ss-caller',
  ink: '--ss-ink-soft',
  edge: '--ss-panel-edge',
  target: '--ss-target',
} as const;

export type PaletteColours = Readonly<Record<keyof typeof names, string>>;

/** Returns the palette as plain colours, for drawing on a canvas; a new object when the appearance changes. */
export function usePaletteColours(): PaletteColours {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet's values change with the scheme
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return recordOf(keysOf(names), (key) => style.getPropertyValue(names[key]).trim());
  }, [scheme]);
}
