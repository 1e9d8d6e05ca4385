import { AppError } from '../../core/model/appError.ts';
import { systemErrorCode } from '../errorCodes.ts';

/** The error for a user whose file could not be written; any other error is returned as it is. */
export function writingError(error: unknown, path: string): unknown {
  switch (systemErrorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return new AppError('no-write-permission', `${path} cannot be written. Choose another folder.`, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('disk-full', `There is no room for ${path}. Free some space, or choose another disk.`, {
        cause: error,
      });
    default:
      return error;
  }
}
