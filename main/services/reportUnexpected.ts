import { AppError } from '../../core/model/appError.ts';
import type { Logger } from '../logger.ts';

/** Logs what is about to become `internal`; an `AppError` speaks for itself and is not logged. */
export function reportUnexpected(logger: Logger, message: string, error: unknown): void {
  if (!(error instanceof AppError)) logger.error(message, error);
}
