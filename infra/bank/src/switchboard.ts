import { z } from 'zod';
import { BEHAVIOURS, type Behaviour } from './behaviours.js';

/** Faults of any request, besides the ways that a charge can go. */
const DOOR_FAULTS = ['bank-down', 'no-answer', 'slow-answer', 'unsigned-answer'] as const;
type DoorFault = (typeof DOOR_FAULTS)[number];
export type Fault = Exclude<Behaviour, 'ok'> | DoorFault;
export const FAULTS = [...new Set([...BEHAVIOURS.slice(1), ...DOOR_FAULTS])] as Fault[];

const REQUEST_KINDS = ['charge', 'query', 'void', 'refund'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

const rule = z
  .strictObject({
    fault: z.enum(FAULTS as [Fault, ...Fault[]]),
    /** The requests that it is for. */
    on: z.enum([...REQUEST_KINDS, 'any']).default('charge'),
    /** Only requests about this charge. */
    reference: z.uuid().optional(),
    /** For so many requests. */
    times: z.int().min(1).max(1_000_000).default(1),
    /** How late a slow answer is. */
    delayMs: z.int().min(1).max(60_000).default(3_000),
  })
  .refine(({ fault, on }) => on === 'charge' || isDoorFault(fault), {
    path: ['on'],
    message: `Only ${DOOR_FAULTS.join(', ')} can happen to something else than a charge`,
  });
export type Rule = z.infer<typeof rule>;
export const ruleList = z.strictObject({ rules: z.array(rule).max(100) });

/** What happens at the door, whatever the book says: all others are ways that a charge goes in the book. */
export const isDoorFault = (fault: Fault): fault is DoorFault =>
  (DOOR_FAULTS as readonly Fault[]).includes(fault);

/** Faults on demand, and how often each took effect. Kept in memory: a bank that starts again is sound. */
export class Switchboard {
  #rules: { -readonly [K in keyof Rule]: Rule[K] }[] = [];
  #counts = new Map<Fault, number>();

  set(rules: readonly Rule[]): void {
    this.#rules = rules.map((one) => ({ ...one }));
  }

  clear(): void {
    this.#rules = [];
    this.#counts = new Map();
  }

  /** The first rule that is for this request, used up by one; give it back if it then had no effect. */
  take(kind: RequestKind, reference: string): { readonly rule: Rule; giveBack(): void } | null {
    const found = this.#rules.find(
      (one) =>
        one.times > 0 &&
        (one.on === 'any' || one.on === kind) &&
        (one.reference === undefined || one.reference === reference),
    );
    if (!found) return null;
    found.times -= 1;
    const giveBack = () => {
      found.times += 1;
    };
    return { rule: found, giveBack };
  }

  count(fault: Fault | 'ok'): void {
    if (fault !== 'ok') this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + 1);
  }

  state() {
    return {
      rules: this.#rules.filter((one) => one.times > 0),
      counts: Object.fromEntries(FAULTS.map((fault) => [fault, this.#counts.get(fault) ?? 0])),
    };
  }
}
