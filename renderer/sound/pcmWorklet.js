/** Hands every 128-sample block of the first channel to the page, in frames of 1024 samples. */
class PcmProcessor extends AudioWorkletProcessor {
  #frame = new Float32Array(1024);
  #filled = 0;

  process([input]) {
    const samples = input?.[0];
    if (!samples) return true;
    this.#frame.set(samples, this.#filled);
    this.#filled += samples.length;
    if (this.#filled === this.#frame.length) {
      this.port.postMessage(this.#frame, [this.#frame.buffer]);
      this.#frame = new Float32Array(1024);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor('softspoken-pcm', PcmProcessor);
