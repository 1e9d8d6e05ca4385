import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { afterPaint } from './afterPaint.ts';

/** Renders its children only after the rest of the screen has been painted. */
export function Afterwards({ children }: { readonly children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => afterPaint(() => void startTransition(() => setIsDue(true))), []);
  return isDue && children;
}
