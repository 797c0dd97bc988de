import { eventually } from './eventually.js';
import { ThirdParty } from './third-party.js';

const COMES_TO_REST_WITHIN_MS = 60_000;

/** Whatever the scenarios did to a shop, in the end every invariant holds; throws what does not. */
export async function everythingHolds(base: string): Promise<void> {
  const auditor = await ThirdParty.signIn(base);
  await eventually(async () => {
    await auditor.audit();
    const broken = (await auditor.scoreboard()).filter(({ state }) => state !== 'HOLDS');
    if (broken.length > 0) throw new Error(`After all scenarios: ${JSON.stringify(broken)}`);
  }, COMES_TO_REST_WITHIN_MS);
}
