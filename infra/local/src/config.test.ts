import { expect, test } from 'vitest';
import { readConfig } from './config.js';

test('a plain start is a demo on 8080 with its data in the repository', () => {
  expect(readConfig([], {}, '/house')).toEqual({
    dataDir: '/house/.data',
    port: 8080,
    mode: 'demo',
    fresh: false,
    faultProxies: false,
  });
});

test('what is not understood is refused with what would be', () => {
  expect(() => readConfig(['--frsh'], {}, '/house')).toThrow('does not know --frsh; it knows --fresh');
  expect(() => readConfig([], { PORT: 'http' }, '/house')).toThrow('PORT is http: it must be a whole number');
  expect(() => readConfig([], { PORT: '65500' }, '/house')).toThrow('from 1 to 65400');
  expect(() => readConfig([], { EVENKEEL_MODE: 'prod' }, '/house')).toThrow('it must be demo or production');
  expect(() => readConfig([], { FAULT_PROXIES: 'yes' }, '/house')).toThrow('it must be 1, or left out');
  const proxiesInEarnest = { FAULT_PROXIES: '1', EVENKEEL_MODE: 'production' };
  expect(() => readConfig([], proxiesInEarnest, '/house')).toThrow('A production takes no faults');
});
