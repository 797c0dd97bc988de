import type { AttemptId } from '@evenkeel/kernel';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { BankStatement } from '../../attempt.js';
import { toStatement } from '../../bank/bank.js';

export type Callback =
  | {
      readonly kind: 'genuine';
      readonly webhookId: string;
      readonly attemptId: AttemptId;
      readonly statement: BankStatement;
    }
  | { readonly kind: 'refused'; readonly why: string };

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
    const webhookId = headers['webhook-id'];
    if (!about.success || !webhookId) return { kind: 'refused', why: 'The callback names no attempt' };
    return {
      kind: 'genuine',
      webhookId,
      attemptId: about.data.data.reference as AttemptId,
      statement: toStatement(about.data.data),
    };
  };
}
