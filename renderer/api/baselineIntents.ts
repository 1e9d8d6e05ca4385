import { baselineSchema } from '../../core/model/baseline.ts';
import { useBaselineStore } from '../state/baselineStore.ts';

export interface BaselineIntents {
  /** Uses the baseline in a file from now on. A file that is none leaves the earlier choice in force. */
  choose(file: File): Promise<void>;
  forget(): void;
}

export function createBaselineIntents(): BaselineIntents {
  return {
    async choose(file) {
      const baseline = baselineSchema.safeParse(await readJson(file));
      useBaselineStore.setState(
        baseline.success
          ? { chosen: { fileName: file.name, baseline: baseline.data }, error: undefined }
          : {
              error: {
                code: 'bad-baseline',
                message: `${file.name} is not a Softspoken baseline. Choose the JSON file that “softspoken baseline” wrote.`,
              },
            },
      );
    },
    forget() {
      useBaselineStore.setState({ chosen: undefined, error: undefined });
    },
  };
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
