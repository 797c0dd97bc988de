import { eventually } from './eventually.js';
import { ThirdParty } from './third-party.js';

const COMES_TO_REST_WITHIN_MS = 60_000;

/**
 * Whatever the scenarios did to a shop, in the end every invariant holds but those that were broken on purpose; throws
 * what does not.
 */
export async function everythingHolds(base: string, broken: readonly string[] = []): Promise<void> {
  const auditor = await ThirdParty.signIn(base);
  await eventually(async () => {
    await auditor.audit();
    const wrong = (await auditor.scoreboard()).filter(
      ({ id, state }) => state !== 'HOLDS' && !broken.includes(id),
    );
    if (wrong.length === 0) return;
    const findings = await auditor.findings('OPEN');
    throw new Error(`After all scenarios: ${JSON.stringify({ wrong, findings })}`);
  }, COMES_TO_REST_WITHIN_MS);
}
