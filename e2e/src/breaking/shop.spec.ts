import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { LONG_LIVED, openStage, type Stage } from '../../drill/stage.js';
import { everythingHolds } from '../support/everything-holds.js';
import { breakEngines } from './suites/engines.js';
import { breakMessages } from './suites/messages.js';
import { breakNetwork } from './suites/network.js';
import { killAtEveryPoint } from './suites/points.js';
import { breakProcesses } from './suites/processes.js';

/** One shop for everything that breaks: to start one takes longer than most of these tests. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(LONG_LIVED, { faultProxies: true });
});
afterEach(() => stage.faults.clear());
afterAll(() => stage?.close());

const shop = () => stage;
describe('processes', () => breakProcesses(shop));
describe('engines', () => breakEngines(shop));
describe('the network', () => breakNetwork(shop));
describe('messages', () => breakMessages(shop));
describe('every point', () => killAtEveryPoint(shop));

// The poison of the drill lies where it was buried.
test(
  'after all that, everything that the auditor knows of holds',
  () => everythingHolds(stage.base, ['M5']),
  90_000,
);
