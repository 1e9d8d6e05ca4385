/** Supported format tags of WAV files (RFC 2361 and Microsoft's mmreg.h). */
export const FormatTag = { pcm: 0x0001, msAdpcm: 0x0002, float: 0x0003, aLaw: 0x0006, muLaw: 0x0007, imaAdpcm: 0x0011 };
export const EXTENSIBLE = 0xfffe;

/** Unsupported tags found in recordings of calls, by the name their users know (same sources). */
const UNREAD_CODECS: ReadonlyMap<number, string> = new Map([
  [0x0010, 'OKI ADPCM'],
  [0x0014, 'G.723 ADPCM'],
  [0x0017, 'Dialogic OKI ADPCM'],
  [0x0020, 'Yamaha ADPCM'],
  [0x0022, 'DSP Group TrueSpeech'],
  [0x0031, 'GSM 6.10'],
  [0x0040, 'G.721 ADPCM'],
  [0x0042, 'Microsoft G.723.1'],
  [0x0045, 'G.726 ADPCM'],
  [0x0050, 'MPEG layer 1 or 2'],
  [0x0055, 'MP3'],
  [0x0064, 'G.726 ADPCM'],
  [0x0065, 'G.722'],
  [0x0083, 'G.729'],
  [0x0092, 'AC-3 (S/PDIF)'],
  [0x00ff, 'AAC'],
  [0x0130, 'ACELP.net'],
  [0x0160, 'Windows Media Audio 1'],
  [0x0161, 'Windows Media Audio 2'],
  [0x0162, 'Windows Media Audio Pro'],
  [0x0163, 'Windows Media Audio Lossless'],
  [0x1610, 'AAC'],
  [0x2000, 'AC-3'],
  [0x2001, 'DTS'],
  [0x566f, 'Vorbis'],
  [0x674f, 'Vorbis'],
  [0x704f, 'Opus'],
  [0xa109, 'Speex'],
  [0xf1ac, 'FLAC'],
]);

/** @param tag undefined for a codec identified by a GUID without a tag */
export function codecName(tag: number | undefined): string {
  if (tag === undefined) return 'a codec without a registered name';
  return UNREAD_CODECS.get(tag) ?? `codec 0x${tag.toString(16).padStart(4, '0')}`;
}
