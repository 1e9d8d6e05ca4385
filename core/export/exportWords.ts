/** Every word of what is exported: behaviour, never a feeling. */
export const exportWords = {
  roles: { agent: 'Agent', customer: 'Caller' },
  both: 'Both',
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
