import { type Rubric, rubricScale, type ScoreSheet } from '../model/rubric.ts';

/**
 * Returns the weighted mean of a sheet's levels as a share of the scale, 0…1: Σ wᵢ · (levelᵢ − 1) / 4 ÷ Σ wᵢ over the
 * scored criteria; undefined if none with a weight was scored.
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
 * Returns the sheets that a coach may see. Coaches score blind: they see the sheets that others submitted once they have
 * submitted their own by the same rubric.
 *
 * @param coach null for anybody who does not score and sees every submitted sheet
 */
export function visibleSheets(sheets: readonly ScoreSheet[], coach: string | null): ScoreSheet[] {
  return sheets.filter((sheet) => {
    if (sheet.coach === coach) return true;
    if (sheet.submittedAt === null) return false;
    const own = sheets.find((each) => each.coach === coach && each.rubricId === sheet.rubricId);
    return coach === null || own?.submittedAt != null;
  });
}
