/** A file that a page may save but that is never shown at the app's own address. */
export interface FileToSave {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** Encodes the name as in RFC 6266, for every alphabet. */
export function savingHeaders({ fileName, sizeBytes }: FileToSave): Record<string, string> {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(sizeBytes),
    'Content-Disposition': `attachment; filename*=UTF-8''${encoded}`,
  };
}
