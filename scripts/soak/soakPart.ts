/** The result of one part of the soak. */
export interface SoakResult {
  /** Rows of the part's table in docs/reliability.md: what was counted or measured, and the result. */
  readonly figures: readonly (readonly [what: string, figure: string])[];
  /** Unwanted events; empty if all is well. */
  readonly failures: readonly string[];
}

/** A part of the soak, with a table in docs/reliability.md. */
export interface SoakPart {
  /** The name on the command line. */
  readonly name: string;
  readonly title: string;
  /** The default number of repetitions. */
  readonly count: number;
  run(options: {
    readonly seed: number;
    readonly count: number;
    /** Number of times that a part kills its host, if it kills it more than once per run. */
    readonly kills: number;
  }): Promise<SoakResult>;
}
