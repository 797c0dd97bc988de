import type { Story, Turn } from './story.js';

/** What a service should do, without a database: one message after the other. */
export interface Model<Message> {
  copy(): Model<Message>;
  /** Takes a message and returns what is answered, if anything is. */
  take(message: Message): unknown;
  /** Whether the inbox knows a message, so that the same again is answered as the first time. */
  isClaimed(message: Message): boolean;
  /**
   * Where the rules let two processes not see each other's work while both write: what comes next, until the next
   * copy, has not seen these.
   */
  ignore?(messages: readonly Message[]): void;
  /** The state, in the form in which the database is looked at. */
  view(): unknown;
}

/** The answer of a message that cannot be carried out; it leaves nothing behind, and may be tried again. */
export const REFUSED = 'refused';

/** What has happened so far, if it happened one after the other. */
export class Past<Message> {
  readonly #story: Story<Message>;
  readonly #model: Model<Message>;
  /** By place in the story: a message is carried out once, and answered as the first time after that. */
  readonly #answers: Map<number, unknown>;

  constructor(story: Story<Message>, model: Model<Message>, answers = new Map<number, unknown>()) {
    this.#story = story;
    this.#model = model;
    this.#answers = answers;
  }

  /** What a turn can come to: the batch of one process after that of the other, in each order that there can be. */
  after({ batch, meanwhile, afterReads }: Turn): readonly Possible<Message>[] {
    if (meanwhile.length === 0) {
      const [past, , answers] = this.#inOrder([], batch);
      return [past.#seen(answers, [])];
    }
    const possible: Possible<Message>[] = [];
    for (const isBlind of this.#model.ignore ? [false, true] : [false]) {
      const [late, first, second] = this.#inOrder(meanwhile, batch, isBlind);
      possible.push(late.#seen(second, first));
      if (afterReads === 0) break;
      const [early, one, two] = this.#inOrder(batch, meanwhile, isBlind);
      possible.push(early.#seen(one, two));
    }
    return possible;
  }

  #inOrder(first: readonly number[], second: readonly number[], isBlind = false) {
    const past = new Past(this.#story, this.#model.copy(), new Map(this.#answers));
    const answers = first.map((place) => past.#take(place));
    if (isBlind) past.#model.ignore?.(first.map((place) => messageAt(this.#story, place)));
    return [past, answers, second.map((place) => past.#take(place))] as const;
  }

  #take(place: number): unknown {
    if (this.#answers.has(place)) return this.#answers.get(place);
    const message = messageAt(this.#story, place);
    const answer = this.#model.take(message);
    if (answer !== REFUSED && this.#model.isClaimed(message)) this.#answers.set(place, answer);
    return answer;
  }

  #seen(batch: readonly unknown[], meanwhile: readonly unknown[]): Possible<Message> {
    const seen = { batch, meanwhile, state: this.#model.view() };
    const past = new Past(this.#story, this.#model.copy(), this.#answers);
    return { past, seen };
  }
}

interface Possible<Message> {
  readonly past: Past<Message>;
  readonly seen: Seen;
}

/** What can be seen after a turn: the answers, and the state of the database. */
export interface Seen {
  readonly batch: readonly unknown[];
  readonly meanwhile: readonly unknown[];
  readonly state: unknown;
}

export function messageAt<Message>(story: Story<Message>, place: number): Message {
  const message = story.messages[place];
  if (message === undefined) throw new Error(`The story has no message ${place}`);
  return message;
}
