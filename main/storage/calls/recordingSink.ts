/** Where a recording goes. Calls must wait for each other. */
export interface RecordingSink {
  append(pcm: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
