/** Time as the services see it, so that a test can control it. */
export interface Clock {
  /** Time of day, for display and storage. */
  now(): Date;
  /** Seconds since some fixed moment; never jumps, unlike the time of day. */
  monotonicSeconds(): number;
  /** Runs the task repeatedly; the returned function stops it. Never keeps the process alive. */
  every(seconds: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicSeconds: () => performance.now() / 1000,
  every(seconds, task) {
    const timer = setInterval(task, seconds * 1000);
    timer.unref();
    return () => clearInterval(timer);
  },
};
