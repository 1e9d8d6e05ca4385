import { create } from 'zustand';

interface OfferState {
  /** A call seems to have begun, or to be over. */
  readonly offer: 'start' | 'stop' | undefined;
}

/** Written by the api layer only. */
export const useOfferStore = create<OfferState>()(() => ({ offer: undefined }));
