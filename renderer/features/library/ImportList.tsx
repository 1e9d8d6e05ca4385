import { Button, Progress } from '@mantine/core';
import type { ImportView } from '../../../contract/importContract.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { pageImportId, useImportStore } from '../../state/importStore.ts';
import { format } from '../../text/format.ts';
import { importWords as words } from './importWords.ts';
import { remainingText } from './recordingWords.ts';
import './importList.css';

/** The imports, with their progress and results. */
export function ImportList() {
  const imports = useImportStore((state) => state.imports);
  const pageImport = useImportStore((state) => state.pageImport);
  const all = pageImport ? [...imports, pageImport] : imports;
  if (all.length === 0) return null;
  return (
    <Panel label={words.heading} heading>
      <ul className="imports">
        {all.map((view) => (
          <li key={view.importId} aria-label={words.label({ name: nameOf(view) })}>
            <OneImport view={view} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OneImport({ view }: { readonly view: ImportView }) {
  const { state, watches, progress, problem } = view;
  const { total, done, duplicates, failed, current } = progress;
  const finished = done + duplicates + failed;
  const name = nameOf(view);
  const count = words.count({ finished, total });
  return (
    <>
      <div className="import-head">
        <strong>{name}</strong>
        <span role="status">{words.states[watches && state === 'done' ? 'watching' : state]}</span>
      </div>
      {total > 0 && (
        <Progress.Root size="md" radius="xl">
          <Progress.Section value={(100 * finished) / total} aria-label={words.bar} />
        </Progress.Root>
      )}
      <div className="import-foot">
        <div>
          {total > 0 && (
            <p>
              {state === 'running'
                ? words.countAndTime({ count, time: remainingText(progress.remainingSeconds ?? undefined) })
                : count}
            </p>
          )}
          {finished > done && (
            <p>
              {failed > 0
                ? words.outcome({ done, duplicates, failed })
                : words.outcomeWithoutFailures({ done, duplicates })}
            </p>
          )}
          {current.length > 0 && <p className="import-current">{words.current({ names: format.list(current) })}</p>}
        </div>
        <ImportActions view={view} name={name} />
      </div>
      {problem && <ErrorNote message={problem.message} />}
      <Failures progress={progress} />
    </>
  );
}

function ImportActions({ view, name }: { readonly view: ImportView; readonly name: string }) {
  const { imports } = useIntents();
  const { importId, state, watches } = view;
  const isOver = state === 'done' && !watches;
  const end = isOver ? words.dismiss : watches ? words.stopWatching : words.stop;
  return (
    <div className="import-actions">
      {!isOver &&
        (state === 'paused' ? (
          <Button aria-label={words.of({ action: words.resume, name })} onClick={() => void imports.resume(importId)}>
            {words.resume}
          </Button>
        ) : (
          <Button
            variant="default"
            aria-label={words.of({ action: words.pause, name })}
            onClick={() => void imports.pause(importId)}
          >
            {words.pause}
          </Button>
        ))}
      <Button
        variant="default"
        aria-label={words.of({ action: end, name })}
        onClick={() => void imports.remove(importId)}
      >
        {end}
      </Button>
    </div>
  );
}

function Failures({ progress: { failed, failures } }: { readonly progress: ImportView['progress'] }) {
  if (failed === 0) return null;
  return (
    <details className="import-failures">
      <summary>{words.failures({ count: failed })}</summary>
      <ul>
        {failures.map(({ name, error }) => (
          <li key={name}>
            <strong>{name}</strong> {error.message}
          </li>
        ))}
        {failed > failures.length && <li>{words.more({ count: failed - failures.length })}</li>}
      </ul>
    </details>
  );
}

function nameOf({ importId, path }: ImportView): string {
  return importId === pageImportId ? words.pageFiles : path;
}
