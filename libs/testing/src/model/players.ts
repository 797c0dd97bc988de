import type { Handler } from '@evenkeel/messaging';
import type { FakeHouse } from '../fake-house.js';
import { serviceInstance } from '../service-instance.js';
import type { ThrowAwayDatabase } from '../throw-away-database.js';
import { type Interleaved, interleaved } from './interleave.js';
import type { Player } from './play.js';

/** Two processes of a service on one database, which do not wait for company before they start a batch. */
export type Players = readonly [Player, Player];

/** Starts so many times two processes of a service; each two play a story of their own. */
export function startPlayers(
  database: ThrowAwayDatabase,
  {
    service,
    handler,
    times,
  }: {
    readonly service: string;
    readonly handler: (house: FakeHouse) => Handler;
    readonly times: number;
  },
): Promise<Players[]> {
  const start = async (): Promise<Player> => {
    let own: Interleaved | undefined;
    const instance = await serviceInstance(database, {
      service,
      linger: { thinMs: 0, thickMs: 0 },
      handlers: (house) => {
        own = interleaved(handler(house));
        return [own.handler];
      },
    });
    if (!own) throw new Error('The handlers were not asked for');
    return { instance, interleaved: own };
  };
  return Promise.all(Array.from({ length: times }, () => Promise.all([start(), start()])));
}

export const stopPlayers = (all: readonly Players[]) =>
  Promise.all(all.flat().map(({ instance }) => instance.stop()));
