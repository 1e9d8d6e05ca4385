import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WavFormat } from '../../audio/wavWriter.ts';
import { writeFileDurably } from '../durableFile.ts';
import { ifThere } from '../ifThere.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import { BrokenSealError, seal, unseal } from '../sealing/sealing.ts';
import { SealedWaveReader } from './sealedWaveReader.ts';
import { createRecordingFile, SealedWaveWriter, sealWavFile } from './sealedWaveWriter.ts';

/** What is kept of a call beside its row. */
export type CallPart = 'report' | 'peaks' | 'session' | 'notes' | 'audio';

/** Each call's own folder of sealed files, `<dir>/<callId>/<part>`. A file that is damaged costs its call alone. */
export class CallFiles {
  readonly #dir: string;
  readonly #keys: KeyRing;

  constructor(dir: string, keys: KeyRing) {
    this.#dir = dir;
    this.#keys = keys;
  }

  /** Where a part is; the folder is there. */
  path(callId: string, part: CallPart): string {
    const folder = this.#folder(callId);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, part);
  }

  /** Seals a part and puts it in place whole or not at all. @throws BrokenSealError where the call has no key */
  async write(callId: string, part: CallPart, bytes: Uint8Array): Promise<void> {
    await writeFileDurably(this.path(callId, part), seal(this.#key(callId), bytes, purpose(callId, part)));
  }

  /** Undefined where there is none. @throws BrokenSealError where it is damaged or its key is gone */
  async read(callId: string, part: CallPart): Promise<Buffer | undefined> {
    const sealed = await ifThere(readFile(join(this.#folder(callId), part)));
    return sealed && unseal(this.#key(callId), sealed, purpose(callId, part));
  }

  /** Starts a recording of a call, in place of any that was there. */
  async record(callId: string, format: WavFormat, create = createRecordingFile): Promise<SealedWaveWriter> {
    const file = await create(this.path(callId, 'audio'));
    return SealedWaveWriter.start(file, { key: this.#key(callId), callId, format });
  }

  /** Seals a WAV file of ours as a call's recording. */
  async sealAudio(callId: string, wavPath: string): Promise<void> {
    const file = await createRecordingFile(this.path(callId, 'audio'));
    await sealWavFile(wavPath, file, { key: this.#key(callId), callId });
  }

  /** A call's recording, to be closed by who asked for it; undefined where there is none. @throws BrokenSealError */
  async audio(callId: string): Promise<SealedWaveReader | undefined> {
    const key = this.#keys.get(callId);
    return key && SealedWaveReader.open(join(this.#folder(callId), 'audio'), key, callId);
  }

  has(callId: string, part: CallPart): boolean {
    return existsSync(join(this.#folder(callId), part));
  }

  remove(callId: string, part: CallPart): void {
    rmSync(join(this.#folder(callId), part), { force: true });
  }

  /** Erases all that is kept of a call here. */
  removeAll(callId: string): void {
    rmSync(this.#folder(callId), { recursive: true, force: true });
  }

  #folder(callId: string): string {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(callId)) throw new RangeError('no call has such an identifier');
    return join(this.#dir, callId);
  }

  #key(callId: string): Buffer {
    const key = this.#keys.get(callId);
    if (!key) throw new BrokenSealError('the key of this call is gone');
    return key;
  }
}

function purpose(callId: string, part: CallPart): string {
  return `${part} of ${callId}`;
}
