import PQueue from 'p-queue';
import { Resampler } from '../../../core/audio/resampler.ts';
import type { Role } from '../../../core/model/role.ts';
import { ANALYSIS_RATE_HZ } from '../../../core/stream/frameTime.ts';
import { interleave, type WavFormat } from '../../audio/wavWriter.ts';
import type { RecordingSink } from '../../storage/calls/recordingSink.ts';

export interface RecordedParty {
  readonly role: Role;
  readonly sampleRateHz: number;
}

/** Sound from before the end of a pause may still be on its way through the sound system; it is not stored either. */
const graceSeconds = 0.5;
/** Sound that may wait for a slow disk; beyond this the recording fails rather than fill the memory. */
const maxWaitingSeconds = 30;
const silentSecond = (sampleRateHz: number) => new Float32Array(sampleRateHz);

interface Track {
  readonly role: Role;
  readonly sampleRateHz: number;
  readonly resampler: Resampler;
  /** At 16 kHz, not yet written because the other party's sound is missing. */
  waiting: Float32Array;
  /** This party's samples of the grace period after a pause that are still to come. */
  graceSamples: number;
}

/** The format of every recording made here. */
export function recordingFormat(parties: readonly unknown[]): WavFormat {
  return { sampleRateHz: ANALYSIS_RATE_HZ, channelCount: parties.length };
}

/**
 * Records the parties of a call side by side at 16 kHz. While paused, it records silence: time continues and no speech
 * is stored.
 */
export class CallRecorder {
  readonly #sink: RecordingSink;
  readonly #tracks: readonly Track[];
  readonly #onFailure: (error: unknown) => void;
  #paused = false;
  #over = false;
  #waitingFrames = 0;
  readonly #writes = new PQueue({ concurrency: 1 });

  /** @param onFailure called once when the sink refuses; everything written until then stays */
  constructor(sink: RecordingSink, parties: readonly RecordedParty[], onFailure: (error: unknown) => void) {
    this.#sink = sink;
    this.#onFailure = onFailure;
    this.#tracks = parties.map(({ role, sampleRateHz }) => ({
      role,
      sampleRateHz,
      resampler: new Resampler(sampleRateHz),
      waiting: new Float32Array(0),
      graceSamples: 0,
    }));
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    for (const track of this.#tracks) track.graceSamples = Math.ceil(graceSeconds * track.sampleRateHz);
  }

  /** @param samples the next of this party's, at its own rate; they are copied */
  push(role: Role, samples: Float32Array): void {
    const track = this.#track(role);
    const silentCount = this.#paused ? samples.length : Math.min(track.graceSamples, samples.length);
    track.graceSamples -= Math.min(track.graceSamples, silentCount);
    const copy = samples.slice();
    copy.fill(0, 0, silentCount);
    this.#take(track, copy);
  }

  /** Fills a party's time without samples with silence. */
  gap(role: Role, sampleCount: number): void {
    const track = this.#track(role);
    const second = silentSecond(track.sampleRateHz);
    for (let left = sampleCount; left > 0; left -= second.length) this.#take(track, second.slice(0, left));
  }

  /** Writes the rest, with silence for a party that ended earlier, and closes the sink. Never rejects. */
  async close(): Promise<void> {
    for (const track of this.#tracks) this.#add(track, track.resampler.flush());
    const longest = Math.max(...this.#tracks.map(({ waiting }) => waiting.length));
    for (const track of this.#tracks) this.#add(track, [new Float32Array(longest - track.waiting.length)]);
    this.#write();
    await this.#writes.onIdle();
    await this.#end();
  }

  #track(role: Role): Track {
    const track = this.#tracks.find((candidate) => candidate.role === role);
    if (!track) throw new RangeError(`no ${role} in this call`);
    return track;
  }

  #take(track: Track, samples: Float32Array): void {
    if (this.#over) return;
    this.#add(track, track.resampler.push(samples));
    this.#write();
  }

  #add(track: Track, blocks: readonly Float32Array[]): void {
    for (const block of blocks) track.waiting = joined(track.waiting, block);
  }

  /** Writes as much as every party has. */
  #write(): void {
    const frames = Math.min(...this.#tracks.map(({ waiting }) => waiting.length));
    if (frames === 0 || this.#over) return;
    const pcm = interleave(
      this.#tracks.map(({ waiting }) => waiting.subarray(0, frames)),
      this.#tracks.length,
    );
    for (const track of this.#tracks) track.waiting = track.waiting.slice(frames);
    this.#waitingFrames += frames;
    if (this.#waitingFrames > maxWaitingSeconds * ANALYSIS_RATE_HZ) {
      this.#fail(new Error('the disk does not keep up with the recording'));
      return;
    }
    void this.#writes.add(async () => {
      if (this.#over) return;
      try {
        await this.#sink.append(pcm);
        this.#waitingFrames -= frames;
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  #fail(error: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#onFailure(error);
    // The listener knows why it failed; all that matters now is that the file is closed.
    void this.#writes.add(() => this.#sink.close().catch(() => undefined));
  }

  async #end(): Promise<void> {
    if (this.#over) return this.#writes.onIdle();
    this.#over = true;
    await this.#sink.close().catch(this.#onFailure);
  }
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const whole = new Float32Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
