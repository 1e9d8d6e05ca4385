import type { ChildProcess } from 'node:child_process';

const startSeconds = 60;

/** Returns the address, with its launch token, that a host prints once it is ready. */
export function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = () => reject(new Error(`The app printed no address within ${startSeconds} s:\n${printed}`));
    const timer = setTimeout(fail, startSeconds * 1000);
    child.on('exit', fail);
    const listen = (text: Buffer) => {
      printed += text.toString();
      const url = /http:\/\/\S+\/launch\?token=\S+/.exec(printed)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
}
