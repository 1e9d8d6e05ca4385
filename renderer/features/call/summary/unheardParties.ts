import type { CallReport } from '../../../../core/model/callReport.ts';
import { roles } from '../../../../core/model/role.ts';

/** What the report says of a party that has no channel of its own and may yet be heard on the other's. */
export function unheardParties({ unavailable }: CallReport): CallReport['unavailable'] {
  return unavailable.filter(({ field }) => roles.some((role) => field === `speakers.${role}`));
}
