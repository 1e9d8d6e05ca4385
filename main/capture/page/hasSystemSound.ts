/** Darwin of macOS 14.2, the first version that lets a page capture what the computer plays. */
const darwin = { major: 23, minor: 2 };

/**
 * True if a page can capture what the computer plays, through `getDisplayMedia`. On Linux a capture device, the monitor
 * of an output, does this.
 * @param release version of the system's kernel, such as 23.2.0
 */
export function hasSystemSound(platform: string, release: string): boolean {
  if (platform !== 'darwin') return platform === 'win32';
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return major > darwin.major || (major === darwin.major && minor >= darwin.minor);
}
