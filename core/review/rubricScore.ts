import { type Rubric, rubricScale, type ScoreSheet } from '../model/rubric.ts';

/**
 * The weighted mean of a sheet's levels as a share of the scale, 0…1: Σ wᵢ · (levelᵢ − 1) / 4 over Σ wᵢ, over the criteria
 * that were scored. Missing where none with a weight was.
 */
export function rubricShare({ criteria }: Rubric, { levels }: ScoreSheet): number | undefined {
  const { lowest, highest } = rubricScale;
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const level = levels[id];
    if (level === undefined || level === null) continue;
    sum += (weight * (level - lowest)) / (highest - lowest);
    weights += weight;
  }
  return weights > 0 ? sum / weights : undefined;
}

/** The sheets a coach may see: their own, and once they have submitted it, those that others have submitted. */
export function visibleSheets(sheets: readonly ScoreSheet[], coach: string): ScoreSheet[] {
  const isDone = sheets.some((sheet) => sheet.coach === coach && sheet.submittedAt !== null);
  return sheets.filter((sheet) => sheet.coach === coach || (isDone && sheet.submittedAt !== null));
}
