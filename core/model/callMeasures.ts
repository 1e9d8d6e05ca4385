import { z } from 'zod';

/** What a list of calls can be filtered and sorted by, beside its facts. Each is one number of the report; how it is taken from it: core/report/callMeasures.ts. */
export const callMeasureSchema = z.enum([
  'talkShare',
  'softShare',
  'paceShare',
  'medianResponseGapSeconds',
  'agentInterruptions',
  'customerInterruptions',
  'overlaps',
  'overlapSeconds',
  'deadAirSeconds',
  'pausesKept',
  'agentLevelLufs',
  'agentEffortDb',
  'agentArticulationRate',
  'agentPitchHz',
  'agentLevelSdDb',
  'agentPitchSdSemitones',
  'rushedSeconds',
  'waves',
  'waveLevelChangeDb',
  'coRegulationDb',
  'cuesShown',
  'captureGapSeconds',
]);
export type CallMeasure = z.infer<typeof callMeasureSchema>;
export const callMeasureNames = callMeasureSchema.options;

/** Every measure of a call; null where the call cannot tell it. */
export const callMeasuresSchema = z.record(callMeasureSchema, z.number().nullable());
export type CallMeasures = z.infer<typeof callMeasuresSchema>;
