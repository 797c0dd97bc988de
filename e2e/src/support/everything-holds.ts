import { eventually } from './eventually.js';
import { ThirdParty } from './third-party.js';

/** Scenarios leave dead letters on purpose. */
const EXPECTED = ['M5'];
const COMES_TO_REST_WITHIN_MS = 60_000;

/** Whatever the scenarios did to a shop, in the end every invariant holds; throws what does not. */
export async function everythingHolds(base: string): Promise<void> {
  const auditor = await ThirdParty.signIn(base);
  await eventually(async () => {
    await auditor.audit();
    const broken = (await auditor.scoreboard()).filter(
      ({ id, state }) => state !== 'HOLDS' && !EXPECTED.includes(id),
    );
    if (broken.length > 0) throw new Error(`After all scenarios: ${JSON.stringify(broken)}`);
  }, COMES_TO_REST_WITHIN_MS);
}
