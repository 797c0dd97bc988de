import type { ConsumerInfo } from 'nats';

type Durable = Pick<ConsumerInfo, 'name' | 'num_pending' | 'num_ack_pending'> & {
  readonly ack_floor: { readonly stream_seq: number };
};

/**
 * The sequence up to which all of these durables have taken what is theirs; 0 while the broker lacks one of them, or
 * when there are none.
 * `lastSeq` is the end of the stream from before the durables were looked at: one that waits for nothing has taken
 * all of it, wherever its last own message stood.
 */
export function takenByAll(names: readonly string[], durables: readonly Durable[], lastSeq: number): number {
  const known = new Map(durables.map((durable) => [durable.name, durable]));
  const floors = names.map((name) => {
    const durable = known.get(name);
    if (!durable) return 0;
    const isDone = durable.num_pending === 0 && durable.num_ack_pending === 0;
    return isDone ? lastSeq : Math.min(lastSeq, durable.ack_floor.stream_seq);
  });
  return floors.length === 0 ? 0 : Math.min(...floors);
}
