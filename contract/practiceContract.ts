import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { baselineSchema } from '../core/model/baseline.ts';
import { cueKindSchema } from '../core/model/cue.ts';
import { drillSchema } from '../core/model/drill.ts';
import { learningCardSchema } from '../core/model/learningCard.ts';
import { exerciseSchema, practiceAttemptSchema } from '../core/model/practiceAttempt.ts';
import { practiceEventSchema } from '../core/model/practiceEvent.ts';
import { assignmentSchema, practicePlanSchema, practiceResultsSchema } from '../core/model/practicePlan.ts';
import { scenarioSchema } from '../core/model/scenario.ts';
import { liveInputSchema, sessionIdSchema } from './liveContract.ts';
import { procedure } from './procedure.ts';

/** What a trainee is told of a scenario: not what the caller will say. */
export const scenarioOutlineSchema = z.object(scenarioSchema.shape).pick({
  id: true,
  title: true,
  trade: true,
  situation: true,
  goal: true,
  practices: true,
  caller: true,
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

/** How far the trainee is. Days are of the machine's calendar. */
export const practiceProgressSchema = z.object({
  streakDays: z.number().int(),
  /** Of each exercise tried: the level of the next attempt, and the best so far. */
  exercises: z.array(
    z.object({
      exercise: exerciseSchema,
      attempts: z.number().int(),
      level: z.number().int(),
      best: z.number().nullable(),
      lastScore: z.number().nullable(),
    }),
  ),
  /** Cards to look at today, in this order. */
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
});
export type PracticeProgress = z.infer<typeof practiceProgressSchema>;

export const practiceSessionSchema = z.object({
  sessionId: sessionIdSchema,
  exercise: exerciseSchema,
  /** Difficulty, 1…5, and what helps at it. */
  level: z.number().int(),
  aids: z.object({ floorLight: z.boolean(), feedback: z.boolean(), cues: z.array(cueKindSchema) }),
  /** What the caller may say, to be fetched ahead. */
  clips: z.array(z.string()),
});
export type PracticeSession = z.infer<typeof practiceSessionSchema>;

const attemptIdSchema = z.string().min(1).max(64);
const planIdSchema = z.string().min(1).max(64);

export const practiceContract = {
  catalogue: procedure.output(practiceCatalogueSchema),
  progress: procedure.output(practiceProgressSchema),
  /**
   * Starts an attempt. The agent's input is the trainee; where a caller is heard, the page gives what it plays as the
   * customer's, so that the two are in time.
   */
  start: procedure
    .input(
      z.object({
        exercise: exerciseSchema,
        inputs: z.array(liveInputSchema).min(1).max(2),
        baseline: baselineSchema.nullable(),
        recordAudio: z.boolean(),
      }),
    )
    .output(practiceSessionSchema),
  /** What happens from here on, to `kept` or `failed`. */
  watch: procedure.input(z.object({ sessionId: sessionIdSchema })).output(eventIterator(practiceEventSchema)),
  /** Ends the attempt before its time; a recording has no other end. */
  stop: procedure.input(z.object({ sessionId: sessionIdSchema })).output(z.object({ attemptId: attemptIdSchema })),
  /** Attempts at an exercise, newest first. */
  attempts: procedure.input(z.object({ exercise: exerciseSchema })).output(z.array(practiceAttemptSchema)),
  attempt: procedure.input(z.object({ attemptId: attemptIdSchema })).output(practiceAttemptSchema),
  /** Notes that a card was looked at. */
  reviewCard: procedure.input(z.object({ cardId: z.string(), known: z.boolean() })).output(z.void()),
  /** Takes a coach's plan in, in place of an earlier one of the same id. The text is the file's. */
  importPlan: procedure.input(z.object({ text: z.string().max(200_000) })).output(practicePlanSchema),
  removePlan: procedure.input(z.object({ planId: planIdSchema })).output(z.void()),
  /** What to give back to the coach. */
  results: procedure.input(z.object({ planId: planIdSchema })).output(practiceResultsSchema),
};
