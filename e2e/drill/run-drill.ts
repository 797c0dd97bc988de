import type { ActiveFault } from '@evenkeel/contracts';
import { eventually } from '../src/support/eventually.js';
import { insist } from '../src/support/stubborn.js';
import type { Crash, Drill } from './drills.js';
import { ERRANDS, SKU, strands } from './errands.js';
import type { Stage } from './stage.js';
import { booksBefore, verify } from './verify.js';

const FIRES_WITHIN_MS = 60_000;
const PIECES = 200;

/** A drill that did not go as it must. */
export class DrillFailed extends Error {
  override readonly name = 'DrillFailed';
}

export const nameOf = ({ errands, crashes }: Drill): string =>
  `${errands.join(', ')}: ${crashes.map(({ at, point }) => `${at} dies at ${point}`).join(', ')}`;

/**
 * Sets the crashes, lets the errand run into them, and holds the shop to what was promised. Fails when a crash did
 * not happen: nothing would be proven. Resolves to the faults as the shop told of them.
 */
export async function runDrill(stage: Stage, drill: Drill): Promise<readonly ActiveFault[]> {
  await insist(() => stage.ops.setAvailable(SKU, PIECES));
  const before = await booksBefore(stage);
  const pids = new Map(drill.crashes.map(({ at }) => [at, stage.system.pidOf(at)]));
  try {
    await arm(stage, drill);
    const ran = await Promise.all(drill.errands.map((errand) => ERRANDS[errand](stage)));
    const happened = await everyCrashHappened(stage, drill);
    await everybodyIsBack(stage, pids);
    await verify(stage, before, {
      promised: ran.flatMap(({ promised }) => promised),
      deadLetters: ran.reduce((sum, { deadLetters }) => sum + deadLetters, 0),
    });
    return happened;
  } finally {
    await stage.faults.clear();
  }
}

async function arm(stage: Stage, { crashes }: Drill): Promise<void> {
  for (const { point, at } of crashes) {
    if (strands(point)) await stage.faults.set({ fault: 'relay.before-publish', at, seconds: 120 });
    await stage.faults.set({ fault: point, at, seconds: 120 });
  }
}

/** The faults themselves tell that they fired; the process that a crash ended told the others before it died. */
function everyCrashHappened(stage: Stage, { crashes }: Drill): Promise<readonly ActiveFault[]> {
  return eventually(async () => {
    const faults = await stage.faults.list();
    const fired = ({ point, at }: Crash) =>
      faults.some((one) => one.fault === point && one.at === at && one.fired > 0);
    const missing = crashes.filter((crash) => !fired(crash));
    if (missing.length > 0)
      throw new DrillFailed(
        `Never happened: ${missing.map(({ at, point }) => `${at} at ${point}`).join(', ')}`,
      );
    return faults;
  }, FIRES_WITHIN_MS);
}

function everybodyIsBack({ system }: Stage, pids: ReadonlyMap<string, number | undefined>): Promise<void> {
  return eventually(async () => {
    for (const [name, pid] of pids) {
      if (system.pidOf(name) === pid) throw new DrillFailed(`${name} did not die`);
      await system.waitUntilReady(name);
    }
  }, FIRES_WITHIN_MS);
}
