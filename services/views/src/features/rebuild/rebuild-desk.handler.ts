import type { ActionOutput, ReadModel, rebuildView } from '@evenkeel/contracts';
import type { Clock } from '@evenkeel/kernel';
import type { Log } from '@evenkeel/messaging';
import type { RebuildStore } from '../../store/rebuild-store.js';

type Rebuild = ActionOutput<typeof rebuildView>;

/** How long somebody is kept waiting for the end of a rebuild. */
const WAIT_MS = 2_000;
/** Without a sign of life for this long, whoever built it is gone. */
const GIVEN_UP_MS = 30_000;
/** Items between two lines of the log. */
const TOLD_EVERY = 1_000;

export interface DeskParts {
  readonly store: RebuildStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Builds a model and says how far it is; resolves to the number of documents. */
  readonly rebuild: (model: ReadModel, onProgress: (read: number) => Promise<void>) => Promise<number>;
}

/** Takes the orders for rebuilds: one at a time for a model, whoever asks meanwhile joins it. */
export class RebuildDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Begins what the key asks for, or tells how far it is. Asked again with the same key, it is not done again. */
  async ask(model: ReadModel, key: string): Promise<Rebuild> {
    const { store, clock } = this.#parts;
    const now = new Date(clock.now());
    const known = await store.find(model);
    const runs = known?.state === 'running' && now.getTime() - known.at.getTime() < GIVEN_UP_MS;
    const wasDone = known?.state !== 'running' && known?.keys.includes(key);
    if (!wasDone) {
      if (!runs && (await store.begin(model, key, { known, now }))) {
        const building = this.#build(model);
        await Promise.race([building, new Promise((resolve) => setTimeout(resolve, WAIT_MS).unref())]);
      } else await store.join(model, key);
    }
    const { state, documents } = (await store.find(model)) ?? { state: 'failed', documents: 0 };
    return { state, documents };
  }

  async #build(model: ReadModel): Promise<void> {
    const { store, clock, log, rebuild } = this.#parts;
    let told = 0;
    try {
      log.info({ model }, 'Building a read model anew');
      const documents = await rebuild(model, async (read) => {
        await store.note(model, read, new Date(clock.now()));
        if (read < told + TOLD_EVERY) return;
        told = read;
        log.info({ model, read }, 'A read model is being built anew');
      });
      await store.end(model, 'done', documents);
      log.info({ model, documents }, 'A read model was built anew');
    } catch (error) {
      log.error({ err: error, model }, 'A read model could not be built anew; the old one stays');
      await store.end(model, 'failed', 0);
    }
  }
}
