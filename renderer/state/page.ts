import { useSyncExternalStore } from 'react';

/** Where the user is. Kept in the address, so that back, forward and reload do what they should. */
export type Page =
  | { readonly name: 'live' }
  /** The running call alone, for a small window of its own. */
  | { readonly name: 'compact' }
  | { readonly name: 'recordings' }
  | { readonly name: 'summary'; readonly callId: string }
  /** A call beside another one or, without one, beside its agent's own past. */
  | { readonly name: 'compare'; readonly callId: string; readonly otherId: string | undefined }
  | { readonly name: 'trends' };

export function hashOf(page: Page): string {
  switch (page.name) {
    case 'summary':
      return `#/calls/${encodeURIComponent(page.callId)}`;
    case 'compare':
      return `#/compare/${[page.callId, ...(page.otherId === undefined ? [] : [page.otherId])].map(encodeURIComponent).join('/')}`;
    default:
      return `#/${page.name}`;
  }
}

/** Anything unknown is the live page. */
export function pageOf(hash: string): Page {
  if (hash === '#/recordings') return { name: 'recordings' };
  if (hash === '#/compact') return { name: 'compact' };
  if (hash === '#/trends') return { name: 'trends' };
  const compared = /^#\/compare\/([^/]+)(?:\/([^/]+))?$/.exec(hash);
  if (compared) return comparePage(compared[1]!, compared[2]);
  const callId = /^#\/calls\/([^/]+)$/.exec(hash)?.[1];
  if (callId === undefined) return { name: 'live' };
  try {
    return { name: 'summary', callId: decodeURIComponent(callId) };
  } catch {
    return { name: 'live' };
  }
}

function comparePage(callId: string, otherId: string | undefined): Page {
  try {
    return {
      name: 'compare',
      callId: decodeURIComponent(callId),
      otherId: otherId === undefined ? undefined : decodeURIComponent(otherId),
    };
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
