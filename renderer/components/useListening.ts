import { useEffect } from 'react';
import { useIntents } from '../intents/intents.ts';

/** Looks for sources and listens to the chosen ones while the component is on the screen. */
export function useListening(): void {
  const { sources } = useIntents();
  useEffect(() => {
    void sources.listen();
    return () => sources.rest();
  }, [sources]);
}
