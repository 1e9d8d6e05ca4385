import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../../../core/practice/scenarioCheck.ts';
import { scenarioFiles } from '../../../support/practiceScenarios.ts';

/** A valid scenario to break. */
const sound = () => structuredClone(scenarioFiles[0]!.json) as Draft;
interface Draft {
  id: string;
  start: { beat: string };
  beats: Record<string, { lines: Record<string, string[]>; next: Record<string, string> }>;
  silence: string[];
}

function problemsOf(change: (draft: Draft) => void) {
  const draft = sound();
  change(draft);
  const check = checkScenario(draft);
  return check.ok ? [] : check.problems;
}

const beatNames = Object.keys(sound().beats);
const [firstBeat, secondBeat, , lastBeat] = beatNames as [string, string, string, string];

describe('the scenarios that come with the app', () => {
  it.each(scenarioFiles)('$name is sound', ({ json }) => {
    expect(checkScenario(json)).toMatchObject({ ok: true });
  });

  it('are at least six of different trades, each named after its file', () => {
    const scenarios = scenarioFiles.map(({ json }) => json as { id: string; trade: string });
    expect(scenarios.length).toBeGreaterThanOrEqual(6);
    expect(new Set(scenarios.map(({ trade }) => trade)).size).toBe(scenarios.length);
    expect(scenarioFiles.map(({ name }) => name)).toEqual(scenarios.map(({ id }) => `${id}.json`));
  });
});

describe('checkScenario', () => {
  it('names a beat that does not exist, and the ones that do', () => {
    const problems = problemsOf((draft) => {
      draft.beats[firstBeat]!.next['soothed'] = 'nowhere';
    });
    expect(problems).toEqual([
      { path: `beats.${firstBeat}.next.soothed`, message: expect.stringContaining(`Name one of: ${firstBeat}`) },
    ]);
  });

  it('names every occasion without a line of the caller', () => {
    const problems = problemsOf((draft) => {
      draft.beats[lastBeat]!.lines['peak'] = [];
      draft.silence = [];
    });
    expect(problems.map(({ path }) => path)).toEqual([`beats.${lastBeat}.lines.peak`, 'silence']);
  });

  it('names a beat that no way of answering leads to', () => {
    const problems = problemsOf((draft) => {
      for (const verdict of ['soothed', 'unmoved', 'provoked']) {
        draft.beats[firstBeat]!.next[verdict] = beatNames[2]!;
      }
    });
    expect(problems).toContainEqual({ path: `beats.${secondBeat}`, message: expect.stringContaining('No way') });
  });

  it('names a dead end: a beat from which the goal is out of reach', () => {
    const problems = problemsOf((draft) => {
      const { next } = draft.beats[lastBeat]!;
      for (const verdict of Object.keys(next)) next[verdict] = lastBeat;
    });
    expect(problems).toContainEqual({ path: `beats.${lastBeat}.next`, message: expect.stringContaining('goal') });
  });

  it('requires that soft answers alone reach the goal', () => {
    const problems = problemsOf((draft) => {
      draft.beats[secondBeat]!.next['soothed'] = firstBeat;
    });
    expect(problems).toContainEqual({ path: 'beats', message: expect.stringContaining('Soft and patient') });
  });

  it('requires the same of the hardest caller, who takes longer to calm down', () => {
    const waves = (count: number) =>
      problemsOf((draft) => {
        const [model] = Object.values(draft.beats);
        const names = Array.from({ length: count }, (_, index) => `wave-${index}`);
        draft.start.beat = names[0]!;
        draft.beats = Object.fromEntries(
          names.map((name, index) => {
            const next = { soothed: names[index + 1] ?? 'resolved', unmoved: name, provoked: name };
            return [name, { ...model!, surge: true, next }];
          }),
        );
      });
    expect(waves(14)).toEqual([]);
    expect(waves(15)).toEqual([{ path: 'beats', message: expect.stringContaining('16 turns') }]);
  });

  it('gives the path of each mistake in the form of a file', () => {
    const problems = problemsOf((draft) => {
      (draft as { title?: unknown }).title = 7;
      draft.id = 'Not An Id';
    });
    expect(problems.map(({ path }) => path).toSorted()).toEqual(['id', 'title']);
  });

  it.each([undefined, null, 7, 'text', [], {}])('refuses %j', (json) => {
    expect(checkScenario(json).ok).toBe(false);
  });
});
