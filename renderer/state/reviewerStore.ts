import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** The person who comments and scores on this computer; empty until they enter a name. */
export const useReviewerStore = create<{ readonly name: string }>()(
  persist(() => ({ name: '' }), { name: 'softspoken-reviewer' }),
);
