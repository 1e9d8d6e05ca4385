import { screenMessages } from '../../../text/screenMessages.ts';

/** Texts of coach packs. */
export const packWords = screenMessages('pack', {
  title: 'Coach pack',
  lead: 'One sealed file with calls and a coach’s feedback on them. It opens with the passphrase from the person who made it.',
  choose: 'Select a coach pack',
  another: 'Select another file',
  file: '“{name}” is sealed.',
  passphrase: 'Passphrase',
  open: 'Open',
  opening: 'Opening…',
  failed: 'The pack couldn’t be opened',
  from: 'Message',
  looking: 'This is a preview of a coach pack. Its calls appear in no list and no trend until you import it.',
  known: 'This is a preview of a coach pack. Its calls are already in your library.',
  calls: '{count, plural, one {# call} other {# calls}} in this pack',
  /** Calls may share a title. */
  call: '{place, number}. {title}',
  import: 'Import into the library',
  discard: 'Discard',
  close: 'Close',
  importFailed: 'The pack couldn’t be imported',
  said: 'Feedback on this call',
  noComments: 'The pack has no comments on it.',
  noReflection: 'The pack has no reflection on it.',
  practice: 'Practice',
  whole: 'Score',
});
