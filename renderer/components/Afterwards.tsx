import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { afterPaint } from './afterPaint.ts';

/** What the rest of its screen does not wait for: it is made once that has been painted. */
export function Afterwards({ children }: { readonly children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => afterPaint(() => void startTransition(() => setIsDue(true))), []);
  return isDue && children;
}
