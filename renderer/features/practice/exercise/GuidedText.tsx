import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import { textTimes, wordAt } from './guidedText.ts';
import './guidedText.css';

interface GuidedTextProps {
  readonly text: string;
  /** Time since the text began; the guide marks the word that is due then. */
  readonly seconds: number;
  /** Syllables per second. The guide does not change its rate after the start. */
  readonly rate: number;
}

/** A text to read aloud, with a guide that moves from word to word. */
export function GuidedText({ text, seconds, rate }: GuidedTextProps) {
  const words = useMemo(() => text.split(' '), [text]);
  const [steadyRate] = useState(rate);
  const times = useMemo(() => textTimes(words, steadyRate), [words, steadyRate]);
  const due = wordAt(times, seconds);
  const guide = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the guide moves when another word is due
  useEffect(() => {
    guide.current?.scrollIntoView({ block: 'nearest' });
  }, [due]);
  return (
    <p className="guided">
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words never change place
        <Fragment key={index}>
          <span ref={index === due ? guide : undefined} data-state={stateOf(index, due)}>
            {word}
          </span>{' '}
        </Fragment>
      ))}
    </p>
  );
}

function stateOf(index: number, due: number): 'read' | 'due' | 'ahead' {
  if (index === due) return 'due';
  return index < due ? 'read' : 'ahead';
}
