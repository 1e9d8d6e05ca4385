/** Every word of what is exported: behaviour, never a feeling. */
export const exportWords = {
  roles: { agent: 'Agent', customer: 'Caller' },
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
  startedBy: (moment: string, role: string) => `${moment} by ${role}`,
} as const;

/** With its sign, a true minus. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
