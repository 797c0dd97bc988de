import { request } from 'undici';

/** Lets these faults happen to the requests to come, for as often as each says. */
export async function setFaults(bank: string, rules: readonly object[]): Promise<void> {
  const answer = await request(`${bank}/switchboard`, { method: 'PUT', body: JSON.stringify({ rules }) });
  if (answer.statusCode !== 200) throw new Error(`The switchboard answered ${answer.statusCode}`);
  await answer.body.dump();
}

/** How often each fault of the bank has fired: a scenario whose fault did not fire has proved nothing. */
export async function faultCounts(bank: string): Promise<Record<string, number>> {
  const answer = await request(`${bank}/switchboard`);
  const { counts } = (await answer.body.json()) as { counts: Record<string, number> };
  return counts;
}
