/** The scheme of the app's own pages. It is not `file:`, whose pages may read files and have no origin. */
export const appScheme = 'app';
const appHost = 'softspoken';
/** The address of the app's only page. */
export const appUrl = `${appScheme}://${appHost}/`;

/** True if an address, or an origin, is one of the app's own. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${appScheme}:` && host === appHost;
}
