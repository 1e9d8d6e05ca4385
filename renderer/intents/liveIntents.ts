import { afterLiveEvent, newLiveCall } from '../../contract/liveCall.ts';
import type { LiveInput, LiveSession, LiveSource } from '../../contract/liveContract.ts';
import { AppError, type AppErrorCode } from '../../core/model/appError.ts';
import type { MarkKind } from '../../core/model/callMark.ts';
import { roles } from '../../core/model/role.ts';
import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { streamMicrophone } from '../sound/microphoneStream.ts';
import type { PageMicrophone } from '../sound/pageMicrophone.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { idleLive, type LiveState, useLiveStore } from '../state/liveStore.ts';
import { useOfferStore } from '../state/offerStore.ts';
import { goTo, pageOf } from '../state/page.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import type { SourceIntents } from './sourceIntents.ts';

export class LiveIntents {
  readonly #connection: HostConnection;
  readonly #sources: SourceIntents;

  constructor(connection: HostConnection, sources: SourceIntents) {
    this.#connection = connection;
    this.#sources = sources;
  }

  /** Finds the running session, so that a reloaded page continues with it. */
  async resume(): Promise<void> {
    const session = await this.#client.live.current();
    if (session && useLiveStore.getState().phase === 'idle') await this.#follow(session, new DisposableStack());
  }

  /** Starts a call with the selected sources and baseline. */
  async start(): Promise<void> {
    setLive({ phase: 'starting', call: undefined, error: undefined });
    try {
      using opened = new DisposableStack();
      const microphones = await this.#sources.takeMicrophones(opened);
      const inputs: LiveInput[] = [];
      for (const role of roles) {
        const { choice } = useSourceStore.getState().sources[role];
        if (choice.kind === 'none') continue;
        if (choice.kind === 'device') inputs.push({ role, source: choice });
        else inputs.push({ role, source: await this.#stream(microphones[role], opened) });
      }
      const { settings } = await this.#client.settings.get();
      const baseline = useBaselineStore.getState().chosen?.baseline ?? null;
      const session = await this.#client.live.start({ inputs, baseline, recordAudio: settings.recording.enabled });
      void this.#follow(session, opened.move());
    } catch (error) {
      setLive(idleLive(errorOf(error)));
    }
  }

  /** Follows the offers to start or stop while the host answers. */
  async followOffers(): Promise<void> {
    for await (const { offer } of await this.#client.live.offers()) {
      useOfferStore.setState({ offer: offer ?? undefined });
    }
  }

  async declineOffer(): Promise<void> {
    await this.#client.live.declineOffer();
  }

  /** Marks this moment of the running call. */
  async mark(mark: MarkKind): Promise<void> {
    const { call } = useLiveStore.getState();
    if (call) await this.#client.live.mark({ sessionId: call.session.sessionId, mark });
  }

  /** Saves the day of the running call's follow-up, an ISO 8601 date; null for no day. */
  async setFollowUp(followUpOn: string | null): Promise<void> {
    const { call } = useLiveStore.getState();
    if (!call) return;
    await this.#client.calls.update({ callIds: [call.session.callId], changes: { followUpOn } });
    const now = useLiveStore.getState();
    if (now.call) setLive({ ...now, call: { ...now.call, followUpOn } });
  }

  async stop(): Promise<void> {
    const { call } = useLiveStore.getState();
    if (!call) return;
    setLive({ phase: 'stopping', call, error: undefined });
    try {
      await this.#client.live.stop({ sessionId: call.session.sessionId });
    } catch (error) {
      setLive(idleLive(errorOf(error)));
    }
  }

  /** Marks the last cue as wrong, or removes that mark. */
  async markLastCue(): Promise<void> {
    const { call } = useLiveStore.getState();
    if (!call?.lastCue) return;
    const { kind, at, markedWrong } = call.lastCue;
    const { sessionId } = call.session;
    const mark = { kind, at, wrong: !markedWrong };
    // If the call has ended in the meantime, the cue can be marked on its page too.
    await unlessOver(this.#client.live.markCue({ sessionId, mark }), 'no-such-session');
  }

  /** Pauses the recording of the running call, or resumes it. */
  async toggleRecording(): Promise<void> {
    const { call } = useLiveStore.getState();
    if (!call?.recording) return;
    const { sessionId } = call.session;
    const { pauseRecording, resumeRecording } = this.#client.live;
    const toggle = call.recording.state === 'on' ? pauseRecording : resumeRecording;
    await unlessOver(toggle({ sessionId }), 'no-such-session', 'not-recording');
  }

  get #client() {
    return this.#connection.client;
  }

  /** @param opened takes the channel, which is closed with the call */
  async #stream(microphone: PageMicrophone | undefined, opened: DisposableStack): Promise<LiveSource> {
    if (!microphone) throw new AppError('no-such-device', 'The microphone is not open. Choose it again, then start.');
    const { source, channel } = await streamMicrophone(this.#connection, microphone);
    opened.defer(() => channel.close());
    return source;
  }

  /** @param opened closed when the call ends */
  async #follow(session: LiveSession, opened: DisposableStack): Promise<void> {
    setLive({ phase: 'running', call: newLiveCall(session), error: undefined });
    try {
      for await (const event of await this.#client.live.watch({ sessionId: session.sessionId })) {
        const { call, phase } = useLiveStore.getState();
        if (!call) return;
        const next = afterLiveEvent(call, event);
        setLive({ phase, call: next, error: undefined });
        if (!next.outcome) continue;
        // A small window does not change; the large one shows the call's page.
        if ('callId' in next.outcome && !isSmallWindow()) goTo({ name: 'call', callId: next.outcome.callId });
        setLive(idleLive('error' in next.outcome ? next.outcome.error : undefined));
        return;
      }
    } catch (error) {
      setLive(idleLive(errorOf(error)));
    } finally {
      opened.dispose();
    }
  }
}

function isSmallWindow(): boolean {
  return pageOf(window.location.hash).name === 'compact';
}

/** Ignores these errors: the call may have ended in the meantime, and its events report that. */
async function unlessOver(request: Promise<void>, ...codes: readonly AppErrorCode[]): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!codes.includes(errorOf(error).code)) throw error;
  }
}

function setLive(state: LiveState): void {
  useLiveStore.setState(state, true);
}
