const sourceFiles = {
  analysisWorker: './analysis/analysisWorker.ts',
  captureChild: './capture/device/captureChild.ts',
} as const;

export type ProcessEntryName = keyof typeof sourceFiles;

/**
 * The file that a worker thread or child process of this name runs: the TypeScript source when this module itself runs
 * from source, the built file beside this module's chunk otherwise.
 */
export function processEntry(name: ProcessEntryName): URL {
  const file = import.meta.url.endsWith('.ts') ? sourceFiles[name] : `./${name}.js`;
  return new URL(file, import.meta.url);
}
