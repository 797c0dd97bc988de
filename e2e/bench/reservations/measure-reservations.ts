import { houseProcesses } from '@evenkeel/local';
import { openDatabase } from '@evenkeel/postgres';
import type { Times } from '../load/closed-loop.js';
import { measureRate, type RateFigure } from '../load/measure-rate.js';
import { throwAwayStage } from '../stage/throw-away-stage.js';
import { Crowd, HOT_SKU } from './crowd.js';

/** Orders under way at once. */
const WORKERS = 1_000;

/**
 * Orders that all want one product, reserved by the inventory service: its process, its Postgres and the bus, with
 * nothing of the shop around it. Hands back the figure and what the books of the service say against it.
 */
export async function measureReservations(
  times: Times,
): Promise<{ figure: RateFigure; problems: readonly string[] }> {
  const services = houseProcesses.filter(({ name }) => name === 'inventory');
  const stage = await throwAwayStage({ services, only: ['postgres', 'nats'] });
  try {
    const crowd = await Crowd.gather(stage.engine('nats'));
    const figure = await measureRate({
      ...times,
      what: 'reservations of one hot product: durable command, lane, transaction, outbox, event; inventory alone',
      workers: WORKERS,
      cpu: stage.cpu,
      turn: () => crowd.reserve(),
    });
    await crowd.leave();
    return {
      figure,
      problems: [...stage.deaths, ...(await against(stage.engine('postgres'), crowd.reserved))],
    };
  } finally {
    await stage.stop();
  }
}

async function against(server: string, answered: number): Promise<string[]> {
  const url = new URL(server);
  url.pathname = '/inventory';
  const db = openDatabase({ url: url.href, max: 1 });
  try {
    const [books] = await db.query<{ reserved: number; held: number }>({
      text: `select (select reserved from stock where sku = $1) as reserved,
        (select sum(quantity) from reservations where sku = $1 and status = 'HELD') as held`,
      values: [HOT_SKU],
    });
    if (books?.reserved === answered && books.held === answered) return [];
    return [`${answered} reservations were answered, but the books say ${JSON.stringify(books)}`];
  } finally {
    await db.close();
  }
}
