import { implement, ORPCError } from '@orpc/server';
import { appContract } from '../../contract/appContract.ts';
import { type AppErrorData, toAppErrorData } from '../../core/model/appError.ts';
import type { Logger } from '../logger.ts';
import type { Services } from '../services/createServices.ts';
import { reportUnexpected } from '../services/reportUnexpected.ts';

/**
 * The contract, answered by the services. Input and output are validated by the contract's schemas. An `AppError` arrives as
 * the typed `APP_ERROR`; anything else is logged once and arrives as its `internal` case.
 */
export function createAppRouter(services: Services) {
  const {
    host,
    streams,
    live,
    callWatch,
    recordings,
    imports,
    calls,
    notes,
    settings,
    baselines,
    cueFeedback,
    practice,
    customScenarios,
    review,
    exports,
    erasing,
    logger,
  } = services;
  const app = implement(appContract).use(async ({ next, errors }) => {
    try {
      return await next();
    } catch (error) {
      throw translate(error, logger, errors.APP_ERROR);
    }
  });

  return app.router({
    host: {
      info: app.host.info.handler(() => host.info()),
      notices: app.host.notices.handler(({ signal, errors }) =>
        translated(host.watchNotices(signal), logger, errors.APP_ERROR),
      ),
      dismissNotice: app.host.dismissNotice.handler(({ input }) => host.dismissNotice(input.noticeId)),
      chooseFolder: app.host.chooseFolder.handler(async () => ({ path: await host.chooseFolder() })),
      devices: app.host.devices.handler(() => host.devices()),
    },
    streams: {
      open: app.streams.open.handler(({ input }) => streams.open(input)),
      close: app.streams.close.handler(({ input }) => streams.close(input.streamId)),
    },
    live: {
      preview: app.live.preview.handler(async ({ input, signal, errors }) =>
        translated(await live.preview(input.source, signal ?? neverAborts), logger, errors.APP_ERROR),
      ),
      start: app.live.start.handler(({ input }) => live.start(input)),
      current: app.live.current.handler(() => live.current()),
      watch: app.live.watch.handler(({ input, signal, errors }) =>
        translated(live.watch(input.sessionId, signal), logger, errors.APP_ERROR),
      ),
      pauseRecording: app.live.pauseRecording.handler(({ input }) => live.pauseRecording(input.sessionId)),
      resumeRecording: app.live.resumeRecording.handler(({ input }) => live.resumeRecording(input.sessionId)),
      mark: app.live.mark.handler(({ input }) => live.mark(input.sessionId, input.mark)),
      markCue: app.live.markCue.handler(({ input }) => cueFeedback.markLive(input.sessionId, input.mark)),
      stop: app.live.stop.handler(({ input }) => live.stop(input.sessionId)),
      offers: app.live.offers.handler(({ signal, errors }) =>
        translated(callWatch.watch(signal), logger, errors.APP_ERROR),
      ),
      declineOffer: app.live.declineOffer.handler(() => callWatch.decline()),
    },
    recordings: {
      samples: app.recordings.samples.handler(() => recordings.samples()),
      analyze: app.recordings.analyze.handler(({ input }) => recordings.analyze(input)),
      reanalyze: app.recordings.reanalyze.handler(({ input }) => recordings.reanalyze(input.callId, input.roles)),
      watch: app.recordings.watch.handler(({ input, signal, errors }) =>
        translated(recordings.watch(input.jobId, signal), logger, errors.APP_ERROR),
      ),
      cancel: app.recordings.cancel.handler(({ input }) => recordings.cancel(input.jobId)),
    },
    imports: {
      start: app.imports.start.handler(({ input }) => imports.start(input)),
      watch: app.imports.watch.handler(({ signal, errors }) =>
        translated(imports.watch(signal), logger, errors.APP_ERROR),
      ),
      pause: app.imports.pause.handler(({ input }) => imports.pause(input.importId)),
      resume: app.imports.resume.handler(({ input }) => imports.resume(input.importId)),
      remove: app.imports.remove.handler(({ input }) => imports.remove(input.importId)),
      folders: app.imports.folders.handler(({ input }) => imports.folders(input.path)),
    },
    calls: {
      list: app.calls.list.handler(({ input }) => calls.list(input)),
      get: app.calls.get.handler(({ input }) => calls.packed(input.callId)),
      facets: app.calls.facets.handler(() => calls.facets()),
      update: app.calls.update.handler(({ input }) => calls.update(input.callIds, input.changes)),
      erase: app.calls.erase.handler(({ input }) => erasing.erase(input.callIds)),
      eraseAgent: app.calls.eraseAgent.handler(async ({ input }) => ({
        erased: await erasing.eraseAgent(input.agent),
      })),
      markCue: app.calls.markCue.handler(({ input }) => cueFeedback.markSaved(input.callId, input.mark)),
    },
    notes: {
      get: app.notes.get.handler(({ input }) => notes.get(input.callId, input.coach)),
      addComment: app.notes.addComment.handler(({ input }) => notes.addComment(input.callId, input.comment)),
      removeComment: app.notes.removeComment.handler(({ input }) => notes.removeComment(input.callId, input.commentId)),
      saveScores: app.notes.saveScores.handler(({ input }) =>
        notes.saveScores(input.callId, input.sheet, input.submit),
      ),
      changeReflection: app.notes.changeReflection.handler(({ input }) =>
        notes.changeReflection(input.callId, input.change),
      ),
      setChannelShared: app.notes.setChannelShared.handler(({ input }) =>
        notes.setChannelShared(input.callId, input.isShared),
      ),
    },
    review: {
      scoring: app.review.scoring.handler(({ input }) => review.scoring(input.callId, input.coach)),
      compare: app.review.compare.handler(({ input }) => review.compare(input.callId, input.otherId)),
      compareWithPast: app.review.compareWithPast.handler(({ input }) => review.compareWithPast(input.callId)),
      rubric: app.review.rubric.handler(() => review.rubric()),
      saveRubric: app.review.saveRubric.handler(({ input }) => review.saveRubric(input)),
      resetRubric: app.review.resetRubric.handler(() => review.resetRubric()),
      trends: app.review.trends.handler(({ input }) => review.trends(input.agent)),
    },
    exports: {
      contents: app.exports.contents.handler(({ input }) => exports.contents(input.callIds, input.coach)),
      make: app.exports.make.handler(({ input }) => exports.make(input)),
      openPack: app.exports.openPack.handler(({ input }) => exports.openPack(input.streamId, input.passphrase)),
      importPack: app.exports.importPack.handler(({ input }) => calls.importPacked(input.callIds)),
      discardPack: app.exports.discardPack.handler(({ input }) => calls.discardPacked(input.callIds)),
    },
    settings: {
      get: app.settings.get.handler(() => settings.view()),
      watch: app.settings.watch.handler(({ signal, errors }) =>
        translated(settings.watch(signal), logger, errors.APP_ERROR),
      ),
      update: app.settings.update.handler(({ input }) => settings.update(input)),
    },
    baselines: {
      watch: app.baselines.watch.handler(({ signal, errors }) =>
        translated(baselines.watch(signal), logger, errors.APP_ERROR),
      ),
      read: app.baselines.read.handler(async ({ input, signal, errors }) =>
        translated(await baselines.read(input.source, input.seconds, signal ?? neverAborts), logger, errors.APP_ERROR),
      ),
      save: app.baselines.save.handler(({ input }) => baselines.save(input.normal, input.soft)),
      remove: app.baselines.remove.handler(({ input }) => baselines.remove(input.device)),
    },
    practice: {
      catalogue: app.practice.catalogue.handler(() => practice.catalogue()),
      progress: app.practice.progress.handler(() => practice.progress()),
      start: app.practice.start.handler(({ input }) => practice.start(input)),
      watch: app.practice.watch.handler(({ input, signal, errors }) =>
        translated(practice.watch(input.sessionId, signal), logger, errors.APP_ERROR),
      ),
      stop: app.practice.stop.handler(({ input }) => practice.stop(input.sessionId)),
      attempts: app.practice.attempts.handler(({ input }) => practice.attempts(input.exercise)),
      attempt: app.practice.attempt.handler(({ input }) => practice.attempt(input.attemptId)),
      reviewCard: app.practice.reviewCard.handler(({ input }) => practice.reviewCard(input.cardId, input.known)),
      importPlan: app.practice.importPlan.handler(({ input }) => practice.importPlan(input.text)),
      removePlan: app.practice.removePlan.handler(({ input }) => practice.removePlan(input.planId)),
      results: app.practice.results.handler(({ input }) => practice.results(input.planId)),
      lineFinished: app.practice.lineFinished.handler(({ input }) =>
        practice.lineFinished(input.sessionId, input.clip),
      ),
      removeReturned: app.practice.removeReturned.handler(({ input }) => practice.removeReturned(input.resultsId)),
      importScenario: app.practice.importScenario.handler(({ input }) =>
        customScenarios.import(input.text, input.clips),
      ),
      addClip: app.practice.addClip.handler(({ input }) => customScenarios.addClip(input)),
      customClip: app.practice.customClip.handler(({ input }) =>
        Buffer.from(customScenarios.clip(input.clip)).toString('base64'),
      ),
      removeScenario: app.practice.removeScenario.handler(({ input }) => customScenarios.remove(input.scenarioId)),
    },
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

type MakeAppError = (options: { message: string; data: AppErrorData }) => Error;

const neverAborts = new AbortController().signal;

function translate(error: unknown, logger: Logger, makeAppError: MakeAppError): unknown {
  // What the schema of the input refuses is a mistake of the caller's program, and says so by itself.
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return error;
  reportUnexpected(logger, 'A request failed', error);
  const data = toAppErrorData(error);
  return makeAppError({ message: data.message, data });
}

async function* translated<T>(events: AsyncIterable<T>, logger: Logger, makeAppError: MakeAppError): AsyncGenerator<T> {
  try {
    yield* events;
  } catch (error) {
    throw translate(error, logger, makeAppError);
  }
}
