import { useSyncExternalStore } from 'react';

/** The screens of the guide, in their order. */
export const setupSteps = ['microphone', 'caller', 'voice'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** Where the user is. Kept in the address, so that back, forward and reload do what they should. */
export type Page =
  /** Nowhere in particular yet: the guide on the first run, afterwards the live page. */
  | { readonly name: 'start' }
  | { readonly name: 'live' }
  /** The running call alone, for a small window of its own. */
  | { readonly name: 'compact' }
  | { readonly name: 'library' }
  | { readonly name: 'call'; readonly callId: string }
  /** A call beside another one or, without one, beside its agent's own past. */
  | { readonly name: 'compare'; readonly callId: string; readonly otherId: string | undefined }
  | { readonly name: 'trends' }
  /** A coach pack that is being looked at. */
  | { readonly name: 'pack' }
  | { readonly name: 'practice' }
  | { readonly name: 'attempt'; readonly attemptId: string }
  | { readonly name: 'settings' }
  /** What calls are scored by. */
  | { readonly name: 'rubric' }
  | { readonly name: 'setup'; readonly step: SetupStep };

export function hashOf(page: Page): string {
  switch (page.name) {
    case 'start':
      return '';
    case 'call':
      return `#/calls/${encodeURIComponent(page.callId)}`;
    case 'compare':
      return `#/compare/${page.callId}${page.otherId === undefined ? '' : `/${page.otherId}`}`;
    case 'attempt':
      return `#/practice/attempts/${encodeURIComponent(page.attemptId)}`;
    case 'setup':
      return `#/setup/${page.step}`;
    default:
      return `#/${page.name}`;
  }
}

/** Anything unknown is the live page. */
export function pageOf(hash: string): Page {
  if (hash === '' || hash === '#') return { name: 'start' };
  if (hash === '#/library') return { name: 'library' };
  if (hash === '#/compact') return { name: 'compact' };
  if (hash === '#/pack') return { name: 'pack' };
  if (hash === '#/trends') return { name: 'trends' };
  if (hash === '#/rubric') return { name: 'rubric' };
  if (hash === '#/settings') return { name: 'settings' };
  const step = setupSteps.find((name) => hash === `#/setup/${name}`);
  if (step) return { name: 'setup', step };
  if (hash === '#/practice') return { name: 'practice' };
  // Made by the host of letters that need no escape.
  const attemptId = /^#\/practice\/attempts\/([\w-]+)$/.exec(hash)?.[1];
  if (attemptId !== undefined) return { name: 'attempt', attemptId };
  const [, comparedId, otherId] = /^#\/compare\/([\w-]+)(?:\/([\w-]+))?$/.exec(hash) ?? [];
  if (comparedId !== undefined) return { name: 'compare', callId: comparedId, otherId };
  const callId = /^#\/calls\/([^/]+)$/.exec(hash)?.[1];
  if (callId === undefined) return { name: 'live' };
  try {
    return { name: 'call', callId: decodeURIComponent(callId) };
  } catch {
    return { name: 'live' };
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
