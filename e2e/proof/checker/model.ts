import type { PartName, States } from '../parts/states.js';

/** What travels between parts, or from a clock or a shopper to one. */
export interface Message {
  readonly type: string;
  readonly data: unknown;
  /** Of the command, where what follows depends on it. */
  readonly id?: string;
  /**
   * `stream`: in an outbox or a stream until it is acknowledged, so it can come late and again, and is never lost.
   * `request` and `answer`: on a connection, which can break before or behind it. `callback`: the bank calls once.
   * `local`: within a process, which finds it again if it dies.
   */
  readonly by: 'stream' | 'request' | 'answer' | 'callback' | 'local';
}

/** A message on its way to one part. */
export interface Letter {
  readonly to: PartName;
  readonly message: Message;
}

/** What a message does to a part, and what it has the part send. */
export interface Reaction<State> {
  readonly state: State;
  readonly letters: readonly Letter[];
}

/** A service, or the bank, as a pure function over what its database would hold. */
export interface Part<State> {
  readonly receive: (state: State, message: Message) => Reaction<State>;
  /** Where it stands, in one line. */
  readonly tell: (state: State) => string;
}

export type Parts = { readonly [Name in PartName]: Part<States[Name]> };

/** Something that a clock of a part would do now. */
export interface Due extends Letter {
  /** It goes on its way like any message; otherwise it takes effect at once. */
  readonly travels: boolean;
  /** It can be due again and again, so it comes only so often before everything else has settled. */
  readonly repeats: boolean;
}

/** What wakes a part up by itself, with what it may look at. */
export interface Clock {
  readonly of: readonly PartName[];
  readonly due: (states: States) => readonly Due[];
}

/** Something that a shopper may do once, at any moment. */
export interface Act {
  readonly story: string;
  readonly message: Message;
}

/** What must hold: of the named parts in every world, or of the whole world once it has come to rest. */
export interface Invariant {
  /** As in consistency.md §6. */
  readonly name: string;
  readonly sentence: string;
  readonly when: 'always' | 'at rest';
  readonly of: readonly PartName[];
  /** What is wrong, or null. */
  readonly wrong: (states: States) => string | null;
}

/** How often what can go wrong does go wrong on one way through the worlds. */
export interface Faults {
  /** A process dies between its commit and its acknowledgement: the message is delivered again, at any later time. */
  readonly redeliveries: number;
  /** A request, an answer or a callback is lost, or the one who asked does not wait for it. */
  readonly losses: number;
  /** A clock strikes while messages are still on their way. */
  readonly earlyClocks: number;
}

/** A shop with its shoppers, of which every possible history is looked at. */
export interface Configuration {
  readonly name: string;
  readonly start: States;
  readonly letters: readonly Letter[];
  readonly acts: readonly Act[];
  readonly faults: Faults;
}

/** The shop as it is checked; a test puts broken pieces in. */
export interface Model {
  readonly parts: Parts;
  readonly clocks: readonly Clock[];
  readonly invariants: readonly Invariant[];
  /** A message that a part has taken once changes nothing when it comes again. */
  readonly inbox: boolean;
  /** What its caller hears of a request that it waits for no longer; null where it hears nothing. */
  readonly unanswered: (request: Letter) => Letter | null;
}
