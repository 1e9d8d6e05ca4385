import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { answerAudio } from '../../../../../main/hosts/web/httpAnswers.ts';

it('closes audio that nobody waits for any more', async () => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  response.destroy();
  let closed = 0;
  const content = {
    sizeBytes: 1,
    async *bytes() {
      yield Uint8Array.of(1);
    },
    close() {
      closed += 1;
      return Promise.resolve();
    },
  };
  await answerAudio(request, response, content);
  expect(closed).toBe(1);
});
