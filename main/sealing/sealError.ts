import { AppError } from '../../core/model/appError.ts';

export function damagedSeal(cause?: unknown): AppError {
  return new AppError('damaged-file', 'This file is damaged or incomplete. Ask for another copy of it.', { cause });
}

export function wrongPassphrase(): AppError {
  return new AppError('wrong-passphrase', 'The passphrase is not the one of this file. Check it and try again.');
}

export function newerSeal(): AppError {
  return new AppError('newer-data', 'This file was made by a newer Softspoken. Update Softspoken and open it again.');
}
