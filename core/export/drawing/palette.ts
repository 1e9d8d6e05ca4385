/** The app's light palette, for paper. Contrast on white and on `ground` is 4.5:1 for text and 3:1 for graphics. */
export const palette = {
  ground: '#f0f5f3',
  panel: '#ffffff',
  edge: '#dbe6e3',
  ink: '#122624',
  inkSoft: '#4b625e',
  agent: '#0d7d72',
  agentPale: '#d5ece8',
  customer: '#6a5a9c',
  customerPale: '#e4dff1',
  talkOver: '#b03a55',
  talkOverPale: '#f6dfe4',
  caution: '#b35f06',
  silence: '#e3e9e7',
} as const;
