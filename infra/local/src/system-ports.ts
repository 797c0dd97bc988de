import {
  type EngineName,
  engineNames,
  type ReservedPort,
  reserveFreePort,
  reservePort,
  StartProblem,
} from '@evenkeel/engines';

/** Ports held for the processes until they start. */
export interface SystemPorts {
  readonly gateway: number;
  readonly bank: number;
  readonly bff: number;
  /** One a process, in the order of the names given. */
  readonly health: ReadonlyMap<string, number>;
  /** Preferred ports of the engines, which choose others themselves if these are taken. */
  readonly engines: Partial<Record<EngineName, number>>;
  /** Gives the held ports to those who will listen on them. */
  release(): Promise<void>;
}

/** Steps from the gateway's port. Public ports must be had; of the others, those that are free are taken. */
const STEP = { bank: 10, engines: 20, bff: 25, health: 30 };

/**
 * Holds every port of a system. `port` 0 means any free ones; else the gateway gets `port` and the bank stands
 * 10 above it, and either being taken is a `StartProblem`.
 */
export async function reserveSystemPorts(port: number, names: readonly string[]): Promise<SystemPorts> {
  const held: ReservedPort[] = [];
  const keep = (reserved: ReservedPort) => {
    held.push(reserved);
    return reserved.port;
  };
  const open = async (step: number) => keep(await publicPort(port, step));
  const inner = async (step: number) => keep(await reserveFreePort(port === 0 ? undefined : port + step));
  const release = async () => {
    await Promise.all(held.map((reserved) => reserved.release()));
  };
  try {
    const [gateway, bank] = [await open(0), await open(STEP.bank)];
    const bff = await inner(STEP.bff);
    const health = new Map<string, number>();
    for (const [index, name] of names.entries()) health.set(name, await inner(STEP.health + index));
    const engines = Object.fromEntries(engineNames.map((name, index) => [name, port + STEP.engines + index]));
    return { gateway, bank, bff, health, engines: port === 0 ? {} : engines, release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function publicPort(port: number, step: number): Promise<ReservedPort> {
  if (port === 0) return reserveFreePort();
  const reserved = await reservePort(port + step);
  if (reserved) return reserved;
  throw new StartProblem(
    `Port ${port + step} is taken by another program${port < 1024 ? ' or not allowed to you' : ''}: stop that program, or choose other ports with PORT=${port === 9080 ? 9280 : 9080} npm start.`,
  );
}
