import { afterLiveEvent, newLiveCall } from '../../contract/liveCall.ts';
import type { LiveInput, LiveSession } from '../../contract/liveContract.ts';
import { AppError, type AppErrorCode } from '../../core/model/appError.ts';
import type { MarkKind } from '../../core/model/callMark.ts';
import { type Role, roles } from '../../core/model/role.ts';
import { errorOf } from '../host/appClient.ts';
import type { BulkChannel } from '../host/bulkChannel.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { streamMicrophone } from '../sound/microphoneStream.ts';
import type { PageMicrophone } from '../sound/pageMicrophone.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { idleLive, type LiveState, useLiveStore } from '../state/liveStore.ts';
import { useOfferStore } from '../state/offerStore.ts';
import { goTo, pageOf } from '../state/page.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import type { SourceIntents } from './sourceIntents.ts';

export interface LiveIntents {
  /** Finds the session that is running, so that a page loaded anew goes on with it. */
  resume(): Promise<void>;
  /** Starts a call with the chosen sources and the chosen baseline. */
  start(): Promise<void>;
  /** Follows whether starting or stopping is offered, as long as the host answers. */
  followOffers(): Promise<void>;
  declineOffer(): Promise<void>;
  /** Marks this moment of the running call. */
  mark(mark: MarkKind): Promise<void>;
  /** Keeps the day to look at the matter of the running call again, an ISO 8601 date; null for no day. */
  setFollowUp(followUpOn: string | null): Promise<void>;
  stop(): Promise<void>;
  /** Says that the last cue shown was wrong, or takes that back. */
  markLastCue(): Promise<void>;
  /** Pauses the recording of the running call, or goes on with it. */
  toggleRecording(): Promise<void>;
}

export function createLiveIntents(connection: HostConnection, sources: SourceIntents): LiveIntents {
  const { client } = connection;
  let microphones: Partial<Record<Role, PageMicrophone>> = {};
  let channels: BulkChannel[] = [];

  async function openInput(role: Role): Promise<LiveInput | undefined> {
    const { choice } = useSourceStore.getState().sources[role];
    if (choice.kind === 'none') return undefined;
    if (choice.kind === 'device') return { role, source: choice };
    const microphone = microphones[role];
    if (!microphone) throw new AppError('no-such-device', 'The microphone is not open. Choose it again, then start.');
    const { source, channel } = await streamMicrophone(connection, microphone);
    channels.push(channel);
    return { role, source };
  }

  function letGo(): void {
    for (const microphone of Object.values(microphones)) microphone.close();
    for (const channel of channels) channel.close();
    microphones = {};
    channels = [];
  }

  async function follow(session: LiveSession): Promise<void> {
    setLive({ phase: 'running', call: newLiveCall(session), error: undefined });
    try {
      for await (const event of await client.live.watch({ sessionId: session.sessionId })) {
        const { call, phase } = useLiveStore.getState();
        if (!call) return;
        const next = afterLiveEvent(call, event);
        setLive({ phase, call: next, error: undefined });
        if (!next.outcome) continue;
        // A small window stays what it is; the large one shows the summary.
        if ('callId' in next.outcome && !isSmallWindow()) goTo({ name: 'call', callId: next.outcome.callId });
        setLive(idleLive('error' in next.outcome ? next.outcome.error : undefined));
        return;
      }
    } catch (error) {
      setLive(idleLive(errorOf(error)));
    } finally {
      letGo();
    }
  }

  return {
    async resume() {
      const session = await client.live.current();
      if (session && useLiveStore.getState().phase === 'idle') await follow(session);
    },
    async start() {
      setLive({ phase: 'starting', call: undefined, error: undefined });
      try {
        microphones = await sources.takeMicrophones();
        const inputs = (await Promise.all(roles.map(openInput))).filter((input) => input !== undefined);
        const { settings } = await client.settings.get();
        const baseline = useBaselineStore.getState().chosen?.baseline ?? null;
        void follow(await client.live.start({ inputs, baseline, recordAudio: settings.recording.enabled }));
      } catch (error) {
        letGo();
        setLive(idleLive(errorOf(error)));
      }
    },
    async followOffers() {
      for await (const { offer } of await client.live.offers()) useOfferStore.setState({ offer: offer ?? undefined });
    },
    async declineOffer() {
      await client.live.declineOffer();
    },
    async mark(mark) {
      const { call } = useLiveStore.getState();
      if (call) await client.live.mark({ sessionId: call.session.sessionId, mark });
    },
    async setFollowUp(followUpOn) {
      const { call } = useLiveStore.getState();
      if (!call) return;
      await client.calls.update({ callIds: [call.session.callId], changes: { followUpOn } });
      const now = useLiveStore.getState();
      if (now.call) setLive({ ...now, call: { ...now.call, followUpOn } });
    },
    async stop() {
      const { call } = useLiveStore.getState();
      if (!call) return;
      setLive({ phase: 'stopping', call, error: undefined });
      try {
        await client.live.stop({ sessionId: call.session.sessionId });
      } catch (error) {
        setLive(idleLive(errorOf(error)));
      }
    },
    async markLastCue() {
      const { call } = useLiveStore.getState();
      if (!call?.lastCue) return;
      const { kind, at, markedWrong } = call.lastCue;
      const { sessionId } = call.session;
      // In the summary of a call that ended meanwhile the cue can be marked too.
      await unlessOver(client.live.markCue({ sessionId, mark: { kind, at, wrong: !markedWrong } }), 'no-such-session');
    },
    async toggleRecording() {
      const { call } = useLiveStore.getState();
      if (!call?.recording) return;
      const { sessionId } = call.session;
      const { pauseRecording, resumeRecording } = client.live;
      const toggle = call.recording.state === 'on' ? pauseRecording : resumeRecording;
      await unlessOver(toggle({ sessionId }), 'no-such-session', 'not-recording');
    },
  };
}

function isSmallWindow(): boolean {
  return pageOf(window.location.hash).name === 'compact';
}

/** What was asked for may have ended meanwhile, which the events of the call tell. */
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
