import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestKind, Rule, Switchboard } from '../switchboard.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the request is believed; its answer is bound to it. */
    believed: import('./signatures.js').SignedRequest | null;
    /** A fault: this answer goes out without a signature. */
    unsigned: boolean;
  }
}

export interface Outcome {
  readonly status: number;
  readonly body: object;
}

/** A silent bank keeps the line open for this long. */
const SILENCE_MS = 30_000;

export const down: Outcome = { status: 503, body: { error: 'down', message: 'Try again later' } };

/** What the switchboard has for one request: taken before it is carried out, put to use afterwards. */
export class Visit {
  readonly #switchboard: Switchboard;
  readonly #taken: ReturnType<Switchboard['take']>;

  constructor(switchboard: Switchboard, kind: RequestKind, reference: string) {
    this.#switchboard = switchboard;
    this.#taken = switchboard.take(kind, reference);
  }

  get rule(): Rule | undefined {
    return this.#taken?.rule;
  }

  /** The fault had no effect on this request; the next one shall have it. */
  giveBack(): void {
    this.#taken?.giveBack();
  }

  /** The bank is down for this request: nothing is to be done. */
  turnedAway(): boolean {
    if (this.rule?.fault !== 'bank-down') return false;
    this.#switchboard.count('bank-down');
    return true;
  }

  /** Answers, as late, as unsigned or as little as the switchboard wants it. */
  async answer(request: FastifyRequest, reply: FastifyReply, outcome: Outcome): Promise<FastifyReply> {
    const { rule } = this;
    switch (rule?.fault) {
      case 'no-answer':
        return this.withhold(reply);
      case 'unsigned-answer':
        request.unsigned = true;
        this.#switchboard.count('unsigned-answer');
        break;
      case 'slow-answer':
        this.#switchboard.count('slow-answer');
        await new Promise((resolve) => setTimeout(resolve, rule.delayMs));
        break;
      default:
    }
    return reply.code(outcome.status).send(outcome.body);
  }

  /** Says nothing; the one who asked hangs up, or the bank does in the end. */
  withhold(reply: FastifyReply): FastifyReply {
    this.#switchboard.count('no-answer');
    reply.hijack();
    setTimeout(() => reply.raw.destroy(), SILENCE_MS).unref();
    return reply;
  }
}
