/** Every word of what is exported: behaviour, never a feeling. */
export const exportWords = {
  roles: { agent: 'Agent', customer: 'Caller' },
  both: 'Both',
  moments: {
    interruption: 'Interruption',
    backchannel: 'Listening sign',
    terminal: 'Quick answer',
    overlap: 'Both spoke',
    'dead-air': 'Dead air',
    rushed: 'Rushed',
    loudest: 'Loudest half minute',
    wave: 'Wave of the caller',
    cue: 'Cue',
    flag: 'Flag',
    stage: 'Stage',
    warning: 'Warning given',
    escalation: 'Escalated',
    'follow-up': 'Follow-up due',
    comment: 'Comment',
    missing: 'Sound missing',
  },
  yielded: (seconds: number) => `yielded after ${seconds.toFixed(1)} s`,
  wavePeak: (peak: number, changeDb: number | null) =>
    `peak at ${peak.toFixed(1)} s${changeDb === null ? '' : `, agent's level ${signed(changeDb)} dB after it`}`,
  wrongCue: (cue: string) => `${cue} (marked wrong)`,
  stage: (stage: number) => `stage ${stage}`,
  numbers: {
    soft: { label: 'Spoke softly', detail: 'of the agent’s speech', target: '80 % or more' },
    pace: { label: 'Easy pace', detail: 'of the agent’s speech', target: '80 % or more' },
    gap: { label: 'Time before answering', detail: 'median', target: '0.4–1.2 s' },
    interruptions: { label: 'Times interrupted', detail: 'by the agent', target: '0' },
    talkShare: { label: 'Share of the talking', detail: 'the agent’s' },
    waves: {
      label: 'Waves of the caller',
      detail: 'of loudness and pace',
      change: (change: string) => `agent ${change} dB after their peaks`,
    },
    deadAir: { label: 'Dead air', detail: 'silences of 4 s or more', target: '0 s' },
    rushed: { label: 'Rushed', detail: 'faster than the agent’s usual', target: '0 s' },
    oneParty: 'needs both parties',
    notEnough: 'not enough speech',
  },
  curves: { effort: 'Loudness against the usual', rate: 'Pace' },
  rateUnit: 'syllables a second',
  drawings: {
    call: (parties: number) =>
      parties === 2
        ? 'The call along time: the agent’s speech above, the caller’s below, taller where louder.'
        : 'The call along time: speech, taller where louder.',
    curve: (name: string, low: number, high: number, unit: string) =>
      `${name} along the call, from ${low} to ${high} ${unit}.`,
    wave: 'Wave',
  },
  legend: {
    talkOver: 'Talk-over, in the lane of whoever started it',
    loud: 'Loud',
    rushed: 'Rushed',
    cue: 'Cue',
    deadAir: 'Dead air',
    target: 'On target',
    wave: 'Peak of a wave',
  },
  report: {
    kinds: { file: 'Recording', live: 'Live call' },
    baselines: {
      personal: 'measured against the agent’s own baseline',
      provisional: 'measured against a baseline learned in this call',
      none: 'no baseline',
    },
    numbers: 'In numbers',
    onTarget: 'on target',
    target: (target: string) => `target ${target}`,
    call: 'The call',
    moments: 'Moments',
    momentColumns: ['When', 'What', 'Who', 'How long', 'Detail'],
    noMoments: 'Nothing to point out.',
    comments: 'Comments',
    reflection: 'Looking back',
    workedWell: 'What worked well',
    couldBeImproved: 'What could be improved',
    answers: { acknowledged: 'The agent acknowledged the feedback.', contested: 'The agent contests the feedback.' },
    policy: 'This call turned on policy or the product, not on the voice, and is left out of trends.',
    unavailable: 'Not known in this call',
    caveat:
      'How it was said is measured: level, pace, pitch and timing. Not what was said, and not what anybody felt. People and cultures differ in how loud, fast and close together they speak, so the agent is compared with their own usual alone.',
    lossy: 'Some characters cannot be printed here. The HTML report has them all.',
    madeBy: (version: string) => `Softspoken ${version}`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  startedBy: (moment: string, role: string) => `${moment} by ${role}`,
} as const;

/** With its sign, a true minus. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
