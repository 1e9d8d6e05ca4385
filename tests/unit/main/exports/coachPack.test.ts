import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRubric } from '../../../../core/review/defaultRubric.ts';
import type { CoachPack } from '../../../../main/exports/coachPack/coachPack.ts';
import { openCoachPack } from '../../../../main/exports/coachPack/openCoachPack.ts';
import { writeCoachPack } from '../../../../main/exports/coachPack/writeCoachPack.ts';
import { reviewedCall } from '../../../support/reviewedCall.ts';

const words = 'four quiet lighthouses';
const voice = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 31) % 251));

describe('a coach pack', () => {
  let folder: string;
  let path: string;
  let pack: CoachPack;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'softspoken-pack-'));
    path = join(folder, 'for-kim.softspoken');
    const audioPath = join(folder, 'call.wav');
    await writeFile(audioPath, voice);
    pack = {
      note: 'Listen to 0:51',
      rubric: defaultRubric,
      calls: [
        { call: reviewedCall(), isChannelShared: false, audioPath },
        { call: reviewedCall({ title: '../../outside', reflection: null }), isChannelShared: true, audioPath: null },
      ],
      practice: null,
    };
    await writeCoachPack(path, pack, words);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is opened elsewhere with everything in it, and with names of our own', async () => {
    const opened = await openCoachPack(path, words, join(folder, 'opened'));
    expect(opened.calls.map(({ call }) => call)).toEqual(pack.calls.map(({ call }) => call));
    expect(opened.calls.map(({ isChannelShared }) => isChannelShared)).toEqual([false, true]);
    expect(opened).toMatchObject({ note: pack.note, rubric: pack.rubric });
    expect(opened.calls.map(({ audioPath }) => audioPath)).toEqual([join(folder, 'opened', 'audio-1'), null]);
    expect((await readFile(join(folder, 'opened', 'audio-1'))).equals(voice)).toBe(true);
  });

  it('opens as well when it was made before age was used', async () => {
    const older = fileURLToPath(new URL('../../../fixtures/packs/sealedBeforeAge.softspoken', import.meta.url));
    const opened = await openCoachPack(older, words, join(folder, 'opened-older'));
    expect(opened.calls).toMatchObject([{ call: { title: 'Order never arrived' } }]);
    expect((await readFile(join(folder, 'opened-older', 'audio-1'))).equals(voice.subarray(0, 80_000))).toBe(true);
  });

  it('shows nothing of its content to anyone without the passphrase', async () => {
    const bytes = await readFile(path);
    for (const secret of [voice.subarray(0, 16), 'Order never arrived', 'softspoken.coach-pack']) {
      expect(bytes.includes(secret)).toBe(false);
    }
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    const refused = openCoachPack(path, 'another', join(folder, 'refused'));
    await expect(refused).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it.each([
    ['changed in its audio', (bytes: Buffer) => bytes.with(bytes.length - 1000, bytes.at(-1000)! ^ 1)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 70_000)],
  ])('that was %s is refused, and leaves nothing behind', async (_, damage) => {
    const damagedPath = join(folder, 'damaged');
    await writeFile(damagedPath, damage(await readFile(path)));
    const opening = openCoachPack(damagedPath, words, join(folder, 'half'));
    await expect(opening).rejects.toMatchObject({ code: 'damaged-file' });
    expect(existsSync(join(folder, 'half'))).toBe(false);
  });

  it('is not made without its audio, nor where nothing can be written, and nothing half is left', async () => {
    const gone = {
      ...pack,
      calls: [{ call: reviewedCall(), isChannelShared: false, audioPath: join(folder, 'gone.wav') }],
    };
    await expect(writeCoachPack(path, gone, words)).rejects.toMatchObject({ code: 'file-not-found' });
    const nowhere = join(folder, 'no', 'such', 'pack');
    await expect(writeCoachPack(nowhere, pack, words)).rejects.toMatchObject({ code: 'no-write-permission' });
    await expect(openCoachPack(nowhere, words, join(folder, 'x'))).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
