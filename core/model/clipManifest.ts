import { z } from 'zod';

/** The spoken clips that come with the app: one Opus file each, `<name>.opus`, and how long it lasts. */
export const clipManifestSchema = z.strictObject({
  schema: z.literal('softspoken.clips/1'),
  /** By name: `<scenario>/<line>` or `cards/<card>-poor` and `cards/<card>-good`. The text tells whether a clip is stale. */
  clips: z.record(z.string(), z.strictObject({ seconds: z.number().positive(), text: z.string() })),
});
export type ClipManifest = z.infer<typeof clipManifestSchema>;

export function lineClip(scenarioId: string, lineId: string): string {
  return `${scenarioId}/${lineId}`;
}

export function cardClip(cardId: string, manner: 'poor' | 'good'): string {
  return `cards/${cardId}-${manner}`;
}
