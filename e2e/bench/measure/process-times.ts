import { readdirSync, readFileSync } from 'node:fs';

interface ProcessTimes {
  readonly parent: number;
  /** Milliseconds of CPU, its own and of children that have ended. */
  readonly ms: number;
}

/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** CPU milliseconds of each of these processes with all its descendants, by name. Needs `/proc`. */
export function cpuOf(pids: ReadonlyMap<string, number>): Map<string, number> {
  const times = readTimes();
  const owner = new Map([...pids].map(([name, pid]) => [pid, name]));
  const sums = new Map([...pids.keys()].map((name) => [name, 0]));
  for (const [pid, { ms }] of times) {
    const name = ownerOf(pid, times, owner);
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + ms);
  }
  return sums;
}

function ownerOf(
  pid: number,
  times: ReadonlyMap<number, ProcessTimes>,
  owner: ReadonlyMap<number, string>,
): string | undefined {
  for (let at: number | undefined = pid; at; at = times.get(at)?.parent) {
    const name = owner.get(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

function readTimes(): Map<number, ProcessTimes> {
  const times = new Map<number, ProcessTimes>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      times.set(Number(name), parseStat(readFileSync(`/proc/${name}/stat`, 'utf8')));
    } catch {
      // Ended since the folder was listed.
    }
  }
  return times;
}

/** A line of `/proc/<pid>/stat`; its second field is a name in brackets that may hold anything. */
export function parseStat(line: string): ProcessTimes {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return { parent: field(4), ms: (field(14) + field(15) + field(16) + field(17)) * TICK_MS };
}
