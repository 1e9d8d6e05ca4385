import { mapEventIterator } from '@orpc/client';
import { AsyncIteratorClass, implement, ORPCError } from '@orpc/server';
import { appContract } from '../../contract/appContract.ts';
import { toAppErrorData } from '../../core/model/appError.ts';
import type { Services } from '../services/createServices.ts';
import { reportUnexpected } from '../services/reportUnexpected.ts';
import { baselineRouter } from './baselineRouter.ts';
import { callRouter } from './callRouter.ts';
import { exportRouter } from './exportRouter.ts';
import { hostRouter } from './hostRouter.ts';
import { importRouter } from './importRouter.ts';
import { liveRouter } from './liveRouter.ts';
import { notesRouter } from './notesRouter.ts';
import { practiceRouter } from './practiceRouter.ts';
import { recordingRouter } from './recordingRouter.ts';
import { reviewRouter } from './reviewRouter.ts';
import { settingsRouter } from './settingsRouter.ts';
import { streamRouter } from './streamRouter.ts';

/**
 * Answers the contract with the services. The contract's schemas validate input and output. An `AppError` arrives as
 * the typed `APP_ERROR`; any other error is logged once and arrives as its `internal` case. Both hold for every
 * procedure and also in the middle of an event stream.
 */
export function createAppRouter(services: Services) {
  const contract = implement(appContract).use(async ({ next, errors }) => {
    const translate = (error: unknown) => {
      // Input that the schema rejects is a mistake of the calling program, and the error already explains it.
      if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return error;
      reportUnexpected(services.logger, 'A request failed', error);
      const data = toAppErrorData(error);
      return errors.APP_ERROR({ message: data.message, data });
    };
    try {
      const result = await next();
      if (!(result.output instanceof AsyncIteratorClass)) return result;
      const events = mapEventIterator(result.output, {
        value: (event) => event,
        error: async (error) => translate(error),
      });
      return { ...result, output: events };
    } catch (error) {
      throw translate(error);
    }
  });

  return contract.router({
    host: hostRouter(services),
    streams: streamRouter(services),
    live: liveRouter(services),
    recordings: recordingRouter(services),
    imports: importRouter(services),
    calls: callRouter(services),
    notes: notesRouter(services),
    review: reviewRouter(services),
    exports: exportRouter(services),
    settings: settingsRouter(services),
    baselines: baselineRouter(services),
    practice: practiceRouter(services),
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;
