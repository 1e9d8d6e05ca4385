import { AppError } from '../../core/model/appError.ts';

/** What a user can do about a file that could not be written; anything else as it is. */
export function writingError(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
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
