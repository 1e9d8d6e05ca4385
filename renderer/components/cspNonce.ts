/** The nonce the host gave this page load for styles; empty where its policy needs none. */
export function cspNonce(): string {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="csp-nonce"]');
  return [...metas].map((meta) => meta.content).find((content) => content !== '') ?? '';
}
