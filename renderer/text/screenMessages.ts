import { type Messages, type MessageTable, messages } from '../../core/messages/messages.ts';
import { language } from './language.ts';

/** Returns the texts of a part of the screens in the language of the screens. See `messages`. */
export function screenMessages<const Table extends MessageTable>(prefix: string, table: Table): Messages<Table> {
  return messages(language, prefix, table);
}
