import type { TrayState } from './trayIcon.ts';

/** Every word of the tray. */
export const desktopWords = {
  states: {
    idle: 'Softspoken',
    call: 'Softspoken: in a call',
    trouble: 'Softspoken: in a call, something is wrong with a source or the recording',
  } satisfies Record<TrayState, string>,
  show: 'Show Softspoken',
  smallWindow: 'Show small window',
  quit: 'Quit',
} as const;
