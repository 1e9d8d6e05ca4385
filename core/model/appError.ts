import { z } from 'zod';

/** Names of all errors that a user can meet. Any other error is logged once and becomes `internal`. */
export const appErrorCodeSchema = z.enum([
  'file-not-found',
  'no-read-permission',
  'no-write-permission',
  'not-audio',
  'empty-audio',
  'truncated-audio',
  'unsupported-codec',
  'unsupported-format',
  'roles-mismatch',
  'mixed-rubrics',
  'no-folder-dialog',
  'bad-baseline',
  'bad-plan',
  'no-such-exercise',
  'no-such-attempt',
  'no-such-plan',
  'not-enough-speech',
  'no-such-device',
  'no-sound-server',
  'device-failed',
  'microphone-denied',
  'session-running',
  'no-such-session',
  'not-recording',
  'no-such-call',
  'no-such-cue',
  'no-such-upload',
  'no-such-job',
  'too-large',
  'too-many',
  'too-slow',
  'disk-full',
  'newer-data',
  'key-lost',
  'call-damaged',
  'already-submitted',
  'not-sealed',
  'wrong-passphrase',
  'damaged-file',
  'port-in-use',
  'cancelled',
  'internal',
]);
export type AppErrorCode = z.infer<typeof appErrorCodeSchema>;

/**
 * An error that a user can meet. The message is one or two plain sentences that say what happened and what to do. Between
 * processes it travels as the data of `toAppErrorData`, because only the message of a thrown error survives.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export const appErrorDataSchema = z.object({ code: appErrorCodeSchema, message: z.string() });
export type AppErrorData = z.infer<typeof appErrorDataSchema>;

/** Returns the wire form of any thrown value. Anything but an `AppError` becomes `internal`, without details. */
export function toAppErrorData(error: unknown): AppErrorData {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong inside Softspoken. The details are in its log.' };
}

export function fromAppErrorData(data: AppErrorData): AppError {
  return new AppError(data.code, data.message);
}
