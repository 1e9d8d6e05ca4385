import type { ReactNode } from 'react';
import { exportWords as words } from './exportWords.ts';
import './exportFrame.css';

/**
 * Lists the contents of an export before it is made.
 *
 * @param children items of a list
 */
export function ExportLeaving({ children }: { readonly children: ReactNode }) {
  return (
    <section className="exporting-preview" aria-labelledby="exporting-preview">
      <h3 id="exporting-preview">{words.preview}</h3>
      <ul>{children}</ul>
    </section>
  );
}
