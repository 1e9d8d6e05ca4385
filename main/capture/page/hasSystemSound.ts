/** Darwin of macOS 14.2, the first that lets a page hear what the computer plays. */
const darwin = { major: 23, minor: 2 };

/**
 * Whether a page can capture what the computer plays, through `getDisplayMedia`. On Linux that is a capture device, the
 * monitor of an output.
 *
 * @param release of the system's kernel, such as 23.2.0
 */
export function hasSystemSound(platform: string, release: string): boolean {
  if (platform !== 'darwin') return platform === 'win32';
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return major > darwin.major || (major === darwin.major && minor >= darwin.minor);
}
