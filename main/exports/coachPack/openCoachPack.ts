import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { AppError } from '../../../core/model/appError.ts';
import { ByteQueue } from '../../sealing/byteQueue.ts';
import { openWithPassphrase } from '../../sealing/passphraseSeal.ts';
import { writingError } from '../writingError.ts';
import {
  type CoachPack,
  MOST_MANIFEST_BYTES,
  type PackedReview,
  type PackManifest,
  packManifestSchema,
} from './coachPack.ts';

const PORTION_BYTES = 64 * 1024;

/**
 * Opens a pack that another installation made. Its audio goes into a new folder under names chosen here; if the pack turns
 * out to be damaged, the folder is removed.
 *
 * @param folder one that does not exist
 * @throws {AppError} `file-not-found`, `not-sealed`, `newer-data`, `wrong-passphrase`, `damaged-file`, `too-large`,
 *   `no-write-permission`, `disk-full`
 */
export async function openCoachPack(path: string, passphrase: string, folder: string): Promise<CoachPack> {
  const bytes = new ByteQueue(openWithPassphrase(passphrase, fileBytes(path)));
  const { note, rubric, calls, practice } = await readManifest(bytes);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    throw writingError(error, folder);
  }
  try {
    const opened: PackedReview[] = [];
    for (const [i, { call, isChannelShared, audioBytes }] of calls.entries()) {
      const audioPath = audioBytes === null ? null : join(folder, `audio-${i + 1}`);
      if (audioPath !== null && audioBytes !== null) await extract(bytes, audioBytes, audioPath);
      opened.push({ call, isChannelShared, audioPath });
    }
    if ((await bytes.take(1)).length > 0) throw damaged();
    return { note, rubric, calls: opened, practice };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw writingError(error, folder);
  }
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    const bytes: AsyncIterable<Buffer> = createReadStream(path);
    yield* bytes;
  } catch (cause) {
    throw new AppError('file-not-found', `${path} cannot be read. Check its name and permissions.`, { cause });
  }
}

/** The manifest of a pack of another version than this one reads. */
const otherVersionSchema = z.object({ schema: z.string().regex(/^softspoken\.coach-pack\/(?!1$)/) });

async function readManifest(bytes: ByteQueue): Promise<PackManifest> {
  const length = await bytes.take(4);
  if (length.length < 4) throw damaged();
  const headBytes = length.readUInt32BE();
  if (headBytes > MOST_MANIFEST_BYTES) {
    throw new AppError('too-large', 'There are too many calls in this pack. Ask for it in smaller packs.');
  }
  const head = await bytes.take(headBytes);
  if (head.length < headBytes) throw damaged();
  const json = parsed(head);
  if (otherVersionSchema.safeParse(json).success) {
    throw new AppError('newer-data', 'This pack was made by a newer Softspoken. Update Softspoken and open it again.');
  }
  const manifest = packManifestSchema.safeParse(json);
  if (!manifest.success) throw damaged(manifest.error);
  return manifest.data;
}

function parsed(head: Buffer): unknown {
  try {
    return JSON.parse(head.toString('utf8'));
  } catch (cause) {
    throw damaged(cause);
  }
}

async function extract(bytes: ByteQueue, count: number, path: string): Promise<void> {
  const portions = async function* () {
    for (let left = count; left > 0; ) {
      const portion = await bytes.take(Math.min(left, PORTION_BYTES));
      if (portion.length === 0) throw damaged();
      left -= portion.length;
      yield portion;
    }
  };
  await pipeline(portions, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
}

function damaged(cause?: unknown): AppError {
  return new AppError('damaged-file', 'This coach pack is damaged or incomplete. Ask for another copy of it.', {
    cause,
  });
}
