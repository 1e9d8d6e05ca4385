import { AppError } from '../../../core/model/appError.ts';

/** Returns the error for a mark of a cue that the call does not have. */
export function noSuchCue(): AppError {
  return new AppError('no-such-cue', 'There is no such cue in this call. Open the call again.');
}
