import { z } from 'zod';

/** The spoken clips that come with the app, each in an Opus file, `<name>.opus`. */
export const clipManifestSchema = z.strictObject({
  schema: z.literal('softspoken.clips/1'),
  /** By name: `<scenario>/<line>`, `cards/<card>-poor` or `cards/<card>-good`. A clip with another text is stale. */
  clips: z.record(z.string(), z.strictObject({ seconds: z.number().positive(), text: z.string() })),
});
export type ClipManifest = z.infer<typeof clipManifestSchema>;

export function lineClip(scenarioId: string, lineId: string): string {
  return `${scenarioId}/${lineId}`;
}

export function cardClip(cardId: string, manner: 'poor' | 'good'): string {
  return `cards/${cardId}-${manner}`;
}
