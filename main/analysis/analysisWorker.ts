/** The entry of an analysis thread, which runs one `ToWorker` task at a time. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import PQueue from 'p-queue';
import { toAppErrorData } from '../../core/model/appError.ts';
import { analyseFile } from './analyseFile.ts';
import type { OpenParty } from './callAnalyser.ts';
import { EnrolmentTask } from './enrolmentTask.ts';
import type { LiveTask } from './liveTask.ts';
import { measureBaseline } from './measureBaseline.ts';
import { PartyAnalyser } from './partyAnalyser.ts';
import { RemoteParty, serveParty } from './partyThread.ts';
import { loadSpeechModel, type SpeechModel } from './speechModel.ts';
import type { FromWorker, ToWorker } from './workerProtocol.ts';

if (!parentPort) throw new Error('analysisWorker must run as a worker thread');
const port = parentPort;
const model = loadSpeechModel();
let cancellation = new AbortController();
let live: LiveTask | undefined;
let enrolment: EnrolmentTask | undefined;

/** Handles messages strictly in sequence, because the model runs asynchronously. */
const queue = new PQueue({ concurrency: 1 });

const say = (message: FromWorker) => port.postMessage(message);

/** Limits progress messages to one per hundredth. */
function progressReporter(): (fraction: number) => void {
  let last = -1;
  return (fraction) => {
    if (fraction - last < 0.01 && fraction < 1) return;
    last = fraction;
    say({ type: 'progress', fraction });
  };
}

/** Measures parties on this thread, except a second party if `secondParty` leads to a thread for it. */
function partyOpener(speechModel: SpeechModel, secondParty: MessagePort | null): OpenParty {
  return (setup, index) =>
    index === 1 && secondParty ? new RemoteParty(secondParty, setup) : new PartyAnalyser(speechModel, setup);
}

async function handle(message: Exclude<ToWorker, { type: 'cancel' | 'close' }>): Promise<void> {
  switch (message.type) {
    case 'analyze-file': {
      try {
        const openParty = partyOpener(await model, message.secondParty);
        const result = await analyseFile(openParty, message.request, cancellation.signal, progressReporter());
        say({ type: 'done', result });
      } finally {
        message.secondParty?.close();
      }
      break;
    }
    case 'measure-party':
      await serveParty(await model, message.port);
      say({ type: 'party-over' });
      break;
    case 'measure-baseline':
      say({ type: 'baseline', baseline: await measureBaseline(await model, message.request) });
      break;
    case 'open-live': {
      const { LiveTask } = await import('./liveTask.ts');
      live = new LiveTask(partyOpener(await model, null), message.request, (events) => say({ type: 'events', events }));
      break;
    }
    case 'open-enrolment':
      enrolment = new EnrolmentTask(await model, message.request, say);
      break;
    case 'samples':
      for (const { samples } of message.parties) await enrolment?.push(samples);
      await live?.push(message.parties);
      break;
    case 'gap':
      await live?.gap(message.role, message.sampleCount, message.reason);
      break;
    case 'snapshot':
      if (live) say({ type: 'snapshot', call: await live.snapshot() });
      break;
    case 'finish': {
      const call = live;
      const ended = enrolment;
      live = undefined;
      enrolment = undefined;
      await ended?.finish();
      if (call) say({ type: 'done', result: await call.finish() });
      break;
    }
  }
}

port.on('message', (message: ToWorker) => {
  // Ends this thread only.
  if (message.type === 'close') process.exit();
  if (message.type === 'cancel') {
    live = undefined;
    cancellation.abort();
    return;
  }
  if (message.type === 'analyze-file' || message.type === 'open-live') cancellation = new AbortController();
  void queue.add(() =>
    handle(message).catch((error: unknown) => {
      live = undefined;
      enrolment = undefined;
      say({
        type: 'failed',
        error: toAppErrorData(error),
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }),
  );
});
