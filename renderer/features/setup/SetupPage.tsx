import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useIntents } from '../../intents/intents.ts';
import { useEnrolmentStore } from '../../state/enrolmentStore.ts';
import { goTo, type SetupStep, setupSteps } from '../../state/page.ts';
import { CallerStep } from './CallerStep.tsx';
import { MicrophoneStep } from './MicrophoneStep.tsx';
import { setupWords } from './setupWords.ts';
import { VoiceStep } from './VoiceStep.tsx';
import './setup.css';

const screens = { microphone: MicrophoneStep, caller: CallerStep, voice: VoiceStep } as const;

/** The guide of the first run: three screens, each of which can be skipped and done later. */
export function SetupPage({ step }: { readonly step: SetupStep }) {
  const { settings } = useIntents();
  const index = setupSteps.indexOf(step);
  const before = setupSteps[index - 1];
  const after = setupSteps[index + 1];
  const Screen = screens[step];
  const isMissing = useEnrolmentStore(({ saved }) => step === 'voice' && saved === undefined);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // A new screen starts at its heading, for sighted users and for screen readers.
    if (step !== 'microphone') heading.current?.focus();
  }, [step]);

  function finish(): void {
    void settings.update({ guideDone: true });
    goTo({ name: 'live' });
  }

  return (
    <div className="setup">
      <header className="setup-head">
        <h1>{setupWords.title}</h1>
        <ol className="setup-steps" aria-label={setupWords.progress({ step: index + 1, all: setupSteps.length })}>
          {setupSteps.map((name, i) => (
            <li key={name} aria-current={name === step ? 'step' : undefined} data-past={i < index}>
              {setupWords.steps[name]}
            </li>
          ))}
        </ol>
      </header>
      <div>
        <h2 className="setup-heading" ref={heading} tabIndex={-1}>
          {setupWords[step].heading}
        </h2>
        <p className="setup-lead">{setupWords[step].lead}</p>
      </div>
      <Screen />
      <footer className="setup-foot">
        {before && (
          <Button
            variant="subtle"
            color="var(--ss-ink-soft)"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            onClick={() => goTo({ name: 'setup', step: before })}
          >
            {setupWords.back}
          </Button>
        )}
        <span className="setup-later">{setupWords.later}</span>
        {after && (
          <Button variant="subtle" color="var(--ss-ink-soft)" onClick={finish}>
            {setupWords.skip}
          </Button>
        )}
        <Button
          size="md"
          radius="xl"
          variant={isMissing ? 'default' : 'filled'}
          {...(!isMissing && {
            rightSection: after ? <IconArrowRight size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />,
          })}
          onClick={() => (after ? goTo({ name: 'setup', step: after }) : finish())}
        >
          {after ? setupWords.next : isMissing ? setupWords.notNow : setupWords.done}
        </Button>
      </footer>
    </div>
  );
}
