import { randomBytes } from 'node:crypto';

/** Returns a value for one load of a page; styles and scripts that carry it are ours. */
export function createNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * Returns the policy on what a page may load, and from which origins.
 * @param connect origins for its connections besides its own, such as `ws://127.0.0.1:1234`
 */
export function contentSecurityPolicy(nonce: string, connect: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "media-src 'self' blob:",
    ['connect-src', "'self'", ...connect].join(' '),
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Headers of every answer, whatever it is. No CORS header is ever sent. */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'microphone=(self), display-capture=(self), camera=(), geolocation=(), accelerometer=(), gyroscope=(), magnetometer=(), midi=(), payment=(), usb=(), serial=(), hid=()',
};

/**
 * Returns the page with this load's nonce: on its inline scripts and styles, and in a `csp-nonce` meta element for
 * those made later.
 */
export function withNonce(html: string, nonce: string): string {
  return html
    .replace(/<meta\s+name="csp-nonce"[^>]*>/g, '')
    .replace(/<(script|style)\b(?![^>]*\snonce=)/g, `<$1 nonce="${nonce}"`)
    .replace(/<head[^>]*>/, `$&<meta name="csp-nonce" content="${nonce}">`);
}
