import type { Story, Turn } from './story.js';

/** What a service should do, without a database: one message after the other. */
export interface Model<Message> {
  copy(): Model<Message>;
  /** Takes a message and returns what is answered, if anything is. */
  take(message: Message): unknown;
  /** Whether the inbox knows a message, so that the same again is answered as the first time. */
  isClaimed(message: Message): boolean;
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

  /**
   * What a turn can come to: the messages of the batch one after the other, and those of the other process between two
   * of them, as if nobody had been at work beside them.
   */
  *after({ batch, meanwhile, afterReads }: Turn): Generator<Possible<Message>> {
    const last = meanwhile.length === 0 || afterReads === 0 ? 0 : batch.length;
    for (let split = 0; split <= last; split += 1) {
      const past = new Past(this.#story, this.#model.copy(), new Map(this.#answers));
      const before = past.#takeAll(batch.slice(0, split));
      const between = past.#takeAll(meanwhile);
      const answers = [...before, ...past.#takeAll(batch.slice(split))];
      yield { past, seen: { batch: answers, meanwhile: between, state: past.#model.view() } };
    }
  }

  #takeAll = (places: readonly number[]) => places.map((place) => this.#take(place));

  #take(place: number): unknown {
    if (this.#answers.has(place)) return this.#answers.get(place);
    const message = messageAt(this.#story, place);
    const answer = this.#model.take(message);
    if (answer !== REFUSED && this.#model.isClaimed(message)) this.#answers.set(place, answer);
    return answer;
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
