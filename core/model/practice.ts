import { z } from 'zod';

/** The practices that calm an angry caller. Exercises train them and cards teach them. */
export const practiceSchema = z.enum([
  'speak-softly',
  'steady-tone',
  'slow-down',
  'wait-for-the-pause',
  'do-not-interrupt',
  'let-the-wave-pass',
  'brief-silence',
  'do-not-match-the-volume',
  'soft-voice-brings-down',
  'acknowledge-first',
  'helpful-phrases',
  'set-boundaries',
  'escalate-last',
  'reflect',
  'keep-practising',
  'other-styles',
]);
export type Practice = z.infer<typeof practiceSchema>;
export const practices = practiceSchema.options;
