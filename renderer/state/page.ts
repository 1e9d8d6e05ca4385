import { useSyncExternalStore } from 'react';
import { z } from 'zod';

/** The screens of the guide, in their order. */
export const setupSteps = ['microphone', 'caller', 'voice'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The entries of the menu, in their order. The keys 1, 2, 3 … open them. */
export const menu = ['live', 'library', 'trends', 'practice', 'settings'] as const;

interface PageRow {
  /** The address behind `#/`, with `:name` for each parameter. */
  readonly path: string;
  /** The entry of the menu that the page belongs to, if any. */
  readonly section: (typeof menu)[number] | undefined;
  readonly schema: z.ZodType;
}

const id = z.string().min(1);
const named = <Name extends string>(name: Name) => z.object({ name: z.literal(name) });

/**
 * The page table. The components of the pages are in renderer/app/Screen.tsx, which the pages below it cannot import;
 * their names in the menu are in renderer/app/appWords.ts.
 */
export const pages = {
  /** The default page: the guide on the first run, afterwards the live page. */
  start: { path: '', section: 'live', schema: named('start') },
  live: { path: 'live', section: 'live', schema: named('live') },
  /** The running call alone, for a small window. */
  compact: { path: 'compact', section: undefined, schema: named('compact') },
  library: { path: 'library', section: 'library', schema: named('library') },
  call: { path: 'calls/:callId', section: 'library', schema: named('call').extend({ callId: id }) },
  /** A call next to another one or, without one, next to its agent's own past. */
  compare: {
    path: 'compare/:callId/:otherId',
    section: 'library',
    schema: named('compare').extend({ callId: id, otherId: id.optional() }),
  },
  trends: { path: 'trends', section: 'trends', schema: named('trends') },
  /** A coach pack that is open but not imported. */
  pack: { path: 'pack', section: 'library', schema: named('pack') },
  practice: { path: 'practice', section: 'practice', schema: named('practice') },
  attempt: {
    path: 'practice/attempts/:attemptId',
    section: 'practice',
    schema: named('attempt').extend({ attemptId: id }),
  },
  settings: { path: 'settings', section: 'settings', schema: named('settings') },
  /** The criteria by which calls are scored. */
  rubric: { path: 'rubric', section: 'settings', schema: named('rubric') },
  setup: { path: 'setup/:step', section: undefined, schema: named('setup').extend({ step: z.enum(setupSteps) }) },
} as const satisfies Readonly<Record<string, PageRow>>;

/** The current page. It is held in the address, so that back, forward and reload work. */
export type Page = Readonly<z.infer<(typeof pages)[keyof typeof pages]['schema']>>;

/** Returns the address of a page: `#/calls/a1`. A missing optional parameter is left out. */
export function hashOf(page: Page): string {
  const { path } = pages[page.name];
  const parameters: ReadonlyMap<string, string | undefined> = new Map(Object.entries(page));
  const segments = path.split('/').map((part) => (part.startsWith(':') ? parameters.get(part.slice(1)) : part));
  const address = segments.flatMap((segment) => (segment === undefined ? [] : encodeURIComponent(segment))).join('/');
  return address === '' ? '' : `#/${address}`;
}

/** Returns the page at an address; the live page for an unknown address. */
export function pageOf(hash: string): Page {
  const segments = segmentsOf(hash);
  for (const [name, { path, schema }] of Object.entries(pages)) {
    const parameters = parametersIn(path.split('/'), segments);
    const page = parameters && schema.safeParse({ name, ...parameters });
    if (page?.success) return page.data;
  }
  return { name: 'live' };
}

/** Returns the parameters of an address with this path; undefined for any other address. */
function parametersIn(parts: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  if (segments.length > parts.length) return undefined;
  for (const [i, part] of parts.entries()) {
    const segment = segments[i];
    if (!part.startsWith(':')) {
      if (segment !== part) return undefined;
    } else if (segment !== undefined) parameters[part.slice(1)] = segment;
  }
  return parameters;
}

/** Returns no segments for an address with an escape that is not UTF-8. */
function segmentsOf(hash: string): readonly string[] {
  try {
    return hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

export function goTo(page: Page): void {
  window.location.hash = hashOf(page);
}

export function usePage(): Page {
  return pageOf(useSyncExternalStore(subscribeToHash, () => window.location.hash));
}

function subscribeToHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
