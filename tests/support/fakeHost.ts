import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { appContract } from '../../contract/appContract.ts';
import type { StoredBaseline } from '../../contract/baselineContract.ts';
import type { CallDetail } from '../../contract/callContract.ts';
import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { ImportView } from '../../contract/importContract.ts';
import type { LiveEvent, LiveSession } from '../../contract/liveContract.ts';
import type { SettingsView } from '../../contract/settingsContract.ts';
import { callMeasures } from '../../core/measures/callMeasures.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import { noNotes } from '../../core/model/callNotes.ts';
import { type CueKind, cueKinds } from '../../core/model/cue.ts';
import { changedSettings, defaultSettings } from '../../core/model/settings.ts';
import { defaultRubric } from '../../core/review/defaultRubric.ts';
import { fakePractice } from './fakePractice.ts';
import { syntheticMetrics } from './syntheticMetrics.ts';
import { syntheticPeaks, syntheticReport, syntheticReportOfOneSpeaker } from './syntheticReport.ts';

export interface FakeHostOptions {
  readonly devices?: readonly CaptureDevice[];
  /** Start of a session within the made-up live call, in seconds. */
  readonly liveFrom?: number;
  /** The cue that is visible throughout a live call. */
  readonly cue?: CueKind;
  /** Error with which every analysis ends. */
  readonly failure?: AppErrorData;
  /** Duration of an analysis. */
  readonly analysisSeconds?: number;
  readonly baselines?: readonly StoredBaseline[];
  readonly imports?: readonly ImportView[];
  /** URL of every call's audio; without it, calls have none. */
  readonly audioUrl?: string;
}

const reactivityOfNothing = { direction: 'too-few' as const, change: null, n: 0 };

const usualDevices: readonly CaptureDevice[] = [
  { name: 'Headset Microphone', isDefault: true, isMonitor: false },
  { name: 'Built-in Microphone', isDefault: false, isMonitor: false },
  { name: 'Monitor of Headset', isDefault: true, isMonitor: true },
];

/** Runs a host in memory that answers a page over a message port with made-up calls. */
export function serveFakeHost(port: MessagePort, options: FakeHostOptions = {}): void {
  const router = implement(appContract);
  const calls = [
    callOf('one', 'One speaker, no baseline', syntheticReportOfOneSpeaker(), null),
    callOf('two', 'Order never arrived', syntheticReport(), options.audioUrl ?? null),
  ];
  let session: LiveSession | null = null;
  let view: SettingsView = { settings: defaultSettings, cueThresholds: usualThresholds, desktop: null };
  let isCancelled = false;
  let recording: 'on' | 'paused' | undefined;

  const handler = new RPCHandler(
    router.router({
      host: {
        notices: router.host.notices.handler(async function* () {
          yield [];
        }),
        dismissNotice: router.host.dismissNotice.handler(() => {}),
        chooseFolder: router.host.chooseFolder.handler(() => ({ path: null })),
        info: router.host.info.handler(() => ({
          version: '0.1.0',
          kind: 'web',
          platform: 'test',
          hasSystemSound: false,
        })),
        devices: router.host.devices.handler(() => ({
          devices: [...(options.devices ?? usualDevices)],
          problem: null,
        })),
      },
      streams: {
        open: router.streams.open.handler(() => ({ streamId: 'stream' })),
        close: router.streams.close.handler(() => {}),
      },
      live: {
        preview: router.live.preview.handler(async function* ({ signal }) {
          for (let tick = 0; !signal?.aborted; tick += 1) {
            yield { levelDbfs: -28 + 8 * Math.sin(tick / 3), peakDbfs: -14, muted: false };
            await wait(100);
          }
        }),
        start: router.live.start.handler(({ input }) => {
          const inputs = input.inputs.map(({ role, source }) => ({
            role,
            kind: source.kind,
            device: null,
            appliedSettings: {},
          }));
          recording = input.recordAudio ? 'on' : undefined;
          session = {
            sessionId: 'session',
            callId: 'live',
            startedAt: new Date(0).toISOString(),
            inputs,
            cueMode: 'coach',
          };
          return session;
        }),
        current: router.live.current.handler(() => session),
        watch: router.live.watch.handler(async function* ({ signal }): AsyncGenerator<LiveEvent> {
          const from = options.liveFrom ?? 0;
          for (let at = Math.max(0, from - 150); at < from; at += 0.5)
            yield { type: 'call', event: syntheticMetrics(at) };
          if (options.cue) yield { type: 'call', event: { type: 'cue', at: from, cue: visibleCue(options.cue, from) } };
          let told: typeof recording;
          for (let tick = 0; session && !signal?.aborted; tick += 1) {
            if (recording && recording !== told) yield { type: 'recording', state: recording, message: recording };
            told = recording;
            yield { type: 'call', event: syntheticMetrics(from + tick / 10) };
            await wait(100);
          }
          yield { type: 'ended', callId: 'two' };
        }),
        pauseRecording: router.live.pauseRecording.handler(() => {
          recording = 'paused';
        }),
        resumeRecording: router.live.resumeRecording.handler(() => {
          recording = 'on';
        }),
        mark: router.live.mark.handler(({ input }) => ({ ...input.mark, at: 1 })),
        markCue: router.live.markCue.handler(() => {}),
        offers: router.live.offers.handler(async function* () {
          yield { offer: null };
        }),
        declineOffer: router.live.declineOffer.handler(() => undefined),
        stop: router.live.stop.handler(() => {
          session = null;
          return { callId: 'two' };
        }),
      },
      recordings: {
        samples: router.recordings.samples.handler(() => [
          {
            id: 'loud',
            title: 'Matching the storm',
            description: 'The agent answers loudly, quickly and too soon.',
            durationSeconds: 74,
          },
          {
            id: 'soft',
            title: 'Letting it pass',
            description: 'The same call, handled softly, slowly and patiently.',
            durationSeconds: 81,
          },
        ]),
        analyze: router.recordings.analyze.handler(() => {
          isCancelled = false;
          return { jobId: 'job' };
        }),
        reanalyze: router.recordings.reanalyze.handler(() => ({ jobId: 'job' })),
        watch: router.recordings.watch.handler(async function* () {
          const seconds = options.analysisSeconds ?? 0.5;
          for (let done = 0; done < seconds && !isCancelled; done += 0.1) {
            yield {
              type: 'progress',
              fraction: Math.min(1, done / seconds),
              remainingSeconds: seconds - done,
            } as const;
            await wait(100);
          }
          const cancelled: AppErrorData = { code: 'cancelled', message: 'Cancelled.' };
          const error = isCancelled ? cancelled : options.failure;
          yield error
            ? ({ type: 'failed', error } as const)
            : ({ type: 'done', callId: 'two', wasKnown: false } as const);
        }),
        cancel: router.recordings.cancel.handler(() => {
          isCancelled = true;
        }),
      },
      imports: {
        start: router.imports.start.handler(() => ({ importId: 'import' })),
        watch: router.imports.watch.handler(async function* () {
          yield [...(options.imports ?? [])];
        }),
        pause: router.imports.pause.handler(() => {}),
        resume: router.imports.resume.handler(() => {}),
        remove: router.imports.remove.handler(() => {}),
        folders: router.imports.folders.handler(() => []),
      },
      settings: {
        get: router.settings.get.handler(() => view),
        watch: router.settings.watch.handler(async function* () {
          yield view;
        }),
        update: router.settings.update.handler(({ input }) => {
          view = { ...view, settings: changedSettings(view.settings, input) };
          return view;
        }),
      },
      baselines: {
        watch: router.baselines.watch.handler(async function* () {
          yield [...(options.baselines ?? [])];
        }),
        enrol: router.baselines.enrol.handler(async function* () {}),
        save: router.baselines.save.handler(({ input }) => ({
          device: input.normal.device ?? '',
          measuredAt: new Date(0).toISOString(),
          baseline: input.normal,
        })),
        remove: router.baselines.remove.handler(() => {}),
      },
      calls: {
        markCue: router.calls.markCue.handler(() => {}),
        list: router.calls.list.handler(() => ({ calls, total: calls.length })),
        get: router.calls.get.handler(({ input, errors }) => {
          const call = calls.find(({ callId }) => callId === input.callId);
          if (call) return { ...call, report: JSON.stringify(call.report) };
          throw errors.APP_ERROR({
            data: { code: 'no-such-call', message: 'That call is not there any more. Open the recording again.' },
          });
        }),
        facets: router.calls.facets.handler(() => ({ agents: [], tags: [] })),
        update: router.calls.update.handler(() => undefined),
        erase: router.calls.erase.handler(() => undefined),
        eraseAgent: router.calls.eraseAgent.handler(() => ({ erased: 0 })),
      },
      notes: {
        get: router.notes.get.handler(() => noNotes),
        addComment: router.notes.addComment.handler(({ input }) => ({
          ...input.comment,
          id: 'comment',
          writtenAt: new Date(0).toISOString(),
        })),
        removeComment: router.notes.removeComment.handler(() => undefined),
        saveScores: router.notes.saveScores.handler(({ input }) => ({ ...input.sheet, submittedAt: null })),
        changeReflection: router.notes.changeReflection.handler(() => undefined),
        setChannelShared: router.notes.setChannelShared.handler(() => undefined),
      },
      review: {
        scoring: router.review.scoring.handler(() => ({ rubric: defaultRubric, sheets: [], agreement: null })),
        rubric: router.review.rubric.handler(() => teamRubric),
        saveRubric: router.review.saveRubric.handler(() => teamRubric),
        resetRubric: router.review.resetRubric.handler(() => teamRubric),
        compare: router.review.compare.handler(() => []),
        compareWithPast: router.review.compareWithPast.handler(() => ({ calls: 0, measures: [] })),
        trends: router.review.trends.handler(() => ({
          calls: 0,
          leftOut: 0,
          trends: [],
          responseCalls: 0,
          reactivity: reactivityOfNothing,
          coRegulation: reactivityOfNothing,
        })),
      },
      exports: {
        contents: router.exports.contents.handler(() => []),
        make: router.exports.make.handler(() => ({ url: '/export/file', fileName: 'call.html', sizeBytes: 4 })),
        openPack: router.exports.openPack.handler(() => ({ note: '', calls: [], practice: null })),
        importPack: router.exports.importPack.handler(() => undefined),
        discardPack: router.exports.discardPack.handler(() => undefined),
      },
      practice: fakePractice(),
    }),
  );
  handler.upgrade(port);
  port.start();
}

const teamRubric = { rubric: defaultRubric, isDefault: true };

function callOf(callId: string, title: string, report: CallDetail['report'], audioUrl: string | null): CallDetail {
  const { durationSeconds } = report.source;
  const endedAt = '2026-03-02T14:05:00.000Z';
  return {
    callId,
    title,
    kind: 'file',
    state: 'complete',
    roles: report.speakers.map(({ role }) => role),
    agent: null,
    followUpOn: null,
    tags: [],
    startedAt: '2026-03-02T14:00:00.000Z',
    endedAt,
    durationSeconds,
    hasAudio: audioUrl !== null,
    measures: callMeasures(report),
    report,
    peaks: syntheticPeaks(report).map(({ role, peaksPerSecond, values }) => ({
      role,
      peaksPerSecond,
      bins: Buffer.from(values).toString('base64'),
    })),
    audioUrl,
  };
}

const usualThresholds = Object.fromEntries(
  cueKinds.map((kind) => [kind, { usual: 4, now: 4, maxSteps: 6 }]),
) as SettingsView['cueThresholds'];

function visibleCue(kind: CueKind, at: number): CallDetail['report']['cues'][number] {
  const evidence = { metric: 'effortDb', value: 5, threshold: 4, window: [at - 2, at] as [number, number] };
  return { kind, at, until: at + 4, shown: true, markedWrong: false, evidence };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
