import type { CallReport } from '../../../../core/model/callReport.ts';
import { roles } from '../../../../core/model/role.ts';

/** Returns the report's entries for a party that has no separate channel but may be audible on the other's. */
export function unheardParties({ unavailable }: CallReport): CallReport['unavailable'] {
  return unavailable.filter(({ field }) => roles.some((role) => field === `speakers.${role}`));
}
