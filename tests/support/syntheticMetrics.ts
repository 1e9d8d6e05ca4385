import type { CallMetrics, SpeakerNow } from '../../core/model/callEvent.ts';
import type { WaveState } from '../../core/model/callReport.ts';

/** Returns readings of a made-up live call at a moment, for testing screens rather than measures. Deterministic. */
export function syntheticMetrics(at: number): CallMetrics {
  const cycle = at % 40;
  const isCallerSpeaking = cycle < 18;
  const isAgentSpeaking = cycle >= 20;
  const isLearnt = at > 45;
  const rise = Math.max(0, Math.sin((at - 30) / 26));
  return {
    type: 'metrics',
    at,
    agent: speakerNow({
      speaking: isAgentSpeaking,
      effortDb: isLearnt ? -2.5 + 4 * Math.sin(at / 9) : null,
      articulationRate: at > 25 ? 4.3 + 0.6 * Math.sin(at / 7) : null,
    }),
    customer: speakerNow({ speaking: isCallerSpeaking }),
    floor: isCallerSpeaking ? 'wait' : cycle < 18.7 ? 'almost' : 'your-turn',
    wave: waveAt(at),
    waveHeight: at > 15 ? 0.25 + 0.6 * rise + 0.05 * Math.sin(at) : null,
    talkShare: 0.46,
    baselineRate: isLearnt ? 4.4 : null,
    baseline: isLearnt ? 'provisional' : 'none',
    notice: null,
  };
}

export function speakerNow(changes: Partial<SpeakerNow>): SpeakerNow {
  return {
    speaking: false,
    momentaryLufs: null,
    activeLufs: null,
    effortDb: null,
    articulationRate: null,
    pitchSemitones: null,
    trouble: null,
    ...changes,
  };
}

function waveAt(at: number): WaveState {
  const phase = (at - 30) % 163;
  if (at < 32 || phase > 95) return 'level';
  if (phase < 30) return 'rising';
  return phase < 55 ? 'peak' : 'receding';
}
