import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** CPU milliseconds so far, by process. */
export type Cpu = ReadonlyMap<string, number>;

interface ProcessTimes {
  readonly parent: number;
  /** Its own and of children that have ended. */
  readonly ms: number;
}

/** What this process itself is called among the others. */
export const LOAD_GENERATOR = 'load generator';

/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** The CPU time of these processes, each with all its descendants. */
export function cpuOf(pids: ReadonlyMap<string, number>, times = readTimes()): Map<string, number> {
  const names = new Map([...pids].map(([name, pid]) => [pid, name]));
  const sums = new Map([...pids.keys()].map((name) => [name, 0]));
  for (const [pid, { ms }] of times) {
    const name = ownerOf(pid, times, names);
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + ms);
  }
  return sums;
}

/** Of these processes and of this one; of this one alone where there is no `/proc`. */
export function cpuOfAll(pids: ReadonlyMap<string, number>): Cpu {
  const own = process.cpuUsage();
  const all = existsSync('/proc/self/stat') ? cpuOf(pids) : new Map<string, number>();
  return all.set(LOAD_GENERATOR, (own.user + own.system) / 1_000);
}

/** CPU milliseconds for each of so many things that were done between two moments. */
export function cpuEach(
  { before, after }: { before: Cpu; after: Cpu },
  count: number,
): Record<string, number> {
  if (count === 0) return {};
  return Object.fromEntries([...after].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / count]));
}

/** All of it but that of this process; null where the others cannot be seen. */
export function shopCpu(cpuMs: Readonly<Record<string, number>>): number | null {
  const all = Object.entries(cpuMs).filter(([name]) => name !== LOAD_GENERATOR);
  return all.length === 0 ? null : all.reduce((sum, [, ms]) => sum + ms, 0);
}

function ownerOf(
  pid: number,
  times: ReadonlyMap<number, ProcessTimes>,
  names: ReadonlyMap<number, string>,
): string | undefined {
  for (let at: number | undefined = pid; at; at = times.get(at)?.parent) {
    const name = names.get(at);
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

/** Reads a line of `/proc/<pid>/stat`; its second field is a name in brackets that may hold anything. */
export function parseStat(line: string): ProcessTimes {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return { parent: field(4), ms: (field(14) + field(15) + field(16) + field(17)) * TICK_MS };
}
