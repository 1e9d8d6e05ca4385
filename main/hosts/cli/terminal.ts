import { toAppErrorData } from '../../../core/model/appError.ts';
import type { Logger } from '../../logger.ts';

/** Writes one plain line to stderr for anything that went wrong. */
export function complain(subject: string, error: unknown): void {
  process.stderr.write(`softspoken: ${subject}: ${toAppErrorData(error).message}\n`);
}

/** Writes the app's warnings and errors to stderr. */
export const terminalLogger: Logger = {
  info: () => {},
  error: (message, error) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`softspoken: ${message}: ${detail}\n`);
  },
};

/** Writes to stdout and waits until the reader has room, so that long output uses constant memory. */
export function printOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
