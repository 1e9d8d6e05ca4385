const sourceFiles = {
  analysisWorker: './analysis/analysisWorker.ts',
  captureChild: './capture/device/captureChild.ts',
} as const;

export type ProcessEntryName = keyof typeof sourceFiles;

/**
 * Returns the file that a worker thread or child process of this name runs: the TypeScript source if this module itself
 * runs from source, otherwise the built file next to this module's chunk.
 */
export function processEntry(name: ProcessEntryName): URL {
  const file = import.meta.url.endsWith('.ts') ? sourceFiles[name] : `./${name}.js`;
  return new URL(file, import.meta.url);
}
