import { readFile } from 'node:fs/promises';
import { safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportRequest } from '../../contract/exportContract.ts';
import { noNotes } from '../../core/model/callNotes.ts';
import type { ReflectionChange } from '../../core/model/reflection.ts';
import { saveLibraryCall } from '../support/libraryCall.ts';
import { readCsv } from '../support/readCsv.ts';

import type { AppClient } from './fakes/connections.ts';
import { startConnected } from './fakes/startConnected.ts';
import type { TestServices } from './fakes/testServices.ts';
import { uploadPack } from './fakes/uploadPack.ts';

const callId = 'one';
const passphrase = 'a quiet passphrase';
const contested = { answer: 'contested', answerNote: 'He had finished speaking' } as const;

let test: TestServices;
let client: AppClient;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ test, client, close } = await startConnected());
  await saveLibraryCall(test.services, callId, { dir: test.dir });
});
afterEach(() => close());

const say = (change: ReflectionChange) => client.notes.changeReflection({ callId, change });
const reflectionOf = async (id: string, coach: string | null = null) =>
  (await client.notes.get({ callId: id, coach })).reflection;

async function made(request: ExportRequest): Promise<Buffer> {
  const { url } = await client.exports.make(request);
  return readFile(test.services.exports.file(url.replace('/export/', ''))!.path);
}

const pack = (reflection: boolean) => {
  const parts = { comments: true, scores: true, reflection, audio: false };
  return made({ format: 'coach-pack', callIds: [callId], coach: null, parts, note: '', passphrase });
};

/** Returns what an installation without the call reads in the pack. */
async function readElsewhere(bytes: Buffer) {
  await client.calls.erase({ callIds: [callId] });
  const opened = await client.exports.openPack({
    streamId: await uploadPack(client, test.services, bytes),
    passphrase,
  });
  return reflectionOf(opened.calls[0]!.callId);
}

describe('the agent’s reply to a coaching comment', () => {
  it.each(['acknowledged', 'contested'] as const)('is saved as %s, with its note, for every coach', async (answer) => {
    await say({ answer });
    await say({ answerNote: 'From the second call on' });
    for (const coach of [null, 'Kim', 'Lee'])
      expect(await reflectionOf(callId, coach)).toEqual({
        ...noNotes.reflection,
        answer,
        answerNote: 'From the second call on',
      });
  });

  it('loses nothing when several are sent at the same time', async () => {
    await Promise.all([
      say({ workedWell: 'The pauses' }),
      say({ couldBeImproved: 'The end' }),
      say({ answer: 'acknowledged' }),
      say({ isPolicyNotVoice: true }),
    ]);
    expect(await reflectionOf(callId)).toEqual({
      workedWell: 'The pauses',
      couldBeImproved: 'The end',
      answer: 'acknowledged',
      answerNote: '',
      isPolicyNotVoice: true,
    });
  });

  it('can be changed, or withdrawn with everything said about it', async () => {
    await say({ workedWell: 'The pauses' });
    await say(contested);
    await say({ answer: 'acknowledged' });
    expect(await reflectionOf(callId)).toMatchObject({ ...contested, answer: 'acknowledged' });
    await say({ answer: null });
    expect(await reflectionOf(callId)).toEqual({ ...noNotes.reflection, workedWell: 'The pauses' });
    await say({ workedWell: '' });
    const [contents] = await client.exports.contents({ callIds: [callId], coach: null });
    expect(contents?.hasReflection).toBe(false);
  });

  it('is refused if it is not a known answer, and for an unknown call', async () => {
    const other = await safe(say({ answer: 'ignored' } as unknown as ReflectionChange));
    expect(other.error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await reflectionOf(callId)).toEqual(noNotes.reflection);
    const gone = await safe(client.notes.changeReflection({ callId: 'none', change: { answer: 'contested' } }));
    expect(gone.error).toMatchObject({ data: { code: 'no-such-call' } });
  });
});

describe('an exported reply', () => {
  it('is on the exported page and in the table of calls', async () => {
    await say(contested);
    const html = (await made({ format: 'html', callId, coach: null })).toString('utf8');
    expect(html).toContain('The agent contests the feedback. He had finished speaking');
    const [header, row] = readCsv((await made({ format: 'csv', callIds: [callId], coach: null })).toString('utf8'));
    const value = (name: string) => row![header!.indexOf(name)];
    expect([value('coaching_answer'), value('coaching_answer_note')]).toEqual(['contested', contested.answerNote]);
  });

  it('is in the pack and is read where the pack is opened', async () => {
    await say(contested);
    expect(await readElsewhere(await pack(true))).toEqual({ ...noNotes.reflection, ...contested });
  });

  it('stays here if that was selected', async () => {
    await say(contested);
    expect(await readElsewhere(await pack(false))).toEqual(noNotes.reflection);
  });

  it('disappears from every file once it is withdrawn', async () => {
    await say(contested);
    await say({ answer: null });
    for (const format of ['html', 'csv'] as const) {
      const of = format === 'csv' ? { format, callIds: [callId] } : { format, callId };
      expect((await made({ ...of, coach: null })).includes(contested.answerNote)).toBe(false);
    }
    expect(await readElsewhere(await pack(true))).toEqual(noNotes.reflection);
  });
});
