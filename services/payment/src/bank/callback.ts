import type { AttemptId } from '@evenkeel/kernel';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { Spoken } from '../inputs.js';
import { toStatement } from './bank.js';

export type Callback =
  | { readonly kind: 'genuine'; readonly spoken: Spoken & { readonly webhookId: string } }
  | { readonly kind: 'refused'; readonly why: string };

/** Longer ids are not the bank's. */
const webhookIdForm = z.string().min(1).max(100);

/** The form that Standard Webhooks recommends: what happened, when, and the charge as it is now. */
const callback = z.object({ type: z.string(), data: z.looseObject({ reference: z.uuid() }) });

/**
 * Checks a callback of the bank: signed over the raw body with its id and time (Standard Webhooks), not older than
 * five minutes. What does not hold changes nothing.
 */
export function callbackReader(secret: string): (headers: Record<string, string>, body: string) => Callback {
  const webhook = new Webhook(secret);
  return (headers, body) => {
    let content: unknown;
    try {
      content = webhook.verify(body, headers);
    } catch (error) {
      if (error instanceof WebhookVerificationError) return { kind: 'refused', why: error.message };
      if (error instanceof SyntaxError) return { kind: 'refused', why: 'The body is no JSON' };
      throw error;
    }
    const about = callback.safeParse(content);
    const webhookId = webhookIdForm.safeParse(headers['webhook-id']);
    if (!about.success || !webhookId.success)
      return { kind: 'refused', why: 'The callback names no attempt' };
    const statement = toStatement(about.data.data);
    if (statement.status === 'no-answer') return { kind: 'refused', why: statement.why };
    const attemptId = about.data.data.reference as AttemptId;
    return { kind: 'genuine', spoken: { webhookId: webhookId.data, attemptId, statement } };
  };
}
