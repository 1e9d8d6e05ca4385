/** The light palette of the app, for paper: text reaches 4.5:1 on white and on `ground`, graphics 3:1. */
export const palette = {
  ground: '#f0f5f3',
  panel: '#ffffff',
  edge: '#dbe6e3',
  ink: '#122624',
  inkSoft: '#4b625e',
  faint: '#768a86',
  agent: '#0d7d72',
  agentPale: '#d5ece8',
  customer: '#6a5a9c',
  customerPale: '#e4dff1',
  talkOver: '#b03a55',
  talkOverPale: '#f6dfe4',
  caution: '#b35f06',
  cautionPale: '#f8e8d4',
  silence: '#e3e9e7',
} as const;
