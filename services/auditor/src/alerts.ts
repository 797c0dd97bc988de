import { FINDING_CLASSES, type Finding, severityOf } from '@evenkeel/contracts';
import type { MessagingContext } from '@evenkeel/messaging';
import { Webhook as Signer } from 'standardwebhooks';

const ANSWER_MS = 5_000;

export interface Webhook {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
}

/**
 * Tells whoever is named of a finding, signed as Standard Webhooks asks. One that cannot be told is in the log and
 * among the findings all the same.
 */
export function alerts({ log }: Pick<MessagingContext, 'log'>, webhook: Webhook | null) {
  return async (finding: Finding): Promise<void> => {
    if (!webhook) return;
    const { invariant, sentence, repair } = FINDING_CLASSES[finding.class];
    const data = { ...finding, invariant, severity: severityOf(finding.class), sentence, repair };
    const at = new Date();
    const body = JSON.stringify({ type: 'finding.opened', timestamp: at.toISOString(), data });
    const messageId = `msg_${finding.id}_${finding.relapses}`;
    try {
      const answer = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': messageId,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': new Signer(webhook.secret).sign(messageId, at, body),
        },
        body,
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (!answer.ok) log.warn({ id: finding.id, status: answer.status }, 'An alert was not taken');
    } catch (error) {
      log.warn({ err: error, id: finding.id }, 'An alert could not be told');
    }
  };
}
