import { expect, it } from 'vitest';
import { startConnected } from './fakes/startConnected.ts';

it('shows a screen what happened out of sight, now and from then on, until it is dismissed', async () => {
  const { test, client, close } = await startConnected();
  test.notices.add('database-recovered', 'Two entries were recovered.');
  const notices = await client.host.notices();
  const messages = async () => {
    const { done, value } = await notices.next();
    return done ? [] : value.map(({ message }) => message);
  };
  expect(await messages()).toEqual(['Two entries were recovered.']);
  test.notices.add('disk-full', 'The disk is full.');
  expect(await messages()).toEqual(['Two entries were recovered.', 'The disk is full.']);
  await client.host.dismissNotice({ noticeId: test.notices.list()[0]!.noticeId });
  expect(await messages()).toEqual(['The disk is full.']);
  await client.host.dismissNotice({ noticeId: 'none' });
  expect(await messages()).toEqual(['The disk is full.']);
  await notices.return();
  await close();
});
