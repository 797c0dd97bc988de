import { randomUUID } from 'node:crypto';
import { DEMO_OPERATOR } from '@evenkeel/contracts';
import { type AskOperators, askOperators } from './ask-operators.js';
import type { Client } from './client.js';
import { signIn } from './sign-in.js';

export interface GroupSeen {
  readonly service: string;
  readonly group: string;
  readonly durable: string;
  readonly type: string;
  readonly error: string;
  readonly open: number;
  readonly quarantined: number;
}

export interface LetterName {
  readonly service: string;
  readonly durable: string;
  readonly messageId: string;
}

export interface LetterSeen extends LetterName {
  readonly state: 'OPEN' | 'QUARANTINED' | 'REPLAYED';
  readonly group: string;
  readonly revision: number;
  readonly payload: string;
}

export interface EditSeen {
  readonly __typename: string;
  readonly issues?: readonly { readonly path: readonly string[] }[];
  readonly why?: string;
}

export interface ReplaySeen {
  readonly id: string;
  readonly state: 'RUNNING' | 'DONE';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly left: number;
  readonly startedAt: string;
}

const NAME = '$service: ID!, $durable: ID!, $messageId: ID!';
const NAMED = 'service: $service, durable: $durable, messageId: $messageId';
const REPLAY = 'id state total done failed left startedAt';

/** What an operator does about dead letters. */
export class LetterDesk {
  readonly #client: Client;
  readonly #ask: AskOperators;

  private constructor(client: Client) {
    this.#client = client;
    this.#ask = askOperators(client);
  }

  static async signIn(base: string): Promise<LetterDesk> {
    return new LetterDesk(await signIn(base, DEMO_OPERATOR));
  }

  /** The id of the operator at the desk. */
  async operator(): Promise<string> {
    const { data } = await this.#client.ask<{ viewer: { id: string } }>('{ viewer { id } }');
    return data.viewer.id;
  }

  async groups(service: string | null = null): Promise<readonly GroupSeen[]> {
    const { deadLetterGroups } = await this.#ask<{ deadLetterGroups: GroupSeen[] }>(
      `query ($service: ID) { deadLetterGroups(service: $service) {
        service group durable type error open quarantined } }`,
      { service },
    );
    return deadLetterGroups;
  }

  /** Every letter that still lies there, newest first. */
  async letters(): Promise<readonly LetterSeen[]> {
    const { deadLetters } = await this.#ask<{ deadLetters: { nodes: LetterName[] } }>(
      '{ deadLetters(first: 100) { nodes { service durable messageId } } }',
    );
    return Promise.all(deadLetters.nodes.map((name) => this.letter(name)));
  }

  async letter(name: LetterName): Promise<LetterSeen> {
    const { deadLetter } = await this.#ask<{ deadLetter: LetterSeen | null }>(
      `query (${NAME}) { deadLetter(${NAMED}) { service durable messageId state group revision payload } }`,
      name,
    );
    if (!deadLetter) throw new Error(`${name.service} has no letter ${name.messageId}`);
    return deadLetter;
  }

  async edit({ service, durable, messageId, revision }: LetterSeen, payload: string): Promise<EditSeen> {
    const { editDeadLetter } = await this.#ask<{ editDeadLetter: EditSeen }>(
      `mutation ($input: EditDeadLetterInput!) { editDeadLetter(input: $input) {
        __typename ... on PayloadMisfit { issues { path } } ... on DeadLetterNotEditable { why } } }`,
      { input: { service, durable, messageId, revision, payload } },
      randomUUID(),
    );
    return editDeadLetter;
  }

  /** Has all open letters replayed; asked again with the same key, it is the same replay. */
  async replayAll(key: string): Promise<ReplaySeen> {
    const { replayDeadLetters } = await this.#ask<{ replayDeadLetters: ReplaySeen }>(
      `mutation { replayDeadLetters { ... on DeadLetterReplay { ${REPLAY} } } }`,
      {},
      key,
    );
    return replayDeadLetters;
  }

  async replayOne(name: LetterName): Promise<ReplaySeen> {
    const { replayDeadLetter } = await this.#ask<{ replayDeadLetter: ReplaySeen }>(
      `mutation (${NAME}) { replayDeadLetter(${NAMED}) { ... on DeadLetterReplay { ${REPLAY} } } }`,
      name,
      randomUUID(),
    );
    return replayDeadLetter;
  }

  /** The replays that were asked for, newest first. */
  async replays(): Promise<readonly ReplaySeen[]> {
    const { deadLetterReplays } = await this.#ask<{ deadLetterReplays: { nodes: ReplaySeen[] } }>(
      `{ deadLetterReplays(first: 10) { nodes { ${REPLAY} } } }`,
    );
    return deadLetterReplays.nodes;
  }

  /** Makes every transaction of a service take this much longer, until that is mended. */
  async slowDown(service: string, ms: number): Promise<{ mend(): Promise<void> }> {
    const input = {
      fault: 'lane.before-transaction',
      at: service,
      effect: 'DELAY',
      ms,
      count: 200,
      seconds: 30,
    };
    const { setFault } = await this.#ask<{ setFault: { fault?: { id: string } } }>(
      'mutation ($input: FaultInput!) { setFault(input: $input) { ... on FaultSet { fault { id } } } }',
      { input },
    );
    const clear = 'mutation ($id: ID) { clearFaults(id: $id) { id } }';
    return { mend: async () => void (await this.#ask(clear, { id: setFault.fault?.id })) };
  }
}
