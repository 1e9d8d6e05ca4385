/**
 * Has the browser save a value as a JSON file.
 *
 * @param name with its extension, and with only characters that every system allows
 */
export function saveJson(value: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[/\\:*?"<>|]+/g, ' ').trim();
  link.click();
  URL.revokeObjectURL(url);
}
