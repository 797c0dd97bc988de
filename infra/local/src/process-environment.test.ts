import { expect, test } from 'vitest';
import { processEnvironment, type SystemFacts } from './process-environment.js';
import { houseProcesses } from './processes.js';

const names = houseProcesses.map(({ name }) => name);
const facts: SystemFacts = {
  mode: 'demo',
  engines: { DATABASE_URL: 'postgres://db', NATS_URL: 'nats://bus' },
  ports: {
    gateway: 8080,
    bank: 8090,
    bff: 8105,
    engines: {},
    health: new Map(names.map((name, index) => [name, 8110 + index])),
  },
  secrets: {
    IDENTITY_SECRET: 'identity',
    BANK_SIGNING_SHOP_SECRET: 'shop',
    BANK_SIGNING_BANK_SECRET: 'bank',
    BANK_SIGNING_WEBHOOK_SECRET: 'webhook',
  },
  inherited: {
    PATH: '/bin',
    PORT: '8080',
    npm_lifecycle_event: 'start',
    NATS_URL: 'x',
    IDENTITY_SECRET: 'y',
  },
};

function environmentOf(name: string): NodeJS.ProcessEnv {
  const definition = houseProcesses.find((process) => process.name === name);
  if (!definition) throw new Error(name);
  return processEnvironment(definition, facts);
}

test('only payment and bank hold the keys between them', () => {
  const holders = names.filter((name) => environmentOf(name).BANK_SIGNING_SHOP_SECRET === 'shop');
  expect(holders).toEqual(['payment', 'bank']);
});

test('the bank, which is another company, is told the server of its book and nothing else of the shop', () => {
  const { DATABASE_URL, NATS_URL, IDENTITY_SECRET, BANK_PORT } = environmentOf('bank');
  expect({ DATABASE_URL, NATS_URL, IDENTITY_SECRET, BANK_PORT }).toEqual({
    DATABASE_URL: 'postgres://db',
    BANK_PORT: '8090',
  });
});

test('PORT is the gateway’s alone', () => {
  expect(names.filter((name) => environmentOf(name).PORT !== undefined)).toEqual(['gateway']);
});

test('every process has a health port of its own and nothing of npm', () => {
  expect(new Set(names.map((name) => environmentOf(name).HEALTH_PORT)).size).toBe(names.length);
  expect(
    names.flatMap((name) => Object.keys(environmentOf(name))).filter((key) => key.startsWith('npm_')),
  ).toEqual([]);
});
