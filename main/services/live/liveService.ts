import type {
  LevelPreview,
  LiveEvent,
  LiveInput,
  LiveSession as LiveSessionInfo,
  LiveSource as LiveSourceRef,
} from '../../../contract/liveContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallMark, MarkKind } from '../../../core/model/callMark.ts';
import type { CueMark } from '../../../core/model/cueMark.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { CaptureDevices } from '../../capture/captureDevices.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { BaselineStore } from '../../storage/baselineStore.ts';
import type { CallService } from '../calls/callService.ts';
import type { NotesService } from '../calls/notesService.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { SettingsService } from '../settingsService.ts';
import type { StreamService } from '../streams/streamService.ts';
import { LiveKeeping } from './liveKeeping.ts';
import { LivePreview } from './livePreview.ts';
import { type LiveParty, LiveSession } from './liveSession.ts';
import { openSource } from './openSource.ts';

/** Previews at a time; one more, and the oldest ends. */
const maxPreviews = 8;
/** Sessions remembered after their end, so that a late watcher learns how they ended. */
const maxSessions = 8;

interface StartRequest {
  readonly inputs: readonly LiveInput[];
  readonly baseline: Baseline | null;
  /** Keeps the call's audio. */
  readonly recordAudio?: boolean;
  /** What the call is; a live call otherwise. */
  readonly kind?: 'live' | 'practice';
}

/** Coaching of a call while it goes on: one at a time. */
export interface LiveService {
  /** Ends with its watcher, or when a call starts. @throws AppError `session-running`, or why the source cannot be opened */
  preview(source: LiveSourceRef, signal?: AbortSignal): Promise<AsyncGenerator<LevelPreview, void>>;
  /** @throws AppError `session-running`, `roles-mismatch`, or why a source cannot be opened */
  start(request: StartRequest): Promise<LiveSessionInfo>;
  current(): LiveSessionInfo | null;
  /** Tells of every call that begins, but for practice; returns what ends that. */
  onStart(listener: (session: LiveSessionInfo) => void): () => void;
  /** @throws AppError `no-such-session` */
  watch(sessionId: string, signal?: AbortSignal): AsyncGenerator<LiveEvent, void>;
  /** @throws AppError `no-such-session` */
  mark(sessionId: string, kind: MarkKind): CallMark;
  /** Returns whether that is news. @throws AppError `no-such-session`, `no-such-cue` */
  markCue(sessionId: string, mark: CueMark): boolean;
  /** @throws AppError `no-such-session`, or why there is no report */
  stop(sessionId: string): Promise<{ callId: string }>;
  /** @throws AppError `no-such-session`, `not-recording` */
  pauseRecording(sessionId: string): void;
  resumeRecording(sessionId: string): void;
  close(): Promise<void>;
}

export function createLiveService(options: {
  readonly analysis: Analysis;
  readonly devices: CaptureDevices;
  readonly streams: StreamService;
  readonly calls: CallService;
  readonly notes: NotesService;
  readonly settings: SettingsService;
  readonly baselines: BaselineStore;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}): LiveService {
  const { analysis, devices, streams, calls, notes, settings, baselines, clock, createId, logger } = options;
  const sessions = new Map<string, LiveSession>();
  const previews = new Set<LivePreview>();
  const startListeners = new Set<(session: LiveSessionInfo) => void>();
  let starting: Promise<LiveSession> | undefined;

  function running(): LiveSession | undefined {
    return [...sessions.values()].find((session) => !session.isOver);
  }

  function refuseSecond(): void {
    if (starting || running()) {
      throw new AppError('session-running', 'A call is being coached already. End it first.');
    }
  }

  async function openAll(inputs: readonly LiveInput[]): Promise<LiveParty[]> {
    const parties: LiveParty[] = [];
    try {
      for (const { role, source } of inputs)
        parties.push({ role, source: await openSource(source, { devices, streams }) });
      return parties;
    } catch (error) {
      await closeDevices(inputs, parties);
      throw error;
    }
  }

  /** A page's stream outlives a failed start, so that it can be tried again. */
  async function closeDevices(inputs: readonly LiveInput[], parties: readonly LiveParty[]): Promise<void> {
    await Promise.all(parties.map(({ source }, i) => inputs[i]?.source.kind === 'device' && source.close()));
  }

  async function begin({ inputs, baseline, recordAudio = false, kind = 'live' }: StartRequest): Promise<LiveSession> {
    await Promise.all([...previews].map((preview) => preview.end()));
    const parties = await openAll(inputs);
    const startedAt = clock.now();
    const info: LiveSessionInfo = {
      sessionId: createId(),
      callId: createId(),
      startedAt: startedAt.toISOString(),
      inputs: parties.map(({ role, source }, i) => ({
        role,
        kind: inputs[i]!.source.kind,
        device: source.label,
        appliedSettings: source.appliedSettings,
      })),
      cueMode: settings.current().cueMode,
    };
    const agentDevice = parties.find(({ role }) => role === 'agent')?.source.label;
    const stored = agentDevice === undefined ? undefined : baselines.of(agentDevice)?.baseline;
    const inForce = baseline ?? stored ?? null;
    try {
      const live = await analysis.openLive({
        inputs: info.inputs.map((input, i) => ({ ...input, sampleRateHz: parties[i]!.source.sampleRateHz })),
        startedAt: info.startedAt,
        baseline: inForce,
        config: settings.callConfig(),
      });
      const keeping = await LiveKeeping.begin({
        callId: info.callId,
        kind,
        title: liveTitle(startedAt, kind),
        parties: parties.map(({ role, source }) => ({ role, sampleRateHz: source.sampleRateHz })),
        startedAt,
        session: { inputs: info.inputs, baseline: inForce },
        recordAudio,
        analysis: live,
        calls,
        notes,
        clock,
        logger,
      });
      return new LiveSession({ info, parties, analysis: live, clock, logger, keeping });
    } catch (error) {
      await closeDevices(inputs, parties);
      throw error;
    }
  }

  function find(sessionId: string): LiveSession {
    const session = sessions.get(sessionId);
    if (!session) throw new AppError('no-such-session', 'This call is no longer running. Start a new one.');
    return session;
  }

  /** What goes wrong is told by whoever asked for the end, here only where that is the app's own. */
  async function end(session: LiveSession): Promise<void> {
    const { isOver } = session;
    await session.stop().catch((error: unknown) => {
      if (!isOver) reportUnexpected(logger, 'The running call could not be completed', error);
    });
  }

  function remember(session: LiveSession): void {
    sessions.set(session.info.sessionId, session);
    const [oldest] = sessions.keys();
    if (sessions.size > maxSessions && oldest !== undefined) sessions.delete(oldest);
  }

  return {
    async preview(ref, signal) {
      refuseSecond();
      const source = await openSource(ref, { devices, streams });
      const [oldest] = previews;
      if (previews.size >= maxPreviews) await oldest?.end();
      const preview: LivePreview = new LivePreview(
        source,
        async () => {
          previews.delete(preview);
          if (ref.kind === 'device') await source.close();
        },
        logger,
      );
      previews.add(preview);
      return preview.watch(signal);
    },
    async start(request) {
      refuseSecond();
      refuseDoubles(request.inputs);
      starting = begin(request);
      try {
        const session = await starting;
        remember(session);
        if (request.kind !== 'practice') for (const listener of startListeners) listener(session.info);
        return session.info;
      } finally {
        starting = undefined;
      }
    },
    current: () => running()?.info ?? null,
    onStart(listener) {
      startListeners.add(listener);
      return () => startListeners.delete(listener);
    },
    watch: (sessionId, signal) => find(sessionId).watch(signal),
    mark: (sessionId, kind) => find(sessionId).mark(kind),
    markCue: (sessionId, mark) => find(sessionId).markCue(mark),
    async stop(sessionId) {
      return { callId: await find(sessionId).stop() };
    },
    pauseRecording: (sessionId) => find(sessionId).pauseRecording(),
    resumeRecording: (sessionId) => find(sessionId).resumeRecording(),
    async close() {
      await Promise.all([...previews].map((preview) => preview.end()));
      // A call that is just starting is ended too, and one that is ending is waited for.
      const started = await starting?.catch(() => undefined);
      await Promise.all([...sessions.values(), ...(started ? [started] : [])].map(end));
    },
  };
}

function refuseDoubles(inputs: readonly LiveInput[]): void {
  if (new Set(inputs.map(({ role }) => role)).size < inputs.length) {
    throw new AppError(
      'roles-mismatch',
      'Two sources have the same role. Give one to the agent, the other to the customer.',
    );
  }
  if (new Set(inputs.map(({ source }) => JSON.stringify(source))).size < inputs.length) {
    throw new AppError('roles-mismatch', 'Both parties have the same source. Choose another one for the customer.');
  }
}

function liveTitle(startedAt: Date, kind: NonNullable<StartRequest['kind']>): string {
  const moment = startedAt.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${kind === 'practice' ? 'Practice' : 'Live call'}, ${moment}`;
}
