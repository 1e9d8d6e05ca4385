import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../core/model/appError.ts';
import { sealWithPassphrase } from '../../sealing/passphraseSeal.ts';
import { version } from '../../version.ts';
import { writingError } from '../writingError.ts';
import { type CoachPack, MOST_MANIFEST_BYTES, type PackManifest } from './coachPack.ts';

/**
 * Writes one file that is sealed under a passphrase and readable by its owner alone. It appears whole or not at all.
 *
 * @throws {AppError} `file-not-found`, `truncated-audio`, `too-large`, `no-write-permission`, `disk-full`
 */
export async function writeCoachPack(path: string, pack: CoachPack, passphrase: string): Promise<void> {
  const manifest = await manifestOf(pack);
  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(
      sealWithPassphrase(passphrase, contentOf(manifest, pack)),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw writingError(error, path);
  }
}

async function manifestOf({ note, rubric, calls, practice }: CoachPack): Promise<PackManifest> {
  const entries = calls.map(async ({ call, isChannelShared, audioPath }) => ({
    call,
    isChannelShared,
    audioBytes: audioPath === null ? null : await sizeOf(audioPath, call.title),
  }));
  const schema = 'softspoken.coach-pack/1';
  return { schema, madeWith: version, note, rubric, calls: await Promise.all(entries), practice };
}

async function sizeOf(audioPath: string, title: string): Promise<number> {
  try {
    return (await stat(audioPath)).size;
  } catch (cause) {
    throw new AppError('file-not-found', `The audio of "${title}" is gone. Leave it out of the pack.`, { cause });
  }
}

async function* contentOf(manifest: PackManifest, { calls }: CoachPack): AsyncGenerator<Uint8Array> {
  const head = Buffer.from(JSON.stringify(manifest));
  if (head.length > MOST_MANIFEST_BYTES) {
    throw new AppError('too-large', 'These are too many calls for one pack. Make several with fewer calls each.');
  }
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  yield length;
  yield head;
  for (const [i, { call, audioPath }] of calls.entries()) {
    const promised = manifest.calls[i]?.audioBytes;
    if (audioPath === null || !promised) continue;
    let given = 0;
    const audio: AsyncIterable<Buffer> = createReadStream(audioPath, { end: promised - 1 });
    for await (const bytes of audio) {
      given += bytes.length;
      yield bytes;
    }
    if (given !== promised) {
      throw new AppError('truncated-audio', `The audio of "${call.title}" was changed meanwhile. Make the pack again.`);
    }
  }
}
