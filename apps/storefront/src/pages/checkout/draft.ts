import * as z from 'zod/mini';

export type ContactProblem = 'email';
export type DeliveryProblem = 'required' | 'long';

const LINE = 200;
const required = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: 'required' satisfies DeliveryProblem }),
      z.maxLength(most, { error: 'long' satisfies DeliveryProblem }),
    );
const optional = (most: number) =>
  z.string().check(z.trim(), z.maxLength(most, { error: 'long' satisfies DeliveryProblem }));

export const contactSchema = z.object({
  email: z.string().check(z.trim(), z.email({ error: 'email' satisfies ContactProblem })),
});

export const deliverySchema = z.object({
  name: required(100),
  line1: required(LINE),
  line2: optional(LINE),
  postalCode: required(20),
  city: required(100),
  region: optional(100),
  country: z.string().check(z.regex(/^[A-Z]{2}$/, { error: 'required' satisfies DeliveryProblem })),
  phone: optional(40),
});

export type ContactValues = z.infer<typeof contactSchema>;
export type DeliveryValues = z.infer<typeof deliverySchema>;

/** What the shopper has said so far; the card is never part of it. */
export interface Draft {
  readonly contact: ContactValues | null;
  readonly delivery: DeliveryValues | null;
  readonly usePoints: boolean;
}

export const EMPTY_DRAFT: Draft = { contact: null, delivery: null, usePoints: false };

const NAME = 'evenkeel.checkout';

/** Reads what a reload left behind; each part that no longer fits is asked for again. */
export function readDraft(stored: string | null): Draft {
  if (stored === null) return EMPTY_DRAFT;
  try {
    const value = JSON.parse(stored) as Partial<Draft> | null;
    const contact = contactSchema.safeParse(value?.contact);
    const delivery = deliverySchema.safeParse(value?.delivery);
    return {
      contact: contact.success ? contact.data : null,
      delivery: delivery.success ? delivery.data : null,
      usePoints: value?.usePoints === true,
    };
  } catch {
    return EMPTY_DRAFT; // not ours: everything is asked for again
  }
}

export function loadDraft(): Draft {
  return readDraft(sessionStorage.getItem(NAME));
}

export function saveDraft(draft: Draft): void {
  sessionStorage.setItem(NAME, JSON.stringify(draft));
}

export const STEPS = ['contact', 'delivery', 'payment'] as const;
export type Step = (typeof STEPS)[number];

/** The step to show: the one the address asks for, unless an earlier one is still open. */
export function stepToShow(wanted: Step | undefined, { contact, delivery }: Draft): Step {
  const open = !contact ? 'contact' : !delivery ? 'delivery' : 'payment';
  return wanted && STEPS.indexOf(wanted) < STEPS.indexOf(open) ? wanted : open;
}
