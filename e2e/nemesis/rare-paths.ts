import { request } from 'undici';

/** Counters of what happens only when something goes wrong. */
const NAMES = [
  'inbox_absorbed_total',
  'redelivered_total',
  'lane_retries_total',
  'lane_isolated_total',
  'outbox_swept_total',
  'outbox_rewound_total',
  'faults_fired_total',
] as const;
export type RarePath = (typeof NAMES)[number];

/** Adds up the counters of processes that die and begin again at nothing. */
export class RarePaths {
  readonly #seen = new Map<string, number>();

  /** Looks at one life of a process; who does not answer just now is looked at later. */
  async look(health: string, life: string): Promise<void> {
    let text: string;
    try {
      const answer = await request(`${health}/metrics`, { headersTimeout: 1_000, bodyTimeout: 1_000 });
      text = await answer.body.text();
    } catch {
      return;
    }
    for (const name of NAMES) this.#seen.set(`${name} ${life}`, sumOf(text, name));
  }

  sums(): ReadonlyMap<RarePath, number> {
    const sums = new Map<RarePath, number>(NAMES.map((name) => [name, 0]));
    for (const [key, value] of this.#seen) {
      const name = key.split(' ')[0] as RarePath;
      sums.set(name, (sums.get(name) ?? 0) + value);
    }
    return sums;
  }
}

function sumOf(metrics: string, name: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith(`evenkeel_${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
