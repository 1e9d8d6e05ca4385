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

/**
 * The sheets a coach may see, for coaches score blind: their own, and once they have submitted theirs by the same rubric, those
 * that others have submitted.
 *
 * @param coach null for somebody who does not score: they see what was submitted
 */
export function visibleSheets(sheets: readonly ScoreSheet[], coach: string | null): ScoreSheet[] {
  return sheets.filter((sheet) => {
    if (sheet.coach === coach) return true;
    if (sheet.submittedAt === null) return false;
    const own = sheets.find((each) => each.coach === coach && each.rubricId === sheet.rubricId);
    return coach === null || own?.submittedAt != null;
  });
}
