import { openDatabase } from '@evenkeel/postgres';
import type { Times } from '../load/closed-loop.js';
import { measureRate, type RateFigure } from '../load/measure-rate.js';
import type { Stage } from '../stage/stage.js';

/** As many as a service has. */
const CONNECTIONS = 4;

const insert = {
  name: 'bench-four-rows',
  text: `insert into bench_four_rows (note)
    values ('Four rows of a line'), ('or so make up the least'), ('that a purchase could'), ('be written down in')`,
};

/** What one commit costs: no order that has a transaction of its own can be quicker. */
export async function measureFourRows(stage: Stage, times: Times): Promise<RateFigure> {
  const db = openDatabase({ url: stage.engine('postgres'), max: CONNECTIONS });
  try {
    await db.query({
      text: 'create table bench_four_rows (id bigint generated always as identity primary key, note text not null)',
    });
    return await measureRate({
      ...times,
      what: `floor: begin, insert four rows, commit; on ${CONNECTIONS} connections to the same Postgres`,
      workers: CONNECTIONS,
      cpu: stage.cpu,
      turn: () => db.transaction(async (tx) => tx.write(insert)),
    });
  } finally {
    await db.query({ text: 'drop table if exists bench_four_rows' });
    await db.close();
  }
}
