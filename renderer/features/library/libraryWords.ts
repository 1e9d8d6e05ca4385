import type { CallMeasure } from '../../../core/model/callMeasures.ts';
import { locale } from '../../text/locale.ts';

export const libraryWords = {
  heading: 'Calls',
  count: (total: number) => (total === 1 ? '1 call' : `${total.toLocaleString(locale)} calls`),
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
    oneMore: 'One more measure',
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
    removeTag: 'Remove tag',
    removeThisTag: (tag: string) => `Remove the tag ${tag}`,
    erase: 'Erase…',
    confirmErase: (count: number) => (count === 1 ? 'Erase this call for good?' : `Erase ${count} calls for good?`),
    eraseHint: 'Audio, reports and notes are gone then, from every backup too.',
    eraseAgent: (agent: string) => `Erase all of ${agent}…`,
    confirmEraseAgent: (agent: string) => `Erase every call of ${agent} for good, and end the imports under this name?`,
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
    pack: {
      name: 'Coach pack, sealed…',
      holds: 'what you choose next, under a passphrase',
      tooMany: (most: number) => `at most ${most} calls in one pack`,
      title: (count: number) => (count === 1 ? 'A coach pack of 1 call' : `A coach pack of ${count} calls`),
    },
    done: (name: string) => `${name} was handed to your downloads.`,
  },
  measures: {
    softShare: 'Soft share, %',
    paceShare: 'Share at an easy pace, %',
    talkShare: 'Talk share, %',
    agentInterruptions: 'Interruptions by the agent',
    customerInterruptions: 'Interruptions by the caller',
    overlaps: 'Overlaps',
    overlapSeconds: 'Overlap, s',
    medianResponseGapSeconds: 'Response gap, s',
    pausesKept: 'Pauses kept',
    deadAirSeconds: 'Dead air, s',
    agentArticulationRate: 'Rate, syllables/s',
    rushedSeconds: 'Rushed, s',
    agentEffortDb: 'Effort, dB',
    agentLevelLufs: 'Level, LUFS',
    agentLevelSdDb: 'Spread of loudness, dB',
    agentPitchHz: 'Pitch, Hz',
    agentPitchSdSemitones: 'Spread of pitch, semitones',
    waves: 'Waves',
    waveLevelChangeDb: 'Agent’s level after waves, dB',
    coRegulationDb: 'Caller’s level after soft turns, dB',
    cuesShown: 'Cues',
    captureGapSeconds: 'Sound missing, s',
    durationSeconds: 'Length, s',
  } satisfies Record<CallMeasure | 'durationSeconds', string>,
} as const;

export type FilterMeasure = keyof typeof libraryWords.measures;

/** Shares are typed as per cent and kept as 0…1. */
export const measureScale: Readonly<Partial<Record<FilterMeasure, number>>> = {
  softShare: 100,
  paceShare: 100,
  talkShare: 100,
};
