/** As the tables call them. */
export const toolNames = {
  softspoken: 'Softspoken',
  live: 'Softspoken live',
  silero: 'Silero v6',
  webRtc: 'WebRTC',
  energy: 'energy',
  praat: 'Praat',
} as const;
