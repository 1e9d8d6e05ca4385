import type { Logger } from '../../logger.ts';

/** Troubles go to stderr, where a desktop keeps them or shows them to who started the app from a terminal. */
export const desktopLogger: Logger = {
  info: () => {},
  error(message, error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`softspoken: ${message}: ${detail}\n`);
  },
};
