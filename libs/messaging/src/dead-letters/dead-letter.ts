import type { DeadLetter } from '@evenkeel/contracts';

/** What is known of an event when it is buried; the store adds when. */
export type NewDeadLetter = Omit<DeadLetter, 'at'>;

/** Where a service counts the tries of events that failed by their own fault, and buries those that will not do. */
export interface DeadLetters {
  /** Counts one more try and returns how many there were. */
  countTry(id: string, error: string): Promise<number>;
  /** Keeps the event with its error; burying it again changes nothing. */
  bury(letter: NewDeadLetter): Promise<void>;
  /** Newest first. */
  list(first: number): Promise<DeadLetter[]>;
}
