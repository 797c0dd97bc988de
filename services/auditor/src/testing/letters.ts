import {
  type ActionInput,
  type ActionOutput,
  type AnyAction,
  type DeadLetterState,
  defineEditDeadLetter,
  defineReplayDeadLetters,
  type EditedLetter,
  Problem,
  type ReplayTally,
} from '@evenkeel/contracts';
import { type EventId, newId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';

export const DURABLE = 'finance__book-points';
const edits = defineEditDeadLetter('finance');
const replays = defineReplayDeadLetters('finance');

interface Letter {
  readonly id: string;
  payload: string;
  state: DeadLetterState;
  revision: number;
  changedBy: string | null;
  /** How often it was handed to its consumer. */
  handed: number;
}

/** Finance as the auditor knows it: an owner of dead letters that keeps the contract, with nothing behind it. */
export class LettersOfFinance {
  readonly letters: Letter[];
  /** What becomes of a letter that is replayed. */
  handles: (letter: Letter) => boolean = () => true;
  /** Called with every call before it is answered. */
  before: (name: string) => Promise<void> | void = () => undefined;
  /** Called with every command when it was carried out; what it throws is a lost answer. */
  after: (name: string) => void = () => undefined;
  /** How often it edited. */
  edited = 0;

  constructor(count: number, state: DeadLetterState = 'open') {
    this.letters = Array.from({ length: count }, () => ({
      ...{ id: newId<EventId>(), payload: 'old', state, revision: 1, changedBy: null, handed: 0 },
    }));
  }

  readonly call = (async (action: AnyAction, input: object, options?: { commandId?: string }) => {
    await this.before(action.name);
    if (action.name === edits.name)
      return this.#edit(input as ActionInput<typeof edits>, options?.commandId ?? '');
    if (action.name === replays.name) return this.#replay(input as ActionInput<typeof replays>);
    if (action.name.endsWith('.replay-dead-letters')) return { done: 0, failed: 0, left: 0, quarantined: 0 };
    throw new Problem('house.unavailable', `${action.name} did not answer`);
  }) as <A extends AnyAction>(
    ...asked: Parameters<House['call']>
  ) => Promise<ActionOutput<A>> as House['call'];

  #edit(edit: ActionInput<typeof edits>, by: string): EditedLetter {
    const letter = this.letters.find(({ id }) => id === edit.id);
    if (!letter) return { kind: 'not-editable', why: 'There is no such letter' };
    if (edit.payload === 'misfit') return { kind: 'misfit', issues: [{ path: ['data'], message: 'No' }] };
    const answer: EditedLetter = { kind: 'edited', from: letter.payload, wasIn: letter.state };
    if (edit.dryRun || letter.changedBy === by) return answer;
    if (letter.revision !== edit.revision) return { kind: 'not-editable', why: 'It was changed meanwhile' };
    this.edited += 1;
    const { payload } = edit;
    Object.assign(letter, { payload, state: 'open', changedBy: by, revision: letter.revision + 1 });
    this.after(edits.name);
    return answer;
  }

  #replay({ replayId, first, letter: named }: ActionInput<typeof replays>): ReplayTally {
    const untried = () =>
      this.letters.filter(
        ({ id, state, changedBy }) =>
          changedBy !== replayId && (named ? named.id === id && state !== 'replayed' : state === 'open'),
      );
    for (const letter of untried().slice(0, first)) {
      letter.handed += 1;
      letter.changedBy = replayId;
      if (this.handles(letter)) letter.state = 'replayed';
    }
    if (first > 0) this.after(replays.name);
    const tried = this.letters.filter(({ changedBy }) => changedBy === replayId);
    const failed = tried.filter(({ state }) => state !== 'replayed');
    const left = untried();
    const quarantined = [...failed, ...left].filter(({ state }) => state === 'quarantined').length;
    return { done: tried.length - failed.length, failed: failed.length, left: left.length, quarantined };
  }
}
