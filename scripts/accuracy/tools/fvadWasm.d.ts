/** The used part of the package, which has no types. Pointers are byte offsets into the heap. */
declare module '@echogarden/fvad-wasm' {
  export interface Fvad {
    readonly HEAP16: Int16Array;
    _malloc(bytes: number): number;
    _fvad_new(): number;
    _fvad_free(detector: number): void;
    _fvad_set_mode(detector: number, mode: 0 | 1 | 2 | 3): number;
    _fvad_set_sample_rate(detector: number, hertz: 8000 | 16000 | 32000 | 48000): number;
    /** Returns 1 for speech, 0 for no speech, −1 for a frame of a wrong length. */
    _fvad_process(detector: number, frame: number, samples: number): -1 | 0 | 1;
  }
  // biome-ignore lint/style/noDefaultExport: the package's only export
  export default function createFvad(): Promise<Fvad>;
}
