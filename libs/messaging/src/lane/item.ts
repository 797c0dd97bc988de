import type { ActionParsed, AnyAction, AnyMessage, CallerClaims, MessageData } from '@evenkeel/contracts';
import type { Cause, Envelope } from '@evenkeel/kernel';

/** Something that enters the lane from inside the service: the bank's answer, a sweeper's find. */
export interface LocalInput<Type extends string = string, Data = unknown> {
  readonly kind: 'local';
  readonly type: Type;
  /** Never set; carries the type of the data. */
  readonly data?: Data;
}

/** Declares an input that only this service's own code gives to its lane. */
export const localInput = <Data>() => {
  return <Type extends string>(type: Type): LocalInput<Type, Data> => ({ kind: 'local', type });
};

export type AnyInput = AnyMessage | AnyAction | LocalInput;

/** One thing to do, wherever it came from: a message, a command that was asked for, an input of our own. */
export interface Item<Type extends string = string, Data = unknown> {
  /** Message id or command id; the inbox knows it. */
  readonly id: string;
  readonly type: Type;
  readonly data: Data;
  /** Version of the thing that the message is about; 0 for what did not come as a message. */
  readonly aggregateVersion: number;
  /** What messages that follow from it take over. */
  readonly cause: Cause;
  /** Who asked, when somebody did. */
  readonly caller: CallerClaims | null;
}

/** The items that a handler of these inputs gets, told apart by `type`. */
export type ItemOf<I extends AnyInput> = I extends AnyMessage
  ? Item<I['type'], MessageData<I>>
  : I extends AnyAction
    ? Item<I['name'], ActionParsed<I>>
    : I extends LocalInput<infer Type, infer Data>
      ? Item<Type, Data>
      : never;

/** What is to be done with an item once its batch is settled. */
export interface Settlement {
  /** Committed: `outcome` is what was answered, fresh or stored. */
  done(outcome: unknown): void;
  /** Failed by its own fault, or came too late; a reader gives it back or buries it, an asker is told. */
  failed(error: unknown): Promise<void>;
}

export interface QueuedItem extends Item {
  /** The whole message, when it came as one. */
  readonly message?: Envelope;
  readonly settle: Settlement;
  /** Claimed in the inbox; inputs of our own that may be repeated freely are not. */
  readonly claimed: boolean;
  /** After this moment of the process's monotonic clock the item is refused untried. */
  readonly deadline?: number;
}

export const inputType = (input: AnyInput): string => ('name' in input ? input.name : input.type);
