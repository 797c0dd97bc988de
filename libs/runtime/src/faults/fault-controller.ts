import {
  type ActiveFault,
  FAULTS,
  type FaultReport,
  type WantedFault,
  wantedFault,
} from '@evenkeel/contracts';
import { type FaultId, newId } from '@evenkeel/kernel';
import { askForFaults, type NatsConnection, sendClear, sendFault } from '@evenkeel/messaging';
import type { z } from 'zod';

/** A fault cannot be set; the message says why and what to do. */
export class FaultRefused extends Error {
  override readonly name = 'FaultRefused';
}

/** The one way to set faults, for tests, commands and operators. */
export interface FaultController {
  /** Resolves when every process that it is for has it. Throws `FaultRefused` when nobody can make it. */
  set(wanted: z.input<typeof wantedFault>): Promise<ActiveFault>;
  /** What is set anywhere, with how often each took effect. */
  list(): Promise<ActiveFault[]>;
  /** Ends one fault, or all, at once. Returns those that were set. */
  clear(id?: FaultId): Promise<ActiveFault[]>;
}

export function faultController(nats: NatsConnection): FaultController {
  const list = async () => merge(await askForFaults(nats));
  return {
    list,
    async set(wanted) {
      const fault = { ...parse(wanted), id: newId<FaultId>(), fired: 0 };
      const active = { ...fault, remainingMs: fault.seconds * 1_000 };
      const reports = await sendFault(nats, active);
      const refusal =
        reports.length === 0 ? nobody(fault) : reports.find((report) => report.refusal)?.refusal;
      if (!refusal) return active;
      await sendClear(nats, fault.id);
      throw new FaultRefused(refusal);
    },
    async clear(id) {
      const before = await list();
      await sendClear(nats, id ?? null);
      return before.filter((fault) => id === undefined || fault.id === id);
    },
  };
}

function parse(wanted: z.input<typeof wantedFault>): WantedFault {
  const parsed = wantedFault.safeParse(wanted);
  if (parsed.success) return parsed.data;
  throw new FaultRefused(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'fault'}: ${message}`).join('; '),
  );
}

/** Every process remembers every fault: how often it fired is the most that anybody knows. */
function merge(reports: readonly FaultReport[]): ActiveFault[] {
  const byId = new Map<FaultId, ActiveFault>();
  for (const fault of reports.flatMap(({ faults }) => faults)) {
    const known = byId.get(fault.id);
    if (!known || known.fired < fault.fired) byId.set(fault.id, fault);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function nobody({ fault, at }: WantedFault): string {
  switch (FAULTS[fault].by) {
    case 'launcher':
      return `${fault} is made by the launcher of \`npm start\`, which does not answer here`;
    case 'bank':
      return `${fault} is made through the payment service, which does not answer`;
    default:
      return `No process ${at ? `called ${at} ` : ''}answers: it does not run, or this shop is a production and takes no faults`;
  }
}
