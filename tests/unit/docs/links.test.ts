import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'samples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
].map((name) => join(root, name));

/** Removes code, in which nothing is a link or a heading. */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^```[^\n]*\n.*?^```$/gms, '')
    .replace(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()#]/g, ' '));
}

/** Returns the targets, as written, of the links within this repository. */
function relativeLinks(markdown: string): string[] {
  const targets = [...withoutCode(markdown).matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1]!);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Returns the anchors that GitHub generates for a document's headings. */
function anchors(path: string): Set<string> {
  const found = new Set<string>();
  for (const [, heading] of withoutCode(readFileSync(path, 'utf8')).matchAll(/^#{1,6} +(.+)$/gm)) {
    const slug = heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    let anchor = slug;
    for (let count = 1; found.has(anchor); count++) anchor = `${slug}-${count}`;
    found.add(anchor);
  }
  return found;
}

/** Returns the reason why a link is broken, or undefined if it works. */
function fault(from: string, target: string): string | undefined {
  const [path, anchor] = decodeURI(target).split('#') as [string, string?];
  const file = path === '' ? from : resolve(dirname(from), path);
  if (!existsSync(file)) return `${target}: no such file`;
  if (anchor !== undefined && !anchors(file).has(anchor)) return `${target}: no such heading`;
  return undefined;
}

describe('the documentation', () => {
  it('has links', () => {
    expect(documents.flatMap((path) => relativeLinks(readFileSync(path, 'utf8'))).length).toBeGreaterThan(50);
  });

  it.each(documents.map((path) => [relative(root, path), path]))('has no broken link in %s', (_, path) => {
    const faults = relativeLinks(readFileSync(path, 'utf8')).flatMap((target) => fault(path, target) ?? []);
    expect(faults).toEqual([]);
  });

  it('has every page and heading that the code names', () => {
    const sources = ['core', 'contract', 'main', 'renderer'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(root, folder, name)),
    );
    const faults = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bdocs\/[\w/.-]+\.(?:md|json)(?:#[\w-]+)?/g)].flatMap(
        ([target]) => fault(join(root, 'README.md'), target) ?? [],
      ),
    );
    expect(faults).toEqual([]);
  });
});
