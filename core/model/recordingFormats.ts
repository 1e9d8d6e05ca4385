/**
 * The formats of recordings that Softspoken reads, in the order in which texts list them, with the extensions of their
 * files (lower case, without the dot). Files are recognised by content, never by extension: main/capture/file/openTrack.ts.
 */
export const recordingFormats = {
  wav: { names: ['WAV'], extensions: ['wav', 'wave', 'rf64', 'bw64'] },
  flac: { names: ['FLAC'], extensions: ['flac'] },
  mp3: { names: ['MP3'], extensions: ['mp3'] },
  ogg: { names: ['Ogg Opus', 'Ogg Vorbis'], extensions: ['ogg', 'oga', 'opus'] },
} as const;

export type RecordingFormat = keyof typeof recordingFormats;

export const recordingExtensions: readonly string[] = Object.values(recordingFormats).flatMap(
  ({ extensions }) => extensions,
);

/** The names as an alternative within a sentence: "WAV, FLAC, MP3, Ogg Opus or Ogg Vorbis". */
export const recordingFormatNames = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
  Object.values(recordingFormats).flatMap(({ names }) => names),
);

/** True if a file has the extension of a recording. */
export function isRecordingName(fileName: string): boolean {
  return recordingExtensions.some((extension) => fileName.toLowerCase().endsWith(`.${extension}`));
}
