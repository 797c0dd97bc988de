import type {
  DeadLetter,
  DeadLetterGroup,
  DeadLetterHead,
  DeadLetterName,
  DeadLetterState,
  ReplayScope,
  ReplayTally,
} from '@evenkeel/contracts';

/** What is known of an event when it is buried; the store adds the rest. */
export type NewDeadLetter = Pick<DeadLetter, 'id' | 'durable' | 'type' | 'payload' | 'error' | 'tries'>;

/** What replaying and editing change of a letter. */
export type Change = Partial<Pick<DeadLetter, 'type' | 'payload' | 'error' | 'group' | 'state' | 'replays'>>;

/** A letter as it is kept: also with the edit or the replay that changed it last. */
export type KeptLetter = DeadLetter & { readonly changedBy: string | null };

export interface ListedLetters {
  readonly first: number;
  /** `time|id` of the last one that was shown. */
  readonly after: string | null;
  readonly group: string | null;
  /** Null: all that still lie there. */
  readonly state: DeadLetterState | null;
}

/** A replay that some letters are for; each of them is tried once for it. */
export interface ScopedReplay extends ReplayScope {
  readonly replayId: string;
}

/** Where a service counts the tries of events that failed by their own fault, and buries those that will not do. */
export interface DeadLetters {
  /** Counts one more try and returns how many there were. */
  countTry(id: string, error: string): Promise<number>;
  /** Keeps the event with its error; burying it again changes nothing. */
  bury(letter: NewDeadLetter): Promise<void>;
  /** Newest first. */
  list(which: ListedLetters): Promise<DeadLetterHead[]>;
  /** Of letters that still lie there, the group with the newest first. */
  groups(first: number): Promise<DeadLetterGroup[]>;
  find(name: DeadLetterName): Promise<KeptLetter | null>;
  /** Letters that a replay has not tried yet, oldest first. */
  untried(replay: ScopedReplay, first: number): Promise<KeptLetter[]>;
  tally(replay: ScopedReplay): Promise<ReplayTally>;
  /** Changes a letter that is still at that revision; false when it is not. */
  change(letter: KeptLetter, by: string, change: Change): Promise<boolean>;
  /** Removes letters that were replayed long ago. */
  forget(): Promise<void>;
}

/** How long a letter is kept that was replayed: as long as somebody may ask what became of it. */
export const REPLAYED_KEPT_DAYS = 30;
