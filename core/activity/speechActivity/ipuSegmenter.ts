/** interim */
export const IPU_DECISION_FRAMES = 21;
export type IpuEvent =
  | { readonly type: 'start'; readonly start: number }
  | { readonly type: 'end'; readonly start: number; readonly end: number };
export class IpuSegmenter {
  #n = 0;
  #run = 0;
  #silence = 0;
  #start: number | undefined;
  #from = 0;
  push(speech: boolean): readonly IpuEvent[] {
    const i = this.#n++;
    if (speech) {
      if (this.#run === 0) this.#from = i;
      this.#run += 1;
      this.#silence = 0;
      if (this.#start === undefined && this.#run >= 8) {
        this.#start = this.#from;
        return [{ type: 'start', start: this.#start / 100 }];
      }
      return [];
    }
    this.#run = 0;
    this.#silence += 1;
    if (this.#start !== undefined && this.#silence >= 20) {
      const start = this.#start / 100;
      this.#start = undefined;
      return [{ type: 'end', start, end: (i + 1 - 20) / 100 }];
    }
    return [];
  }
  flush(): readonly IpuEvent[] {
    if (this.#start === undefined) return [];
    return [{ type: 'end', start: this.#start / 100, end: (this.#n - this.#silence) / 100 }];
  }
}
