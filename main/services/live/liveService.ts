import type {
  LevelPreview,
  LiveInput,
  LiveSession as LiveSessionInfo,
  LiveSource as LiveSourceRef,
} from '../../../contract/liveContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { BaselineStore } from '../../storage/baselineStore.ts';
import type { Library } from '../../storage/calls/library.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { SettingsService } from '../settingsService.ts';
import type { LiveSources } from '../streams/liveSources.ts';
import { LiveCallSaver } from './liveCallSaver.ts';
import { LivePreview } from './livePreview.ts';
import { LiveSession } from './liveSession.ts';
import type { LiveParty } from './partyStreams.ts';

/** Previews at a time; with one more, the oldest ends. */
const maxPreviews = 8;
/** Sessions remembered after their end, so that a late watcher learns how they ended. */
const maxSessions = 8;

interface StartRequest {
  readonly inputs: readonly LiveInput[];
  readonly baseline: Baseline | null;
  /** Saves the call's audio. */
  readonly recordAudio?: boolean;
  /** The kind of call; a live call by default. */
  readonly kind?: 'live' | 'practice';
}

interface LiveServiceOptions {
  readonly analysis: Analysis;
  readonly sources: LiveSources;
  readonly library: Library;
  readonly settings: SettingsService;
  readonly baselines: BaselineStore;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}

/** Coaches live calls, one at a time. */
export class LiveService {
  readonly #options: LiveServiceOptions;
  readonly #sessions = new Map<string, LiveSession>();
  readonly #previews = new Set<LivePreview>();
  readonly #startListeners = new Set<(session: LiveSessionInfo) => void>();
  #starting: Promise<LiveSession> | undefined;

  constructor(options: LiveServiceOptions) {
    this.#options = options;
  }

  /**
   * Ends with its watcher, or when a call starts. @throws AppError `session-running`, or why the source cannot be
   * opened
   */
  async preview(ref: LiveSourceRef, signal?: AbortSignal): Promise<AsyncGenerator<LevelPreview, void>> {
    this.#refuseSecond();
    const source = await this.#options.sources.open(ref);
    const [oldest] = this.#previews;
    if (this.#previews.size >= maxPreviews) await oldest?.end();
    const release = async () => {
      this.#previews.delete(preview);
      if (ref.kind === 'device') await source.close();
    };
    const preview: LivePreview = new LivePreview(source, release, this.#options.logger);
    this.#previews.add(preview);
    return preview.watch(signal);
  }

  /** @throws AppError `session-running`, `roles-mismatch`, or why a source cannot be opened */
  async start(request: StartRequest): Promise<LiveSessionInfo> {
    this.#refuseSecond();
    refuseDoubles(request.inputs);
    this.#starting = this.#begin(request);
    try {
      const session = await this.#starting;
      this.#remember(session);
      if (request.kind !== 'practice') for (const listener of this.#startListeners) listener(session.info);
      return session.info;
    } finally {
      this.#starting = undefined;
    }
  }

  current(): LiveSessionInfo | null {
    return this.#running()?.info ?? null;
  }

  /** Calls the listener with every call that begins, practice apart. Returns a function that removes the listener. */
  onStart(listener: (session: LiveSessionInfo) => void): () => void {
    this.#startListeners.add(listener);
    return () => this.#startListeners.delete(listener);
  }

  /** Returns a running call, or one of the last that ended. @throws AppError `no-such-session` */
  session(sessionId: string): LiveSession {
    const session = this.#sessions.get(sessionId);
    if (!session) throw new AppError('no-such-session', 'This call is no longer running. Start a new one.');
    return session;
  }

  async close(): Promise<void> {
    await this.#endPreviews();
    // A call that is just starting is ended as well, and one that is ending is waited for.
    const started = await this.#starting?.catch(() => undefined);
    await Promise.all([...this.#sessions.values(), ...(started ? [started] : [])].map((session) => this.#end(session)));
  }

  #running(): LiveSession | undefined {
    return [...this.#sessions.values()].find((session) => !session.isOver);
  }

  #refuseSecond(): void {
    if (this.#starting || this.#running()) {
      throw new AppError('session-running', 'A call is being coached already. End it first.');
    }
  }

  async #endPreviews(): Promise<void> {
    await Promise.all([...this.#previews].map((preview) => preview.end()));
  }

  async #begin({ inputs, baseline, recordAudio = false, kind = 'live' }: StartRequest): Promise<LiveSession> {
    const { analysis, sources, settings, baselines, clock, createId, ...saving } = this.#options;
    await this.#endPreviews();
    await using opened = new AsyncDisposableStack();
    const parties: LiveParty[] = [];
    for (const { role, source: ref } of inputs) {
      const source = await sources.open(ref);
      // A page's stream outlives a failed start, so that the page can try again.
      if (ref.kind === 'device') opened.defer(() => source.close());
      parties.push({ role, source });
    }
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
    const live = await analysis.openLive({
      inputs: info.inputs.map((input, i) => ({ ...input, sampleRateHz: parties[i]!.source.sampleRateHz })),
      startedAt: info.startedAt,
      baseline: inForce,
      config: settings.callConfig(),
    });
    opened.defer(() => live.abort());
    const saver = await LiveCallSaver.begin({
      ...saving,
      clock,
      callId: info.callId,
      kind,
      title: liveTitle(startedAt, kind),
      parties: parties.map(({ role, source }) => ({ role, sampleRateHz: source.sampleRateHz })),
      startedAt,
      session: { inputs: info.inputs, baseline: inForce },
      recordAudio,
    });
    // From here on, the session owns the analysis and the sources.
    opened.move();
    return new LiveSession({ info, parties, analysis: live, clock, logger: saving.logger, saver });
  }

  /** A caller who asked for the end gets its failure; it is reported here only if the app itself asked. */
  async #end(session: LiveSession): Promise<void> {
    const { isOver } = session;
    await session.stop().catch((error: unknown) => {
      if (!isOver) reportUnexpected(this.#options.logger, 'The running call could not be completed', error);
    });
  }

  #remember(session: LiveSession): void {
    this.#sessions.set(session.info.sessionId, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > maxSessions && oldest !== undefined) this.#sessions.delete(oldest);
  }
}

function refuseDoubles(inputs: readonly LiveInput[]): void {
  if (new Set(inputs.map(({ role }) => role)).size < inputs.length) {
    throw new AppError(
      'roles-mismatch',
      'Two sources have the same role. Give one to the agent and the other to the caller.',
    );
  }
  if (new Set(inputs.map(({ source }) => JSON.stringify(source))).size < inputs.length) {
    throw new AppError('roles-mismatch', 'Both parties have the same source. Select another one for the caller.');
  }
}

/** Local date and time such as 2026-11-30 22:57: a title is stored, so it must read the same in every locale. */
const isoMinute = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

function liveTitle(startedAt: Date, kind: NonNullable<StartRequest['kind']>): string {
  return `${kind === 'practice' ? 'Practice' : 'Live call'}, ${isoMinute.format(startedAt)}`;
}
