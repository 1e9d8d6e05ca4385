import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { baselineSchema } from '../core/model/baseline.ts';
import { callEventSchema } from '../core/model/callEvent.ts';
import { callMarkSchema, markKindSchema } from '../core/model/callMark.ts';
import { callInputSchema } from '../core/model/callReport.ts';
import { cueMarkSchema } from '../core/model/cueMark.ts';
import { roleSchema } from '../core/model/role.ts';
import { cueModeSchema } from '../core/model/settings.ts';
import { callIdSchema } from './callContract.ts';
import { procedure } from './procedure.ts';
import { streamIdSchema } from './streamContract.ts';

export const liveSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('device'), name: z.string() }),
  z.object({ kind: z.literal('page'), streamId: streamIdSchema }),
]);
export type LiveSource = z.infer<typeof liveSourceSchema>;

export const liveInputSchema = z.object({ role: roleSchema, source: liveSourceSchema });
export type LiveInput = z.infer<typeof liveInputSchema>;

/** A level reading for the source picker, about ten times per second. */
export const levelPreviewSchema = z.object({
  /** Mean square of the last 100 ms in dBFS (a full-scale sine is −3); null in digital silence. */
  levelDbfs: z.number().nullable(),
  peakDbfs: z.number().nullable(),
  /** True after two seconds of exact zeros: muted, or no permission. */
  muted: z.boolean(),
});
export type LevelPreview = z.infer<typeof levelPreviewSchema>;

export const sessionIdSchema = z.string().min(1).max(64);

export const liveSessionSchema = z.object({
  sessionId: sessionIdSchema,
  /** The call in the library, from its first moment on. */
  callId: callIdSchema,
  startedAt: z.string(),
  inputs: z.array(callInputSchema),
  cueMode: cueModeSchema,
});
export type LiveSession = z.infer<typeof liveSessionSchema>;

export const liveEventSchema = z.discriminatedUnion('type', [
  /** An event of the pipeline. `metrics` is coalesced for a slow listener, other events are not. */
  z.object({ type: z.literal('call'), event: callEventSchema }),
  /** The agent marked a cue of this call, or removed the mark. */
  z.object({ type: z.literal('cue-marked'), mark: cueMarkSchema }),
  /** The state of a source, as one line for the screen: it stalled, is back, or is lost. */
  z.object({
    type: z.literal('source'),
    role: roleSchema,
    state: z.enum(['ok', 'stalled', 'lost']),
    message: z.string(),
  }),
  /**
   * The state of the call's recording. Without such an event it is not recorded; `failed` is final, and the message
   * gives the reason.
   */
  z.object({ type: z.literal('recording'), state: z.enum(['on', 'paused', 'failed']), message: z.string() }),
  /** The agent marked a moment, on any screen. */
  z.object({ type: z.literal('mark'), mark: callMarkSchema }),
  /** The call ended and its summary is ready. Always the last event. */
  z.object({ type: z.literal('ended'), callId: callIdSchema }),
  z.object({ type: z.literal('failed'), error: appErrorDataSchema }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;

/** Detected while no call is coached, or during one: a call seems to have begun, or to be over. */
export const callOfferSchema = z.object({ offer: z.enum(['start', 'stop']).nullable() });
export type CallOffer = z.infer<typeof callOfferSchema>;

export const liveContract = {
  /** Yields the level of a source before it is used; ends when the listener stops listening. */
  preview: procedure.input(z.object({ source: liveSourceSchema })).output(eventIterator(levelPreviewSchema)),
  /** Starts a call. Without a baseline, the stored one of the agent's device applies, if there is one. */
  start: procedure
    .input(
      z.object({
        inputs: z.array(liveInputSchema).min(1).max(2),
        baseline: baselineSchema.nullable(),
        /** Stores the call's audio, encrypted. Inform both parties. */
        recordAudio: z.boolean().default(false),
      }),
    )
    .output(liveSessionSchema),
  /** Returns the running session, so that a reloaded page finds it. */
  current: procedure.output(liveSessionSchema.nullable()),
  /** Yields first the latest of every state (metrics, floor, wave, visible cue), then events as they occur. */
  watch: procedure.input(z.object({ sessionId: sessionIdSchema })).output(eventIterator(liveEventSchema)),
  /** Records silence until it is resumed: for card numbers. Measurement continues. */
  pauseRecording: procedure.input(z.object({ sessionId: sessionIdSchema })).output(z.void()),
  resumeRecording: procedure.input(z.object({ sessionId: sessionIdSchema })).output(z.void()),
  /** Marks this moment of the call. */
  mark: procedure.input(z.object({ sessionId: sessionIdSchema, mark: markKindSchema })).output(callMarkSchema),
  /** Marks a cue of the running call; its threshold moves from the next call on. */
  markCue: procedure.input(z.object({ sessionId: sessionIdSchema, mark: cueMarkSchema })).output(z.void()),
  stop: procedure.input(z.object({ sessionId: sessionIdSchema })).output(z.object({ callId: callIdSchema })),
  /** Yields the current offer to start or stop, and every change. Nothing is offered that the settings do not allow. */
  offers: procedure.output(eventIterator(callOfferSchema)),
  /** Withdraws the offer for this call. */
  declineOffer: procedure.output(z.void()),
};
