import { locale } from '../../../text/locale.ts';

/** A day as people write it. @param moment an ISO moment, or a day at its start */
export function dayOf(moment: string): string {
  return new Date(moment).toLocaleDateString(locale, { day: 'numeric', month: 'long' });
}
