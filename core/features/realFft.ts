import createPffft from '@echogarden/pffft-wasm/simd';

const pffft = await createPffft();
const FLOAT_BYTES = 4;
const LEAST_SIZE = 32;
const LARGEST_SIZE = 65_536;

/**
 * Memory of the transforms of one size. It is never freed: there are few sizes, and all of them fit the initial memory.
 */
interface Plan {
  readonly input: Float32Array;
  /** Real parts of bins 0 and size/2, then real and imaginary parts of the bins between. */
  readonly output: Float32Array;
  run(): void;
}

const plans = new Map<number, Plan>();

/**
 * Discrete Fourier transform of real sequences of one power-of-two length, without allocation: the result stays in `re`
 * and `im` until the next transform. It is computed in single precision, with errors of about 10⁻⁷ of the largest bin
 * (ADR 0017).
 */
export class RealFft {
  readonly size: number;
  /** Real and imaginary parts of bins 0…size/2 of the latest transform. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly #plan: Plan;

  /** @throws {RangeError} when the size is not a power of two from 32 to 65536 */
  constructor(size: number) {
    if (!Number.isInteger(Math.log2(size)) || size < LEAST_SIZE || size > LARGEST_SIZE) {
      throw new RangeError(`FFT size ${size} is not a power of two from ${LEAST_SIZE} to ${LARGEST_SIZE}`);
    }
    this.size = size;
    this.re = new Float64Array(size / 2 + 1);
    this.im = new Float64Array(size / 2 + 1);
    this.#plan = plans.get(size) ?? newPlan(size);
  }

  /** Transforms `size` real samples. */
  transform(samples: Float64Array): void {
    const { re, im } = this;
    const { input, output } = this.#plan;
    const half = this.size / 2;
    input.set(samples);
    this.#plan.run();
    re[0] = output[0]!;
    re[half] = output[1]!;
    for (let k = 1; k < half; k++) {
      re[k] = output[2 * k]!;
      im[k] = output[2 * k + 1]!;
    }
  }
}

function newPlan(size: number): Plan {
  const setup = pffft._pffft_new_setup(size, 0);
  const [input = 0, output = 0, work = 0] = [1, 2, 3].map(() => pffft._pffft_aligned_malloc(FLOAT_BYTES * size));
  const floatsAt = (pointer: number) => pffft.HEAPF32.subarray(pointer / FLOAT_BYTES, pointer / FLOAT_BYTES + size);
  const plan = {
    input: floatsAt(input),
    output: floatsAt(output),
    run: () => pffft._pffft_transform_ordered(setup, input, output, work, 0),
  };
  plans.set(size, plan);
  return plan;
}
