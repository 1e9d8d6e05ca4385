import type { RubricChange } from '../../../../contract/reviewContract.ts';
import type { Criterion } from '../../../../core/model/rubric.ts';

/** The levels that have a description. */
export const anchorLevels = [1, 3, 5] as const;

/** Returns the criteria with an empty one added at the end. */
export function withNewCriterion(criteria: readonly Criterion[]): Criterion[] {
  const isTaken = (id: string) => criteria.some((each) => each.id === id);
  let number = criteria.length + 1;
  while (isTaken(`own-${number}`)) number += 1;
  return [...criteria, { id: `own-${number}`, name: '', question: '', weight: 1, anchors: [] }];
}

/** @param by −1 for one place up, 1 for one place down */
export function withMoved(criteria: readonly Criterion[], index: number, by: -1 | 1): Criterion[] {
  const moved = criteria[index];
  if (!moved || !criteria[index + by]) return [...criteria];
  const others = criteria.toSpliced(index, 1);
  return others.toSpliced(index + by, 0, moved);
}

/** Sets the description of a level; empty words remove it. */
export function withAnchor(criterion: Criterion, level: number, looksLike: string): Criterion {
  const others = criterion.anchors.filter((anchor) => anchor.level !== level);
  const anchors = looksLike.trim() === '' ? others : [...others, { level, looksLike }];
  return { ...criterion, anchors: anchors.toSorted((one, other) => one.level - other.level) };
}

export function isComplete({ name, criteria }: RubricChange): boolean {
  return name.trim() !== '' && criteria.length > 0 && criteria.every((criterion) => criterion.name.trim() !== '');
}
