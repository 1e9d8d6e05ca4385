/** Every word of what is exported: behaviour, never a feeling. */
export const exportWords = {
  roles: { agent: 'Agent', customer: 'Caller' },
  both: 'Both',
  curves: { effort: 'Loudness vs. the usual', rate: 'Pace' },
  rateUnit: 'syllables a second',
  drawings: {
    call: (parties: number) =>
      parties === 2
        ? 'Timeline of the call: the agent’s speech above, the caller’s below, taller where louder.'
        : 'Timeline of the call: speech, taller where louder.',
    curve: (name: string, low: number, high: number, unit: string) =>
      `${name} along the call, from ${low} to ${high} ${unit}.`,
    wave: 'Wave',
  },
  legend: {
    talkOver: 'Talk-over, in the lane of the person who started it',
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
      personal: 'compared with the agent’s voice baseline',
      provisional: 'compared with a baseline learned in this call',
      none: 'no baseline',
    },
    numbers: 'Summary in numbers',
    onTarget: 'on target',
    target: (target: string) => `target ${target}`,
    call: 'The call',
    moments: 'Moments',
    momentColumns: ['When', 'What', 'Who', 'Length', 'Detail'],
    noMoments: 'No moments to show.',
    comments: 'Comments',
    reflection: 'Reflection',
    workedWell: 'What worked well',
    couldBeImproved: 'What could be improved',
    answers: { acknowledged: 'The agent acknowledged the feedback.', contested: 'The agent contests the feedback.' },
    policy: 'This call turned on policy or the product, not on the voice, and is left out of trends.',
    unavailable: 'Missing in this call',
    caveat:
      'This report measures how things were said: level, pace, pitch and timing. It doesn’t measure what was said or what anyone felt. People and cultures differ in how loud, fast and close together they speak, so the agent is only compared with their own usual.',
    lossy: 'Some characters can’t be printed here. The HTML report has them all.',
    madeBy: (version: string) => `Softspoken ${version}`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
  },
  startedBy: (moment: string, role: string) => `${moment} by ${role}`,
} as const;
