/** What one part of the soak found. */
export interface SoakResult {
  /** Rows of the part's table in docs/reliability.md: what was counted or measured, and how much it was. */
  readonly figures: readonly (readonly [what: string, figure: string])[];
  /** What should not have happened; empty where all is well. */
  readonly failures: readonly string[];
}

/** A figure of docs/reliability.md at its full length. */
export interface SoakPart {
  /** As the command line names it. */
  readonly name: string;
  readonly title: string;
  /** How often, unless the command line says otherwise. */
  readonly count: number;
  run(options: {
    readonly seed: number;
    readonly count: number;
    /** How often a part kills its host where one run of it is killed more than once. */
    readonly kills: number;
  }): Promise<SoakResult>;
}
