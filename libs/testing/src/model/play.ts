import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { type CommandId, newId } from '@evenkeel/kernel';
import type { ServiceInstance } from '../service-instance.js';
import type { Interleaved } from './interleave.js';
import { type Model, messageAt, Past, type Seen } from './model.js';
import type { Story, Turn } from './story.js';

/** A process of the service, and the way to let something happen between what it reads and what it writes. */
export interface Player {
  readonly instance: ServiceInstance;
  readonly interleaved: Interleaved;
}

/** The real service, with names that no other story uses. */
export interface World<Message> {
  readonly model: Model<Message>;
  readonly players: readonly [Player, Player];
  /** Puts a message into the lane of a process; resolves to its answer. */
  deliver(to: ServiceInstance, message: Message, id: CommandId): Promise<unknown>;
  /** The state of the database, in the form of the model's. */
  look(): Promise<unknown>;
}

/**
 * Plays a story with two processes on a real database, and holds every turn against the model: whatever the two have
 * read of each other's work, the outcome must be that of one batch after the other.
 */
export async function play<Message>(story: Story<Message>, world: World<Message>): Promise<void> {
  const ids = story.messages.map(() => newId<CommandId>());
  const deliver = (to: Player, places: readonly number[]) =>
    Promise.all(
      places.map((place) =>
        world.deliver(to.instance, messageAt(story, place), ids[place] ?? newId<CommandId>()),
      ),
    );

  async function playTurn({ process, batch, meanwhile, afterReads }: Turn): Promise<Seen> {
    const [left, right] = world.players;
    const [here, there] = process === 0 ? [left, right] : [right, left];
    let answered: unknown[] = [];
    const orNow = here.interleaved.next(afterReads, async () => {
      answered = await deliver(there, meanwhile);
    });
    const answers = await deliver(here, batch);
    await orNow();
    return { batch: answers, meanwhile: answered, state: await world.look() };
  }

  let past = new Past(story, world.model);
  for (const [at, turn] of story.turns.entries()) {
    const seen = await playTurn(turn);
    const [same, expected] = find(past.after(turn), (one) => isDeepStrictEqual(one.seen, seen));
    if (!same) throw notTheSame(story, at, seen, expected?.seen);
    past = same.past;
  }
}

/** The first that is what is looked for, and the first of all. */
function find<One>(
  all: Iterable<One>,
  isIt: (one: One) => boolean,
): readonly [One | undefined, One | undefined] {
  let first: One | undefined;
  for (const one of all) {
    if (isIt(one)) return [one, first ?? one];
    first ??= one;
  }
  return [undefined, first];
}

function notTheSame<Message>(story: Story<Message>, at: number, seen: Seen, expected: unknown): Error {
  const told = story.turns.slice(0, at + 1).map(({ process, batch, meanwhile, afterReads }, index) => {
    const show = (places: readonly number[]) =>
      places.map((place) => `\n    #${place} ${JSON.stringify(messageAt(story, place))}`).join('');
    const between =
      meanwhile.length > 0
        ? `\n  and, when it has read ${afterReads} times, the other:${show(meanwhile)}`
        : '';
    return `turn ${index + 1}: process ${process} gets${show(batch)}${between}`;
  });
  const { message } = new AssertionError({ actual: seen, expected, operator: 'deepStrictEqual' });
  return new Error(`${told.join('\n')}\nand then it is not as if one had come after the other:\n${message}`);
}
