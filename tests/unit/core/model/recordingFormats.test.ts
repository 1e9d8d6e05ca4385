import { describe, expect, it } from 'vitest';
import { isRecordingName, recordingExtensions, recordingFormatNames } from '../../../../core/model/recordingFormats.ts';

describe('the formats of recordings', () => {
  it('have lower-case extensions that belong to one format each', () => {
    for (const extension of recordingExtensions) expect(extension).toMatch(/^[a-z0-9]+$/);
    expect(new Set(recordingExtensions).size).toBe(recordingExtensions.length);
  });

  it('are listed for a sentence', () => {
    expect(recordingFormatNames).toBe('WAV, FLAC, MP3, Ogg Opus or Ogg Vorbis');
  });

  it('are recognised by the extension, in upper and lower case', () => {
    expect(['a.wav', 'B.RF64', 'two.dots.Opus'].map(isRecordingName)).toEqual([true, true, true]);
    expect(['wav.txt', 'a.wav.part', 'wav', ''].map(isRecordingName)).toEqual([false, false, false, false]);
  });
});
