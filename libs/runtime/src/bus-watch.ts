import type { NatsConnection } from '@evenkeel/messaging';

/** After a reconnect the others are given this long to be back too: who is not would miss what is sent to it. */
const OTHERS_BACK_MS = 500;

/** Whether the bus is there; what is sent while it is away would lie in a buffer past its deadline. */
export class BusWatch {
  #isThere = false;
  readonly #waiting = new Set<(isBack: boolean) => void>();

  get isThere(): boolean {
    return this.#isThere;
  }

  /** From now on tells of this connection, until it is closed. */
  async follow(nats: NatsConnection): Promise<void> {
    this.#back();
    let othersBack: NodeJS.Timeout | undefined;
    for await (const { type } of nats.status()) {
      if (type === 'disconnect') {
        clearTimeout(othersBack);
        this.#isThere = false;
      } else if (type === 'reconnect') othersBack = setTimeout(() => this.#back(), OTHERS_BACK_MS);
    }
    clearTimeout(othersBack);
    this.#isThere = false;
  }

  /** True as soon as the bus is there (again), false when it is not within `ms`. */
  within(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isBack: boolean) => {
        clearTimeout(late);
        this.#waiting.delete(settle);
        resolve(isBack);
      };
      const late = setTimeout(settle, ms, false);
      this.#waiting.add(settle);
    });
  }

  #back(): void {
    this.#isThere = true;
    for (const settle of this.#waiting) settle(true);
  }
}
