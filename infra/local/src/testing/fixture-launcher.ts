import { env } from 'node:process';
import { launch } from '../launcher.js';
import { fixtureServices } from './fixture-house.js';

/** The launcher as a process of its own, for a house of fixtures. */
await launch({ root: env.FIXTURE_ROOT ?? '', services: fixtureServices, only: ['postgres', 'nats'] });
