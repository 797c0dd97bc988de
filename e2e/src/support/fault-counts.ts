import { request } from 'undici';

/** How often each fault of the bank has fired: a scenario whose fault did not fire has proved nothing. */
export async function faultCounts(bank: string): Promise<Record<string, number>> {
  const answer = await request(`${bank}/switchboard`);
  const { counts } = (await answer.body.json()) as { counts: Record<string, number> };
  return counts;
}
