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

/** The language of the scenarios. */
const language = 'en';

interface PracticeInputs {
  readonly inputs: readonly LiveInput[];
  /** The caller's voice; undefined in exercises without a caller. */
  readonly voice: CallerVoice | undefined;
}

/** Failures are in the store. */
export class PracticeIntents {
  readonly #connection: HostConnection;
  readonly #sources: SourceIntents;
  readonly #speech = browserSpeech();

  constructor(connection: HostConnection, sources: SourceIntents) {
    this.#connection = connection;
    this.#sources = sources;
    const listVoices = () => usePracticeStore.setState({ systemVoices: this.#speech?.voices(language) ?? [] });
    listVoices();
    this.#speech?.onVoices(listVoices);
  }

  /** Fetches the exercises and the user's progress. */
  async load(): Promise<void> {
    try {
      const [catalogue, progress] = await Promise.all([this.#practice.catalogue(), this.#practice.progress()]);
      usePracticeStore.setState({ catalogue, progress });
    } catch (error) {
      usePracticeStore.setState({ error: errorOf(error) });
    }
  }

  /** Starts an attempt with the selected microphone and baseline. */
  async start(exercise: Exercise): Promise<void> {
    usePracticeStore.setState({ run: { phase: 'starting', exercise }, error: undefined });
    try {
      using opened = new DisposableStack();
      let sessionId = '';
      // The answer is ignored: the attempt may be over.
      const onFinished = (clip: string) => void this.#practice.lineFinished({ sessionId, clip }).catch(() => {});
      const { inputs, voice } = await this.#openInputs(exercise, onFinished, opened);
      const baseline = useBaselineStore.getState().chosen?.baseline ?? null;
      const { kind } = voiceFor(exercise);
      const recordAudio = exercise.kind === 'recording' || usePracticeStore.getState().savesVoice;
      const request = { exercise, inputs: [...inputs], baseline, recordAudio, voice: kind };
      const session = await this.#practice.start(request);
      sessionId = session.sessionId;
      void this.#follow(session, voice, opened.move());
    } catch (error) {
      usePracticeStore.setState({ run: { phase: 'idle' }, error: errorOf(error) });
    }
  }

  async stop(): Promise<void> {
    const { run } = usePracticeStore.getState();
    if (run.phase !== 'running') return;
    usePracticeStore.setState({ run: { phase: 'stopping', attempt: run.attempt } });
    await telling(() => this.#practice.stop({ sessionId: run.attempt.session.sessionId }));
  }

  /** Shows an attempt together with the earlier ones. */
  open(attemptId: string): Promise<void> {
    usePracticeStore.setState({ opened: undefined });
    return this.#change(async () => {
      const attempt = await this.#practice.attempt({ attemptId });
      const all = await this.#practice.attempts({ exercise: attempt.exercise });
      const earlier = all.slice(all.findIndex((other) => other.attemptId === attemptId) + 1);
      usePracticeStore.setState({ opened: { attempt, earlier } });
    });
  }

  reviewCard(cardId: string, known: boolean): Promise<void> {
    return this.#change(() => this.#practice.reviewCard({ cardId, known }));
  }

  importPlan(file: File): Promise<void> {
    return this.#change(async () => this.#practice.importPlan({ text: await file.text() }));
  }

  removePlan(planId: string): Promise<void> {
    return this.#change(() => this.#practice.removePlan({ planId }));
  }

  /** Returns the results for the coach; undefined if they cannot be fetched. */
  results(planId: string): Promise<PracticeResults | undefined> {
    return telling(() => this.#practice.results({ planId }));
  }

  removeReturned(resultsId: string): Promise<void> {
    return this.#change(() => this.#practice.removeReturned({ resultsId }));
  }

  /** Imports a scenario and its clips, if it has any; the store reports what is wrong with it. */
  importScenario(files: readonly File[]): Promise<void> {
    usePracticeStore.setState({ scenarioTrouble: undefined });
    return this.#change(async () => {
      const read = await readScenarioFiles(files);
      const answer = read.ok
        ? await this.#practice.importScenario({ text: read.text, clips: read.clips.map(({ line }) => line) })
        : read;
      if (!answer.ok) {
        usePracticeStore.setState({ scenarioTrouble: { file: read.file, problems: answer.problems } });
      } else if (read.ok) {
        for (const clip of read.clips) await this.#sendClip(answer.scenarioId, clip);
      }
    });
  }

  removeScenario(scenarioId: string): Promise<void> {
    return this.#change(() => this.#practice.removeScenario({ scenarioId }));
  }

  chooseVoice(voice: VoiceChoice): void {
    usePracticeStore.setState({ voice });
  }

  saveVoice(savesVoice: boolean): void {
    usePracticeStore.setState({ savesVoice });
  }

  get #practice() {
    return this.#connection.client.practice;
  }

  /** Runs a task, reports its failure in the store, and fetches the exercises again. */
  async #change(task: () => Promise<unknown>): Promise<void> {
    await telling(task);
    await this.load();
  }

  /**
   * Opens the trainee's microphone and, in an exercise with a caller, the caller's voice, as the host hears them.
   *
   * @param opened takes the sources, which are closed after the attempt
   */
  async #openInputs(
    exercise: Exercise,
    onFinished: (clip: string) => void,
    opened: DisposableStack,
  ): Promise<PracticeInputs> {
    const { agent } = await this.#sources.takeMicrophones(opened, ['agent']);
    const stream = async (microphone: PageMicrophone) => {
      const { source, channel } = await streamMicrophone(this.#connection, microphone);
      opened.defer(() => channel.close());
      return source;
    };
    const { choice } = useSourceStore.getState().sources.agent;
    if (choice.kind !== 'device' && !agent) {
      throw new AppError('no-such-device', 'The microphone is not open. Choose it above, then start.');
    }
    const inputs: LiveInput[] = [{ role: 'agent', source: choice.kind === 'device' ? choice : await stream(agent!) }];
    if (!hasCaller(exercise)) return { inputs, voice: undefined };
    const voice = opened.adopt(await this.#openVoice(exercise, onFinished), (each) => each.close());
    inputs.push({ role: 'customer', source: await stream(voice.sound) });
    return { inputs, voice };
  }

  async #openVoice(exercise: Exercise, onFinished: (clip: string) => void): Promise<CallerVoice> {
    const choice = voiceFor(exercise);
    const speech = this.#speech;
    if (speech && choice.kind === 'system') {
      return openSystemVoice({ speech, voiceId: choice.voiceId, standIn: await openStandIn(), onFinished });
    }
    return openClipVoice(isCustom(exercise) ? (clip) => this.#customClip(clip) : fetchClip);
  }

  async #customClip(clip: string): Promise<ArrayBuffer> {
    const base64 = await this.#practice.customClip({ clip });
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  }

  async #sendClip(scenarioId: string, { line, seconds, file }: ScenarioClip): Promise<void> {
    const upload = { kind: 'upload', name: file.name.slice(-255), sizeBytes: file.size } as const;
    const { streamId } = await this.#connection.client.streams.open(upload);
    const channel = await this.#connection.openBulkChannel(streamId);
    await Promise.all([this.#practice.addClip({ scenarioId, line, seconds, streamId }), send(file, channel)]);
  }

  /** @param opened closed when the attempt ends */
  async #follow(session: PracticeSession, voice: CallerVoice | undefined, opened: DisposableStack): Promise<void> {
    usePracticeStore.setState({ run: { phase: 'running', attempt: newAttempt(session) } });
    voice?.preload(session.clips);
    try {
      for await (const event of await this.#practice.watch({ sessionId: session.sessionId })) {
        if (voice) speak(voice, event);
        if (event.type === 'failed') throw new AppError(event.error.code, event.error.message);
        if (event.type === 'saved') await this.#show(event.attemptId);
        else update(event);
      }
      usePracticeStore.setState({ run: { phase: 'idle' } });
    } catch (error) {
      usePracticeStore.setState({ run: { phase: 'idle' }, error: errorOf(error) });
    } finally {
      opened.dispose();
    }
  }

  /** Shows the call of a recording, whose report says more than its attempt; otherwise the attempt. */
  async #show(attemptId: string): Promise<void> {
    const { exercise, callId } = await this.#practice.attempt({ attemptId });
    if (exercise.kind === 'recording' && callId !== null) goTo({ name: 'call', callId });
    else goTo({ name: 'attempt', attemptId });
  }
}

/** Drills are timed by their clips. */
function voiceFor(exercise: Exercise): VoiceChoice {
  return exercise.kind === 'scenario' ? usePracticeStore.getState().voice : { kind: 'clips' };
}

function isCustom(exercise: Exercise): boolean {
  const scenarios = usePracticeStore.getState().catalogue?.scenarios ?? [];
  return exercise.kind === 'scenario' && scenarios.some(({ id, isCustom }) => id === exercise.id && isCustom);
}

/** True if the exercise has a caller. */
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

/** Runs a task, and reports its failure in the store. */
async function telling<T>(task: () => Promise<T>): Promise<T | undefined> {
  usePracticeStore.setState({ error: undefined });
  try {
    return await task();
  } catch (error) {
    usePracticeStore.setState({ error: errorOf(error) });
    return undefined;
  }
}
