import { english } from '../../core/messages/language.ts';
import { pseudoLanguage } from '../../core/messages/pseudoLanguage.ts';
import { locale } from './locale.ts';

/** Code that runs outside a page has no address. */
const { search = '' } = globalThis.location ?? {};

/** The language of the screens. `?locale=en-XA` in the address shows the pseudo-language. */
export const language =
  new URLSearchParams(search).get('locale') === pseudoLanguage.locale ? pseudoLanguage : english(locale);
