import type { Page } from 'playwright-core';
import type { AppClient } from '../../contract/fakes/connections.ts';

/** Coach `Kim` comments on a call and scores its first criterion 2 of 5; the agent reflects on it and disagrees. */
export async function coachCall(client: AppClient, callId: string): Promise<void> {
  const { rubric } = await client.review.rubric();
  const comment = { author: 'Kim', at: 5, until: 6, text: 'Wait for the pause.' };
  const sheet = { rubricId: rubric.id, coach: 'Kim', levels: { [rubric.criteria[1]!.id]: 2 } };
  const reflection = { workedWell: 'I stayed.', answer: 'contested', answerNote: 'The line was bad.' } as const;
  await client.notes.addComment({ callId, comment });
  await client.notes.saveScores({ callId, sheet, submit: true });
  await client.notes.changeReflection({ callId, change: reflection });
}

/** Sets the name of the commenter and coach for the pages that are loaded from now on. */
export async function beReviewer(page: Page, name: string): Promise<void> {
  const stored = JSON.stringify({ state: { name }, version: 0 });
  await page.evaluate((value) => localStorage.setItem('softspoken-reviewer', value), stored);
}
