import type { Settings } from '../../core/model/settings.ts';
import { menu } from '../state/page.ts';
import { appWords } from './appWords.ts';

const words = appWords.shortcuts;

interface ShortcutGroup {
  readonly name: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/**
 * Returns all keys of the app, grouped by where they work.
 *
 * @param own the keys that the user set
 */
export function shortcutGroups(own: Settings['shortcuts']): readonly ShortcutGroup[] {
  return [
    {
      name: words.groups.anywhere,
      keys: [
        ...menu.map((name, index) => ({ keys: [`${index + 1}`], does: appWords.menu[name] })),
        { keys: ['?'], does: words.help },
      ],
    },
    {
      name: words.groups.live,
      keys: [
        { keys: [own.nextStage, own.previousStage], does: words.live.steps },
        { keys: [own.flag], does: words.live.flag },
        { keys: [own.breathe], does: words.live.breathe },
        { keys: [own.warning], does: words.live.warning },
        { keys: [own.escalation], does: words.live.escalation },
        { keys: [own.pauseRecording], does: words.live.pauseRecording },
        { keys: [own.markCueWrong], does: words.live.markCueWrong },
      ],
    },
    {
      name: words.groups.call,
      keys: [
        { keys: ['Space'], does: words.call.play },
        { keys: ['←', '→'], does: words.call.seek },
        { keys: ['Shift', '← →'], does: words.call.seekFine },
        { keys: ['P', 'N'], does: words.call.moments },
        { keys: ['[', ']'], does: words.call.loop },
        { keys: ['L'], does: words.call.endLoop },
        { keys: [',', '.'], does: words.call.speed },
        { keys: ['C'], does: words.call.comment },
        { keys: ['+', '−'], does: words.call.zoom },
      ],
    },
  ];
}
