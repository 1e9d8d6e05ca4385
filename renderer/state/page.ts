import { useSyncExternalStore } from 'react';

/** Where the user is. Kept in the address, so that back, forward and reload do what they should. */
export type Page =
  | { readonly name: 'live' }
  /** The running call alone, for a small window of its own. */
  | { readonly name: 'compact' }
  | { readonly name: 'recordings' }
  | { readonly name: 'summary'; readonly callId: string };

export function hashOf(page: Page): string {
  return page.name === 'summary' ? `#/calls/${encodeURIComponent(page.callId)}` : `#/${page.name}`;
}

/** Anything unknown is the live page. */
export function pageOf(hash: string): Page {
  if (hash === '#/recordings') return { name: 'recordings' };
  if (hash === '#/compact') return { name: 'compact' };
  const callId = /^#\/calls\/([^/]+)$/.exec(hash)?.[1];
  if (callId === undefined) return { name: 'live' };
  try {
    return { name: 'summary', callId: decodeURIComponent(callId) };
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
