import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Entries of every process, by the name of the file that is built. `main/processEntry.ts` finds the last two by it. */
const mainEntries = {
  electron: 'main/hosts/electron/electron.ts',
  cli: 'main/hosts/cli/cli.ts',
  cliMain: 'main/hosts/cli/cliMain.ts',
  analysisWorker: 'main/analysis/analysisWorker.ts',
  captureChild: 'main/capture/device/captureChild.ts',
};

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: mainEntries,
        // Chunks lie beside the entries, so that a path relative to a module means the same in each.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      // Not the Chromium of Electron: the web host serves the page to any browser.
      target: 'es2023',
      rolldownOptions: { input: 'renderer/index.html' },
      // Nothing is inlined as a data: address, which the page's policy would refuse.
      assetsInlineLimit: 0,
    },
  },
});
