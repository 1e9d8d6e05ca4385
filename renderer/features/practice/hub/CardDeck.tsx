import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { cardClip } from '../../../../core/model/clipManifest.ts';
import { useIntents } from '../../../intents/intents.ts';
import { clipUrl } from '../../../sound/clipVoice.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.cards;

/** Today's learning cards, one at a time. */
export function CardDeck() {
  const { practice } = useIntents();
  const { catalogue, progress } = usePracticeStore();
  const due = progress?.dueCards ?? [];
  const card = catalogue?.cards.find(({ id }) => id === due[0]);
  if (!card) return <p className="practice-note">{words.done}</p>;
  const kicker = card.kind === 'story' ? words.story : practiceWords.practices[card.practice];
  return (
    <section aria-label={words.heading({ count: due.length })} className="deck">
      <h2 className="practice-heading">{words.heading({ count: due.length })}</h2>
      <article className="card">
        {kicker !== card.title && <p className="exercise-kicker">{kicker}</p>}
        <h3>{card.title}</h3>
        {card.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <PhraseList label={words.say} phrases={card.say} />
        <PhraseList label={words.avoid} phrases={card.avoid} />
        <HearPair key={card.id} cardId={card.id} />
      </article>
      <div className="deck-answers">
        <Button radius="xl" onClick={() => void practice.reviewCard(card.id, true)}>
          {words.known}
        </Button>
        <Button radius="xl" variant="default" onClick={() => void practice.reviewCard(card.id, false)}>
          {words.again}
        </Button>
      </div>
    </section>
  );
}

function PhraseList({ label, phrases }: { readonly label: string; readonly phrases: readonly string[] }) {
  if (phrases.length === 0) return null;
  return (
    <div className="card-phrases">
      <h4>{label}</h4>
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </div>
  );
}

/** The same moment done poorly and well, to listen to. */
function HearPair({ cardId }: { readonly cardId: string }) {
  const audio = useRef<HTMLAudioElement>(undefined);
  useEffect(() => () => audio.current?.pause(), []);
  const hear = (manner: 'poor' | 'good') => {
    audio.current?.pause();
    audio.current = new Audio(clipUrl(cardClip(cardId, manner)));
    void audio.current.play();
  };
  return (
    <div className="card-hear">
      {(['poor', 'good'] as const).map((manner) => (
        <Button
          key={manner}
          variant="default"
          size="sm"
          radius="xl"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => hear(manner)}
        >
          {words[manner]}
        </Button>
      ))}
    </div>
  );
}
