import type { AnyMessage, MessageData } from '@evenkeel/contracts';
import type { Transaction } from '@evenkeel/postgres';
import type { Subject } from '../message.js';
import { type AnyInput, type Item, type ItemOf, inputType } from './item.js';

/** What a handler may do inside the one transaction of its batch. */
export interface Work extends Transaction {
  /** Appends an event or a durable command to the outbox, caused by an item of the batch. */
  emit<D extends AnyMessage>(definition: D, subject: Subject<MessageData<D>>, cause: Item): void;
  /** The answer of an item: stored with its inbox row, given to the asker, given again to a repeated command. */
  answer(item: Item, outcome: unknown): void;
  /** Runs after the commit, never after a rollback: to wake waiters, to call the bank. */
  afterCommit(effect: () => void): void;
}

/** Handles all items of its inputs in one batch, inside one transaction. */
export interface Handler {
  readonly types: readonly string[];
  readonly handle: (items: readonly Item[], work: Work) => Promise<void>;
}

/** Binds inputs (messages, actions, inputs of our own) to the function that handles a batch of them. */
export function handles<const Inputs extends readonly AnyInput[]>(
  inputs: Inputs,
  handle: (items: readonly ItemOf<Inputs[number]>[], work: Work) => Promise<void>,
): Handler {
  return {
    types: inputs.map(inputType),
    handle: (items, work) => handle(items as readonly ItemOf<Inputs[number]>[], work),
  };
}
