import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { KeyedQueue } from '../../../main/keyedQueue.ts';

/** Returns tasks that note their beginning and their end. */
function notedTasks() {
  const notes: string[] = [];
  const task = (name: string) => async () => {
    notes.push(`${name} begins`);
    await setImmediate();
    notes.push(`${name} ends`);
    return name;
  };
  return { notes, task };
}

it('runs tasks of one key one after another, and others concurrently', async () => {
  const queue = new KeyedQueue();
  const { notes, task } = notedTasks();
  const results = await Promise.all([queue.run('a', task('1')), queue.run('a', task('2')), queue.run('b', task('3'))]);
  expect(results).toEqual(['1', '2', '3']);
  expect(notes).toEqual(['1 begins', '3 begins', '1 ends', '2 begins', '3 ends', '2 ends']);
});

it('continues after a task that failed', async () => {
  const queue = new KeyedQueue();
  const failed = queue.run('a', () => Promise.reject(new Error('no')));
  const next = queue.run('a', async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
