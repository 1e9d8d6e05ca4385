import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const names = {
  agent: '--ss-you',
  customer: '--ss-caller',
  ink: '--ss-ink-soft',
  edge: '--ss-panel-edge',
  target: '--ss-target',
} as const;

export type PaletteColours = Readonly<Record<keyof typeof names, string>>;

/** The palette as plain colours, for drawing on a canvas; a new object when the appearance changes. */
export function usePaletteColours(): PaletteColours {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet's values change with the scheme
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(
      Object.entries(names).map(([key, name]) => [key, style.getPropertyValue(name).trim()]),
    ) as PaletteColours;
  }, [scheme]);
}
