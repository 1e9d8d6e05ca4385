import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in which Linux counts CPU time. */
const TICKS = 100;

export interface ProcessState {
  readonly id: number;
  readonly command: string;
  readonly cpuSeconds: number;
  readonly residentMegabytes: number;
}

/** Returns a process and its descendants on Linux, without those that end in the meantime. */
export function processTree(id: number): readonly ProcessState[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? statFields(Number(name))?.[1] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found: ProcessState[] = [];
  for (const candidate of parents.keys()) {
    let ancestor: number | undefined = candidate;
    while (ancestor !== undefined && ancestor !== id) ancestor = parents.get(ancestor);
    const state = ancestor === id ? stateOf(candidate) : undefined;
    if (state) found.push(state);
  }
  return found;
}

/** Returns the fields that follow the name in /proc/ID/stat: state, parent, … */
function statFields(id: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // The process has ended.
    return undefined;
  }
}

function stateOf(id: number): ProcessState | undefined {
  const fields = statFields(id);
  if (!fields) return undefined;
  try {
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS;
    return { id, command, cpuSeconds, residentMegabytes: Number(resident ?? 0) / 1024 };
  } catch {
    return undefined;
  }
}
