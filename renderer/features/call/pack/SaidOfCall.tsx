import { Table } from '@mantine/core';
import type { Scoring } from '../../../../contract/reviewContract.ts';
import { missing } from '../../../../core/messages/formatter.ts';
import type { Reflection } from '../../../../core/model/reflection.ts';
import { Panel } from '../../../components/Panel.tsx';
import { WideTable } from '../../../components/WideTable.tsx';
import { useNotesStore } from '../../../state/notesStore.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { CommentList } from '../coaching/CommentList.tsx';
import type { Playback } from '../timeline/playback.ts';
import { packWords } from './packWords.ts';
import '../coaching/coaching.css';

const words = callWords.coaching;

/** The comments, scores and reflection of a call, read-only. */
export function SaidOfCall({ playback }: { readonly playback: Playback }) {
  const { notes, scoring } = useNotesStore();
  if (!scoring) return null;
  return (
    <section className="coaching" aria-labelledby="said-heading">
      <h2 id="said-heading" className="pack-heading">
        {packWords.said}
      </h2>
      <div className="coaching-columns">
        <Panel label={words.comments} heading className="comments">
          {notes.comments.length === 0 && <p className="coaching-hint">{packWords.noComments}</p>}
          <CommentList comments={notes.comments} playback={playback} />
        </Panel>
        <LookingBack reflection={notes.reflection} />
      </div>
      {scoring.sheets.length > 0 && <Scores scoring={scoring} />}
    </section>
  );
}

function LookingBack({ reflection }: { readonly reflection: Reflection }) {
  const { workedWell, couldBeImproved, answer, answerNote, isPolicyNotVoice } = reflection;
  const said = [
    { label: words.workedWell, text: workedWell },
    { label: words.couldBeImproved, text: couldBeImproved },
    {
      label: words.answer,
      text: answer === null ? '' : replyOf(words.answers[answer], answerNote),
    },
  ].filter(({ text }) => text !== '');
  return (
    <Panel label={words.reflection} heading>
      {said.length === 0 && !isPolicyNotVoice && <p className="coaching-hint">{packWords.noReflection}</p>}
      <dl className="pack-said">
        {said.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isPolicyNotVoice && <p className="coaching-hint">{words.policy}</p>}
    </Panel>
  );
}

function Scores({ scoring: { rubric, sheets } }: { readonly scoring: Scoring }) {
  return (
    <Panel label={words.scores} heading>
      <WideTable>
        <Table.Caption>{rubric.name}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{packWords.practice}</Table.Th>
            {sheets.map(({ sheet }) => (
              <Table.Th key={sheet.coach} scope="col">
                {sheet.coach}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rubric.criteria.map(({ id, name }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">{name}</Table.Th>
              {sheets.map(({ sheet }) => (
                <Table.Td key={sheet.coach}>{sheet.levels[id] ?? missing}</Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{packWords.whole}</Table.Th>
            {sheets.map(({ sheet, share }) => (
              <Table.Td key={sheet.coach}>
                {share === null ? missing : words.score({ points: format.number(100 * share) })}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function replyOf(answer: string, note: string): string {
  return note === '' ? answer : words.answerWithNote({ answer, note });
}
