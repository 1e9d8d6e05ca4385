/** Where the app's own troubles are written. Never audio, names of people or what was said. */
export interface Logger {
  info(message: string): void;
  /** @param error what was thrown, with its stack; each is logged once, where it is turned into something else */
  error(message: string, error: unknown): void;
}
