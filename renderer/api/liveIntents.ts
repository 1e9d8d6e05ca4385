import type { LiveInput, LiveSession } from '../../contract/liveContract.ts';
import { AppError } from '../../core/model/appError.ts';
import type { MarkKind } from '../../core/model/callMark.ts';
import { type Role, roles } from '../../core/model/role.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { afterLiveEvent, newLiveCall } from '../state/liveCall.ts';
import { idleLive, type LiveState, useLiveStore } from '../state/liveStore.ts';
import { goTo } from '../state/page.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import { errorOf } from './appClient.ts';
import type { BulkChannel } from './bulkChannel.ts';
import type { HostConnection } from './connectHost.ts';
import type { PageMicrophone } from './pageMicrophone.ts';
import type { SourceIntents } from './sourceIntents.ts';

export interface LiveIntents {
  /** Finds the session that is running, so that a page loaded anew goes on with it. */
  resume(): Promise<void>;
  /** Starts a call with the chosen sources and the chosen baseline. */
  start(): Promise<void>;
  /** Marks this moment of the running call. */
  mark(mark: MarkKind): Promise<void>;
  stop(): Promise<void>;
}

export function createLiveIntents({ client, openBulkChannel }: HostConnection, sources: SourceIntents): LiveIntents {
  let microphones: Partial<Record<Role, PageMicrophone>> = {};
  let channels: BulkChannel[] = [];

  async function openInput(role: Role): Promise<LiveInput | undefined> {
    const { choice } = useSourceStore.getState().sources[role];
    if (choice.kind === 'none') return undefined;
    if (choice.kind === 'device') return { role, source: choice };
    const microphone = microphones[role];
    if (!microphone) throw new AppError('no-such-device', 'The microphone is not open. Choose it again, then start.');
    const { label, sampleRateHz, appliedSettings } = microphone;
    const opened = await client.streams.open({
      kind: 'pcm',
      label: label.slice(0, 200),
      sampleRateHz,
      appliedSettings,
    });
    const channel = await openBulkChannel(opened.streamId);
    channels.push(channel);
    const stop = microphone.listen((samples) => {
      if (channel.trySend(samples.buffer)) return;
      // A host that has not taken sound for this long will not catch up; it reports the source as lost.
      stop();
      channel.close();
    });
    microphone.onLost(() => channel.end());
    return { role, source: { kind: 'page', streamId: opened.streamId } };
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
        if ('callId' in next.outcome) goTo({ name: 'summary', callId: next.outcome.callId });
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
        const baseline = useBaselineStore.getState().chosen?.baseline ?? null;
        void follow(await client.live.start({ inputs, baseline }));
      } catch (error) {
        letGo();
        setLive(idleLive(errorOf(error)));
      }
    },
    async mark(mark) {
      const { call } = useLiveStore.getState();
      if (call) await client.live.mark({ sessionId: call.session.sessionId, mark });
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
  };
}

function setLive(state: LiveState): void {
  useLiveStore.setState(state, true);
}
