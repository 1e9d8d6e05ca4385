import type { ExportContents, PackParts } from '../../contract/exportContract.ts';
import { format } from '../text/format.ts';
import { exportWords as words } from './exportWords.ts';

/** Describes the optional parts of a call's export that are selected and that the call has. */
export function partsOfCall(
  { comments, scoreSheets, hasReflection, audioBytes }: ExportContents,
  parts: PackParts,
): string[] {
  return [
    ...(parts.comments && comments > 0 ? [words.parts.comments({ count: comments })] : []),
    ...(parts.scores && scoreSheets > 0 ? [words.parts.scores({ count: scoreSheets })] : []),
    ...(parts.reflection && hasReflection ? [words.parts.reflection] : []),
    parts.audio && audioBytes !== null ? words.parts.audio({ size: format.bytes(audioBytes) }) : words.noVoices,
  ];
}
