import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useIntents } from '../../../intents/intents.ts';
import { useOfferStore } from '../../../state/offerStore.ts';
import { liveWords } from '../liveWords.ts';
import './callOffer.css';

/** Offers to start when a call seems to have begun and to stop when it seems to be over. Shown on every screen. */
export function CallOffer() {
  const { live } = useIntents();
  const offer = useOfferStore((state) => state.offer);

  useEffect(() => {
    // Without an answer there are no offers; the app itself shows that its host is gone.
    live.followOffers().catch(() => useOfferStore.setState({ offer: undefined }));
  }, [live]);

  const words = offer && liveWords.offers[offer];
  return (
    <div className="call-offer" role="status">
      {words && (
        <p>
          <span>{words.heard}</span>
          <Button size="compact-md" onClick={() => void (offer === 'start' ? live.start() : live.stop())}>
            {words.accept}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => void live.declineOffer()}>
            {words.decline}
          </Button>
        </p>
      )}
    </div>
  );
}
