import { z } from 'zod';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import {
  NUMBER_CURSOR,
  NUMBER_UUID_CURSOR,
  pageOf,
  pageRequestAfter,
  UUID_CURSOR,
} from '../shared/paging.js';
import { attemptId, instant, money, orderId, refundId } from '../shared/values.js';
import { attemptState } from './payment-messages.js';

export const receiveCallback = defineCommandAction('payment.receive-callback', {
  access: 'internal',
  summary:
    "Takes the bank's callback as it came: headers and the raw body, over which the signature is checked.",
  input: z.object({ headers: z.record(z.string(), z.string()), body: z.string().max(65_536) }),
  output: z.object({
    /** `refused`: forged, stale or unreadable, nothing was changed; `known`: seen before. */
    outcome: z.enum(['accepted', 'known', 'refused']),
    why: z.string().nullable(),
  }),
});

export const attempt = z.object({
  attemptId,
  orderId,
  state: attemptState,
  amount: money,
  captured: money.nullable(),
  refunded: money.nullable(),
  bankReference: z.string().nullable(),
  /** How often the bank was asked what became of it. */
  queries: z.int(),
  nextQueryAt: instant.nullable(),
  openedAt: instant,
  version: z.int(),
});
export type Attempt = z.infer<typeof attempt>;

export const listPayments = defineQuery('payment.list-payments', {
  access: 'operator',
  summary: 'Payment attempts by state, newest first.',
  input: pageRequestAfter(NUMBER_UUID_CURSOR).extend({
    state: attemptState.nullish(),
    orderId: orderId.nullish(),
  }),
  output: pageOf(attempt),
});

export const listDoubts = defineQuery('payment.list-doubts', {
  access: 'internal',
  summary: 'Attempts that the bank did not answer for a while, and since when, for rebuilds.',
  input: pageRequestAfter(UUID_CURSOR),
  output: pageOf(z.object({ attemptId, orderId, since: instant })),
});

export const listRefunds = defineQuery('payment.list-refunds', {
  access: 'internal',
  summary: 'Refunds in the order they were asked for, for checks and rebuilds.',
  input: pageRequestAfter(NUMBER_CURSOR).extend({ orderId: orderId.nullish() }),
  output: pageOf(
    z.object({ refundId, attemptId, orderId, amount: money, state: z.enum(['asked', 'done']), at: instant }),
  ),
});

/** Money that moved at the bank, as its daily settlement file has it. */
export const settlementLine = z.object({
  /** From 1, in the order of the file. */
  line: z.int().positive(),
  kind: z.enum(['capture', 'refund']),
  /** The attempt, in the bank's words. */
  reference: z.uuid(),
  /** Null for what no attempt of ours asked for. */
  orderId: orderId.nullable(),
  amount: money,
  at: instant,
});
export type SettlementLine = z.infer<typeof settlementLine>;

export const listSettlement = defineQuery('payment.list-settlement', {
  access: 'internal',
  summary:
    "The bank's settlement file of one day (UTC), a piece at a time, each line with the order that it is for.",
  input: z.object({ date: z.iso.date(), from: z.int().min(1) }),
  output: z.object({ lines: z.array(settlementLine), next: z.int().nullable() }),
});

export const getFirstPaymentDay = defineQuery('payment.get-first-day', {
  access: 'internal',
  summary: 'The day (UTC) of the first attempt, and what day it is now; by the database clock.',
  input: z.object({}),
  output: z.object({ first: z.iso.date().nullable(), today: z.iso.date() }),
});

export const paymentActions = [
  receiveCallback,
  listPayments,
  listDoubts,
  listRefunds,
  listSettlement,
  getFirstPaymentDay,
] as const;
