import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Sea-glass green: the colour of being on target, and of nothing else. */
const tide: MantineColorsTuple = [
  '#e6f7f3',
  '#cfece6',
  '#a3d9cf',
  '#72c4b7',
  '#45ab9e',
  '#239487',
  '#0d7d72',
  '#0a6a61',
  '#095850',
  '#07463f',
];

/** Mantine's greys, tinted a little towards the sea. */
const dark: MantineColorsTuple = [
  '#dfeae7',
  '#b9cac6',
  '#93a8a3',
  '#6c827d',
  '#3c504c',
  '#2a3b38',
  '#1c2b29',
  '#142120',
  '#0e1918',
  '#091211',
];

const fontFamily =
  'ui-rounded, "SF Pro Rounded", "Segoe UI Variable Text", "Segoe UI", Nunito, Cantarell, "Noto Sans", system-ui, sans-serif';

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 7 },
  colors: { tide, dark },
  black: '#122624',
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '18px', xl: '28px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const paletteVariables = {
  '--mantine-color-body': 'var(--ss-ground)',
  '--mantine-color-text': 'var(--ss-ink)',
  '--mantine-color-dimmed': 'var(--ss-ink-soft)',
  '--mantine-color-default': 'var(--ss-panel)',
  '--mantine-color-default-border': 'var(--ss-panel-edge)',
  '--mantine-color-default-hover': 'var(--ss-trace)',
  '--mantine-color-default-color': 'var(--ss-ink)',
};

/** Applies the palette of theme.css, with its light and dark variants, to Mantine's components. */
export const paletteResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: paletteVariables,
  dark: paletteVariables,
});
