import { describe, expect, it } from 'vitest';
import { CallBeginning, CallEnd } from '../../../../core/coaching/callDetection.ts';

const perSecond = 10;

/** Pushes the same flags for a given time and returns the last answer. */
function push(detector: CallBeginning, seconds: number, agent: boolean, customer: boolean): boolean {
  let answer = false;
  for (let n = 0; n < seconds * perSecond; n++) {
    answer = detector.push({ agentSpeaking: agent, callerSpeaking: customer });
  }
  return answer;
}

describe('CallBeginning', () => {
  it('detects a call once both parties have spoken for 5 s', () => {
    const beginning = new CallBeginning(perSecond);
    expect(push(beginning, 8, false, true)).toBe(false);
    expect(push(beginning, 4.9, true, false)).toBe(false);
    expect(push(beginning, 0.1, true, false)).toBe(true);
  });

  it('does not mistake a radio or a monologue for a call', () => {
    expect(push(new CallBeginning(perSecond), 600, false, true)).toBe(false);
    expect(push(new CallBeginning(perSecond), 600, true, false)).toBe(false);
  });

  it('forgets speech older than a minute', () => {
    const beginning = new CallBeginning(perSecond);
    push(beginning, 10, true, false);
    push(beginning, 60, false, false);
    expect(push(beginning, 10, false, true)).toBe(false);
  });
});

describe('CallEnd', () => {
  const silent = { agentSpeaking: false, callerSpeaking: false };

  it('detects the end after a minute without speech', () => {
    const end = new CallEnd();
    end.push(30, { agentSpeaking: true, callerSpeaking: false });
    expect(end.push(31, silent)).toBe(false);
    expect(end.push(90, silent)).toBe(false);
    expect(end.push(91, silent)).toBe(true);
  });

  it('starts again with every word of either party', () => {
    const end = new CallEnd();
    end.push(0, silent);
    end.push(59, { agentSpeaking: false, callerSpeaking: true });
    expect(end.push(60, silent)).toBe(false);
    expect(end.push(119, silent)).toBe(false);
    expect(end.push(120, silent)).toBe(true);
  });
});
