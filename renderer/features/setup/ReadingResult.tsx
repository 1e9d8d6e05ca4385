import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { StoredBaseline } from '../../../contract/baselineContract.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import { useIntents } from '../../intents/intents.ts';
import { format } from '../../text/format.ts';
import { setupWords } from './setupWords.ts';

const words = setupWords.voice;

/** A difference in softness below this is not noticeable. dB. */
const noticeablySofterDb = 3;

/** The results of both parts, in plain words. */
export function ReadingResult({
  saved,
  soft,
}: {
  readonly saved: StoredBaseline;
  readonly soft: Baseline | undefined;
}) {
  const { reading } = useIntents();
  const { baseline, device } = saved;
  const rate = baseline.articulationRate?.p50;
  const softerDb = soft && baseline.activeLufs.p50 - soft.activeLufs.p50;
  const { result } = words;
  return (
    <div className="reading-result" role="status">
      <IconCircleCheck size={34} stroke={1.6} aria-hidden />
      <div>
        <h3>{result.heading}</h3>
        <p>{result.device({ device })}</p>
        {rate !== undefined && <p>{result.pace({ rate: format.wordRate(rate) })}</p>}
        {softerDb !== undefined && (
          <p>
            {softerDb >= noticeablySofterDb
              ? result.softer({ difference: format.quantity(softerDb, 0, 'dB') })
              : result.notSofter}
          </p>
        )}
      </div>
      <Button variant="default" onClick={() => reading.reset()}>
        {words.again}
      </Button>
    </div>
  );
}
