import { useEffect, useEffectEvent } from 'react';

/**
 * Listens to single keys while the component is mounted. It ignores keys pressed in a field, in a dialog or with a
 * system modifier, and Space on an element that Space already operates.
 *
 * @param onKey returns true if it has used the key
 */
export function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event)) return;
    if (onKey(event)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

const fields = 'input:not([type=checkbox]), select, textarea, dialog, [contenteditable]';
const operatedBySpace = 'button, a, summary, input[type=checkbox], [role=slider]';

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  return event.target.closest(event.key === ' ' ? `${fields}, ${operatedBySpace}` : fields) !== null;
}
