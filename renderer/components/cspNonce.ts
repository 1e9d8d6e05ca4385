/** Returns the host's nonce for the styles of this page load; empty if its policy needs none. */
export function cspNonce(): string {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="csp-nonce"]');
  return [...metas].map((meta) => meta.content).find((content) => content !== '') ?? '';
}
