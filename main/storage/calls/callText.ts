import { z } from 'zod';
import type { CallQuery } from '../../../contract/callContract.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import { BrokenSealError, seal, unseal } from '../sealing/sealing.ts';

/** What people wrote about a call, names among it. Sealed in the row. */
const callTextSchema = z.object({
  title: z.string(),
  agent: z.string().nullable(),
  tags: z.array(z.string()),
  followUpOn: z.iso.date().nullable().default(null),
});
export type CallText = z.infer<typeof callTextSchema>;

/** What stands where the text cannot be read any more. */
const unreadable: CallText = { title: 'A call whose title was lost', agent: null, tags: [], followUpOn: null };

/** @throws BrokenSealError where the call has no key */
export function sealText(keys: KeyRing, callId: string, text: CallText): Buffer {
  const key = keys.get(callId);
  if (!key) throw new BrokenSealError('the key of this call is gone');
  return seal(key, Buffer.from(JSON.stringify(text)), purpose(callId));
}

/** Says so in the title where it is damaged or its key is gone. */
export function openText(keys: KeyRing, callId: string, sealed: Uint8Array): CallText {
  const key = keys.get(callId);
  if (!key) return unreadable;
  try {
    return callTextSchema.parse(JSON.parse(unseal(key, sealed, purpose(callId)).toString('utf8')));
  } catch (error) {
    if (error instanceof BrokenSealError) return unreadable;
    throw error;
  }
}

function purpose(callId: string): string {
  return `text of ${callId}`;
}

/** Case, accents and width do not matter to a search. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A text with what a search looks at, folded once. */
export interface SearchableText extends CallText {
  readonly searched: string;
}

export function searchable(text: CallText): SearchableText {
  const { title, agent, tags } = text;
  return { ...text, searched: folded([title, agent ?? '', ...tags].join('\n')) };
}

/** The part of a query that is about sealed text, which SQL cannot see. */
export function textFilter(query: CallQuery): ((text: SearchableText) => boolean) | undefined {
  const words = folded(query.search).split(/\s+/).filter(Boolean);
  const { agents, tags, followUpBy } = query;
  if (words.length === 0 && agents.length === 0 && tags.length === 0 && followUpBy === null) return undefined;
  return (text) => {
    if (followUpBy !== null && !(text.followUpOn !== null && text.followUpOn <= followUpBy)) return false;
    if (agents.length > 0 && !(text.agent !== null && agents.includes(text.agent))) return false;
    if (!tags.every((tag) => text.tags.includes(tag))) return false;
    return words.every((word) => text.searched.includes(word));
  };
}
