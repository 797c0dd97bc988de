import { z } from 'zod';
import { defineCommand, defineEvent } from '../registry/define.js';
import { attemptId, instant, money, orderId, refundId } from '../shared/values.js';

export const ATTEMPT_STATES = [
  'initiated',
  'pending',
  'unknown',
  'captured',
  'declined',
  'voided',
  'amount-mismatch',
] as const;
export const attemptState = z.enum(ATTEMPT_STATES);
export type AttemptState = z.infer<typeof attemptState>;

const about = { orderId, attemptId };

export const openPayment = defineCommand('payment.open-payment', {
  summary: 'Charge the amount with this token; the attempt is committed before the bank is called.',
  data: z.object({ ...about, amount: money, token: z.string() }),
});

export const voidPayment = defineCommand('payment.void-payment', {
  summary: 'Close the attempt at the bank, so that a request still on its way is refused when it arrives.',
  data: z.object(about),
});

export const refundPayment = defineCommand('payment.refund-payment', {
  summary: 'Give money of a captured attempt back; repeated until the bank has done it.',
  data: z.object({ ...about, refundId, amount: money, reason: z.string() }),
});

export const paymentCaptured = defineEvent('payment.payment-captured', {
  summary: 'The bank took exactly the amount.',
  data: z.object({
    ...about,
    amount: money,
    /** What the bank keeps of it. */
    fee: money,
    bankReference: z.string(),
    capturedAt: instant,
  }),
});

export const paymentDeclined = defineEvent('payment.payment-declined', {
  summary: 'The bank said no; nothing was taken.',
  data: z.object({ ...about, bankReason: z.string().nullable() }),
});

export const paymentInDoubt = defineEvent('payment.payment-in-doubt', {
  summary: 'The bank did not answer: neither yes nor no. We keep asking until we know.',
  data: z.object({ ...about, since: instant }),
});

export const paymentVoided = defineEvent('payment.payment-voided', {
  summary: 'The bank closed the attempt without taking anything and will refuse it from now on.',
  data: z.object(about),
});

export const paymentAmountMismatched = defineEvent('payment.payment-amount-mismatched', {
  summary:
    'The bank took another amount or currency than the order: booked to suspense and refunded in full.',
  data: z.object({ ...about, expected: money, taken: money, fee: money, bankReference: z.string() }),
});

export const paymentRefunded = defineEvent('payment.payment-refunded', {
  summary: 'The bank gave money back.',
  data: z.object({
    ...about,
    refundId,
    amount: money,
    bankReference: z.string(),
    /** True when the money had been booked to suspense. */
    ofMismatch: z.boolean(),
  }),
});

export const paymentCommands = [openPayment, voidPayment, refundPayment] as const;
export const paymentEvents = [
  paymentCaptured,
  paymentDeclined,
  paymentInDoubt,
  paymentVoided,
  paymentAmountMismatched,
  paymentRefunded,
] as const;
