import { create } from 'zustand';

interface OfferState {
  /** Offered when a call seems to have begun, or to be over. */
  readonly offer: 'start' | 'stop' | undefined;
}

export const useOfferStore = create<OfferState>()(() => ({ offer: undefined }));
