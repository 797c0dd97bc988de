import fc from 'fast-check';

/** Which messages a process gets at once, by their places in the story, and what another gets meanwhile. */
export interface Turn {
  readonly process: 0 | 1;
  readonly batch: readonly number[];
  /** Handled and committed by the other process while this one has read only so much of what its batch needs. */
  readonly meanwhile: readonly number[];
  readonly afterReads: number;
}

/** Messages, and who gets which of them when: in any order, any number of times, some of them never. */
export interface Story<Message> {
  readonly messages: readonly Message[];
  readonly turns: readonly Turn[];
}

/** More reads than any batch makes: the other process comes between what was read and what will be written. */
const ALL = 99;

/** Stories of these messages; a failing one is made shorter until nothing can be left out. */
export function stories<Message>(message: fc.Arbitrary<Message>): fc.Arbitrary<Story<Message>> {
  return fc.array(message, { minLength: 1, maxLength: 14, size: 'max' }).chain((messages) => {
    const place = fc.nat(messages.length - 1);
    const turn = fc.record({
      process: fc.constantFrom(0 as const, 1 as const),
      batch: fc.array(place, { minLength: 1, maxLength: 4, size: 'max' }),
      meanwhile: fc.array(place, { maxLength: 3, size: 'max' }),
      afterReads: fc.oneof({ weight: 1, arbitrary: fc.nat(5) }, { weight: 2, arbitrary: fc.constant(ALL) }),
    });
    return fc.record({
      messages: fc.constant(messages),
      turns: fc.array(turn, { minLength: 1, maxLength: 12, size: 'max' }),
    });
  });
}
