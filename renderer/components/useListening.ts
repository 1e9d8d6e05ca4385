import { useEffect } from 'react';
import { useIntents } from '../intents/intents.ts';

/** Refreshes the devices and listens to the selected ones while the component is mounted. */
export function useListening(): void {
  const { sources } = useIntents();
  useEffect(() => {
    void sources.listen();
    return () => sources.rest();
  }, [sources]);
}
