import { z } from 'zod';
import { type CallListItem, callListItemSchema } from '../../../contract/callContract.ts';
import { flagColumn, jsonColumn } from '../columns.ts';
import type { CallText } from './callText.ts';
import { measuresColumn } from './measureColumn.ts';

const { callId, kind, state, roles, startedAt, endedAt, durationSeconds } = callListItemSchema.shape;

/** What the row of a call says in clear text. */
export const callRow = z.object({
  callId,
  kind,
  state,
  roles: jsonColumn(roles),
  startedAt,
  endedAt,
  durationSeconds,
  hasAudio: flagColumn,
  measures: measuresColumn,
});

export const selectCall = `
  SELECT id AS callId, kind, state, roles, startedAt, endedAt, durationSeconds, hasAudio, json(measures) AS measures FROM call
`;

export function rowToItem(row: z.infer<typeof callRow>, { title, agent, tags, followUpOn }: CallText): CallListItem {
  return { ...row, title, agent, tags, followUpOn };
}

/** A call that is not over, and the run of the app that it belongs to. */
export const unfinishedRow = z.object({ callId, kind, state, run: z.string() });
export type UnfinishedCall = z.infer<typeof unfinishedRow>;
