import type { Language } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import type { MeasureId } from './measures.ts';

export interface MeasureWords {
  /** Can be understood without the detail. */
  readonly label: string;
  /** The reference of the number, such as the whole call or the agent's usual. */
  readonly detail: string;
  /** Short heading of its column in the library. */
  readonly column?: string;
}

const texts = {
  talkShare: { label: 'Talk share', detail: 'of both parties’ speech' },
  softShare: { label: 'Spoke softly', detail: 'of the speech', column: 'Soft' },
  paceShare: { label: 'Easy pace', detail: 'of the speech' },
  medianResponseSeconds: { label: 'Response time', detail: 'median', column: 'Response, s' },
  agentInterruptions: { label: 'Interruptions by the agent', detail: 'in the whole call', column: 'Interrupted' },
  callerInterruptions: { label: 'Interruptions by the caller', detail: 'in the whole call' },
  overlaps: { label: 'Overlaps', detail: 'in the whole call' },
  overlapSeconds: { label: 'Length of overlaps', detail: 'in the whole call' },
  deadAirSeconds: { label: 'Dead air', detail: 'silences of 4 s or more' },
  waves: { label: 'Waves', detail: 'of the caller’s loudness and pace', column: 'Waves' },
  waveLevelChangeDb: { label: 'Agent’s loudness after waves', detail: 'median change' },
  agentSpeechSeconds: { label: 'Agent’s speech', detail: 'in the whole call' },
  agentEffortDb: { label: 'Loudness', detail: 'compared with the usual' },
  agentEffortP90Db: { label: 'Loudest tenth of the speech', detail: 'compared with the usual' },
  agentLevelLufs: { label: 'Agent’s level', detail: 'while speaking' },
  agentLevelSdDb: { label: 'Loudness variation', detail: 'lower is steadier' },
  agentArticulationRate: { label: 'Pace', detail: 'while speaking', column: 'Syll/s' },
  agentPitchHz: { label: 'Pitch', detail: 'median' },
  agentPitchSdSemitones: { label: 'Pitch variation', detail: 'around the agent’s median' },
  rushedSeconds: { label: 'Rushed', detail: 'faster than the agent’s usual' },
  pausesKept: { label: 'Pauses kept', detail: 'of 1–3 s, after the caller stopped' },
  callerSpeechSeconds: { label: 'Caller’s speech', detail: 'in the whole call' },
  callerLevelLufs: { label: 'Caller’s level', detail: 'while speaking' },
  callerArticulationRate: { label: 'Caller’s pace', detail: 'while speaking' },
  coRegulationDb: { label: 'Caller’s loudness after soft turns', detail: 'mean change' },
  cuesShown: { label: 'Cues', detail: 'shown in the call' },
  captureGapSeconds: { label: 'Missing audio', detail: 'in the whole call' },
} satisfies Readonly<Record<MeasureId, MeasureWords>>;

/** Returns the names of the measures for screens, exports and the command line. */
export function measureWords(language: Language): Readonly<Record<MeasureId, MeasureWords>> {
  return messages(language, 'measures', texts);
}
