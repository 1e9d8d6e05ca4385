export const libraryWords = {
  heading: 'Calls',
  count: (total: number) => (total === 1 ? '1 call' : `${total.toLocaleString('en-GB')} calls`),
  none: 'No calls yet. One that you open or end is kept here.',
  noneFound: 'No call is like that.',
  columns: {
    title: 'Call',
    startedAt: 'When',
    agent: 'Agent',
    durationSeconds: 'Length',
    softShare: 'Soft',
    agentArticulationRate: 'Syll/s',
    agentInterruptions: 'Interrupted',
    medianResponseGapSeconds: 'Gap, s',
    waves: 'Waves',
  },
  table: {
    choose: (title: string) => `Choose ${title}`,
    chooseAll: 'Choose all that are listed',
    kinds: { file: 'Recording', live: 'Live call', practice: 'Practice' },
    states: { running: 'going on', recovered: 'broken off', unkept: 'not kept' },
    followUp: (day: string) => `follow up ${day}`,
  },
  filters: {
    search: 'Search',
    searchHint: 'Title, agent or tag',
    agent: 'Agent',
    tag: 'Tag',
    from: 'From',
    to: 'To',
    measure: 'Measure',
    anyMeasure: 'Any measure',
    atLeast: 'at least',
    atMost: 'at most',
    anyAgent: 'Every agent',
    anyTag: 'Every tag',
    open: 'Filters',
    clear: 'Show all',
  },
  chosen: {
    count: (count: number) => `${count} chosen`,
    agent: 'Agent’s name',
    setAgent: 'Set agent',
    tag: 'Tag',
    addTag: 'Add tag',
    erase: 'Erase…',
    confirmErase: (count: number) => (count === 1 ? 'Erase this call for good?' : `Erase ${count} calls for good?`),
    eraseHint: 'Their audio and reports are gone then, from every backup too.',
    eraseNow: 'Erase for good',
    keep: 'Keep',
  },
  takeAway: {
    open: 'Take away…',
    label: 'Take the chosen calls away',
    what: (titles: readonly string[], count: number) => {
      const more = count > titles.length ? ` and ${count - titles.length} more` : '';
      return `What will leave this computer’s library, of ${titles.map((title) => `“${title}”`).join(', ')}${more}:`;
    },
    formats: {
      csv: { name: 'Numbers (CSV)', holds: 'every number, looking back; no comments, no voices' },
      moments: { name: 'Moments (CSV)', holds: 'every moment with its time, comments; no voices' },
      json: { name: 'For programs (JSON)', holds: 'everything measured; no comments, no voices' },
    },
    done: (name: string) => `${name} was handed to your downloads.`,
  },
  measures: {
    softShare: 'Soft share, %',
    paceShare: 'Share at an easy pace, %',
    talkShare: 'Talk share, %',
    agentInterruptions: 'Interruptions by the agent',
    medianResponseGapSeconds: 'Response gap, s',
    agentArticulationRate: 'Rate, syllables/s',
    agentEffortDb: 'Effort, dB',
    waves: 'Waves',
    deadAirSeconds: 'Dead air, s',
    pausesKept: 'Pauses kept',
    cuesShown: 'Cues',
    durationSeconds: 'Length, s',
  },
} as const;

export type FilterMeasure = keyof typeof libraryWords.measures;

/** Shares are typed as per cent and kept as 0…1. */
export const measureScale: Readonly<Partial<Record<FilterMeasure, number>>> = {
  softShare: 100,
  paceShare: 100,
  talkShare: 100,
};
