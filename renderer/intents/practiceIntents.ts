import type { LiveInput } from '../../contract/liveContract.ts';
import type { PracticeSession } from '../../contract/practiceContract.ts';
import { AppError } from '../../core/model/appError.ts';
import type { Exercise } from '../../core/model/practiceAttempt.ts';
import type { PracticeEvent } from '../../core/model/practiceEvent.ts';
import type { PracticeResults } from '../../core/model/practicePlan.ts';
import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { send } from '../host/fileUpload.ts';
import type { CallerVoice } from '../sound/callerVoice.ts';
import { fetchClip, openClipVoice } from '../sound/clipVoice.ts';
import { streamMicrophone } from '../sound/microphoneStream.ts';
import type { PageMicrophone } from '../sound/pageMicrophone.ts';
import { browserSpeech } from '../sound/speechPort.ts';
import { openStandIn } from '../sound/standIn.ts';
import { openSystemVoice } from '../sound/systemVoice.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { goTo } from '../state/page.ts';
import { afterPracticeEvent, newAttempt } from '../state/practiceRun.ts';
import { usePracticeStore, type VoiceChoice } from '../state/practiceStore.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import { readScenarioFiles, type ScenarioClip } from './scenarioFiles.ts';
import type { SourceIntents } from './sourceIntents.ts';

/** The scenarios' language. */
const language = 'en';

export interface PracticeIntents {
  /** Asks what there is to practise, and how far the user is. */
  load(): Promise<void>;
  /** Starts an attempt with the chosen microphone and baseline. */
  start(exercise: Exercise): Promise<void>;
  stop(): Promise<void>;
  /** Puts an attempt on the screen, with the earlier ones. */
  open(attemptId: string): Promise<void>;
  reviewCard(cardId: string, known: boolean): Promise<void>;
  importPlan(file: File): Promise<void>;
  removePlan(planId: string): Promise<void>;
  /** What to give back to the coach; undefined where it cannot be had, and the store says why. */
  results(planId: string): Promise<PracticeResults | undefined>;
  removeReturned(resultsId: string): Promise<void>;
  /** Takes in a scenario and its clips, where it has any; the store says what is wrong with it. */
  importScenario(files: readonly File[]): Promise<void>;
  removeScenario(scenarioId: string): Promise<void>;
  chooseVoice(voice: VoiceChoice): void;
  saveVoice(keeps: boolean): void;
}

export function createPracticeIntents(connection: HostConnection, sources: SourceIntents): PracticeIntents {
  const { client } = connection;
  const speech = browserSpeech();
  const listVoices = () => usePracticeStore.setState({ systemVoices: speech?.voices(language) ?? [] });
  listVoices();
  speech?.onVoices(listVoices);
  let letGo: () => void = () => {};

  async function load(): Promise<void> {
    try {
      const [catalogue, progress] = await Promise.all([client.practice.catalogue(), client.practice.progress()]);
      usePracticeStore.setState({ catalogue, progress });
    } catch (error) {
      usePracticeStore.setState({ error: errorOf(error) });
    }
  }

  /** The trainee's microphone and, where somebody calls, the caller's voice, as the host is to hear them. */
  async function openInputs(
    exercise: Exercise,
    onFinished: (clip: string) => void,
  ): Promise<{ inputs: LiveInput[]; voice: CallerVoice | undefined }> {
    const microphones = await sources.takeMicrophones();
    microphones.customer?.close();
    const closing: (() => void)[] = [];
    letGo = () => {
      for (const close of closing) close();
    };
    const stream = async (microphone: PageMicrophone) => {
      const { source, channel } = await streamMicrophone(connection, microphone);
      closing.push(() => channel.close());
      return source;
    };
    const { choice } = useSourceStore.getState().sources.agent;
    const { agent } = microphones;
    if (agent) closing.push(() => agent.close());
    if (choice.kind !== 'device' && !agent) {
      throw new AppError('no-such-device', 'The microphone is not open. Choose it above, then start.');
    }
    const inputs: LiveInput[] = [{ role: 'agent', source: choice.kind === 'device' ? choice : await stream(agent!) }];
    if (!hasCaller(exercise)) return { inputs, voice: undefined };
    const voice = await openVoice(exercise, onFinished);
    closing.push(() => voice.close());
    inputs.push({ role: 'customer', source: await stream(voice.sound) });
    return { inputs, voice };
  }

  async function openVoice(exercise: Exercise, onFinished: (clip: string) => void): Promise<CallerVoice> {
    const choice = voiceFor(exercise);
    if (speech && choice.kind === 'system') {
      return openSystemVoice({ speech, voiceId: choice.voiceId, standIn: await openStandIn(), onFinished });
    }
    return openClipVoice(isOwn(exercise) ? customClip : fetchClip);
  }

  async function customClip(clip: string): Promise<ArrayBuffer> {
    const base64 = await client.practice.customClip({ clip });
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  }

  async function sendClip(scenarioId: string, { line, seconds, file }: ScenarioClip): Promise<void> {
    const { streamId } = await client.streams.open({
      kind: 'upload',
      name: file.name.slice(-255),
      sizeBytes: file.size,
    });
    const channel = await connection.openBulkChannel(streamId);
    await Promise.all([client.practice.addClip({ scenarioId, line, seconds, streamId }), send(file, channel)]);
  }

  async function follow(session: PracticeSession, voice: CallerVoice | undefined): Promise<void> {
    usePracticeStore.setState({ run: { phase: 'running', attempt: newAttempt(session) } });
    voice?.preload(session.clips);
    try {
      for await (const event of await client.practice.watch({ sessionId: session.sessionId })) {
        if (voice) speak(voice, event);
        if (event.type === 'failed') throw new AppError(event.error.code, event.error.message);
        if (event.type === 'kept') await show(event.attemptId);
        else update(event);
      }
      usePracticeStore.setState({ run: { phase: 'idle' } });
    } catch (error) {
      usePracticeStore.setState({ run: { phase: 'idle' }, error: errorOf(error) });
    } finally {
      letGo();
    }
  }

  /** A recording's report says more than its attempt. */
  async function show(attemptId: string): Promise<void> {
    const { exercise, callId } = await client.practice.attempt({ attemptId });
    if (exercise.kind === 'recording' && callId !== null) goTo({ name: 'call', callId });
    else goTo({ name: 'attempt', attemptId });
  }

  return {
    load,
    async start(exercise) {
      usePracticeStore.setState({ run: { phase: 'starting', exercise }, error: undefined });
      try {
        let sessionId = '';
        // An attempt that is over has nobody to tell.
        const onFinished = (clip: string) => void client.practice.lineFinished({ sessionId, clip }).catch(() => {});
        const { inputs, voice } = await openInputs(exercise, onFinished);
        const baseline = useBaselineStore.getState().chosen?.baseline ?? null;
        const { kind } = voiceFor(exercise);
        const recordAudio = exercise.kind === 'recording' || usePracticeStore.getState().savesVoice;
        const session = await client.practice.start({ exercise, inputs, baseline, recordAudio, voice: kind });
        sessionId = session.sessionId;
        void follow(session, voice);
      } catch (error) {
        letGo();
        usePracticeStore.setState({ run: { phase: 'idle' }, error: errorOf(error) });
      }
    },
    async stop() {
      const { run } = usePracticeStore.getState();
      if (run.phase !== 'running') return;
      usePracticeStore.setState({ run: { phase: 'stopping', attempt: run.attempt } });
      await telling(() => client.practice.stop({ sessionId: run.attempt.session.sessionId }));
    },
    async open(attemptId) {
      usePracticeStore.setState({ opened: undefined });
      await telling(async () => {
        const attempt = await client.practice.attempt({ attemptId });
        const all = await client.practice.attempts({ exercise: attempt.exercise });
        const earlier = all.slice(all.findIndex((other) => other.attemptId === attemptId) + 1);
        usePracticeStore.setState({ opened: { attempt, earlier } });
      });
      await load();
    },
    async reviewCard(cardId, known) {
      await telling(() => client.practice.reviewCard({ cardId, known }));
      await load();
    },
    async importPlan(file) {
      await telling(async () => client.practice.importPlan({ text: await file.text() }));
      await load();
    },
    async removePlan(planId) {
      await telling(() => client.practice.removePlan({ planId }));
      await load();
    },
    results: (planId) => telling(() => client.practice.results({ planId })),
    async removeReturned(resultsId) {
      await telling(() => client.practice.removeReturned({ resultsId }));
      await load();
    },
    async importScenario(files) {
      usePracticeStore.setState({ scenarioTrouble: undefined });
      await telling(async () => {
        const read = await readScenarioFiles(files);
        const answer = read.ok
          ? await client.practice.importScenario({ text: read.text, clips: read.clips.map(({ line }) => line) })
          : read;
        if (!answer.ok) {
          usePracticeStore.setState({ scenarioTrouble: { file: read.file, problems: answer.problems } });
        } else if (read.ok) {
          for (const clip of read.clips) await sendClip(answer.scenarioId, clip);
        }
      });
      await load();
    },
    async removeScenario(scenarioId) {
      await telling(() => client.practice.removeScenario({ scenarioId }));
      await load();
    },
    chooseVoice(voice) {
      usePracticeStore.setState({ voice });
    },
    saveVoice(savesVoice) {
      usePracticeStore.setState({ savesVoice });
    },
  };
}

/** Drills are timed by their clips. */
function voiceFor(exercise: Exercise): VoiceChoice {
  return exercise.kind === 'scenario' ? usePracticeStore.getState().voice : { kind: 'clips' };
}

function isOwn(exercise: Exercise): boolean {
  const scenarios = usePracticeStore.getState().catalogue?.scenarios ?? [];
  return exercise.kind === 'scenario' && scenarios.some(({ id, isOwn }) => id === exercise.id && isOwn);
}

/** Whether the exercise has somebody to listen to. */
function hasCaller(exercise: Exercise): boolean {
  if (exercise.kind !== 'drill') return exercise.kind === 'scenario';
  const drill = usePracticeStore.getState().catalogue?.drills.find(({ id }) => id === exercise.id);
  return drill?.phases.some(({ kind }) => kind === 'caller') ?? false;
}

function speak(voice: CallerVoice, event: PracticeEvent): void {
  if (event.type === 'say') voice.say(event);
  else if (event.type === 'gain') voice.raise(event.byDb);
  else if (event.type === 'break-off') voice.breakOff();
}

function update(event: PracticeEvent): void {
  const { run } = usePracticeStore.getState();
  if (run.phase !== 'running' && run.phase !== 'stopping') return;
  usePracticeStore.setState({ run: { ...run, attempt: afterPracticeEvent(run.attempt, event) } });
}

/** Does something and tells the screen where it fails. */
async function telling<T>(task: () => Promise<T>): Promise<T | undefined> {
  usePracticeStore.setState({ error: undefined });
  try {
    return await task();
  } catch (error) {
    usePracticeStore.setState({ error: errorOf(error) });
    return undefined;
  }
}
