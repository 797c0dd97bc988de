/** How long the first of a batch waits for company: a lonely one goes at once. */
const LINGER_MS = 3;
const MAX_BATCH = 250;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A waiting line whose items are worked off together; each learns its own answer. */
export class BatchLine<Item, Answer> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: Waiting<Item, Answer>[] = [];
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastBatch = 0;

  /** `work` answers all items, in their order; if it fails, each item is tried alone, and fails alone. */
  constructor(work: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#work = work;
  }

  get length(): number {
    return this.#waiting.length;
  }

  push(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#arrange();
    });
  }

  /** Resolves when nothing waits and nothing is being worked on. */
  async idle(): Promise<void> {
    while (this.#running || this.#waiting.length > 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#start();
      await this.#running;
    }
  }

  #arrange(): void {
    if (this.#running || this.#timer || this.#waiting.length === 0) return;
    const start = () => {
      this.#timer = undefined;
      this.#start();
    };
    this.#timer = setTimeout(start, this.#lastBatch > 2 ? LINGER_MS : 0);
  }

  #start(): void {
    if (this.#running || this.#waiting.length === 0) return;
    const batch = this.#waiting.splice(0, MAX_BATCH);
    this.#lastBatch = batch.length;
    this.#running = this.#settle(batch).finally(() => {
      this.#running = undefined;
      this.#arrange();
    });
  }

  /** Never rejects. */
  async #settle(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#work(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      const [only] = batch;
      if (only && batch.length === 1) only.reject(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}
