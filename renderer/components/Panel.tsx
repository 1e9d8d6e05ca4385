import type { ReactNode } from 'react';
import './panel.css';

interface PanelProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** Shows the label as the panel's heading; otherwise it only names the region. */
  readonly heading?: boolean;
}

/** A framed region of the screen. */
export function Panel({ label, children, className = '', heading = false }: PanelProps) {
  return (
    <section className={`panel ${className}`} aria-label={label}>
      {heading && <h2 className="panel-heading">{label}</h2>}
      {children}
    </section>
  );
}
