import type { Logger } from '../../logger.ts';

/** Writes errors to stderr, where the desktop logs them or a terminal shows them. */
export const desktopLogger: Logger = {
  info: () => {},
  error(message, error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`softspoken: ${message}: ${detail}\n`);
  },
};
