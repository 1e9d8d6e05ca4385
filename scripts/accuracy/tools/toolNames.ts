/** The names of the tools in the tables. */
export const toolNames = {
  softspoken: 'Softspoken',
  live: 'Softspoken live',
  silero: 'Silero v6',
  webRtc: 'WebRTC',
  energy: 'energy',
  praat: 'Praat',
} as const;
