import type { PracticeNow } from '../../../../core/model/practiceEvent.ts';
import { format } from '../../../text/format.ts';
import { practiceWords } from '../practiceWords.ts';
import { BandMeter } from './BandMeter.tsx';
import { paceScale, softnessScale } from './bandMeter.ts';

const words = practiceWords.meters;

/** The trainee's current softness. */
export function SoftnessMeter({ now }: { readonly now: PracticeNow | undefined }) {
  const value = now?.effortDb ?? null;
  return (
    <BandMeter
      label={words.softness}
      scale={softnessScale}
      ends={words.ends.softness}
      words={words.words.softness}
      value={value}
      detail={value === null ? '' : words.effort({ difference: format.difference(value, 0, 'dB') })}
    />
  );
}

export function PaceMeter({ now }: { readonly now: PracticeNow | undefined }) {
  const value = now?.paceRatio ?? null;
  const target = now && format.wordRate(now.targetRate);
  return (
    <BandMeter
      label={words.pace}
      scale={paceScale}
      ends={words.ends.pace}
      words={words.words.pace}
      value={value}
      detail={paceDetail(value, target)}
    />
  );
}

function paceDetail(paceRatio: number | null, target: string | undefined): string {
  if (target === undefined) return '';
  return paceRatio === null ? words.targetRate({ target }) : words.rate({ share: format.share(paceRatio), target });
}
