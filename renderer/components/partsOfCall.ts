import type { ExportContents, PackParts } from '../../contract/exportContract.ts';
import { exportWords as words } from './exportWords.ts';
import { formatBytes } from './formatBytes.ts';

/** What leaves of a call beside its report, where such parts are chosen: what it has of them, in words. */
export function partsOfCall(
  { comments, scoreSheets, hasReflection, audioBytes }: ExportContents,
  parts: PackParts,
): string[] {
  return [
    ...(parts.comments && comments > 0 ? [words.parts.comments(comments)] : []),
    ...(parts.scores && scoreSheets > 0 ? [words.parts.scores(scoreSheets)] : []),
    ...(parts.reflection && hasReflection ? [words.parts.reflection] : []),
    parts.audio && audioBytes !== null ? words.parts.audio(formatBytes(audioBytes)) : words.noVoices,
  ];
}
