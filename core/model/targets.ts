/** dB of effort against the agent's usual that count as soft. */
export const softEffortDb = { low: -10, high: 2 } as const;

/** dB of effort from which speech counts as loud: where the gauge turns. */
export const loudEffortDb = 4;

/** An easy pace, as factors of the agent's usual rate. */
export const easyPaceFactors = { low: 0.75, high: 1.1 } as const;

/** Share of the agent's speech that is to be soft, and at an easy pace. */
export const goodShare = 0.8;

/** Seconds to wait before answering. */
export const goodResponseGapSeconds = { low: 0.4, high: 1.2 } as const;

/** Semitones of the agent's pitch around the usual that count as even. */
export const evenPitchSemitones = { low: -2, high: 2 } as const;
