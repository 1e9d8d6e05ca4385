/** The log of the app's own errors. Never audio, names of people or what was said. */
export interface Logger {
  info(message: string): void;
  /**
   * @param error the value that was thrown, with its stack; each is logged once, where it is turned into something else
   */
  error(message: string, error: unknown): void;
}
