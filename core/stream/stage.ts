/**
 * One step of the call pipeline: synchronous, deterministic, clock-free.
 * To restart a stage, create a new one; there is no `reset`.
 */
export interface Stage<In, Out> {
  /** Accepts one input and returns every output it completed, oldest first. */
  push(input: In): readonly Out[];
  /** Ends the stream and returns what was still open. Nothing may be pushed afterwards. */
  flush(): readonly Out[];
}
