import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { houseProcesses } from './processes.js';

const ENGINES = ['postgres', 'nats', 'redis', 'mongo', 'elasticsearch'];
const compose = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docker-compose.yml'), 'utf8');

/** The lines of one service, without the name they stand under. */
function service(name: string): string {
  const [, lines] = new RegExp(`^  ${name}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(compose) ?? [];
  if (lines === undefined) throw new Error(`docker-compose.yml has no ${name}`);
  return lines;
}

test.each(houseProcesses)('$name runs there as it does here', ({ name, dir, secrets }) => {
  const lines = service(name);
  expect(lines).toMatch(new RegExp(`SERVICE_NAME: ${name}\\b`));
  expect(lines).toMatch(new RegExp(`PROCESS: ${dir}\\b`));
  expect(lines).toContain('<<: *process');
  const bankKeys = secrets.some((secret) => secret.startsWith('BANK_'));
  expect(lines.includes('*bank-keys')).toBe(bankKeys);
});

test('the engines are promised three gigabytes in sum, and are told when they are well', () => {
  const limits = ENGINES.map((name) => {
    expect(service(name)).toContain('healthcheck:');
    return Number(/mem_limit: (\d+)m/.exec(service(name))?.[1]);
  });
  expect(limits.reduce((sum, limit) => sum + limit)).toBeLessThanOrEqual(3 * 1_024);
});
