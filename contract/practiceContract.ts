import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { baselineSchema } from '../core/model/baseline.ts';
import { cueKindSchema } from '../core/model/cue.ts';
import { drillSchema } from '../core/model/drill.ts';
import { learningCardSchema } from '../core/model/learningCard.ts';
import { attemptCurveSchema, exerciseSchema, practiceAttemptSchema } from '../core/model/practiceAttempt.ts';
import { practiceEventSchema } from '../core/model/practiceEvent.ts';
import { assignmentSchema, practicePlanSchema, practiceResultsSchema } from '../core/model/practicePlan.ts';
import { scenarioSchema } from '../core/model/scenario.ts';
import { liveInputSchema, sessionIdSchema } from './liveContract.ts';
import { procedure } from './procedure.ts';
import { streamIdSchema } from './streamContract.ts';

/** The description of a scenario for a trainee, without the caller's lines. */
export const scenarioOutlineSchema = z
  .object(scenarioSchema.shape)
  .pick({
    id: true,
    title: true,
    trade: true,
    situation: true,
    goal: true,
    practices: true,
    caller: true,
  })
  .extend({
    /** Written by the user's team, not supplied with the app. */
    isCustom: z.boolean(),
    /** Without clips, only a voice of the system can say its lines. */
    hasClips: z.boolean(),
  });
export type ScenarioOutline = z.infer<typeof scenarioOutlineSchema>;

export const passageSchema = z.object({ id: z.string(), text: z.string() });

/** Everything there is to practise. */
export const practiceCatalogueSchema = z.object({
  scenarios: z.array(scenarioOutlineSchema),
  drills: z.array(drillSchema),
  passages: z.array(passageSchema),
  cards: z.array(learningCardSchema),
});
export type PracticeCatalogue = z.infer<typeof practiceCatalogueSchema>;

/** The trainee's progress. Days are those of the machine's calendar. */
export const practiceProgressSchema = z.object({
  streakDays: z.number().int(),
  /** For each exercise that was tried: the level of the next attempt, and the best score so far. */
  exercises: z.array(
    z.object({
      exercise: exerciseSchema,
      attempts: z.number().int(),
      level: z.number().int(),
      best: z.number().nullable(),
      lastScore: z.number().nullable(),
    }),
  ),
  /** Cards to review today, in this order. */
  dueCards: z.array(z.string()),
  plans: z.array(
    z.object({
      plan: practicePlanSchema,
      assignments: z.array(
        z.object({
          assignment: assignmentSchema,
          reached: z.number().int(),
          isDone: z.boolean(),
          isOverdue: z.boolean(),
        }),
      ),
    }),
  ),
  /** Results that trainees returned to this coach. */
  returned: z.array(
    z.object({
      resultsId: z.string(),
      planTitle: z.string(),
      note: z.string(),
      exportedAt: z.iso.datetime(),
      exercises: z.array(
        z.object({
          exercise: exerciseSchema,
          attempts: z.number().int(),
          best: z.number().nullable(),
          last: z.number().nullable(),
        }),
      ),
    }),
  ),
});
export type PracticeProgress = z.infer<typeof practiceProgressSchema>;

/** The voice of a simulated caller: recorded clips, or a voice of the page's system. */
export const callerVoiceSchema = z.enum(['clips', 'system']);
export type CallerVoiceKind = z.infer<typeof callerVoiceSchema>;

export const practiceSessionSchema = z.object({
  sessionId: sessionIdSchema,
  exercise: exerciseSchema,
  /** Difficulty, 1…5, and the help it brings. */
  level: z.number().int(),
  aids: z.object({ floorLight: z.boolean(), feedback: z.boolean(), cues: z.array(cueKindSchema) }),
  voice: callerVoiceSchema,
  /** Clips the caller may say, to be fetched in advance. */
  clips: z.array(z.string()),
});
export type PracticeSession = z.infer<typeof practiceSessionSchema>;

/** An attempt with the remains of its call: null if the call was erased, or its sound not stored. */
export const savedAttemptSchema = practiceAttemptSchema.extend({ audioUrl: z.string().nullable() });
export type SavedAttempt = z.infer<typeof savedAttemptSchema>;

/** An attempt with the details of its page. */
export const openedAttemptSchema = savedAttemptSchema.extend({
  /** The same call with a trainee who is soft and patient throughout, if its scenario still exists. */
  reference: attemptCurveSchema.nullable(),
});
export type OpenedAttempt = z.infer<typeof openedAttemptSchema>;

const attemptIdSchema = z.string().min(1).max(64);
export const planIdSchema = z.string().min(1).max(64);

export const importedScenarioSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), scenarioId: z.string() }),
  z.object({ ok: z.literal(false), problems: z.array(z.object({ path: z.string(), message: z.string() })) }),
]);
export type ImportedScenario = z.infer<typeof importedScenarioSchema>;

export const practiceContract = {
  catalogue: procedure.output(practiceCatalogueSchema),
  progress: procedure.output(practiceProgressSchema),
  /**
   * Starts an attempt. The agent's input is the trainee; if there is a simulated caller, the page sends what it plays
   * as the customer's input, so that the two are in step.
   */
  start: procedure
    .input(
      z.object({
        exercise: exerciseSchema,
        inputs: z.array(liveInputSchema).min(1).max(2),
        baseline: baselineSchema.nullable(),
        recordAudio: z.boolean(),
        voice: callerVoiceSchema,
      }),
    )
    .output(practiceSessionSchema),
  /** Yields events from now on, until `saved` or `failed`. */
  watch: procedure.input(z.object({ sessionId: sessionIdSchema })).output(eventIterator(practiceEventSchema)),
  /** Ends the attempt early; a recording ends in no other way. */
  stop: procedure.input(z.object({ sessionId: sessionIdSchema })).output(z.object({ attemptId: attemptIdSchema })),
  /** Reports that a system voice has finished the words of a clip. */
  lineFinished: procedure.input(z.object({ sessionId: sessionIdSchema, clip: z.string() })).output(z.void()),
  /** Returns the attempts at an exercise, newest first. */
  attempts: procedure.input(z.object({ exercise: exerciseSchema })).output(z.array(savedAttemptSchema)),
  attempt: procedure.input(z.object({ attemptId: attemptIdSchema })).output(openedAttemptSchema),
  /** Notes that a card was reviewed. */
  reviewCard: procedure.input(z.object({ cardId: z.string(), known: z.boolean() })).output(z.void()),
  /** Imports a coach's plan, replacing an earlier one with the same id. The text is the file's. */
  importPlan: procedure.input(z.object({ text: z.string().max(200_000) })).output(practicePlanSchema),
  removePlan: procedure.input(z.object({ planId: planIdSchema })).output(z.void()),
  /** Returns the results for the coach. */
  results: procedure.input(z.object({ planId: planIdSchema })).output(practiceResultsSchema),
  /** Removes a trainee's results. */
  removeReturned: procedure.input(z.object({ resultsId: z.string() })).output(z.void()),
  /**
   * Imports a scenario of the team, replacing an earlier one with the same id, or returns its problems. The text is the
   * file's; `clips` names the lines whose sound follows by `addClip`.
   */
  importScenario: procedure
    .input(z.object({ text: z.string().max(60_000), clips: z.array(z.string().max(100)).max(400) }))
    .output(importedScenarioSchema),
  /** Saves the uploaded sound of a line. */
  addClip: procedure
    .input(
      z.object({
        scenarioId: z.string().max(40),
        line: z.string().max(100),
        seconds: z.number().positive().max(120),
        streamId: streamIdSchema,
      }),
    )
    .output(z.void()),
  /** Returns the sound of a clip of a custom scenario, in Base64: a few seconds in a compressed form. */
  customClip: procedure.input(z.object({ clip: z.string() })).output(z.string()),
  removeScenario: procedure.input(z.object({ scenarioId: z.string() })).output(z.void()),
};
