import { request } from 'undici';
import type { ProcessSeen } from './addresses.js';

/** What a process says of itself: the sum of one of its own metrics, over all labels or those that have one. */
export async function metricOf(
  process: Pick<ProcessSeen, 'health'> | undefined,
  name: string,
  label = '',
): Promise<number> {
  if (!process) throw new Error('No such process runs');
  const answer = await request(`${process.health}/metrics`);
  const lines = (await answer.body.text())
    .split('\n')
    .filter((line) => line.startsWith(`evenkeel_${name}{`) && line.includes(label));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
