/** The part of PFFFT's WebAssembly in use; the package has no types. Pointers are byte offsets into its memory. */
declare module '@echogarden/pffft-wasm/simd' {
  export interface Pffft {
    readonly HEAPF32: Float32Array;
    /** @param kind 0 for transforms of real samples */
    _pffft_new_setup(size: number, kind: 0): number;
    _pffft_aligned_malloc(bytes: number): number;
    /** @param direction 0 for forward */
    _pffft_transform_ordered(setup: number, input: number, output: number, work: number, direction: 0): void;
  }
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default function createPffft(): Promise<Pffft>;
}
