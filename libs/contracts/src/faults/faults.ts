import { z } from 'zod';
import { faultId } from '../shared/values.js';
import { FAULT_POINTS } from './fault-points.js';

/** Who makes a fault happen: any process at its points, its clock, the one that knows the bank, or the launcher. */
export type FaultMaker = 'point' | 'clock' | 'bank' | 'launcher';

const made = <const Sentences extends Readonly<Record<string, string>>>(by: FaultMaker, of: Sentences) =>
  Object.fromEntries(Object.entries(of).map(([name, breaks]) => [name, { by, breaks }])) as {
    readonly [Name in keyof Sentences]: { readonly by: FaultMaker; readonly breaks: string };
  };

/** Every fault that can be asked for, with the sentence of what it breaks. */
export const FAULTS = {
  ...made('point', FAULT_POINTS),
  ...made('clock', {
    'clock.skew': 'The clock of a process goes `ms` ahead; a negative number sets it back.',
  }),
  ...made('launcher', {
    'process.kill': 'A process is killed (SIGKILL), and started again with a growing delay.',
    'process.pause': 'A process stands still (SIGSTOP) for `ms`, and goes on where it was.',
    'broker.wipe': 'The broker is killed and loses everything that it had stored.',
    'network.latency': 'Every answer of an engine comes `ms` late.',
    'network.jitter': 'Every answer of an engine comes late, by up to `ms`, each by another time.',
    'network.black-hole': 'An engine hears everything, and nothing that it says arrives.',
    'network.reset': 'Connections to an engine break in the middle of its answer.',
    'network.slow-bytes': 'The answers of an engine arrive a few bytes at a time.',
  }),
  ...made('bank', {
    'bank.declined': 'The bank declines a charge.',
    'bank.slow': 'The bank captures, but only after a while.',
    'bank.callback-lost': 'The bank captures and never calls back.',
    'bank.callback-late': 'The callback comes long after the capture.',
    'bank.callback-twice': 'The callback comes twice.',
    'bank.callback-first': 'The callback comes before the answer.',
    'bank.callbacks-reordered': 'An older callback comes after a newer one.',
    'bank.no-answer': 'The bank charges, and neither answers nor calls back.',
    'bank.bank-down': 'The bank refuses requests with 503.',
    'bank.wrong-amount': 'The bank captures more than it was asked for.',
    'bank.wrong-currency': 'The bank captures another currency.',
    'bank.slow-answer': 'The bank answers any request `ms` late.',
    'bank.unsigned-answer': 'An answer of the bank carries no valid signature.',
  }),
} as const;
export type FaultName = keyof typeof FAULTS;
const FAULT_NAMES = Object.keys(FAULTS) as [FaultName, ...FaultName[]];

/** What happens at a point: the process dies as by SIGKILL, waits for `ms`, or the work fails. */
export const FAULT_EFFECTS = ['crash', 'delay', 'error'] as const;
const HOUR_MS = 3_600_000;
/** For how long a fault stays at most; then it clears itself. */
export const LONGEST_FAULT_SECONDS = 900;

const NEEDS_MS: readonly FaultName[] = ['clock.skew', 'process.pause', 'network.latency', 'network.jitter'];
const NEEDS_PLACE: readonly FaultName[] = [
  ...(['clock.skew', 'process.kill', 'process.pause'] as const),
  ...FAULT_NAMES.filter((name) => name.startsWith('network.')),
];

/** A fault as it is asked for. */
export const wantedFault = z
  .strictObject({
    fault: z.enum(FAULT_NAMES),
    /** The service, or the engine of a network fault; every service of the house when left out. */
    at: z.string().min(1).max(40).nullish(),
    /** Of a point; a crash when left out. */
    effect: z.enum(FAULT_EFFECTS).default('crash'),
    /** Length of a delay, a pause, a latency or a skew, in milliseconds. */
    ms: z
      .int()
      .min(-HOUR_MS * 2)
      .max(HOUR_MS * 2)
      .nullish(),
    /** Only what belongs to this run. */
    runId: z.string().min(1).max(100).nullish(),
    /** Fires so many times. */
    count: z.int().min(1).max(1_000_000).default(1),
    /** Fires this often out of one time that it could. */
    probability: z.number().gt(0).max(1).default(1),
    /** Clears itself after this. */
    seconds: z.int().min(1).max(LONGEST_FAULT_SECONDS).default(60),
  })
  .refine(({ fault, ms }) => !NEEDS_MS.includes(fault) || typeof ms === 'number', {
    path: ['ms'],
    message: 'This fault needs ms: for how long, or by how much',
  })
  .refine(({ fault, at }) => !NEEDS_PLACE.includes(fault) || typeof at === 'string', {
    path: ['at'],
    message: 'This fault needs at: the service, or the engine, that it happens to',
  })
  .refine(({ fault, effect, ms }) => FAULTS[fault].by !== 'point' || effect !== 'delay' || (ms ?? 0) > 0, {
    path: ['ms'],
    message: 'A delay needs ms, above zero',
  });
export type WantedFault = z.output<typeof wantedFault>;

/** A fault that is set. */
export const activeFault = z.object({
  ...wantedFault.shape,
  id: faultId,
  /** How often it took effect. */
  fired: z.int(),
  /** Until it clears itself, in milliseconds. */
  remainingMs: z.number(),
});
export type ActiveFault = z.infer<typeof activeFault>;

/** What a process says of the faults that it has. */
export const faultReport = z.object({
  /** Name of the service, or `local` for the launcher. */
  service: z.string(),
  instance: z.string(),
  faults: z.array(activeFault),
  /** Why the fault that was asked for cannot be set here; null when it is. */
  refusal: z.string().nullable(),
});
export type FaultReport = z.infer<typeof faultReport>;

/** One fault, or all. */
export const faultsToClear = z.object({ id: faultId.nullable() });

/** A fault took effect in a process. It is told until somebody has heard it, so `firing` says which time it was. */
export const faultFired = z.object({ id: faultId, instance: z.string(), firing: z.uuid() });
export type FaultFired = z.infer<typeof faultFired>;
