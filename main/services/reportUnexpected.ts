import { AppError } from '../../core/model/appError.ts';
import type { Logger } from '../logger.ts';

/** Logs an error that is about to become `internal`; an `AppError` explains itself and is not logged. */
export function reportUnexpected(logger: Logger, message: string, error: unknown): void {
  if (!(error instanceof AppError)) logger.error(message, error);
}
