import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Who comments and scores on this computer; empty until they say. Written by the api layer only. */
export const useReviewerStore = create<{ readonly name: string }>()(
  persist(() => ({ name: '' }), { name: 'softspoken-reviewer' }),
);
